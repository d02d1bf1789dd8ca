/** Two identities side by side: which field says what, by which words, and how heavily; the same from both sides. */
import { describe, expect, it } from 'vitest';
import { compare } from '../../../../domain/matching/compare.ts';
import { WEIGHTS, type MatchedField, type Verdict } from '../../../../domain/matching/evidence.ts';
import type { Identity } from '../../../../domain/matching/identity.ts';
import { prepare } from '../../../../domain/matching/prepare.ts';
import { ACCOUNT, HOUSE, knownAs, MAILBOX } from '../../../support/known-as.ts';

const OTHER_ACCOUNT = 'NL20INGB0001234567';
const evidenceOf = (field: string, one: Identity, other: Identity) =>
  compare(prepare(one), prepare(other)).find((each) => each.field === field);

type Case = readonly [string, Partial<Identity>, Partial<Identity>, Verdict];

const house = (changes: Partial<Identity['addresses'][number]>) => ({ addresses: [{ ...HOUSE, ...changes }] });
const company = (organisation: string) =>
  ({ kind: 'organization', organisation, firstName: '', prefix: '', surname: '' }) as const;

const CASES: Readonly<Partial<Record<MatchedField, readonly Case[]>>> = {
  email: [
    ['one of several agrees', { emails: ['x@voorbeeld.nl', MAILBOX] }, { emails: [MAILBOX, 'y@voorbeeld.nl'] }, 'same'],
    ['none agrees', { emails: ['x@voorbeeld.nl'] }, { emails: [MAILBOX] }, 'different'],
    ['one does not say', { emails: [MAILBOX] }, {}, 'unknown'],
    ['neither says', {}, {}, 'unknown'],
  ],
  iban: [
    ['the same', { ibans: [ACCOUNT] }, { ibans: [ACCOUNT] }, 'same'],
    ['another', { ibans: [ACCOUNT] }, { ibans: [OTHER_ACCOUNT] }, 'different'],
    ['two that are none, and alike', { ibans: ['NL91ABNA0417164301'] }, { ibans: ['NL91ABNA0417164301'] }, 'unknown'],
  ],
  mobile: [
    ['written otherwise', { phones: ['06-12345678'] }, { phones: ['+31 6 12 34 56 78'] }, 'same'],
    ['another', { phones: ['06-12345678'] }, { phones: ['06-87654321'] }, 'different'],
    ['of another country', { phones: ['+32 470 12 34 56'] }, { phones: ['0032470123456'] }, 'same'],
    ['of a country that does not tell them apart', { phones: ['+12125550123'] }, { phones: ['+12125550123'] }, 'same'],
    ['a landline of another country', { phones: ['+3222345678'] }, { phones: ['+3222345678'] }, 'unknown'],
    ['a landline says nothing of it', { phones: ['06-12345678'] }, { phones: ['038 421 00 00'] }, 'unknown'],
  ],
  landline: [
    ['the same', { phones: ['038-4210000'] }, { phones: ['0031384210000'] }, 'same'],
    ['another', { phones: ['038-4210000'] }, { phones: ['038-4210001'] }, 'different'],
    ['a mobile says nothing of it', { phones: ['038-4210000'] }, { phones: ['06-12345678'] }, 'unknown'],
  ],
  address: [
    ['the same door', house({}), house({}), 'same'],
    ['an addition left out', house({}), house({ street: 'Wilgenhof 41' }), 'same'],
    ['another front door', house({}), house({ street: 'Wilgenhof 41 C' }), 'near'],
    ['another number at the postcode', house({}), house({ street: 'Wilgenhof 43 B' }), 'near'],
    ['another postcode', house({}), house({ postcode: '8031 XE' }), 'different'],
    ['no postcode', house({}), house({ postcode: '' }), 'unknown'],
    ['no number', house({}), house({ street: 'Wilgenhof' }), 'unknown'],
    ['no address', house({}), {}, 'unknown'],
    [
      'the nearest of several counts',
      { addresses: [{ ...HOUSE, postcode: '1011 AB' }, HOUSE] },
      { addresses: [{ ...HOUSE, street: 'Wilgenhof 43' }, HOUSE] },
      'same',
    ],
    [
      'near before different',
      { addresses: [{ ...HOUSE, postcode: '1011 AB' }, HOUSE] },
      { addresses: [{ ...HOUSE, street: 'Wilgenhof 43' }] },
      'near',
    ],
  ],
  surname: [
    ['the same', {}, {}, 'same'],
    ['a typing mistake', {}, { surname: 'Knapa' }, 'alike'],
    ['half of a double one', {}, { surname: 'Bakker-Knaap', prefix: '' }, 'part'],
    ['half of a double one, with a mistake', {}, { surname: 'Bakker-Knapa', prefix: '' }, 'part'],
    ['the halves the other way round', { surname: 'Bakker-Knaap' }, { surname: 'Knaap-Bakker' }, 'same'],
    ['another', {}, { surname: 'Visser' }, 'different'],
    ['two double ones without a shared half', { surname: 'Bakker-Knaap' }, { surname: 'Visser-Smit' }, 'different'],
    ['none', {}, { surname: '', prefix: '' }, 'unknown'],
    ['nothing but a hyphen', {}, { surname: '-', prefix: '' }, 'unknown'],
    ['nothing but a prefix, which is then the name', { surname: 'De' }, { prefix: 'de', surname: 'De' }, 'same'],
    ['a hyphen with nothing behind it', { surname: 'Bakker-' }, { surname: 'Visser-' }, 'different'],
    ['one half of two', { surname: 'Bakker-de Wit' }, { surname: 'Bakker-Hendriks' }, 'part'],
    ['the same half twice', { surname: 'Jansen-Jansen' }, { surname: 'Jansen-Bakker' }, 'part'],
    ['a prefix joined by a hyphen', { surname: 'El-Amrani' }, { surname: 'El Amrani' }, 'same'],
    ['nothing but such a prefix in common', { surname: 'El-Amrani' }, { surname: 'El-Khatib' }, 'different'],
    ['nothing but ’s in common', { surname: "'s-Gravesande" }, { surname: "'s-Hertogen" }, 'different'],
    ['a husband’s, with e/v', { surname: 'Bakker e/v de Vries' }, { prefix: 'de', surname: 'Vries' }, 'part'],
    ['a husband’s, with e.v.', { surname: 'Bakker e.v. de Vries' }, { prefix: 'de', surname: 'Vries' }, 'part'],
    ['the one she was born with', { surname: 'Bakker Geb. de Vries' }, { prefix: 'de', surname: 'Vries' }, 'part'],
    ['the one she was born with, in brackets', { surname: 'Bos (geb. Smid)' }, { surname: 'Smid' }, 'part'],
    ['a double one without its hyphen, and with it', { surname: 'Bakker Knaap' }, { surname: 'Bakker-Knaap' }, 'same'],
    ['half of a double one without its hyphen', { surname: 'Bakker Knaap' }, { surname: 'Bakker' }, 'part'],
    ['the other half of it', { surname: 'Bakker van der Knaap' }, {}, 'part'],
    ['a half of it with a mistake', { surname: 'Bakker Knaap' }, { surname: 'Knapa' }, 'part'],
    ['two halves of three words', { surname: 'Bakker ten Oude Knaap' }, { surname: 'Oude Knaap' }, 'part'],
    ['it and a double one that shares a half', { surname: 'Bakker Knaap' }, { surname: 'Knaap-Visser' }, 'part'],
    ['it the other way round', { surname: 'Bakker Knaap' }, { surname: 'Knaap-Bakker' }, 'part'],
    ['it and another name', { surname: 'Bakker Knaap' }, { surname: 'Visser' }, 'different'],
    [
      'two names of two words with one in common',
      { surname: 'Klein Haarhuis' },
      { surname: 'Klein Wassink' },
      'different',
    ],
    ['a prefix in the middle alone', { surname: 'Bakker de Knaap' }, { surname: 'De' }, 'different'],
    ['a mistake in a short half', { surname: 'Bos-Vries' }, { surname: 'Vos-Smit' }, 'different'],
    ['of a person and a household', {}, { kind: 'household' }, 'unknown'],
    ['of a person and a company', {}, company('Knaap B.V.'), 'unknown'],
  ],
  firstName: [
    ['the same', {}, {}, 'same'],
    ['an initial', {}, { firstName: 'H.' }, 'initial'],
    ['initials together', {}, { firstName: 'HJM' }, 'initial'],
    ['another initial', {}, { firstName: 'B.' }, 'different'],
    [
      'an initial of somebody of another gender',
      { gender: 'female' },
      { firstName: 'H.', gender: 'male' },
      'different',
    ],
    ['an initial of somebody of the same gender', { gender: 'male' }, { firstName: 'H.', gender: 'male' }, 'initial'],
    ['four initials together', {}, { firstName: 'HJMB' }, 'initial'],
    ['five letters without a vowel, which are a name', {}, { firstName: 'Hbdrk' }, 'different'],
    ['an initial before a name', { firstName: 'J. Pieter' }, { firstName: 'Jan' }, 'initial'],
    ['an initial before a name, and that name', { firstName: 'J. Pieter' }, { firstName: 'Pieter' }, 'same'],
    [
      'an initial before a name that is the second',
      { firstName: 'J. Pieter' },
      { firstName: 'Jan Pieter' },
      'nickname',
    ],
    ['an initial before two names', { firstName: 'J. Pieter' }, { firstName: 'J. Klaas' }, 'different'],
    ['an initial before a name, and another', { firstName: 'J. Pieter' }, { firstName: 'Klaas' }, 'different'],
    ['an initial behind a name', { firstName: 'Anna M.' }, { firstName: 'Anna' }, 'same'],
    ['an initial before a name, twice', { firstName: 'J. Pieter' }, { firstName: 'j pieter' }, 'same'],
    ['a name at home of a man or a woman', { firstName: 'Cor' }, { firstName: 'Cornelia' }, 'nickname'],
    ['a name at home of a woman or a man', { firstName: 'Cor' }, { firstName: 'Cornelis' }, 'nickname'],
    ['of a person and a household', {}, { kind: 'household' }, 'unknown'],
    ['an initial, and one gender is not known', { gender: 'female' }, { firstName: 'H.' }, 'initial'],
    ['a name at home', {}, { firstName: 'Johanna' }, 'nickname'],
    ['a second name', {}, { firstName: 'Maria Hanneke' }, 'nickname'],
    ['a typing mistake', {}, { firstName: 'Hannek' }, 'alike'],
    ['another', {}, { firstName: 'Willem' }, 'different'],
    ['none', {}, { firstName: '' }, 'unknown'],
  ],
  organisation: [
    ['the same', company('Bakkerij Knaap B.V.'), company('bakkerij knaap bv'), 'same'],
    ['a typing mistake', company('Bakkerij Knaap'), company('Bakerij Knaap'), 'alike'],
    ['with more words', company('Bakkerij Knaap'), company('Bakkerij Knaap Zwolle Zuid'), 'part'],
    ['another', company('Bakkerij Knaap'), company('Slagerij Visser'), 'different'],
    ['one word of two', company('Bakkerij Knaap'), company('Bakkerij Visser'), 'different'],
    ['with a legal form', company('Knaap B.V.'), company('Knaap'), 'same'],
    ['a word twice', company('Toren Toren'), company('Toren Visser'), 'part'],
    ['nothing but a legal form, which is then the name', company('De Groep'), company('de groep'), 'same'],
    ['initials with dots', company('K.N.A.A.P. Zwolle'), company('KNAAP Zwolle'), 'same'],
    ['of a company and a person', company('Bakkerij Knaap'), {}, 'unknown'],
  ],
  birthday: [
    ['the same', { birthday: '1961-03-14' }, { birthday: '1961-03-14' }, 'same'],
    ['without a year on either side', { birthday: '03-14' }, { birthday: '03-14' }, 'same'],
    ['without a year', { birthday: '1961-03-14' }, { birthday: '03-14' }, 'same'],
    ['another year', { birthday: '1961-03-14' }, { birthday: '1962-03-14' }, 'different'],
    ['another day', { birthday: '1961-03-14' }, { birthday: '1961-03-15' }, 'different'],
    ['not known', { birthday: '1961-03-14' }, {}, 'unknown'],
  ],
};

