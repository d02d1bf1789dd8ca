/** Work that is no call, at its edges: what was seen, what was sent, what a year of details comes to. */
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDay } from '../../../domain/calendar/day.ts';
import type { ContactMoment, DonorFacts } from '../../../domain/donor-facts.ts';
import { givingOn } from '../../../domain/giving.ts';
import { DEFAULT_SETTINGS } from '../../../domain/programmes/settings.ts';
import { mailFor, post } from '../../../domain/tasks/post.ts';
import { doubtMark, kindsOfDoubt, verify, type VerifyFacts } from '../../../domain/tasks/verify.ts';
import { call, donor, gift, mandate, TODAY } from '../../support/build-donor.ts';

const settings = DEFAULT_SETTINGS;
const ask = (facts: Partial<DonorFacts>, today: CalendarDay = TODAY) => {
  const all = donor({ hasEmail: true, hasAddress: true, ...facts });
  return { today, donor: all, giving: givingOn(today, all.gifts, all.mandates), settings };
};

const DETAILS: VerifyFacts = {
  details: {
    name: {
      kind: 'individual',
      firstName: 'Hanneke',
      prefix: 'van der',
      surname: 'Knaap',
      displayName: '',
      gender: null,
    },
    phones: [{ rowId: 1, crmId: 1, value: 'via Anja 0612345678', isPrimary: true, kind: null }],
    emails: [{ rowId: 1, crmId: 1, value: 'jan@voorbeeld', isPrimary: true, kind: null }],
    addresses: [],
  },
  emailsOnHold: [],
  hasConflict: false,
  verifiedDay: TODAY,
};

describe('a doubt that somebody looked at', () => {
  const kinds = (facts: Partial<VerifyFacts>) =>
    kindsOfDoubt({ ...ask({}), verify: { ...DETAILS, ...facts } }).map(({ kind }) => kind);
  const seen = new Set([doubtMark('phone', DETAILS)]);

  it('is gone, and the others stay', () => {
    expect(kinds({})).toEqual(['phone', 'email', 'address']);
    expect(kinds({ seen })).toEqual(['email', 'address']);
    expect(kinds({ seen: new Set() })).toEqual(['phone', 'email', 'address']);
  });

  it('comes back when the detail changes', () => {
    const phones = [{ rowId: 1, crmId: 1, value: 'via Anja 0612345679', isPrimary: true, kind: null }];
    expect(kinds({ seen, details: { ...DETAILS.details, phones } })).toEqual(['phone', 'email', 'address']);
  });

  it('has a mark that never changes: marks are kept', () => {
    expect(doubtMark('phone', DETAILS)).toBe('doubt:phone:5ef19f5');
    expect(doubtMark('email', DETAILS)).toBe('doubt:email:bff4e854');
    expect(doubtMark('address', DETAILS)).toBe('doubt:address:741638a5');
    expect(doubtMark('name', DETAILS)).toBe('doubt:name:67986248');
    expect(doubtMark('conflict', DETAILS)).toBe('doubt:conflict:77074ba4');
  });

  it('has another mark for other values of its own kind, and for no others', () => {
    const name = { ...DETAILS.details.name, prefix: '' };
    const changed = { ...DETAILS, details: { ...DETAILS.details, name }, emailsOnHold: ['jan@voorbeeld'] };
    const marks = (['phone', 'email', 'address', 'name', 'conflict'] as const).map(
      (kind) => doubtMark(kind, changed) === doubtMark(kind, DETAILS),
    );
    expect(marks).toEqual([true, false, true, false, true]);
  });
});

describe('the age of details', () => {
  const doubts = (facts: Partial<DonorFacts>, verifiedDay: CalendarDay | null = null) =>
    kindsOfDoubt({ ...ask(facts), verify: { ...DETAILS, verifiedDay } })
      .filter(({ kind }) => kind === 'age')
      .map(({ sentence }) => [sentence.nl, sentence.en]);

  it('counts from the first gift or the first mandate, whichever came first', () => {
    const recent = gift('2026-11-01');
    expect(doubts({ gifts: [gift('2024-05-01'), recent], mandates: [mandate('2024-03-01')] })).toEqual([
      ['Nog nooit nagekeken; donateur sinds 1 maart 2024.', 'Never verified; a donor since 1 March 2024.'],
    ]);
    expect(
      doubts({ gifts: [gift('2024-02-01'), recent], mandates: [mandate('2024-03-01'), mandate('2024-04-01')] }),
    ).toEqual([
      ['Nog nooit nagekeken; donateur sinds 1 februari 2024.', 'Never verified; a donor since 1 February 2024.'],
    ]);
    expect(doubts({ gifts: [recent], mandates: [mandate('2024-01-05'), mandate('2024-04-01')] })[0]?.[0]).toContain(
      '5 januari',
    );
    expect(doubts({ gifts: [gift('2020-01-01'), recent] }, '2024-11-21')).toEqual([
      ['Voor het laatst nagekeken op 21 november 2024.', 'Last verified on 21 November 2024.'],
    ]);
  });
});

