/** A number for its plural, and as it is written: "478.912". */
import { useLanguage } from '../../i18n/use-sentence.ts';

export function useCounted(): (count: number) => { readonly count: number; readonly number: string } {
  const format = new Intl.NumberFormat(useLanguage() === 'nl' ? 'nl-NL' : 'en-GB');
  return (count) => ({ count, number: format.format(count) });
}
