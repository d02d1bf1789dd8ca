/** Values of corrections: when two are the same, how they are read, what is too long, and what a decision makes of them. */
import { describe, expect, it } from 'vitest';
import {
  conflictSentence,
  isSameValue,
  valueLines,
  writeValue,
  type CorrectedValue,
} from '../../../domain/corrected-value.ts';
import { refuseCorrection, type Correction, type DetailField } from '../../../domain/correction.ts';
import { applyCorrections, type DonorDetails } from '../../../domain/donor-details.ts';
import { doubtAboutAddress, doubtAboutName } from '../../../domain/doubt.ts';
import { writeEvidence } from '../../../domain/evidence.ts';
import type { PersonName } from '../../../domain/person-name.ts';
import { isPostcodeOf } from '../../../domain/postcode.ts';
import { detailOf, rebaseChain } from '../../../domain/rebase.ts';
import { settle, withValue } from '../../../domain/settle.ts';

const HOME = { street: 'Wilgenhof 41', postcode: '8031 XD', town: 'Zwolle', country: 'NL' };
const HANNEKE = { firstName: 'Hanneke', prefix: 'van der', surname: 'Knaap' };
const text = (length: number): string => 'x'.repeat(length);

describe('two values say the same', () => {
  it.each<[string, CorrectedValue, CorrectedValue, DetailField]>([
    ['two notations of a number', '06-12345678', '+31 6 12345678', 'phone'],
    ['what is no number, but for spaces', ' 12', '12 ', 'phone'],
    ['an e-mail address in capitals', ' Jan@Voorbeeld.nl', 'jan@voorbeeld.nl', 'email'],
    ['two notations of a postcode', HOME, { ...HOME, postcode: '8031xd', town: ' Zwolle ' }, 'address'],
    ['a postcode from abroad', { ...HOME, postcode: 'B-1000' }, { ...HOME, postcode: 'B-1000 ' }, 'address'],
    ['a name, but for spaces', HANNEKE, { ...HANNEKE, surname: ' Knaap' }, 'name'],
  ])('%s', (_, a, b, field) => {
    expect(isSameValue(a, b, field)).toBe(true);
    expect(isSameValue(b, a, field)).toBe(true);
  });

  it.each<[string, CorrectedValue, CorrectedValue, DetailField]>([
    ['two numbers', '06-12345678', '06-12345679', 'phone'],
    ['two texts that are no number', '12', '13', 'phone'],
    ['a number and a text', '06-12345678', '12', 'phone'],
    ['a number as an e-mail address', '06-12345678', '+31612345678', 'email'],
    ['another street', HOME, { ...HOME, street: 'Wilgenhof 43' }, 'address'],
    ['another town', HOME, { ...HOME, town: 'Kampen' }, 'address'],
    ['another country', HOME, { ...HOME, country: 'BE' }, 'address'],
    ['another postcode', HOME, { ...HOME, postcode: '8031 XE' }, 'address'],
    ['two postcodes from abroad', { ...HOME, postcode: '1000' }, { ...HOME, postcode: '1001' }, 'address'],
    ['another prefix', HANNEKE, { ...HANNEKE, prefix: 'van de' }, 'name'],
    ['a name in capitals', HANNEKE, { ...HANNEKE, surname: 'KNAAP' }, 'name'],
    ['an address and a name', HOME, HANNEKE, 'address'],
    ['a text and an address', 'Wilgenhof 41', HOME, 'address'],
  ])('not %s', (_, a, b, field) => {
    expect(isSameValue(a, b, field)).toBe(false);
    expect(isSameValue(b, a, field)).toBe(false);
  });
});