it('details are looked at by a verifier when there is one doubt, and not for none', () => {
  const judge = (verified: Partial<VerifyFacts>) =>
    verify.judge({ ...ask({}), verify: { ...DETAILS, ...verified }, isOnCallingList: false });
  const { match, conditions } = judge({ emailsOnHold: [] });
  expect(match?.points).toHaveLength(3);
  expect(conditions[1]).toMatchObject({ holds: true, value: 3 });
  const fine = {
    ...DETAILS.details,
    phones: [{ rowId: 1, crmId: 1, value: '0612345678', isPrimary: true, kind: null }],
    emails: [],
  };
  const street = { street: 'Wilgenhof 41', postcode: '8031 XD', town: 'Zwolle', country: 'NL' };
  const addresses = [{ rowId: 1, crmId: 1, value: street, isPrimary: true, kind: null }];
  expect(judge({ details: { ...fine, addresses } }).match).toBeNull();
  expect(judge({ details: { ...fine, addresses: [] } }).match?.points).toHaveLength(1);
});

describe('what belongs to a mandate', () => {
  it('is told by the mandate of the gift of day 0, not by another', () => {
    const [large, small] = [
      mandate('2026-11-05', { id: 1, amount: 9_000 }),
      mandate('2026-11-06', { id: 2, amount: 100 }),
    ];
    const debit = gift('2026-11-04', { mandateId: 2, amount: 100 });
    const giving = givingOn(TODAY, [debit], [large, small]);
    expect(mailFor(giving, { ...settings.post, letterFromGift: 100 })).toBe('letter');
    expect(mailFor(giving, { ...settings.post, letterFromGift: 101 })).toBe('nothing');
  });

  it('is a letter by the amount of one debit, where no gift came yet', () => {
    const giving = givingOn(TODAY, [], [mandate('2026-11-05', { amount: 600 })]);
    expect(mailFor(giving, { ...settings.post, letterFromGift: 600 })).toBe('letter');
    expect(mailFor(giving, { ...settings.post, letterFromGift: 601 })).toBe('nothing');
    expect(mailFor(givingOn(TODAY, [], []), { ...settings.post, letterFromGift: 1 })).toBe('nothing');
    expect(mailFor(givingOn(TODAY, [], []), { ...settings.post, letterFromGift: 0, cardFromGift: 1 })).toBe('letter');
    expect(mailFor(givingOn(TODAY, [], []), { ...settings.post, cardFromGift: 0 })).toBe('card');
  });
});

describe('a card or letter', () => {
  const start = addDays(TODAY, -10);
  const sent = (day: CalendarDay, change: Partial<ContactMoment> = {}): ContactMoment => ({
    id: 5,
    day,
    channel: 'post',
    isOutgoing: true,
    isThanks: false,
    ...change,
  });
  const notSent = (facts: Partial<DonorFacts>) => post.judge(ask({ gifts: [gift(start)], ...facts })).conditions.at(-1);

  it('was sent on day 0, today, or between; by post, from here', () => {
    for (const day of [start, TODAY]) {
      expect(notSent({ moments: [sent(day)] })).toMatchObject({ holds: false, value: day, record: { id: 5 } });
      expect(notSent({ steps: [{ programme: 'post', day }] })).toMatchObject({
        holds: false,
        value: day,
        record: null,
      });
    }
    for (const moment of [
      sent(addDays(start, -1)),
      sent(addDays(TODAY, 1)),
      sent(start, { isOutgoing: false }),
      sent(start, { channel: 'email' }),
    ]) {
      expect(notSent({ moments: [moment] })).toMatchObject({ holds: true, value: null });
    }
    expect(notSent({ steps: [{ programme: 'post', day: addDays(start, -1) }] })).toMatchObject({ holds: true });
    expect(notSent({ steps: [{ programme: 'verify', day: start }] })).toMatchObject({ holds: true });
  });

  it('is seen in the first of them', () => {
    const moments = [sent(addDays(start, 1)), sent(addDays(start, 3), { id: 6 })];
    expect(notSent({ moments })).toMatchObject({ record: { id: 5 } });
    const steps = [1, 3].map((ahead) => ({ programme: 'post' as const, day: addDays(start, ahead) }));
    expect(notSent({ steps })).toMatchObject({ value: addDays(start, 1) });
  });

  it('comes instead of the call from the first try on, whatever order the calls came in, and counts today', () => {
    const tries = [-6, -4, 0].map((ahead) => call(addDays(TODAY, ahead), 'attempt', { programme: 'thank-you-call' }));
    const gifts = [gift(addDays(TODAY, -20))];
    const early = [{ programme: 'post' as const, day: addDays(TODAY, -12) }];
    for (const calls of [tries, tries.toReversed()]) {
      expect(post.judge(ask({ gifts, calls, steps: early })).match?.due).toBe(addDays(TODAY, -6));
    }
    const fromFirstDay = [-6, -5, -4].map((ahead) => call(addDays(TODAY, ahead), 'attempt', { programme: null }));
    expect(post.judge(ask({ gifts, calls: fromFirstDay, steps: early })).match?.due).toBe(addDays(TODAY, -6));
  });

  it('is not sent after a gift that went wrong, which is named', () => {
    const gifts = [gift(start), gift(addDays(start, 2), { id: 77, status: 'failed' })];
    expect(post.judge(ask({ gifts })).suppressions).toEqual([{ id: 'reversed', record: { kind: 'gift', id: 77 } }]);
    const all = post.judge(
      ask({ gifts: [gift(start)], hasAddress: false, doesNotWantPost: true, hasOpenComplaint: true, isDeceased: true }),
    );
    expect(all.suppressions.map(({ id }) => id)).toEqual(['deceased', 'complaint', 'no-address', 'post-objection']);
  });
});
