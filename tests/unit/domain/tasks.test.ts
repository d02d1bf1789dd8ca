/** Work that is no call: missing-thanks, post, verify. Today is 2026-11-21; the gift of day 0 was on the 14th unless it says otherwise. */
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDay } from '../../../domain/calendar/day.ts';
import type { DonorDetails } from '../../../domain/donor-details.ts';
import type { ContactMoment, DonorFacts } from '../../../domain/donor-facts.ts';
import { mailFor, monthly } from '../../../domain/tasks/post.ts';
import { buildTaskList, buildVerifyList } from '../../../domain/tasks/task-list.ts';
import { givingOn } from '../../../domain/giving.ts';
import type { VerifyFacts } from '../../../domain/tasks/verify.ts';
import { DEFAULT_SETTINGS } from '../../../domain/programmes/settings.ts';
import { call, donor, gift, mandate, TODAY } from '../../support/build-donor.ts';

const context = (today: CalendarDay = TODAY) => ({ today, settings: DEFAULT_SETTINGS });
const reachable = { hasEmail: true, hasAddress: true };
const moment = (day: CalendarDay, overrides: Partial<ContactMoment> = {}): ContactMoment => ({
  id: 1,
  day,
  channel: 'email',
  isOutgoing: true,
  isThanks: true,
  ...overrides,
});

describe('missing-thanks', () => {
  const reasons = (facts: Partial<DonorFacts>, today = TODAY): readonly string[] | null => {
    const list = buildTaskList('missing-thanks', [donor({ ...reachable, ...facts })], context(today));
    const item = list.items[0] ?? list.suppressed[0];
    return item === undefined ? null : item.suppressions.map(({ id }) => id);
  };

  it.each([
    ['2026-11-21', null],
    ['2026-11-20', []],
    ['2026-11-07', []],
    ['2026-11-06', null],
  ] as const)(
    'a first gift on %s without a thank-you e-mail: %j (24 hours have passed on the next day)',
    (day, expected) => {
      expect(reasons({ gifts: [gift(day)] })).toEqual(expected);
    },
  );

  it('is done by an e-mail that thanks, since the gift, from us', () => {
    const gifts = [gift('2026-11-18')];
    expect(reasons({ gifts, moments: [moment('2026-11-18')] })).toBeNull();
    expect(reasons({ gifts, moments: [moment('2026-11-17')] })).toEqual([]);
    expect(reasons({ gifts, moments: [moment('2026-11-19', { isThanks: false })] })).toEqual([]);
    expect(reasons({ gifts, moments: [moment('2026-11-19', { isOutgoing: false })] })).toEqual([]);
    expect(reasons({ gifts, moments: [moment('2026-11-19', { channel: 'post' })] })).toEqual([]);
    expect(reasons({ gifts, steps: [{ programme: 'missing-thanks', day: '2026-11-20' }] })).toBeNull();
  });

  it('waits for nobody who cannot or must not be mailed', () => {
    const gifts = [gift('2026-11-18')];
    expect(reasons({ gifts, hasEmail: false })).toEqual(['no-email']);
    expect(reasons({ gifts, doesNotWantEmail: true })).toEqual(['email-objection']);
    expect(reasons({ gifts, isDeceased: true, hasOpenComplaint: true })).toEqual(['deceased', 'complaint']);
    expect(reasons({ gifts, isRemoved: true })).toEqual(['removed']);
  });

  it('is the coordinator’s, and says why', () => {
    const list = buildTaskList('missing-thanks', [donor({ ...reachable, gifts: [gift('2026-11-18')] })], context());
    expect(list.items[0]?.match).toMatchObject({
      lane: 'coordinator',
      kind: 'thank-by-email',
      due: '2026-11-19',
      reason: { nl: 'Eerste gift van € 25 op 18 november; in het CRM staat nog geen bedankmail.' },
    });
  });
});