describe.each(Object.entries(CASES))('%s', (field, cases) => {
  it.each(cases)('%s', (_, one, other, verdict) => {
    const both = [evidenceOf(field, knownAs(one), knownAs(other)), evidenceOf(field, knownAs(other), knownAs(one))];
    expect(both.map((each) => each?.verdict)).toEqual([verdict, verdict]);
  });
});

it('is told in the words of each place: of several those that agree, else the first', () => {
  const words = (field: MatchedField, one: Partial<Identity>, other: Partial<Identity>): readonly string[] => {
    const found = evidenceOf(field, knownAs(one), knownAs(other));
    return [found?.source ?? '', found?.candidate ?? ''];
  };
  expect(words('email', { emails: ['x@voorbeeld.nl', MAILBOX] }, { emails: [MAILBOX] })).toEqual([MAILBOX, MAILBOX]);
  expect(words('email', { emails: ['x@voorbeeld.nl'] }, { emails: [MAILBOX] })).toEqual(['x@voorbeeld.nl', MAILBOX]);
  expect(words('email', { emails: ['x@voorbeeld.nl'] }, {})).toEqual(['x@voorbeeld.nl', '']);
  expect(words('surname', {}, { prefix: '', surname: 'Visser' })).toEqual(['van der Knaap', 'Visser']);
  expect(words('firstName', {}, { firstName: 'H.' })).toEqual(['Hanneke', 'H.']);
  expect(words('birthday', { birthday: '1961-03-14' }, {})).toEqual(['1961-03-14', '']);
  expect(words('birthday', {}, { birthday: '03-14' })).toEqual(['', '03-14']);
  expect(words('address', house({ street: 'Wilgenhof' }), house({ street: 'Postbus' }))).toEqual([
    'Wilgenhof, 8031 XD Zwolle',
    'Postbus, 8031 XD Zwolle',
  ]);
  const twice = { addresses: [HOUSE, { ...HOUSE, street: 'Wilgenhof 41' }] };
  expect(words('address', twice, twice)).toEqual(['Wilgenhof 41 B, 8031 XD Zwolle', 'Wilgenhof 41 B, 8031 XD Zwolle']);
  expect(words('organisation', company('Bakkerij Knaap'), company('Slagerij'))).toEqual(['Bakkerij Knaap', 'Slagerij']);
  expect(words('address', { addresses: [{ ...HOUSE, postcode: '1011 AB' }, HOUSE] }, { addresses: [HOUSE] })).toEqual([
    'Wilgenhof 41 B, 8031 XD Zwolle',
    'Wilgenhof 41 B, 8031 XD Zwolle',
  ]);
});

it('weighs what docs/matching.md says, and nothing that is not known', () => {
  const table = Object.entries(WEIGHTS).map(
    ([field, weights]) =>
      `${field}: ${Object.entries(weights)
        .map(([verdict, points]) => `${verdict} ${points}`)
        .join(', ')}`,
  );
  expect(table).toEqual([
    'email: same 40',
    'iban: same 40',
    'mobile: same 40',
    'landline: same 15',
    'address: same 20, near 5',
    'surname: same 20, alike 14, part 12, different -25',
    'firstName: same 20, nickname 10, alike 10, initial 8, different -30',
    'organisation: same 35, alike 22, part 10, different -35',
    'birthday: same 25, different -40',
    'wholeName: only 6, rare 18',
  ]);
  expect(evidenceOf('email', knownAs(), knownAs())?.points).toBe(0);
  expect(evidenceOf('surname', knownAs(), knownAs({ surname: 'Visser' }))?.points).toBe(-25);
});
