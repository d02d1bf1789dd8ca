/** Matching, trap by trap (kentaa.md §5). */
import { describe, expect, it } from 'vitest';
import type { Identity } from '../../../../domain/matching/identity.ts';
import { matchDonor } from '../../../../domain/matching/match.ts';
import { ACCOUNT, HOUSE, knownAs, MAILBOX } from '../../../support/known-as.ts';

const MOBILE = '06 12 34 56 78';
const LANDLINE = '038 421 00 00';
/** One person's, and nothing says whose. */
const OTHER_MAILBOX = 'zeilboot@voorbeeld.nl';

interface Judged {
  readonly kind: string;
  readonly donorId: number | null;
  readonly traps: readonly string[];
}

function judge(source: Identity, ...crm: readonly Identity[]): Judged {
  const outcome = matchDonor(
    source,
    crm.map((identity, at) => ({ donorId: at + 1, identity })),
  );
  if (outcome.kind === 'none') return { kind: 'none', donorId: null, traps: [] };
  const match = outcome.kind === 'certain' ? outcome.match : outcome.candidates[0];
  return { kind: outcome.kind, donorId: match?.donorId ?? null, traps: match?.traps ?? [] };
}

const CERTAIN = { kind: 'certain', donorId: 1, traps: [] };
const doubt = (...traps: readonly string[]): Judged => ({ kind: 'doubt', donorId: 1, traps });
const NONE = { kind: 'none', donorId: null, traps: [] };

describe('certain', () => {
  const source = knownAs({ emails: [MAILBOX], ibans: [ACCOUNT], phones: [MOBILE] });
  it.each([
    ['the same mailbox and name', { emails: [` ${MAILBOX.toUpperCase()} `] }],
    ['the same account and name', { ibans: ['nl91 abna 0417 1643 00'] }],
    ['the same mobile and name', { phones: ['+31 6 12345678'] }],
    ['a prefix in the surname', { emails: [MAILBOX], prefix: '', surname: 'van der Knaap' }],
    ['a prefix left out', { emails: [MAILBOX], prefix: '' }],
    ['a typing mistake in the surname', { emails: [MAILBOX], surname: 'Knapa' }],
    ['a surname as it sounds', { emails: [MAILBOX], surname: 'Cnaap' }],
    ['a double surname after a marriage', { emails: [MAILBOX], surname: 'Bakker-van der Knaap' }],
    ['an initial, and a mailbox of her own', { emails: [MAILBOX], firstName: 'H.' }],
    ['an initial, and the mobile', { phones: [MOBILE], firstName: 'H.' }],
    ['a name at home, and a mailbox that has hers in it', { emails: [MAILBOX], firstName: 'Johanna' }],
    ['a mistake in the first name, and the mobile', { phones: [MOBILE], firstName: 'Hannek' }],
    ['no first name, and both mailbox and mobile', { emails: [MAILBOX], phones: [MOBILE], firstName: '' }],
    ['further first names', { emails: [MAILBOX], firstName: 'Hanneke Maria' }],
    [
      'a name at home that stands in the mailbox, and no mobile',
      { emails: [MAILBOX], firstName: 'Johanna', phones: [] },
    ],
    ['capitals and accents', { emails: [MAILBOX], firstName: 'HANNÉKE', surname: 'KNÁAP' }],
  ] as const)('with %s', (_, changes) => {
    expect(judge(source, knownAs(changes))).toEqual(CERTAIN);
  });

  it('with the name at home of the mailbox, whichever of the two places writes it', () => {
    const johanna = knownAs({ emails: [MAILBOX], firstName: 'Johanna' });
    expect(judge(johanna, knownAs({ emails: [MAILBOX] }))).toEqual(CERTAIN);
  });

  it('by the whole name in the same house, and not when another of that name lives there', () => {
    const inHouse = { addresses: [HOUSE] };
    const asked = knownAs({ ...inHouse, emails: [MAILBOX] });
    expect(judge(asked, knownAs(inHouse))).toEqual(CERTAIN);
    expect(judge(asked, knownAs({ ...inHouse, phones: [MOBILE] }), knownAs({ ...inHouse, emails: [] }))).toEqual(
      doubt('several'),
    );
    const born = (birthday: string): Identity => knownAs({ ...inHouse, birthday });
    expect(judge(born('1990-02-01'), born('1961-03-14'))).toEqual(NONE);
    const firm = {
      kind: 'organization',
      firstName: '',
      prefix: '',
      surname: '',
      organisation: 'Bakkerij Knaap',
    } as const;
    expect(
      judge(knownAs({ ...inHouse, organisation: 'Bakkerij Knaap B.V.' }), knownAs({ ...firm, ...inHouse })),
    ).toEqual(CERTAIN);
  });

  it('by the whole name and the birthday, when nobody else is called so', () => {
    const asked = knownAs({ birthday: '1961-03-14' });
    expect(judge(asked, knownAs({ birthday: '03-14' }))).toEqual(CERTAIN);
    expect(judge(asked, knownAs({ birthday: '03-14' }), knownAs())).toEqual(doubt());
  });

  it('with another surname, when the date of birth agrees as well', () => {
    const married = knownAs({ emails: [MAILBOX], surname: 'Bakker', prefix: '', birthday: '03-14', phones: [MOBILE] });
    expect(judge({ ...source, birthday: '1961-03-14' }, married)).toEqual(CERTAIN);
  });

  it('of an organisation, with its own house', () => {
    const firm = {
      kind: 'organization',
      firstName: '',
      prefix: '',
      surname: '',
      organisation: 'Bakkerij Knaap B.V.',
    } as const;
    const gift = knownAs({ organisation: 'bakkerij knaap', emails: ['info@bakkerijknaap.nl'], addresses: [HOUSE] });
    expect(judge(gift, knownAs({ ...firm, emails: ['info@bakkerijknaap.nl'], addresses: [HOUSE] }))).toEqual(CERTAIN);
    expect(judge(gift, knownAs({ ...firm, emails: ['info@bakkerijknaap.nl'] }))).toEqual(doubt('organisation'));
  });
});

