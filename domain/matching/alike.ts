/** Whether two words may be one word that somebody mistyped, or wrote as it sounds. */
import { colognePhonetic } from 'cologne-phonetic';
import { editsBetween } from './edits.ts';

/**
 * One letter in four at the most, and never more than two. The sound alone is not enough: the phonetics are German, of
 * the closest language that there are any for, and hear no difference between Jansen and Hansen, or Dam and Tam
 * (docs/decisions/0045).
 */
export function areAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const longest = Math.max(one.length, other.length);
  if (longest < LETTERS_PER_EDIT) return false;
  const distance = editsBetween(one, other);
  if (distance <= Math.min(MOST_EDITS, Math.floor(longest / LETTERS_PER_EDIT))) return true;
  return distance <= Math.min(MOST_EDITS_OF_SOUND, Math.floor(longest / 2)) && soundOf(one) === soundOf(other);
}

const LETTERS_PER_EDIT = 4;
const MOST_EDITS = 2;
/** "Cuijpers" and "Kuipers" lie three apart. */
const MOST_EDITS_OF_SOUND = 3;

/** Digits that stand for the consonants of a word as they sound. */
export function soundOf(word: string): string {
  return colognePhonetic(word);
}
