/** Donors for tests of the rules: one line says what matters, the rest is an ordinary donor who may be called. */
import type { CalendarDay } from '../../domain/calendar/day.ts';
import { instantAt } from '../../domain/calendar/day.ts';
import type { Callback, CallFact, CallResult } from '../../domain/call-fact.ts';
import { buildCallList } from '../../domain/call-list/call-list.ts';
import type { ListContext } from '../../domain/call-list/evaluate.ts';
import { explain, type Explanation } from '../../domain/call-list/explain.ts';
import { NO_SURROUNDINGS, type DonorFacts, type DonorPhone } from '../../domain/donor-facts.ts';
import type { Gift } from '../../domain/gift.ts';
import type { Mandate } from '../../domain/mandate.ts';
import { validNumberIn } from '../../domain/phone-number.ts';
import type { ProgrammeId } from '../../domain/programmes/programme-id.ts';
import { DEFAULT_SETTINGS } from '../../domain/programmes/settings.ts';

let nextId = 1;

export function gift(day: CalendarDay, overrides: Partial<Gift> = {}): Gift {
  nextId += 1;
  return { id: nextId, day, amount: 2_500, status: 'received', mandateId: null, project: null, ...overrides };
}

export function mandate(startDay: CalendarDay, overrides: Partial<Mandate> = {}): Mandate {
  nextId += 1;
  const frequency = { unit: 'month', interval: 1 } as const;
  return { id: nextId, startDay, amount: 1_000, frequency, status: 'running', cancelledDay: null, ...overrides };
}

export function phone(raw: string, overrides: Partial<DonorPhone> = {}): DonorPhone {
  nextId += 1;
  return { id: nextId, raw, isPrimary: true, number: validNumberIn(raw), isRecordedWrong: false, ...overrides };
}

export function call(day: CalendarDay, result: CallResult, overrides: Partial<CallFact> = {}): CallFact {
  return { day, at: instantAt(day, '19:00'), result, programme: null, promisedIn: null, ...overrides };
}

export function callback(promisedDay: CalendarDay, overrides: Partial<Callback> = {}): Callback {
  nextId += 1;
  return {
    id: nextId,
    promisedDay,
    promisedAt: instantAt(promisedDay, '19:30'),
    promisedTime: '19:30',
    madeAt: instantAt('2026-11-01', '19:00'),
    lane: 'caller',
    promisedIn: 'thank-you-call',
    amount: 2_500,
    personId: 1,
    ...overrides,
  };
}

/** A donor with a number of her own; without gifts she is on no list. */
export function donor(overrides: Partial<DonorFacts> = {}): DonorFacts {
  nextId += 1;
  return {
    donorId: nextId,
    crmId: nextId,
    isDeceased: false,
    isRemoved: false,
    hasObjected: false,
    cannotDecide: false,
    hasOpenComplaint: false,
    phones: [phone(`06${String(20_000_000 + nextId)}`)],
    gifts: [],
    mandates: [],
    calls: [],
    scheduledCalls: [],
    claims: [],
    callbacks: [],
    ...NO_SURROUNDINGS,
    ...overrides,
  };
}

export const TODAY: CalendarDay = '2026-11-21';

export function context(today: CalendarDay = TODAY, overrides: Partial<ListContext> = {}): ListContext {
  return { today, viewerCrmId: 6, settings: DEFAULT_SETTINGS, ...overrides };
}

export interface Verdict {
  readonly programme: ProgrammeId | null;
  /** All suppressions, the reason shown first. */
  readonly suppressions: readonly string[];
  readonly due: CalendarDay | null;
}

/** What the list says of one donor on a day. */
export function judge(facts: DonorFacts, today: CalendarDay = TODAY): Verdict {
  const list = buildCallList([facts], context(today));
  const candidate = list.items[0] ?? list.suppressed[0];
  return {
    programme: candidate?.match.programme ?? null,
    suppressions: candidate?.suppressions.map(({ id }) => id) ?? [],
    due: candidate?.match.due ?? null,
  };
}

export function explainAlone(facts: DonorFacts, today: CalendarDay = TODAY): Explanation {
  return explain(facts, [], context(today));
}
