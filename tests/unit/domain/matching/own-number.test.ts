/** Somebody of a file with the number of a donor: the number names her, and a name or a postcode has to say so too. */
import { describe, expect, it } from 'vitest';
import type { Candidate, Identity } from '../../../../domain/matching/identity.ts';
import { donorOfNumber, matchNumbered, type DeliveredPerson } from '../../../../domain/matching/own-number.ts';
import { ACCOUNT, HOUSE, knownAs, MAILBOX } from '../../../support/known-as.ts';

const FULL_NAME = 'Hanneke van der Knaap';
const numbered = (donorId: number, changes: Partial<Identity> = {}, ...names: readonly string[]) => ({
  donorId,
  identity: knownAs({ addresses: [HOUSE], ...changes }),
  names: names.length === 0 ? [FULL_NAME] : names,
});
const DELIVERED: DeliveredPerson = { name: FULL_NAME, postcode: '8031XD' };
const SOMEBODY: Partial<Identity> = { firstName: 'Bas', prefix: '', surname: 'Visser' };
const isShe = (changes: Partial<Identity>, delivered: DeliveredPerson | null, donor = numbered(7)): boolean =>
  donorOfNumber({ identity: knownAs(changes), delivered }, [donor]) === 7;

describe('of a file that is not known to be ours', () => {
  it('the number and the whole name are enough, however it is written', () => {
    expect(isShe({}, null)).toBe(true);
    expect(isShe({ firstName: 'HANNEKE', prefix: '', surname: 'van der  Knaap' }, null)).toBe(true);
    expect(isShe({ prefix: '' }, null)).toBe(true);
  });

  it('under any of the names by which she is shown, and when the two are not of one kind', () => {
    expect(
      isShe({ firstName: 'Zoë', prefix: '', surname: 'Bos' }, null, numbered(7, SOMEBODY, 'Z. Bos', 'ZOE BOS')),
    ).toBe(true);
    expect(isShe({}, null, numbered(7, { kind: 'household', ...SOMEBODY }, FULL_NAME))).toBe(true);
    expect(isShe({}, null, numbered(7, { kind: 'household', ...SOMEBODY }, 'Bas Visser'))).toBe(false);
    const cyrillic = { firstName: 'Мария', prefix: '', surname: 'Иванова' };
    expect(isShe(cyrillic, null, numbered(7, SOMEBODY, 'Мария Иванова'))).toBe(true);
    expect(isShe(cyrillic, null, numbered(7, SOMEBODY, 'Марина Петрова'))).toBe(false);
  });

  it('no name on either side agrees with nothing', () => {
    const nameless = { firstName: '', prefix: '', surname: '' };
    expect(isShe(nameless, null, numbered(7, nameless, '', ' '))).toBe(false);
  });

  it('the number with less is not', () => {
    expect(isShe({ firstName: 'H.' }, null)).toBe(false);
    expect(isShe({ firstName: 'Gerrit' }, null)).toBe(false);
    expect(isShe({ ...SOMEBODY, addresses: [HOUSE] }, null)).toBe(false);
    const nameless = { firstName: '', prefix: '', surname: '' };
    expect(isShe(nameless, null, numbered(7, {}, '.'))).toBe(false);
  });

  it('an organisation is known by its name', () => {
    const firm = { kind: 'organization', ...SOMEBODY, firstName: '', surname: '', organisation: 'Knaap B.V.' } as const;
    expect(isShe({ ...SOMEBODY, organisation: 'Knaap' }, null, numbered(7, firm, 'Knaap B.V.'))).toBe(true);
    expect(isShe({ ...SOMEBODY, organisation: 'Smit' }, null, numbered(7, firm, 'Knaap B.V.'))).toBe(false);
  });
});

