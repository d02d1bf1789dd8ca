/** Gender as exports write it, by letter, word or form of address. */
import type { Gender } from '../../../domain/person-name.ts';
import { soleWord, wordsTo } from './plain-word.ts';

const toGender = wordsTo({
  female: 'v f vrouw vrouwelijk female woman mevrouw mevr mw mrs ms miss',
  male: 'm man mannelijk male h heer deheer meneer dhr mr',
  other: 'x anders other divers nonbinair nonbinary genderneutraal',
  unknown: 'o u onbekend unknown nvt na geen none 0',
});

/** Null when it is not known; `undefined` for a word that is not understood. */
export function readGender(text: string): Gender | null | undefined {
  if (soleWord(text) === '') return null;
  const gender = toGender(text);
  if (gender === null) return undefined;
  return gender === 'unknown' ? null : gender;
}