describe('a value is read', () => {
  it.each<[CorrectedValue, DetailField, string]>([
    ['0612345678', 'phone', '06 12 34 56 78'],
    ['via dochter 0612345678', 'phone', 'via dochter 0612345678'],
    ['12', 'phone', '12'],
    ['0612345678', 'email', '0612345678'],
    [HOME, 'address', 'Wilgenhof 41, 8031 XD Zwolle'],
    [{ ...HOME, street: ' ' }, 'address', '8031 XD Zwolle'],
    [{ ...HOME, postcode: ' ' }, 'address', 'Wilgenhof 41, Zwolle'],
    [{ ...HOME, postcode: '8031xd', town: '' }, 'address', 'Wilgenhof 41, 8031 XD'],
    [HANNEKE, 'name', 'Hanneke van der Knaap'],
    [{ ...HANNEKE, prefix: '' }, 'name', 'Hanneke Knaap'],
  ])('%j of %s as %s', (value, field, line) => {
    expect(writeValue(value, field)).toBe(line);
  });

  it('by lines, the street first', () => {
    expect(valueLines(HOME, 'address')).toEqual(['Wilgenhof 41', '8031 XD Zwolle']);
  });

  it('in the words of a conflict', () => {
    expect(conflictSentence('0612345678', 'phone')).toEqual({
      nl: 'Intussen is dit ook in het CRM veranderd, in "06 12 34 56 78". Kies wat geldt.',
      en: 'Meanwhile this was changed in the CRM too, to "06 12 34 56 78". Choose what holds.',
    });
    expect(conflictSentence(null, 'phone').nl).toBe('Intussen is dit in het CRM weggehaald. Kies wat geldt.');
  });
});

describe('a correction is refused', () => {
  const row = { rowId: 1, crmId: 10, base: null };
  const name = (value: Partial<typeof HANNEKE>): Correction => ({
    field: 'name',
    base: HANNEKE,
    value: { ...HANNEKE, ...value },
  });
  const address = (value: Partial<typeof HOME>): Correction => ({
    field: 'address',
    ...row,
    value: { ...HOME, ...value },
  });
  const email = (value: string): Correction => ({ field: 'email', ...row, value });

  it.each<[string, Correction, Correction]>([
    ['a first name of 65 characters', name({ firstName: text(64) }), name({ firstName: text(65) })],
    ['a prefix of 65', name({ prefix: text(64) }), name({ prefix: text(65) })],
    ['a surname of 65', name({ surname: text(64) }), name({ surname: text(65) })],
    ['no name', name({ firstName: '' }), name({ firstName: ' ', surname: ' ' })],
    ['a name without a first name', name({ surname: '' }), name({ firstName: '', surname: '' })],
    ['a street of 97', address({ street: text(96) }), address({ street: text(97) })],
    ['a town of 65', address({ town: text(64) }), address({ town: text(65) })],
    [
      'a postcode of 65',
      address({ country: 'XX', postcode: text(64) }),
      address({ country: 'XX', postcode: text(65) }),
    ],
    ['no street', address({ street: 'x' }), address({ street: ' ' })],
    ['no town', address({ town: 'x' }), address({ town: ' ' })],
    ['a Dutch postcode that is none', address({ country: 'BE', postcode: '1000' }), address({ postcode: '1000' })],
    ['what the CRM reads as nothing', address({ town: 'Null' }), address({ town: ' NULL ' })],
    ['what it reads as nothing in a name', name({ surname: 'Null' }), name({ surname: 'null' })],
    ['an e-mail address of 255', email(`${text(242)}@voorbeeld.nl`.slice(-254)), email(`${text(242)}@voorbeeld.nl`)],
    ['an e-mail address without a dot', email('a@b.c'), email('a@b')],
  ])('for %s', (_, kept, refused) => {
    expect(refuseCorrection(kept)).toBeNull();
    expect(refuseCorrection(refused)).not.toBeNull();
  });
});

describe('a correction is laid over the details', () => {
  const person: PersonName = { kind: 'individual', ...HANNEKE, displayName: '', gender: null };
  const details: DonorDetails = {
    name: person,
    phones: [
      { rowId: 1, crmId: 10, value: 'een', isPrimary: true, kind: null },
      { rowId: 2, crmId: null, value: 'twee', isPrimary: false, kind: null },
    ],
    emails: [],
    addresses: [],
  };
  const phones = (rowId: number | null, crmId: number | null): readonly string[] =>
    applyCorrections(details, [{ field: 'phone', rowId, crmId, base: null, value: 'nieuw' }]).phones.map(
      ({ value }) => value,
    );

  it.each([
    ['the row with its number in the CRM, whatever its number here', 7, 10, ['nieuw', 'twee']],
    ['the row that the CRM does not have', 2, null, ['een', 'nieuw']],
    ['no row that the CRM has, when it has none there', 1, null, ['een', 'twee', 'nieuw']],
    ['a new one', null, null, ['een', 'twee', 'nieuw']],
  ])('over %s', (_, rowId, crmId, values) => {
    expect(phones(rowId, crmId)).toEqual(values);
  });

  it('and the first of a kind is the primary one', () => {
    const two = applyCorrections(details, [
      { field: 'email', rowId: null, crmId: 1, base: null, value: 'a@b.nl' },
      { field: 'email', rowId: null, crmId: 2, base: null, value: 'c@d.nl' },
    ]);
    expect(two.emails.map(({ isPrimary }) => isPrimary)).toEqual([true, false]);
  });
});

