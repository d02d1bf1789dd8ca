/** Random donors around one day, dense enough that every programme and suppression comes up. */
import fc from 'fast-check';
import { addDays, instantAt, type CalendarDay } from '../../domain/calendar/day.ts';
import type { Callback, CallFact } from '../../domain/call-fact.ts';
import type { ContactMoment, DonorAction, DonorFacts, SurroundingFacts } from '../../domain/donor-facts.ts';
import { GIFT_STATUSES, type Gift } from '../../domain/gift.ts';
import { MANDATE_STATUSES, type Mandate } from '../../domain/mandate.ts';
import { PROGRAMME_IDS } from '../../domain/programmes/programme-id.ts';
import { TODAY } from './build-donor.ts';

const dayNear = (back: number, ahead: number): fc.Arbitrary<CalendarDay> =>
  fc.integer({ min: -back, max: ahead }).map((offset) => addDays(TODAY, offset));

const arbitraryGift: fc.Arbitrary<Gift> = fc.record({
  id: fc.integer({ min: 1, max: 1_000_000 }),
  day: fc.oneof({ weight: 4, arbitrary: dayNear(40, 5) }, { weight: 1, arbitrary: dayNear(1_500, 5) }),
  amount: fc.oneof(fc.integer({ min: 100, max: 20_000 }), fc.constantFrom(99_999, 100_000, 150_000, 250_000)),
  status: fc.constantFrom(...GIFT_STATUSES),
  mandateId: fc.option(fc.constantFrom(1, 2), { nil: null }),
  project: fc.constant(null),
});

const arbitraryMandate: fc.Arbitrary<Mandate> = fc.record({
  id: fc.constantFrom(1, 2),
  startDay: dayNear(60, 3),
  amount: fc.integer({ min: 100, max: 5_000 }),
  frequency: fc.constant({ unit: 'month', interval: 1 } as const),
  status: fc.constantFrom(...MANDATE_STATUSES),
  cancelledDay: fc.option(dayNear(30, 0), { nil: null }),
});

const arbitraryCall: fc.Arbitrary<CallFact> = dayNear(100, 0).chain((day) =>
  fc.record({
    day: fc.constant(day),
    at: fc.integer({ min: 10, max: 20 }).map((hour) => instantAt(day, `${hour}:00`)),
    result: fc.constantFrom('conversation', 'closed', 'voicemail-left', 'attempt'),
    programme: fc.option(fc.constantFrom(...PROGRAMME_IDS), { nil: null }),
    promisedIn: fc.constant(null),
  }),
);

const arbitraryCallback: fc.Arbitrary<Callback> = dayNear(5, 5).map((day) => ({
  id: 1,
  promisedDay: day,
  promisedAt: instantAt(day, '19:30'),
  promisedTime: '19:30',
  madeAt: instantAt(addDays(TODAY, -6), '19:00'),
  lane: 'caller',
  promisedIn: 'thank-you-call',
  amount: 2_500,
  personId: null,
}));

/** Few numbers, so that donors share them. */
const NUMBERS = [
  '+31612345671',
  '+31612345672',
  '+31612345673',
  '+31612345674',
  '+31612345675',
  '+31612345676',
] as const;

const rarely = fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });

const arbitraryMoment: fc.Arbitrary<ContactMoment> = fc.record({
  id: fc.integer({ min: 1, max: 1_000_000 }),
  day: dayNear(60, 0),
  channel: fc.constantFrom('email', 'post', 'phone', 'text'),
  isOutgoing: fc.boolean(),
  isThanks: fc.boolean(),
});

const arbitraryAction: fc.Arbitrary<DonorAction> = fc.record({
  day: dayNear(90, 0),
  kind: fc.constantFrom('own-action', 'brought-others', 'through-friend'),
  record: fc.constant({ kind: 'moment', id: 1 } as const),
});

const seldom = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<readonly Value[]> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(arbitrary, { maxLength: 3 }) });

const arbitrarySurroundings: fc.Arbitrary<SurroundingFacts> = fc.record({
  moments: seldom(arbitraryMoment),
  actions: seldom(arbitraryAction),
  involvements: seldom(
    fc.record({ id: fc.nat(), day: dayNear(1_500, 0), kind: fc.constantFrom('volunteer', 'event') }),
  ),
  consents: fc.constant([]),
  steps: fc.constant([]),
  heldOutOf: seldom(fc.constantFrom('thank-you-call', 'anniversary-call')),
  preferredPart: fc.constantFrom(null, 'morning', 'evening'),
  birthday: fc.constantFrom(null, '11-20', '11-21', '02-29'),
  hasEmail: fc.boolean(),
  doesNotWantEmail: rarely,
  hasAddress: fc.boolean(),
  doesNotWantPost: rarely,
  householdCallDays: seldom(dayNear(10, 0)),
});

const arbitraryCore: fc.Arbitrary<Omit<DonorFacts, keyof SurroundingFacts>> = fc.record({
  donorId: fc.integer({ min: 1, max: 100_000 }),
  crmId: fc.constant(null),
  isDeceased: rarely,
  isRemoved: rarely,
  hasObjected: rarely,
  cannotDecide: rarely,
  hasOpenComplaint: rarely,
  phones: fc.array(
    fc
      .constantFrom(...NUMBERS)
      .map((number) => ({ id: 1, raw: number, isPrimary: true, number, isRecordedWrong: false })),
    { maxLength: 1 },
  ),
  gifts: fc.uniqueArray(arbitraryGift, { maxLength: 6, selector: ({ id }) => id }),
  mandates: fc.uniqueArray(arbitraryMandate, { maxLength: 2, selector: ({ id }) => id }),
  calls: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.array(arbitraryCall, { maxLength: 4 }) },
  ),
  scheduledCalls: fc.oneof(
    { weight: 9, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.constant([{ day: TODAY, assignees: [] }]) },
  ),
  claims: fc.oneof(
    { weight: 9, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.constant([{ id: 'claim', holder: 'Bea Beller', endsAt: instantAt(TODAY, '14:20') }]) },
  ),
  callbacks: fc.oneof({ weight: 9, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.tuple(arbitraryCallback) }),
});

export const arbitraryDonor: fc.Arbitrary<DonorFacts> = fc
  .tuple(arbitraryCore, arbitrarySurroundings)
  .map(([core, surroundings]) => ({ ...core, ...surroundings }));

export const arbitraryDonors = fc.uniqueArray(arbitraryDonor, { maxLength: 25, selector: ({ donorId }) => donorId });
