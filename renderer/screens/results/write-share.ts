/** Shares and means as people read them, in both languages. */
import type { TFunction } from 'i18next';
import type { MeanView, ShareView } from '../../../contract/procedures/results.ts';
import type { Language } from '../../../domain/language.ts';

const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const;

/** "62%". */
export function writePercent(share: number, language: Language): string {
  return `${new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 0 }).format(share * 100)}%`;
}

/** "403 van 418". */
export function countOf({ count, of }: ShareView, t: TFunction): string {
  return `${count} ${t('results.ofAll', { count: of })}`;
}

/** "55 tot 69%". */
export function writeInterval({ low, high }: ShareView, language: Language): string {
  return `${Math.round(low * 100)} ${language === 'nl' ? 'tot' : 'to'} ${writePercent(high, language)}`;
}

/** "0,8": with one decimal. */
export function writeNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 }).format(value);
}

export function writeSpread({ low, high }: MeanView, language: Language): string {
  if (low === null || high === null) return '';
  return `${writeNumber(low, language)} ${language === 'nl' ? 'tot' : 'to'} ${writeNumber(high, language)}`;
}