describe('a trap', () => {
  const source = knownAs({ emails: [MAILBOX], ibans: [ACCOUNT], phones: [LANDLINE, MOBILE], addresses: [HOUSE] });
  it.each([
    [
      'a husband with the same mailbox, account and house',
      { firstName: 'Gerrit', emails: [MAILBOX], ibans: [ACCOUNT], addresses: [HOUSE] },
      ['family'],
    ],
    [
      'an initial and a mailbox of the house',
      { firstName: 'H.', emails: ['fam.knaap@voorbeeld.nl'] },
      ['only-initial'],
    ],
    ['an initial and the account', { firstName: 'H.', ibans: [ACCOUNT] }, ['only-initial']],
    ['a name at home', { firstName: 'Johanna', emails: [OTHER_MAILBOX] }, ['first-name-close']],
    ['a first name that looks alike', { firstName: 'Hannek', emails: [OTHER_MAILBOX] }, ['first-name-close']],
    [
      'a name at home, and a mailbox that does not agree',
      { firstName: 'Johanna', ibans: [ACCOUNT] },
      ['first-name-close'],
    ],
    ['no first name', { firstName: '', emails: [MAILBOX] }, ['no-first-name']],
    ['no first name, and a mobile', { firstName: '', phones: [MOBILE] }, ['no-first-name']],
    [
      'an initial and a mailbox that begins with "familie"',
      { firstName: 'H.', emails: ['familieknaap@voorbeeld.nl'] },
      ['only-initial'],
    ],
    ['an initial and a mailbox of a desk', { firstName: 'H.', emails: ['info@knaap.nl'] }, ['only-initial']],
    ['a household', { kind: 'household', emails: [MAILBOX], ibans: [ACCOUNT] }, ['organisation', 'not-a-person']],
    ['another surname', { surname: 'Bakker', prefix: '', emails: [MAILBOX] }, ['other-surname']],
    ['the house and an initial', { firstName: 'H.', addresses: [HOUSE] }, ['only-initial', 'only-shared']],
    ['the landline', { phones: [LANDLINE], addresses: [{ ...HOUSE, street: 'Dorpsstraat 1' }] }, ['only-shared']],
    ['a name that nobody else has', {}, ['only-name']],
    ['somebody who has died', { emails: [MAILBOX], isDeceased: true }, ['deceased']],
    ['money that an organiser wrote down', { emails: [MAILBOX], isSecondHand: true }, ['second-hand']],
  ] as const)('is %s', (_, changes, traps) => {
    const shared = knownAs(changes);
    const asked =
      shared.emails.includes(MAILBOX) || shared.emails.length === 0 ? source : { ...source, emails: shared.emails };
    expect(judge(asked, shared)).toEqual(doubt(...traps));
  });

  it('is another date of birth: father and son of one name', () => {
    const father = knownAs({ emails: [MAILBOX], ibans: [ACCOUNT], birthday: '1950-01-01' });
    expect(judge({ ...source, birthday: '1978-01-01' }, father)).toEqual(doubt('other-birthday'));
  });

  it('is a donor who is in the CRM twice', () => {
    const known = knownAs({ emails: [MAILBOX] });
    expect(judge(source, known, known)).toEqual(doubt('several'));
  });

  it('is a namesake who shares something else', () => {
    expect(judge(source, knownAs({ emails: [MAILBOX] }), knownAs({ ibans: [ACCOUNT] }))).toEqual(doubt('several'));
  });

  it('is a mailbox that five donors have', () => {
    const others = ['Gerrit', 'Anna', 'Bas', 'Fleur'].map((firstName) => knownAs({ firstName, emails: [MAILBOX] }));
    expect(judge(source, knownAs({ emails: [MAILBOX] }), ...others)).toEqual(doubt('crowd'));
  });
});

describe('nobody', () => {
  const source = knownAs({ emails: [MAILBOX], ibans: [ACCOUNT], phones: [LANDLINE], addresses: [HOUSE] });
  it.each([
    [
      'a stranger at the same address, who lived there before',
      { firstName: 'Bas', surname: 'Visser', prefix: '', addresses: [HOUSE] },
    ],
    [
      'whoever paid from the same account, of whom every name is another',
      { firstName: 'Bas', surname: 'Visser', prefix: '', ibans: [ACCOUNT] },
    ],
    [
      'whoever shares the mailbox and no part of the name',
      { firstName: 'Bas', surname: 'Visser', prefix: '', emails: [MAILBOX] },
    ],
    ['a namesake with another account', { ibans: ['NL20INGB0001234567'] }],
    ['a namesake at another address', { addresses: [{ ...HOUSE, postcode: '1234 AB' }] }],
    ['a husband of whom the house alone is known', { firstName: 'Gerrit', addresses: [HOUSE] }],
  ] as const)('is %s', (_, changes) => {
    expect(judge(source, knownAs(changes))).toEqual(NONE);
  });

  it('is one of two namesakes', () => {
    expect(judge(source, knownAs(), knownAs())).toEqual(NONE);
  });
});