describe('a decision', () => {
  const correction: Correction = { field: 'phone', rowId: 1, crmId: 10, base: 'oud', value: 'nieuw' };
  const renamed: Correction = { field: 'name', base: HANNEKE, value: { ...HANNEKE, surname: 'Bos' } };

  it('for ours sends it again, based on what the CRM has; as a new row when the CRM has none', () => {
    expect(settle(correction, 'theirs', { keep: 'mine' })).toEqual({ ...correction, base: 'theirs' });
    expect(settle(correction, null, { keep: 'mine' })).toEqual({ ...correction, rowId: null, crmId: null, base: null });
    expect(settle(renamed, HANNEKE, { keep: 'mine' })).toEqual(renamed);
    expect(settle(renamed, null, { keep: 'mine' })).toEqual(renamed);
    expect(settle(correction, 'theirs', { keep: 'theirs' })).toBeNull();
  });

  it('for another value takes it without the spaces around it, and a postcode as it is written', () => {
    const other = settle(correction, 'theirs', { keep: 'other', typed: { field: 'phone', value: ' anders ' } });
    expect(other).toEqual({ ...correction, base: 'theirs', value: 'anders' });
    const moved: Correction = { field: 'address', rowId: 1, crmId: 10, base: HOME, value: HOME };
    expect(
      withValue(moved, { field: 'address', value: { ...HOME, street: ' Iepenhof 2 ', postcode: '8031xd' } })?.value,
    ).toEqual({ ...HOME, street: 'Iepenhof 2' });
    expect(withValue(renamed, { field: 'name', value: { ...HANNEKE, surname: ' Vos ' } })?.value).toEqual({
      ...HANNEKE,
      surname: 'Vos',
    });
    const mail: Correction = { field: 'email', rowId: 1, crmId: 10, base: null, value: 'a@b.nl' };
    expect(withValue(mail, { field: 'email', value: ' c@d.nl ' })?.value).toBe('c@d.nl');
  });

  it('about another field is none', () => {
    const mail: Correction = { field: 'email', rowId: 1, crmId: 10, base: null, value: 'a@b.nl' };
    const moved: Correction = { field: 'address', rowId: 1, crmId: 10, base: HOME, value: HOME };
    expect(withValue(correction, { field: 'email', value: 'a@b.nl' })).toBeNull();
    expect(withValue(mail, { field: 'phone', value: '06' })).toBeNull();
    expect(withValue(moved, { field: 'name', value: HANNEKE })).toBeNull();
    expect(withValue(renamed, { field: 'address', value: HOME })).toBeNull();
    expect(withValue(renamed, { field: 'phone', value: '06' })).toBeNull();
    expect(withValue(correction, { field: 'name', value: HANNEKE })).toBeNull();
    expect(withValue(mail, { field: 'address', value: HOME })).toBeNull();
  });
});

describe('a chain of corrections', () => {
  const link = (base: string | null, value: string): Correction => ({
    field: 'email',
    rowId: 1,
    crmId: 10,
    base,
    value,
  });

  it('is about a row that is gone when the CRM has nothing, unless it began with nothing', () => {
    expect(rebaseChain([link('a', 'b')], null)).toEqual(['conflict']);
    expect(rebaseChain([link(null, 'b')], null)).toEqual(['send']);
    expect(rebaseChain([link(null, 'b')], 'c')).toEqual(['conflict']);
    const moved: Correction = { field: 'address', rowId: null, crmId: null, base: null, value: HOME };
    expect(rebaseChain([moved], { ...HOME, street: 'Iepenhof 2' })).toEqual(['conflict']);
    expect(rebaseChain([{ ...moved, base: HOME }], null)).toEqual(['conflict']);
    expect(rebaseChain([], null)).toEqual([]);
  });

  it('has arrived up to the last one that the CRM says', () => {
    expect(rebaseChain([link('a', 'b'), link('b', 'c'), link('c', 'd')], 'c')).toEqual(['done', 'done', 'send']);
  });

  it('is of one detail: the name, a row of the CRM, a row of here, or a new one', () => {
    expect(detailOf({ field: 'name', base: HANNEKE, value: HANNEKE })).toBe('name');
    expect(detailOf(link('a', 'b'))).toBe('email:10');
    expect(detailOf({ field: 'phone', rowId: 3, crmId: null, base: null, value: '' })).toBe('phone:here:3');
    expect(detailOf({ field: 'phone', rowId: null, crmId: null, base: null, value: '' })).toBe('phone:here:new');
  });
});

