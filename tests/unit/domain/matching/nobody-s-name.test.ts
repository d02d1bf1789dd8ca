/** What was typed where a name should stand, and names that a rule could mistake for another: none of it is certain. */
import { describe, expect, it } from 'vitest';
import type { Identity } from '../../../../domain/matching/identity.ts';
import { compareWith } from '../../../../domain/matching/match.ts';
import { ACCOUNT, HOUSE, knownAs, MAILBOX } from '../../../support/known-as.ts';

const trapsOf = (one: Partial<Identity>, other: Partial<Identity>): readonly string[] =>
  compareWith(knownAs(one), { donorId: 1, identity: knownAs(other) }).traps;

describe('no name of one person', () => {
  it.each([
    { firstName: '', surname: 'Anoniem' },
    { firstName: 'Anoniem', surname: 'Donateur' },
    { firstName: 'Onbekend' },
    { firstName: 'nvt' },
    { firstName: 'Fam.' },
    { firstName: 'Familie' },
    { surname: 'K.' },
    { kind: 'household' },
  ] as const)('is that of %o, on either side and on both', (name) => {
    const nobody = { ...name, prefix: '', emails: [MAILBOX] };
    expect(trapsOf(nobody, nobody)).toContain('not-a-person');
    expect(trapsOf(nobody, { emails: [MAILBOX] })).toContain('not-a-person');
    expect(trapsOf({ emails: [MAILBOX] }, nobody)).toContain('not-a-person');
  });

  it('is not that of initials, of a surname of two letters, or of a firm', () => {
    for (const name of [{ firstName: 'N.V.T.' }, { surname: 'Ng' }, { firstName: '' }]) {
      expect(trapsOf({ ...name, emails: [MAILBOX] }, { ...name, emails: [MAILBOX] })).not.toContain('not-a-person');
    }
    const firm = { kind: 'organization', firstName: '', prefix: '', surname: '', organisation: 'Test' } as const;
    expect(trapsOf({ ...firm, addresses: [HOUSE] }, { ...firm, addresses: [HOUSE] })).toEqual([]);
  });
});

describe('a mailbox of two people', () => {
  const both = { emails: [MAILBOX] };
  it.each([
    ['brothers who put one initial before their names', 'J. Pieter', 'J. Klaas', 'voorbeeld@voorbeeld.nl'],
    ['sisters whose names are in other letters', 'Мария', 'Марина', MAILBOX],
    [
      'two who are called by two letters, with which half of all mailboxes begin',
      'Jo',
      'Johanna',
      'jo.knaap@voorbeeld.nl',
    ],
  ])('of %s', (_, one, other, mailbox) => {
    const shared = { emails: [mailbox], ibans: [ACCOUNT] };
    const found = compareWith(knownAs({ ...shared, firstName: one }), {
      donorId: 1,
      identity: knownAs({ ...shared, firstName: other }),
    });
    expect(found.traps).toEqual([one === 'J. Pieter' ? 'family' : 'first-name-close']);
  });

  it('whose names have three letters is told by its beginning', () => {
    const ada = { emails: ['ada.knaap@voorbeeld.nl'] };
    expect(trapsOf({ ...ada, firstName: 'Ada' }, { ...ada, firstName: 'Adriana' })).toEqual([]);
  });

  it('of two families who have a prefix in common', () => {
    expect(trapsOf({ ...both, surname: 'El-Amrani' }, { ...both, surname: 'El-Khatib' })).toEqual(['other-surname']);
  });
});

describe('an organisation', () => {
  const gift = { organisation: 'Visser', emails: [MAILBOX], addresses: [HOUSE] };
  it('on one side alone is a trap, and so is another one', () => {
    expect(trapsOf(gift, { emails: [MAILBOX], addresses: [HOUSE] })).toEqual(['organisation']);
    expect(trapsOf({ emails: [MAILBOX], addresses: [HOUSE] }, gift)).toEqual(['organisation']);
    expect(trapsOf(gift, { ...gift, organisation: 'Slagerij Smit' })).toEqual(['organisation']);
    expect(trapsOf(gift, gift)).toEqual([]);
  });
});

describe('the whole name and the birthday', () => {
  const born = { birthday: '03-14' };
  it('are enough; an initial and the birthday are not', () => {
    expect(trapsOf(born, born)).toEqual([]);
    expect(trapsOf(born, { ...born, firstName: 'H.' })).toEqual(['only-name']);
    expect(trapsOf(born, { ...born, surname: 'Visser' })).toEqual(['only-name']);
  });

  it('in the house are enough with a surname that changed', () => {
    const inHouse = { ...born, addresses: [HOUSE] };
    expect(trapsOf(inHouse, { ...inHouse, surname: 'Visser' })).toEqual([]);
    expect(trapsOf(inHouse, { addresses: [HOUSE], surname: 'Visser' })).toEqual(['other-surname', 'only-shared']);
  });
});
