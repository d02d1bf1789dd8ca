/** A number of people or things, with its thousands apart: "1.314" in Dutch, "1,314" in English. */
import type { Language } from './language.ts';

const FORMATS: Readonly<Record<Language, Intl.NumberFormat>> = {
  // Dutch leaves a number of four digits as it is unless it is told not to: in a column they stand beside longer ones.
  nl: new Intl.NumberFormat('nl-NL', { useGrouping: true, maximumFractionDigits: 0 }),
  en: new Intl.NumberFormat('en-GB', { useGrouping: true, maximumFractionDigits: 0 }),
};

export function writeCount(count: number, language: Language): string {
  return FORMATS[language].format(count);
}