describe('a doubt', () => {
  const name = (change: Partial<PersonName>): PersonName => ({
    kind: 'individual',
    ...HANNEKE,
    displayName: '',
    gender: null,
    ...change,
  });

  it('about capitals needs three letters', () => {
    expect(doubtAboutName(name({ surname: 'BOS' }))?.en).toContain('capitals');
    expect(doubtAboutName(name({ surname: 'OS' }))).toBeNull();
    expect(doubtAboutName(name({ surname: 'Bos' }))).toBeNull();
  });

  it('about a prefix with the surname is for one in small letters', () => {
    const own = { prefix: '' };
    expect(doubtAboutName(name({ ...own, surname: 'van der Knaap' }))?.en).toContain('prefix');
    expect(doubtAboutName(name({ ...own, surname: 'Van den Broeck' }))).toBeNull();
    expect(doubtAboutName(name({ ...own, surname: 'knaap' }))).toBeNull();
    expect(doubtAboutName(name({ prefix: 'van', surname: 'der Knaap' }))).toBeNull();
  });

  it('is none about a postcode of a country whose postcodes are not known here', () => {
    expect(isPostcodeOf('XX', 'anything')).toBe(true);
    expect(isPostcodeOf('BE', '1000')).toBe(true);
    expect(isPostcodeOf('BE', '0100')).toBe(false);
    expect(doubtAboutAddress({ ...HOME, country: 'XX', postcode: '?' })).toBeNull();
    expect(doubtAboutAddress({ ...HOME, postcode: '?' })?.en).toBe('The postcode does not look right.');
  });
});

describe('the evidence', () => {
  const evidence = {
    madeAt: '2026-11-21T13:05:00.000Z',
    charity: 'Elk Kind Zwemt',
    name: 'Hanneke van der Knaap',
    externalId: 'D-12',
    crmId: 7,
    basis: { nl: 'Gaf het nummer bij de gift', en: 'Gave the number with the gift' },
    parts: [
      { title: { nl: 'Giften', en: 'Gifts' }, lines: [{ nl: '€ 25', en: '€25' }] },
      { title: { nl: 'Verzet', en: 'Objections' }, lines: [] },
    ],
  };

  it('has every fact, and says of a part without any that there is none', () => {
    expect(writeEvidence(evidence, 'nl').split('\n')).toEqual([
      'Bewijs van de grond om te bellen: Hanneke van der Knaap (D-12, CRM 7)',
      'Elk Kind Zwemt, gemaakt op 21 november 2026 14:05',
      '',
      'Gaf het nummer bij de gift.',
      '',
      'Giften',
      '- € 25',
      '',
      'Verzet',
      '- niets vastgelegd',
      '',
      'Wat Dankbel hier toont is geen juridisch advies.',
      '',
    ]);
  });

  it('is in English for who reads that, with the numbers that there are', () => {
    const lines = writeEvidence({ ...evidence, externalId: null }, 'en').split('\n');
    expect(lines.slice(0, 4)).toEqual([
      'Proof of the basis for calls: Hanneke van der Knaap (CRM 7)',
      'Elk Kind Zwemt, made on 21 November 2026 14:05',
      '',
      'Gave the number with the gift.',
    ]);
    expect(lines).toContain('- nothing recorded');
    expect(lines.at(-2)).toBe('What Dankbel shows here is no legal advice.');
    expect(writeEvidence({ ...evidence, crmId: null }, 'nl')).toContain('(D-12)');
  });
});
