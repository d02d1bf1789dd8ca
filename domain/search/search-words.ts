/** How donors and what somebody types are brought to the same words: without accents, capitals and punctuation. */
import { dutchPostcode } from '../postal-address.ts';

/** Letters that no decomposition takes apart. */
const SPELLED_OUT: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    ß: 'ss',
    ø: 'o',
    æ: 'ae',
    œ: 'oe',
    ð: 'd',
    þ: 'th',
    ł: 'l',
    đ: 'd',
    ı: 'i',
    ĳ: 'ij',
  }),
);
const SPELLED_OUT_LETTERS = new RegExp(`[${[...SPELLED_OUT.keys()].join('')}]`, 'gu');

/** Most texts are plain, and to look is quicker than to take apart. */
const NOT_PLAIN = /[^ -~]/u;

/** Lower case, without accents: "Zoë-Loïs" becomes "zoe-lois". */
export function withoutAccents(text: string): string {
  if (!NOT_PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(SPELLED_OUT_LETTERS, (letter) => SPELLED_OUT.get(letter) ?? letter);
}

/** The words of a text: "Van 't Hooft-d'Ancona" gives van, t, hooft, d, ancona. */
export function wordsOf(text: string): readonly string[] {
  return withoutAccents(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What of a donor is found by words. Whole numbers and e-mail addresses are looked up where they are kept. */
export interface SearchableDonor {
  readonly firstName: string;
  readonly prefix: string;
  readonly surname: string;
  readonly displayName: string;
  readonly externalId: string | null;
  readonly crmId: number | null;
  readonly emails: readonly string[];
  readonly addresses: readonly { readonly street: string; readonly postcode: string }[];
  /** As they are kept, in which no valid number was found. */
  readonly otherPhones: readonly string[];
}

/** Every word that the donor is found by, each once. */
export function searchWordsOf(donor: SearchableDonor): readonly string[] {
  const { firstName, prefix, surname, displayName, externalId, crmId } = donor;
  const names = [firstName, prefix, surname, displayName].flatMap(wordsOf);
  const ownNumber = externalId === null ? [] : [...wordsOf(externalId), joined(externalId)];
  return [
    ...new Set([
      ...names,
      initialsOf(firstName),
      joined(`${prefix} ${surname}`),
      ...ownNumber,
      ...(crmId === null ? [] : [String(crmId)]),
      ...donor.emails.flatMap(wordsOfEmail),
      ...donor.addresses.flatMap(wordsOfAddress),
      ...donor.otherPhones.map((raw) => raw.replaceAll(/\D/g, '')),
    ]),
  ].filter((word) => word !== '');
}

/** "Jan-Pieter" and "J.P." are both found by "jp". */
function initialsOf(firstName: string): string {
  return wordsOf(firstName)
    .flatMap((part) => Array.from(part).slice(0, 1))
    .join('');
}

function joined(text: string): string {
  return wordsOf(text).join('');
}

/** What stands before the @, in parts and as one. */
function wordsOfEmail(email: string): readonly string[] {
  const [local = ''] = email.split('@');
  return [...wordsOf(local), joined(local)];
}

const LONGEST_STREET = 200;

/** "1234ab" and "1234ab12": postcode, and postcode with house number. */
function wordsOfAddress({ street, postcode }: { readonly street: string; readonly postcode: string }): string[] {
  const dutch = dutchPostcode(postcode);
  const code = dutch === null ? joined(postcode) : dutch.toLowerCase();
  if (code === '') return [];
  const [, house = ''] = /\s(\d.*)$/u.exec(street.slice(0, LONGEST_STREET)) ?? [];
  return house === '' ? [code] : [code, `${code}${joined(house)}`];
}
