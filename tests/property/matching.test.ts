/** Matching over random identities: symmetric, without memory or order, and never certain where a trap is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areAlike } from '../../domain/matching/alike.ts';
import { evidenceFor } from '../../domain/matching/evidence.ts';
import type { Identity } from '../../domain/matching/identity.ts';
import { compareWith, matchDonor, MOST_SHOWN } from '../../domain/matching/match.ts';
import { ACCOUNT, HOUSE, knownAs, MAILBOX } from '../support/known-as.ts';

/** Few values, so that two of them often agree. */
const arbitraryIdentity: fc.Arbitrary<Identity> = fc.record({
  kind: fc.constantFrom('individual', 'individual', 'individual', 'organization', 'household'),
  firstName: fc.constantFrom('Hanneke', 'H.', 'Johanna', 'Henk', '', 'Hannah', 'J. Hanneke', 'Мария', 'Марина'),
  prefix: fc.constantFrom('', 'van der'),
  surname: fc.constantFrom(
    'Knaap',
    'van der Knaap',
    'Bakker-Knaap',
    'Bakker Knaap',
    'Knaap de Visser',
    'Knaap-Knaap',
    'El-Knaap',
    'El-Visser',
    'Knaab',
    'Visser',
    '',
  ),
  organisation: fc.constantFrom('', '', '', 'Bakkerij Knaap B.V.', 'Bakkerij Knaap Zwolle', 'Knaap Knaap'),
  gender: fc.constantFrom(null, 'female', 'male'),
  emails: fc.uniqueArray(fc.constantFrom(MAILBOX, 'fam.knaap@voorbeeld.nl', 'geen adres')),
  ibans: fc.uniqueArray(fc.constantFrom(ACCOUNT, 'NL91ABNA0417164301')),
  phones: fc.uniqueArray(fc.constantFrom('06-12345678', '+31384210000', '12')),
  addresses: fc.uniqueArray(
    fc.constantFrom(HOUSE, { ...HOUSE, street: 'Wilgenhof 41' }, { ...HOUSE, street: 'Wilgenhof', postcode: '' }),
  ),
  birthday: fc.constantFrom(null, '1961-03-14', '03-14', '1961-04-13'),
  language: fc.constantFrom(null, 'nl'),
  isDeceased: fc.constantFrom(false, false, true),
  isSecondHand: fc.constantFrom(false, false, true),
});

/** Chance seldom brings it: nothing that is somebody's own, and the whole name in one house. */
const IN_HOUSE = knownAs({ emails: [], ibans: [], phones: [], addresses: [HOUSE] });

const arbitraryCrm = fc
  .array(arbitraryIdentity, { maxLength: 7 })
  .map((identities) => identities.map((identity, at) => ({ donorId: at + 1, identity })));

/** A match that is certain is rare among random identities. */
const OWN = ['email', 'iban', 'mobile', 'birthday', 'organisation'] as const;
const OFTEN = { numRuns: 1_000 };

