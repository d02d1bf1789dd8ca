/** Countries as exports write them, to the code of ISO 3166 that addresses are kept with. */
import { plainWord } from './plain-word.ts';

const FIRST = 'A'.charCodeAt(0);
const LETTERS = Array.from({ length: 26 }, (_, index) => String.fromCharCode(FIRST + index));

/** Names in Dutch and English, as the language tables of the platform have them. Codes that were replaced are left out. */
const CODES: ReadonlyMap<string, string> = new Map([
  ...['nl', 'en'].flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    const codes = LETTERS.flatMap((first) => LETTERS.map((second) => `${first}${second}`));
    return codes.flatMap((code): (readonly [string, string])[] => {
      const name = isCurrent(code) ? names.of(code) : undefined;
      return name === undefined ? [] : [[plainWord(name), code]];
    });
  }),
  ['holland', 'NL'],
  ['nld', 'NL'],
  ['bel', 'BE'],
]);

/** UK is GB, SU is RU: the same name must not lead to the old code. */
function isCurrent(code: string): boolean {
  return Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
}

/** "NL" of "nl", "Nederland" or "The Netherlands"; a name that is not known stays as it is. Empty is Dutch. */
export function readCountry(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return 'NL';
  if (/^[a-z]{2}$/i.test(trimmed)) return trimmed.toUpperCase();
  return CODES.get(plainWord(trimmed.replace(/^(?:the|de|het)\s+/i, ''))) ?? trimmed;
}