describe('post', () => {
  const kindOf = (facts: Partial<DonorFacts>, today = TODAY): string | readonly string[] | null => {
    const list = buildTaskList('post', [donor({ ...reachable, ...facts })], context(today));
    return list.items[0]?.match.kind ?? list.suppressed[0]?.suppressions.map(({ id }) => id) ?? null;
  };

  it.each([
    [6, null],
    [7, 'letter'],
    [42, 'letter'],
    [43, null],
  ] as const)('on day %i: %s', (day, expected) => {
    expect(kindOf({ gifts: [gift(addDays(TODAY, -day))] })).toBe(expected);
  });

  it.each([
    [5_000, 'card'],
    [4_999, 'letter'],
  ] as const)('a gift of %i gets a %s', (amount, expected) => {
    expect(kindOf({ gifts: [gift('2026-11-14', { amount })] })).toBe(expected);
  });

  it.each([
    [1_000, 'month', 1, 'card'],
    [999, 'month', 1, 'letter'],
    [3_000, 'month', 3, 'card'],
    [12_000, 'year', 1, 'card'],
    [11_000, 'year', 1, 'letter'],
    [250, 'week', 1, 'card'],
    [20, 'day', 1, 'letter'],
  ] as const)('a mandate of %i per %s (every %i) gets a %s', (amount, unit, interval, expected) => {
    expect(kindOf({ mandates: [mandate('2026-11-14', { amount, frequency: { unit, interval } })] })).toBe(expected);
  });

  it('looks at the mandate of the first debit, not at the debit', () => {
    const running = mandate('2026-11-14', { amount: 1_500 });
    expect(kindOf({ mandates: [running], gifts: [gift('2026-11-14', { amount: 1_500, mandateId: running.id })] })).toBe(
      'card',
    );
    expect(monthly({ amount: 1_000, frequency: { unit: 'month', interval: 0 } })).toBe(1_000);
  });

  it('sends nothing below the limit for a letter', () => {
    const giving = givingOn(TODAY, [gift('2026-11-14', { amount: 400 })], []);
    const limits = { cardFromMonthly: 1_000, cardFromGift: 5_000 };
    expect(mailFor(giving, { ...limits, letterFromGift: 401 })).toBe('nothing');
    expect(mailFor(giving, { ...limits, letterFromGift: 400 })).toBe('letter');
  });

  it('is done by a letter in the CRM or by ticking it off, since day 0', () => {
    const gifts = [gift('2026-11-10')];
    expect(kindOf({ gifts, moments: [moment('2026-11-12', { channel: 'post' })] })).toBeNull();
    expect(kindOf({ gifts, moments: [moment('2026-11-09', { channel: 'post' })] })).toBe('letter');
    expect(kindOf({ gifts, steps: [{ programme: 'post', day: '2026-11-17' }] })).toBeNull();
  });

  it('is sent to nobody who must not get it, and not for money that did not come', () => {
    const gifts = [gift('2026-11-10')];
    expect(kindOf({ gifts, hasAddress: false })).toEqual(['no-address']);
    expect(kindOf({ gifts, doesNotWantPost: true })).toEqual(['post-objection']);
    expect(kindOf({ gifts, hasOpenComplaint: true })).toEqual(['complaint']);
    expect(kindOf({ gifts: [...gifts, gift('2026-11-15', { status: 'reversed' })] })).toEqual(['reversed']);
  });

  it('follows once more when calling was given up', () => {
    const gifts = [gift('2026-10-25')];
    const steps = [{ programme: 'post', day: '2026-11-01' }] as const;
    const tried = (days: readonly CalendarDay[]) =>
      days.map((day) => call(day, 'attempt', { programme: 'thank-you-call' }));
    const twice = tried(['2026-11-14', '2026-11-17']);
    expect(kindOf({ gifts, steps, calls: twice })).toBeNull();
    const thrice = [...twice, ...tried(['2026-11-20'])];
    expect(kindOf({ gifts, steps, calls: thrice })).toBe('letter');
    expect(kindOf({ gifts, steps: [...steps, { programme: 'post', day: '2026-11-21' }], calls: thrice })).toBeNull();
    expect(kindOf({ gifts, steps, calls: [...thrice, call('2026-11-21', 'conversation')] })).toBeNull();
    expect(kindOf({ gifts, steps, calls: tried(['2026-11-11']) })).toBe('letter');
    const list = buildTaskList('post', [donor({ ...reachable, gifts, steps, calls: thrice })], context());
    expect(list.items[0]?.match.reason.nl).toBe(
      'Eerste gift van € 25 op 25 oktober; bellen lukte niet: stuur een brief.',
    );
  });
});

