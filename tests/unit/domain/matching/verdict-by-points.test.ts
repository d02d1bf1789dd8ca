/** Where certain, doubtful and none meet (docs/matching.md): examples that lie on the bound, and one point below it. */
import { describe, expect, it } from 'vitest';
import type { Identity } from '../../../../domain/matching/identity.ts';
import { compareWith, matchDonor } from '../../../../domain/matching/match.ts';
import { ACCOUNT, HOUSE, knownAs, MAILBOX } from '../../../support/known-as.ts';

const OTHER_ACCOUNT = 'NL20INGB0001234567';
const MOBILE = '06 12 34 56 78';
const LANDLINE = '038 421 00 00';
/** So that the surname is not hers alone, which would weigh too. */
const NAMESAKE = knownAs({ firstName: 'Gerrit' });

const matched = (source: Identity, ...crm: readonly Identity[]) =>
  matchDonor(
    source,
    crm.map((identity, at) => ({ donorId: at + 1, identity })),
  );
const pointsOf = (source: Identity, identity: Identity): number => compareWith(source, { donorId: 1, identity }).points;

describe('certain', () => {
  it('is 68 points: a mailbox, a surname and an initial', () => {
    const [source, known] = [knownAs({ emails: [MAILBOX] }), knownAs({ emails: [MAILBOX], firstName: 'H.' })];
    expect(pointsOf(source, known)).toBe(68);
    expect(matched(source, known, NAMESAKE)).toMatchObject({ kind: 'certain', match: { donorId: 1, points: 68 } });
  });

  it('is not 67: that surname mistyped, and an address that is only near', () => {
    const source = knownAs({ emails: [MAILBOX], addresses: [HOUSE] });
    const near = [{ ...HOUSE, street: 'Wilgenhof 43' }];
    const known = knownAs({ emails: [MAILBOX], firstName: 'H.', surname: 'Knapa', addresses: near });
    expect(compareWith(source, { donorId: 1, identity: known })).toMatchObject({ points: 67, traps: [] });
    expect(matched(source, known, NAMESAKE).kind).toBe('doubt');
  });
});

describe('doubtful', () => {
  it('is 46 points: the whole name, which nobody else has', () => {
    const outcome = matched(knownAs(), knownAs());
    expect(outcome).toMatchObject({ kind: 'doubt', candidates: [{ donorId: 1, points: 46 }] });
    const evidence = outcome.kind === 'doubt' ? outcome.candidates[0]?.evidence : [];
    expect(evidence?.at(-1)).toEqual({
      field: 'wholeName',
      verdict: 'only',
      source: 'Hanneke van der Knaap',
      candidate: 'Hanneke van der Knaap',
      points: 6,
    });
  });

  it('is not 45: surname and birthday, and no first name', () => {
    const born = { birthday: '03-14', firstName: '' };
    expect(pointsOf(knownAs(born), knownAs(born))).toBe(45);
    expect(matched(knownAs(born), knownAs(born)).kind).toBe('none');
  });

  it('is an initial with a surname that nobody else has, and not when somebody has it', () => {
    const known = knownAs({ firstName: 'H.' });
    expect(matched(knownAs(), known)).toMatchObject({ kind: 'doubt', candidates: [{ points: 46 }] });
    expect(matched(knownAs(), known, NAMESAKE).kind).toBe('none');
    // A name at home is no initial: it weighs nothing that nobody else has the surname.
    expect(matched(knownAs(), knownAs({ firstName: 'Johanna' })).kind).toBe('none');
  });

  it('is the whole name when others have the surname alone, and not when two have it whole', () => {
    expect(matched(knownAs(), NAMESAKE, knownAs()).kind).toBe('doubt');
    expect(matched(knownAs(), knownAs(), knownAs()).kind).toBe('none');
  });

  it('is the name of an organisation that no other has, told as it is written', () => {
    const firm = { kind: 'organization', firstName: '', prefix: '', surname: '' } as const;
    const bakery = (organisation: string): Identity => knownAs({ ...firm, organisation, phones: [LANDLINE] });
    const outcome = matched(bakery('Bakkerij Knaap'), bakery('Bakkerij Knaap B.V.'));
    const evidence = outcome.kind === 'doubt' ? outcome.candidates[0]?.evidence : [];
    expect(evidence?.at(-1)).toMatchObject({
      verdict: 'only',
      source: 'Bakkerij Knaap',
      candidate: 'Bakkerij Knaap B.V.',
    });
  });

  it('is a mailbox or an account in common as soon as one name can be hers', () => {
    for (const shared of [{ emails: [MAILBOX] }, { ibans: [ACCOUNT] }]) {
      const source = knownAs(shared);
      expect(matched(source, knownAs({ ...shared, firstName: 'Gerrit' })).kind).toBe('doubt');
      expect(matched(source, knownAs({ ...shared, surname: 'Visser', prefix: '' })).kind).toBe('doubt');
      expect(matched(source, knownAs({ ...shared, firstName: 'Gerrit', surname: 'Visser' })).kind).toBe('none');
    }
  });
});

