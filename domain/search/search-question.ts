/** What somebody means by what she types in the search box. */
import { joinInitials, joinPrefixes } from './contract-words.ts';
import { wordsOf } from './search-words.ts';

export interface SearchQuestion {
  /** Each must begin a word of the donor. Prefixes and initials are put together, as the donor's own words have them. */
  readonly words: readonly string[];
  /** The same as they were typed, for whoever is found by none of those: an organisation with "de" in its name. */
  readonly typedWords: readonly string[];
  /** The beginning of a number in international form; null when no number was typed. */
  readonly number: string | null;
  /** The beginning of an e-mail address, in lower case. */
  readonly email: string | null;
}

/** Fewer digits are no telephone number yet. */
const FEWEST_DIGITS = 5;
const MOST_WORDS = 8;

/** "1234 AB 12b" in one text with whatever stands around it. */
const POSTCODE =
  /(?<![\p{L}\p{N}])([1-9]\d{3})\s?([a-z]{2})(?:[\s,-]+(\d+(?:\s?-?[a-z0-9]{1,4})?)|(\d+[a-z]?))?(?![\p{L}\p{N}])/giu;

export function readQuestion(text: string): SearchQuestion {
  const trimmed = text.trim();
  if (trimmed.includes('@')) return { words: [], typedWords: [], number: null, email: trimmed.toLowerCase() };
  const number = beginningOfNumber(trimmed);
  // With a plus it is a telephone number and nothing else; other digits can be a donor's number too.
  if (number !== null) {
    const digits = trimmed.replaceAll(/\D/g, '');
    const words = /^\s*[(]?\+/u.test(trimmed) ? [] : [digits];
    return { words, typedWords: words, number, email: null };
  }
  const codes: string[] = [];
  const rest = trimmed.replaceAll(POSTCODE, (_, digits: string, letters: string, apart = '', attached = '') => {
    codes.push(wordsOf(`${digits}${letters}${String(apart)}${String(attached)}`).join(''));
    return ' ';
  });
  const typedWords = [...codes, ...wordsOf(rest)].slice(0, MOST_WORDS);
  const words = [...codes, ...joinPrefixes(wordsOf(joinInitials(rest)))].slice(0, MOST_WORDS);
  return { words, typedWords, number: null, email: null };
}

/** "06 12", "0031 6 12", "+31 (0)6 12" and "316 12" are the beginning of one number. */
function beginningOfNumber(text: string): string | null {
  const plain = text.replace(/^(\+\d{1,3})\s*\(0\)/u, '$1').replaceAll(/[\s().\-/]/g, '');
  if (!/^\+?\d+$/u.test(plain)) return null;
  const digits = plain.replace('+', '');
  if (digits.length < FEWEST_DIGITS) return null;
  if (plain.startsWith('+')) return plain;
  if (digits.startsWith('00')) return `+${digits.slice(2)}`;
  return digits.startsWith('0') ? `+31${digits.slice(1)}` : `+${digits}`;
}