describe('Doubtful details', () => {
  const fine: DonorDetails = {
    name: {
      kind: 'individual',
      firstName: 'Anna',
      prefix: 'van der',
      surname: 'Berg',
      displayName: 'Anna van der Berg',
      gender: 'female',
    },
    phones: [{ rowId: 1, crmId: 1, value: '06-12345678', isPrimary: true, kind: 'Mobile' }],
    emails: [],
    addresses: [
      {
        rowId: 1,
        crmId: 1,
        value: { street: 'Wilgenhof 41', postcode: '8031 XD', town: 'Zwolle', country: 'NL' },
        isPrimary: true,
        kind: 'Home',
      },
    ],
  };
  const points = (
    details: Partial<DonorDetails>,
    verify: Partial<VerifyFacts> = {},
    facts: Partial<DonorFacts> = {},
  ): readonly string[] => {
    const facts0 = {
      details: { ...fine, ...details },
      emailsOnHold: [],
      hasConflict: false,
      verifiedDay: null,
      ...verify,
    };
    const list = buildVerifyList([{ ...donor(facts), verify: facts0 }], new Set(), context());
    return list.items[0]?.match.points.map(({ nl }) => nl) ?? [];
  };
  const phone = (value: string): Partial<DonorDetails> => ({ phones: [{ ...fine.phones[0]!, value }] });
  const email = (value: string): Partial<DonorDetails> => ({
    emails: [{ rowId: 1, crmId: 1, value, isPrimary: true, kind: null }],
  });
  const address = (change: object): Partial<DonorDetails> => ({
    addresses: [{ ...fine.addresses[0]!, value: { ...fine.addresses[0]!.value, ...change } }],
  });
  const name = (change: object): Partial<DonorDetails> => ({ name: { ...fine.name, ...change } });

  it('are none for ordinary details; an e-mail that is missing is none either', () => {
    expect(points({})).toEqual([]);
  });

  it.each([
    ['phone missing', { phones: [] }, 'Er is geen telefoonnummer bekend.'],
    ['phone not valid', phone('06-1234'), 'Dit nummer lijkt niet te kloppen.'],
    ['phone with text around it', phone('Anja 0612345678'), 'Er staat tekst bij het nummer.'],
    ['e-mail malformed', email('anna@ergens'), 'Dit e-mailadres lijkt niet te kloppen.'],
    ['address missing', { addresses: [] }, 'Er is geen adres bekend.'],
    ['postcode not valid for its country', address({ postcode: '8031 SS' }), 'De postcode lijkt niet te kloppen.'],
    ['postcode not valid for Belgium', address({ country: 'BE' }), 'De postcode lijkt niet te kloppen.'],
    ['house number missing', address({ street: 'Wilgenhof' }), 'Het huisnummer ontbreekt.'],
    ['name wholly in capitals', name({ surname: 'BERG' }), 'De naam staat in hoofdletters. Hoe schrijft u die?'],
    [
      'prefix inside the surname',
      name({ prefix: '', surname: 'van der Berg' }),
      'Het tussenvoegsel staat bij de achternaam.',
    ],
    ['digits in a name', name({ surname: 'Berg2' }), 'Er staan vreemde tekens in de naam.'],
    ['markup in a name', name({ firstName: '<b>Anna</b>' }), 'Er staan vreemde tekens in de naam.'],
  ] as const)('%s', (_, details, expected) => {
    expect(points(details as Partial<DonorDetails>)).toEqual([expected]);
  });

  it.each(['B-2000', '2000'])('a Belgian postcode %s is none', (postcode) => {
    expect(points(address({ country: 'BE', postcode }))).toEqual([]);
  });

  it('e-mail on hold', () => {
    expect(points(email('anna@example.org'), { emailsOnHold: ['anna@example.org'] })).toEqual([
      'Post aan dit e-mailadres kwam terug.',
    ]);
  });

  it('a correction in conflict', () => {
    expect(points({}, { hasConflict: true })).toEqual(['Een correctie en het CRM spreken elkaar tegen.']);
  });

  it.each([
    ['2024-11-21', '2025-11-21', true],
    ['2024-11-22', '2025-11-21', false],
    ['2024-11-21', '2025-11-20', false],
  ] as const)(
    'not verified for 24 months (%s) while a gift came in the last 12 (%s): %s',
    (verifiedDay, newest, isDoubtful) => {
      const gifts = [gift('2020-01-01'), gift(newest)];
      expect(points({}, { verifiedDay }, { gifts })).toEqual(
        isDoubtful ? ['Voor het laatst nagekeken op 21 november 2024.'] : [],
      );
    },
  );

  it('who never was verified, counts from the first gift or mandate', () => {
    expect(points({}, {}, { gifts: [gift('2024-11-21'), gift('2026-11-01')] })).toEqual([
      'Nog nooit nagekeken; donateur sinds 21 november 2024.',
    ]);
    expect(points({}, {}, { gifts: [gift('2024-11-22'), gift('2026-11-01')] })).toEqual([]);
  });

  it('not on it when on a calling list today; always otherwise, for the verifier, without an amount', () => {
    const facts = {
      ...donor({ gifts: [gift('2026-11-07')] }),
      verify: { details: { ...fine, phones: [] }, emailsOnHold: [], hasConflict: false, verifiedDay: null },
    };
    const called = buildVerifyList([facts], new Set([facts.donorId]), context());
    expect(called.suppressed[0]?.suppressions.map(({ id }) => id)).toEqual(['in-call-today']);
    const list = buildVerifyList([facts], new Set(), context());
    expect(list.items[0]?.match).toMatchObject({ lane: 'verifier', priority: 80, amount: 0, until: null });
    expect(buildVerifyList([{ ...facts, isDeceased: true }], new Set(), context()).items).toEqual([]);
  });
});

describe('the order of work', () => {
  it('is the earlier due, then cards, then the larger amount, then the CRM’s id, whatever order it came in', () => {
    const of = (crmId: number, day: CalendarDay, amount: number): DonorFacts =>
      donor({ ...reachable, crmId, donorId: crmId, gifts: [gift(day, { amount })] });
    const donors = [
      of(4, '2026-11-14', 1_000),
      of(3, '2026-11-14', 1_000),
      of(2, '2026-11-14', 2_000),
      of(1, '2026-11-14', 5_000),
      of(5, '2026-11-10', 500),
    ];
    for (const order of [donors, donors.toReversed()]) {
      expect(buildTaskList('post', order, context()).items.map(({ donorId }) => donorId)).toEqual([5, 1, 2, 3, 4]);
    }
  });
});
