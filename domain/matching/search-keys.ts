/**
 * By what somebody is looked for in the CRM. Whoever shares none of these keys is not compared at all, so a key is wide
 * where the comparison is narrow: a house without its addition, a name by its words.
 */
import { isInitials } from './compare.ts';
import type { Identity } from './identity.ts';
import { prepare } from './prepare.ts';

/**
 * So many donors are looked at for one key, by their number: enough to see that a name is nobody's own. Of a house all are,
 * by its postcode.
 */
export const MOST_PER_KEY = 25;

export const SEARCH_KINDS = ['email', 'iban', 'phone', 'house', 'name', 'surname', 'organisation'] as const;

export interface SearchKey {
  readonly kind: (typeof SEARCH_KINDS)[number];
  /** Of a name, an organisation and a house: words, with a space between them. */
  readonly value: string;
}

export function searchKeysOf(identity: Identity): readonly SearchKey[] {
  const { emails, ibans, phones, addresses, name, organisation } = prepare(identity);
  const [first = ''] = name.first;
  const keys = (kind: SearchKey['kind'], values: Iterable<string>): readonly SearchKey[] =>
    [...values].map((value) => ({ kind, value }));
  return [
    ...keys('email', emails),
    ...keys('iban', ibans),
    ...keys('phone', phones),
    ...keys(
      'house',
      addresses.flatMap(({ postcode, number }) =>
        postcode === '' || number === null ? [] : [`${postcode} ${number}`],
      ),
    ),
    ...keys(
      'name',
      first === '' || name.surname === '' || isInitials(name.first) ? [] : [`${first} ${name.words.join(' ')}`],
    ),
    ...keys('surname', name.surname === '' ? [] : [name.words.join(' ')]),
    ...keys('organisation', organisation.length === 0 ? [] : [organisation.join(' ')]),
  ];
}