describe('of a file of ours that came back', () => {
  const other = { ...DELIVERED, name: 'Bas Visser', postcode: null };

  it('the name under which it went out is enough', () => {
    expect(isShe(SOMEBODY, { ...DELIVERED, postcode: null })).toBe(true);
    expect(isShe(SOMEBODY, other)).toBe(false);
  });

  it('a name that is nearly hers is enough, and not her husband’s', () => {
    expect(isShe({ firstName: 'H.' }, other)).toBe(true);
    expect(isShe({ surname: 'Knapa' }, other)).toBe(true);
    expect(isShe({ surname: 'Bakker-Knaap' }, other)).toBe(true);
    expect(isShe({ firstName: 'Gerrit' }, other)).toBe(false);
  });

  it('so is her postcode, in the row or as it went out', () => {
    expect(isShe({ ...SOMEBODY, addresses: [{ ...HOUSE, postcode: '8031xd' }] }, other)).toBe(true);
    expect(isShe(SOMEBODY, { ...other, postcode: '8031 xd' })).toBe(true);
    expect(isShe(SOMEBODY, { ...other, postcode: '1234 AB' })).toBe(false);
    const without = numbered(7, { addresses: [{ ...HOUSE, postcode: ' ' }] });
    expect(isShe(SOMEBODY, { ...other, postcode: '' }, without)).toBe(false);
  });
});

describe('a number', () => {
  const person = { identity: knownAs(), delivered: DELIVERED };

  it('that two of her name have names neither, and of two the one whose name agrees', () => {
    expect(donorOfNumber(person, [numbered(7), numbered(8)])).toBeNull();
    expect(donorOfNumber(person, [numbered(8, { ...SOMEBODY, addresses: [] }, 'Bas Visser'), numbered(7)])).toBe(7);
    expect(donorOfNumber(person, [])).toBeNull();
  });

  const match = (
    changes: Partial<Identity>,
    delivered: DeliveredPerson | null,
    donors = [numbered(7)],
    near: readonly Candidate[] = [{ donorId: 3, identity: knownAs({ emails: [MAILBOX], ...changes }) }],
  ) => matchNumbered({ identity: knownAs({ emails: [MAILBOX], ...changes }), delivered }, near, donors);
  const shown = (outcome: ReturnType<typeof match>): readonly string[] =>
    outcome.kind === 'doubt' ? outcome.candidates.map(({ donorId, traps }) => `${donorId} ${traps.at(-1) ?? ''}`) : [];

  it('of several who can be her is looked at by a person, whoever else fits', () => {
    expect(shown(match({}, null, [numbered(7), numbered(8)]))).toEqual(['7 several', '8 several', '3 ']);
  });

  it('of one whose name agrees is no less a question, and nobody is shown twice', () => {
    expect(shown(match({}, null))).toEqual(['7 several', '3 ']);
    const twins = [numbered(7, { emails: [MAILBOX] }), numbered(8, { emails: [MAILBOX] })];
    expect(shown(match({}, null, twins, twins))).toEqual(['7 several', '8 several']);
  });

  it('stands before whoever is a question without it, or before nobody', () => {
    const initial = {
      donorId: 3,
      identity: knownAs({ firstName: 'B.', prefix: '', surname: 'Visser', ibans: [ACCOUNT] }),
    };
    const person = { ...SOMEBODY, emails: [], ibans: [ACCOUNT] };
    const nobody = { name: '', postcode: null };
    expect(match(person, null, [], [initial]).kind).toBe('doubt');
    expect(shown(match(person, nobody, [numbered(7)], [initial]))).toEqual(['7 number-of-another', '3 only-initial']);
    expect(shown(match(person, nobody, [numbered(7)], []))).toEqual(['7 number-of-another']);
  });

  it('of somebody else is told, where the file is ours, and says nothing where it is not', () => {
    const nobody = { name: '', postcode: null };
    expect(shown(match(SOMEBODY, nobody))).toEqual(['7 number-of-another', '3 ']);
    expect(match(SOMEBODY, null)).toMatchObject({ kind: 'certain', match: { donorId: 3 } });
    expect(match(SOMEBODY, nobody, [])).toMatchObject({ kind: 'certain', match: { donorId: 3 } });
  });
});