describe('matching', () => {
  it('says the same whatever the order of the candidates, and whatever was asked before', () => {
    fc.assert(
      fc.property(arbitraryIdentity, arbitraryCrm, fc.array(fc.nat(), { maxLength: 7 }), (source, crm, keys) => {
        const shuffled = crm.toSorted((one, other) => (keys[one.donorId - 1] ?? 0) - (keys[other.donorId - 1] ?? 0));
        const said = matchDonor(source, crm);
        expect(matchDonor(source, shuffled)).toEqual(said);
        expect(matchDonor(source, crm)).toEqual(said);
      }),
    );
  });

  it('compares both ways alike', () => {
    fc.assert(
      fc.property(arbitraryIdentity, arbitraryIdentity, (one, other) => {
        const there = compareWith(one, { donorId: 1, identity: other });
        const back = compareWith(other, { donorId: 1, identity: one });
        expect(back.points).toBe(there.points);
        expect(back.traps).toEqual(there.traps);
        expect(back.evidence.map(({ field, verdict }) => [field, verdict])).toEqual(
          there.evidence.map(({ field, verdict }) => [field, verdict]),
        );
      }),
      OFTEN,
    );
  });

  it('takes a double surname for the same with its hyphen and without, beside any single name and both ways', () => {
    const names = ['Knaap', 'Knaab', 'Bakker', 'Visser', 'Bos', 'Vos', 'Oude'];
    const name = fc.constantFrom(...names);
    const verdict = (source: Identity, identity: Identity): string | undefined =>
      evidenceFor(compareWith(source, { donorId: 1, identity }).evidence, 'surname')?.verdict;
    fc.assert(
      fc.property(name, name, fc.constantFrom('', 'de ', 'van der '), name, (born, partner, prefix, single) => {
        const hyphened = knownAs({ prefix: '', surname: `${partner}-${prefix}${born}` });
        const spaced = knownAs({ prefix: '', surname: `${partner} ${prefix}${born}` });
        const other = knownAs({ prefix: '', surname: single });
        expect(verdict(spaced, other)).toBe(verdict(hyphened, other));
        expect(verdict(other, spaced)).toBe(verdict(spaced, other));
      }),
      OFTEN,
    );
  });

  it('is never certain where a trap is, nor by less than something of her own or her whole name in her house', () => {
    fc.assert(
      fc.property(arbitraryIdentity, arbitraryCrm, (source, crm) => {
        const outcome = matchDonor(source, crm);
        if (outcome.kind !== 'certain') return;
        const { donorId, traps, evidence } = outcome.match;
        expect(traps).toEqual([]);
        expect(source.isSecondHand).toBe(false);
        expect(crm.find((each) => each.donorId === donorId)?.identity.isDeceased).toBe(false);
        const agreeing = new Set(evidence.filter(({ verdict }) => verdict === 'same').map(({ field }) => field));
        const isHerOwn = OWN.some((field) => agreeing.has(field));
        const isInHouse = (['address', 'surname', 'firstName'] as const).every((field) => agreeing.has(field));
        expect(isHerOwn || isInHouse).toBe(true);
        expect(evidence.some(({ field, verdict }) => field === 'firstName' && verdict === 'different')).toBe(false);
      }),
      { ...OFTEN, examples: [[IN_HOUSE, [{ donorId: 1, identity: IN_HOUSE }]]] },
    );
  });

  it('is no longer certain when the CRM has the same person once more', () => {
    fc.assert(
      fc.property(arbitraryIdentity, arbitraryCrm, (source, crm) => {
        const outcome = matchDonor(source, crm);
        if (outcome.kind !== 'certain') return;
        const twin = crm.find(({ donorId }) => donorId === outcome.match.donorId);
        if (twin === undefined) throw new Error('a match is one of the candidates');
        expect(matchDonor(source, [...crm, { ...twin, donorId: crm.length + 1 }]).kind).toBe('doubt');
      }),
      OFTEN,
    );
  });

  it('is changed by nothing that a strange candidate says', () => {
    fc.assert(
      fc.property(arbitraryIdentity, arbitraryCrm, (source, crm) => {
        const stranger: Identity = {
          ...source,
          firstName: 'Xaviera',
          prefix: '',
          surname: 'Quispel',
          organisation: '',
          emails: ['x.quispel@voorbeeld.nl'],
          ibans: [],
          phones: [],
          addresses: [],
          birthday: null,
        };
        expect(matchDonor(source, [...crm, { donorId: 99, identity: stranger }])).toEqual(matchDonor(source, crm));
      }),
    );
  });

  it('shows a coordinator few, the likeliest first', () => {
    fc.assert(
      fc.property(arbitraryIdentity, arbitraryCrm, (source, crm) => {
        const outcome = matchDonor(source, crm);
        if (outcome.kind !== 'doubt') return;
        const points = outcome.candidates.map((each) => each.points);
        expect(points.length).toBeLessThanOrEqual(MOST_SHOWN);
        expect(points).toEqual(points.toSorted((one, other) => other - one));
      }),
    );
  });

  it('finds words alike both ways', () => {
    const word = fc.stringMatching(/^[a-z]{0,9}$/);
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(areAlike(one, other)).toBe(areAlike(other, one));
      }),
    );
  });
});
