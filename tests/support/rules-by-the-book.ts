/**
 * call-list-rules.md a second time, written straight from its tables and with nothing of `domain/` but its types: what
 * the list, its order and the first reason must be. Slow and plain on purpose. The open places are read as
 * docs/decisions/0008 reads them.
 */
import type { CallFact, Callback } from '../../domain/call-fact.ts';
import type { DonorFacts } from '../../domain/donor-facts.ts';
import type { Gift } from '../../domain/gift.ts';
import type { Mandate } from '../../domain/mandate.ts';

export interface BookLine {
  readonly donorId: number;
  readonly programme: string;
  readonly lane: string;
  readonly also: readonly string[];
  /** All that stand in the way; the first is the reason shown. */
  readonly reasons: readonly string[];
}

interface Entry {
  readonly programme: string;
  readonly lane: string;
  readonly priority: number;
  readonly from: number;
  readonly due: number;
  readonly dueAt: string;
  readonly amount: number;
  readonly promise: Callback | null;
}

interface Ranked {
  readonly line: BookLine;
  readonly entry: Entry;
  readonly number: string | null;
  readonly tie: number;
}

const number = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const dayIn = (instant: string): number =>
  number(new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' }).format(new Date(instant)));
const sum = (gifts: readonly Gift[]): number => gifts.reduce((total, { amount }) => total + amount, 0);
const failed = ({ status }: Gift): boolean => status === 'failed' || status === 'reversed';

/** Everybody who belongs to a programme on a day, called or not, in the order of the list. */
export function listByTheBook(donors: readonly DonorFacts[], day: string, viewer: number | null): readonly BookLine[] {
  const today = number(day);
  const ranked = donors.flatMap((donor) => rank(donor, today, viewer)).sort((a, b) => compare(a, b, today));
  const taken = new Set<string>();
  return ranked.map(({ line, number: phone }) => {
    const isTaken = phone !== null && taken.has(phone);
    const reasons = isTaken ? insert(line.reasons, 'same-number') : line.reasons;
    // Who is left out for a reason of her own holds nobody back, but for one with whom somebody is talking.
    if (phone !== null && reasons.every((reason) => reason === 'claimed')) taken.add(phone);
    return { ...line, reasons };
  });
}

const LAST: ReadonlySet<string> = new Set(['same-number', 'held-out']);

function insert(reasons: readonly string[], reason: string): readonly string[] {
  return [...reasons.filter((each) => !LAST.has(each)), reason, ...reasons.filter((each) => LAST.has(each))];
}

function compare(a: Ranked, b: Ranked, today: number): number {
  const urgency = ({ entry }: Ranked): number => (entry.due < today ? 0 : entry.due === today ? 1 : 2);
  return (
    a.entry.priority - b.entry.priority ||
    urgency(a) - urgency(b) ||
    (a.entry.dueAt < b.entry.dueAt ? -1 : a.entry.dueAt > b.entry.dueAt ? 1 : 0) ||
    b.entry.amount - a.entry.amount ||
    a.tie - b.tie
  );
}

function rank(donor: DonorFacts, today: number, viewer: number | null): readonly Ranked[] {
  const gifts = donor.gifts
    .filter(({ day, amount }) => number(day) <= today && amount > 0)
    .toSorted((a, b) => number(a.day) - number(b.day) || a.id - b.id);
  const mandates = donor.mandates
    .filter(({ startDay }) => number(startDay) <= today)
    .toSorted((a, b) => number(a.startDay) - number(b.startDay) || a.id - b.id);
  const calls = donor.calls.filter(({ day }) => number(day) <= today);
  const major = majorOf(gifts, today);
  const entries = [
    ...callbackOf(donor.callbacks, today),
    ...major,
    ...serviceOf(gifts, today),
    ...thanksOf(gifts, mandates, today),
  ].filter((entry) => !isDone(entry, calls, major[0] ?? null));
  const [entry, ...others] = entries.toSorted((a, b) => a.priority - b.priority);
  if (entry === undefined) return [];
  const reasons = reasonsOf({ donor, gifts, mandates, calls, entry, today, viewer });
  const also = others.map(({ programme }) => programme);
  return [
    {
      line: { donorId: donor.donorId, programme: entry.programme, lane: entry.lane, also, reasons },
      entry,
      number: firstNumber(donor),
      tie: donor.crmId ?? donor.donorId,
    },
  ];
}

function callbackOf(callbacks: readonly Callback[], today: number): readonly Entry[] {
  const [promise] = callbacks
    .filter(({ promisedDay }) => number(promisedDay) <= today)
    .toSorted((a, b) => Date.parse(a.promisedAt) - Date.parse(b.promisedAt) || a.id - b.id);
  if (promise === undefined) return [];
  const [from, { lane, amount, promisedAt }] = [number(promise.promisedDay), promise];
  return [{ programme: 'callback', lane, priority: 10, from, due: from, dueAt: promisedAt, amount, promise }];
}

function majorOf(gifts: readonly Gift[], today: number): readonly Entry[] {
  const received = (days: number): readonly Gift[] =>
    gifts.filter(({ status, day }) => status === 'received' && today - number(day) <= days);
  const recent = received(30);
  const large = recent.findLast(({ amount }) => amount >= 100_000);
  const trigger = large ?? (sum(received(365)) >= 250_000 ? recent.at(-1) : undefined);
  if (trigger === undefined) return [];
  const from = number(trigger.day);
  return [
    {
      programme: 'major-call',
      lane: 'director',
      priority: 20,
      from,
      due: from + 7,
      dueAt: '',
      amount: trigger.amount,
      promise: null,
    },
  ];
}

function serviceOf(gifts: readonly Gift[], today: number): readonly Entry[] {
  const newest = gifts.at(-1);
  if (newest === undefined || !failed(newest)) return [];
  const ago = today - number(newest.day);
  if (ago < 1 || ago > 28) return [];
  const { amount } = newest;
  const [from, due] = [number(newest.day) + 1, number(newest.day) + 3];
  return [{ programme: 'service-call', lane: 'caller', priority: 30, from, due, dueAt: '', amount, promise: null }];
}

function dayZero(gifts: readonly Gift[], mandates: readonly Mandate[], today: number): number | null {
  const began = mandates.filter((mandate) => {
    if (isRunning(mandate, today) || mandate.status !== 'cancelled') return true;
    const debit = gifts.find(({ mandateId, status }) => mandateId === mandate.id && status !== 'cancelled');
    if (debit === undefined) return false;
    return mandate.cancelledDay === null || number(mandate.cancelledDay) >= number(debit.day);
  });
  const days = [
    ...gifts.filter(({ mandateId, status }) => mandateId !== null && (status === 'received' || status === 'announced')),
    ...gifts.filter(({ mandateId, status }) => mandateId === null && status === 'received'),
  ].map(({ day }) => number(day));
  const all = [...days, ...began.map(({ startDay }) => number(startDay))];
  return all.length === 0 ? null : Math.min(...all);
}

function thanksOf(gifts: readonly Gift[], mandates: readonly Mandate[], today: number): readonly Entry[] {
  const start = dayZero(gifts, mandates, today);
  if (start === null || today - start < 14 || today - start > 28) return [];
  const first = gifts.find(({ status }) => status === 'received' || status === 'announced');
  const amount = first?.amount ?? mandates[0]?.amount ?? 0;
  const [from, due] = [start + 14, start + 14];
  return [{ programme: 'thank-you-call', lane: 'caller', priority: 40, from, due, dueAt: '', amount, promise: null }];
}

function isRunning({ status, cancelledDay }: Mandate, today: number): boolean {
  return status === 'running' || (status === 'cancelled' && cancelledDay !== null && number(cancelledDay) > today);
}

function isOf({ day, programme, promisedIn }: CallFact, entry: Pick<Entry, 'programme' | 'from'>): boolean {
  const isNamed = programme === entry.programme || promisedIn === entry.programme;
  return number(day) >= entry.from && (programme === null || isNamed);
}

function isDone(entry: Entry, calls: readonly CallFact[], major: Entry | null): boolean {
  if (entry.programme === 'callback') return false;
  if (calls.some((call) => (call.result === 'conversation' || call.result === 'closed') && isOf(call, entry)))
    return true;
  if (entry.programme !== 'thank-you-call') return false;
  const talks = calls.filter(({ result }) => result === 'conversation');
  const ofMajor = talks.filter((call) => call.programme === 'major-call' || call.promisedIn === 'major-call');
  return (
    ofMajor.some(({ day }) => number(day) >= entry.from - 14) ||
    (major !== null && talks.some((call) => isOf(call, major)))
  );
}

interface Standing {
  readonly donor: DonorFacts;
  readonly gifts: readonly Gift[];
  readonly mandates: readonly Mandate[];
  readonly calls: readonly CallFact[];
  readonly entry: Entry;
  readonly today: number;
  readonly viewer: number | null;
}

function reasonsOf({ donor, gifts, mandates, calls, entry, today, viewer }: Standing): readonly string[] {
  const isCallback = entry.programme === 'callback';
  const ago = ({ day }: { readonly day: string }): number => today - number(day);
  const newest = gifts.findLast(({ status }) => status === 'received');
  const runs = mandates.some((mandate) => isRunning(mandate, today));
  const tookPart = donor.involvements.some((each) => ago(each) >= 0 && ago(each) <= 1_095);
  const start = dayZero(gifts, mandates, today);
  const inJourney = gifts.findLast(({ day }) => start !== null && number(day) >= start);
  const pausing = calls.filter((call) => entry.promise === null || call.at > entry.promise.madeAt);
  const attempts = calls
    .filter((call) => call.result !== 'conversation' && isOf(call, entry))
    .toSorted((a, b) => number(a.day) - number(b.day));
  const hasNumber = donor.phones.some(({ raw }) => raw.trim() !== '');
  const holds: Readonly<Record<string, boolean>> = {
    deceased: donor.isDeceased,
    removed: donor.isRemoved,
    objection: donor.hasObjected,
    'cannot-decide': donor.cannotDecide,
    'no-phone': !hasNumber,
    'bad-phone': hasNumber && firstNumber(donor) === null,
    'no-legal-basis':
      !gifts.some(({ status }) => status !== 'cancelled') &&
      mandates.length === 0 &&
      !donor.involvements.some((each) => ago(each) >= 0) &&
      !donor.consents.some((each) => ago(each) >= 0),
    'relation-ended': newest !== undefined && ago(newest) > 1_095 && !runs && !tookPart,
    complaint: donor.hasOpenComplaint,
    reversed: entry.programme === 'thank-you-call' && inJourney !== undefined && failed(inJourney),
    'cool-down': !isCallback && calls.some((call) => call.result === 'conversation' && ago(call) <= 89),
    'attempt-today': !isCallback && calls.some((call) => ago(call) === 0),
    'attempt-pause': pausing.some(
      (call) => ago(call) === 1 || (call.result === 'voicemail-left' && ago(call) >= 1 && ago(call) <= 3),
    ),
    'attempts-used': attempts.length >= 3 || (attempts[0] !== undefined && ago(attempts[0]) >= 10),
    promised: donor.callbacks.some(({ promisedDay }) => number(promisedDay) > today),
    scheduled: donor.scheduledCalls.some(
      (call) => ago(call) <= 0 && !(viewer !== null && call.assignees.includes(viewer)),
    ),
    claimed: donor.claims.some(({ endsAt }) => dayIn(endsAt) >= today),
    'held-out':
      entry.lane !== 'director' &&
      ['thank-you-call'].includes(entry.programme) &&
      donor.heldOutOf.some((programme) => programme === entry.programme),
  };
  return Object.keys(holds).filter((id) => holds[id]);
}

function firstNumber({ phones }: DonorFacts): string | null {
  const primaryFirst = phones.toSorted((a, b) => Number(b.isPrimary) - Number(a.isPrimary) || a.id - b.id);
  return primaryFirst.find((phone) => phone.number !== null && !phone.isRecordedWrong)?.number ?? null;
}
