/** A passphrase opens the data itself: whoever has the files may try as often as they like, so it must be long. */
import type { Sentence } from '../language.ts';

const SHORTEST = 12;

/** Why this passphrase cannot be taken; null when it can. */
export function refusalOfPassphrase(passphrase: string): Sentence | null {
  const isLong = passphrase.trim().length >= SHORTEST;
  const isVaried = new Set(passphrase.toLowerCase().replaceAll(/\s/g, '')).size >= 6;
  if (isLong && isVaried) return null;
  return {
    nl: 'Neem minstens 12 tekens, zoals vier woorden die niets met elkaar te maken hebben.',
    en: 'Take at least 12 characters, such as four words that have nothing to do with each other.',
  };
}