describe('beside somebody doubtful a coordinator sees', () => {
  const source = knownAs({ emails: [MAILBOX], phones: [LANDLINE] });
  const doubtful = knownAs({ emails: [MAILBOX], firstName: 'Gerrit' });
  const shown = (...beside: readonly Identity[]): readonly number[] => {
    const outcome = matched(source, doubtful, ...beside);
    return outcome.kind === 'doubt' ? outcome.candidates.map(({ donorId }) => donorId).toSorted((a, b) => a - b) : [];
  };

  it('who has 28 points, surname and initial, and not who has 27', () => {
    const initial = knownAs({ firstName: 'H.' });
    const half = knownAs({ firstName: '', surname: 'Bakker-Knaap', phones: [LANDLINE] });
    expect([pointsOf(source, initial), pointsOf(source, half)]).toEqual([28, 27]);
    expect(shown(initial, half)).toEqual([1, 2]);
  });

  it('five at the most, the likeliest', () => {
    const initial = knownAs({ firstName: 'H.' });
    expect(shown(initial, initial, initial, initial, knownAs(), initial)).toEqual([1, 2, 3, 4, 6]);
  });
});

describe('who else fits', () => {
  const source = knownAs({ emails: [MAILBOX], ibans: [ACCOUNT], phones: [MOBILE] });
  const match = knownAs({ emails: [MAILBOX] });

  it('is her husband with the same account: he does not stand in the way', () => {
    const husband = knownAs({ firstName: 'Gerrit', ibans: [ACCOUNT] });
    expect(matched(source, husband, match)).toMatchObject({ kind: 'certain', match: { donorId: 2 } });
  });

  it('is the same name with an initial, and the account: then a person looks, whoever else is there', () => {
    const husband = knownAs({ firstName: 'Gerrit', ibans: [ACCOUNT] });
    const initial = knownAs({ firstName: 'H.', ibans: [ACCOUNT] });
    const outcome = matched(source, husband, match, initial);
    expect(outcome.kind).toBe('doubt');
    expect(outcome.kind === 'doubt' && outcome.candidates[0]?.traps).toEqual(['several']);
  });

  it('is her own name, where the match has an initial', () => {
    const [initial, whole] = [knownAs({ firstName: 'H.', phones: [MOBILE] }), knownAs()];
    expect(matched(source, initial).kind).toBe('certain');
    expect(matched(source, initial, whole).kind).toBe('doubt');
  });

  it('is nobody who shares nothing but the house', () => {
    const inHouse = { addresses: [HOUSE] };
    const other = knownAs({ ...inHouse, firstName: '' });
    expect(matched({ ...source, ...inHouse }, match, other)).toMatchObject({ kind: 'certain', match: { donorId: 1 } });
  });
});

describe('a crowd', () => {
  const named = (firstName: string, ...ibans: readonly string[]): Identity => knownAs({ firstName, ibans });
  const source = knownAs({ emails: [MAILBOX], ibans: [ACCOUNT, OTHER_ACCOUNT] });

  it('is five donors with one account, not four', () => {
    const four = ['Hanneke', 'Gerrit', 'Bas', 'Fleur'].map((name) => named(name, ACCOUNT));
    expect(matched(source, ...four).kind).toBe('certain');
    expect(matched(source, ...four, named('Anna', ACCOUNT)).kind).toBe('doubt');
  });

  it('is told of whoever has one of two that are crowded', () => {
    const others = ['Gerrit', 'Bas', 'Fleur', 'Anna', 'Kees'];
    const paying = others.map((name) => named(name, ACCOUNT));
    const reading = others.map((firstName) => knownAs({ firstName, emails: [MAILBOX] }));
    const outcome = matched(source, named('Hanneke', ACCOUNT), ...paying, ...reading);
    expect(outcome.kind === 'doubt' && outcome.candidates[0]).toMatchObject({ donorId: 1, traps: ['crowd'] });
  });
});
