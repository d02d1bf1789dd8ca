/** By what somebody is looked for in the CRM: whoever shares none of it is not found at all. */
import { describe, expect, it } from 'vitest';
import type { Identity } from '../../../../domain/matching/identity.ts';
import { ibanOf, prepare } from '../../../../domain/matching/prepare.ts';
import { searchKeysOf } from '../../../../domain/matching/search-keys.ts';
import { ACCOUNT, HOUSE, knownAs, MAILBOX } from '../../../support/known-as.ts';

const keysOf = (changes: Partial<Identity>): readonly string[] =>
  searchKeysOf(knownAs(changes)).map(({ kind, value }) => `${kind} ${value}`);
const NAME = ['name hanneke knaap', 'surname knaap'];

describe('somebody is looked for', () => {
  it('by everything of her own, and by the house without its addition', () => {
    const all = { emails: [MAILBOX], ibans: [ACCOUNT], phones: ['06 12 34 56 78'], addresses: [HOUSE] };
    expect(keysOf(all)).toEqual([
      `email ${MAILBOX}`,
      `iban ${ACCOUNT}`,
      'phone +31612345678',
      'house 8031XD 41',
      ...NAME,
    ]);
  });

  it('by no house without a postcode or a number', () => {
    expect(
      keysOf({
        addresses: [
          { ...HOUSE, postcode: '' },
          { ...HOUSE, street: 'Wilgenhof' },
        ],
      }),
    ).toEqual(NAME);
  });

  it('by nothing that is no mailbox, account or number', () => {
    expect(keysOf({ emails: ['geen'], ibans: ['NL91ABNA0417164301', ''], phones: ['12'] })).toEqual(NAME);
    expect(ibanOf('nl91 abna 0417 1643 00')).toBe(ACCOUNT);
  });

  it('by the whole name where there is one, and by the surname', () => {
    expect(keysOf({ surname: 'Bakker e/v de Vries' })).toEqual(['name hanneke bakker vries', 'surname bakker vries']);
    expect(keysOf({ surname: 'El-Amrani', prefix: '' })).toEqual(['name hanneke amrani', 'surname amrani']);
    expect(keysOf({ surname: 'van den Heuvel Rijnders', firstName: '' })).toEqual(['surname heuvel rijnders']);
    expect(keysOf({ firstName: 'H.M.' })).toEqual(['surname knaap']);
    expect(keysOf({ firstName: '' })).toEqual(['surname knaap']);
    expect(keysOf({ surname: '', prefix: '' })).toEqual([]);
  });

  it('by the words of an organisation without its legal form', () => {
    expect(keysOf({ organisation: 'Bakkerij de Knaap B.V.' })).toEqual([...NAME, 'organisation bakkerij knaap']);
  });
});

it('a birthday is known with its year, or without', () => {
  const born = ({ birthday, birthYear }: ReturnType<typeof prepare>) => [birthday, birthYear];
  expect(born(prepare(knownAs({ birthday: '1961-03-14' })))).toEqual(['03-14', '1961']);
  expect(born(prepare(knownAs({ birthday: '03-14' })))).toEqual(['03-14', null]);
  expect(born(prepare(knownAs()))).toEqual([null, null]);
});
