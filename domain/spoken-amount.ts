/** Amounts as they are said aloud: "vijftig euro", "twaalf euro vijftig". What is read from a screen as words is said without stumbling. */
import { toCardinal as inEnglish } from 'n2words/en-GB';
import { toCardinal as inDutch } from 'n2words/nl-NL';
import type { Language } from './language.ts';
import type { Cents } from './money.ts';

export function speakMoney(cents: Cents, language: Language): string {
  const euros = Math.trunc(cents / 100);
  const rest = cents % 100;
  if (language === 'nl') return `${inDutch(euros)} euro${rest === 0 ? '' : ` ${inDutch(rest)}`}`;
  const unit = euros === 1 ? 'euro' : 'euros';
  return `${inEnglish(euros)} ${unit}${rest === 0 ? '' : ` and ${inEnglish(rest)} cents`}`;
}

/** "twaalf". */
export function speakNumber(count: number, language: Language): string {
  return language === 'nl' ? inDutch(count) : inEnglish(count);
}
