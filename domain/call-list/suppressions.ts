/**
 * Judges which suppressions hold for a donor and the programme that won her. `same-number` and `daily-maximum` need
 * the other donors: see call-list.ts.
 */
import { addDays, dayOfInstant, daysBetween, instantAt, type CalendarDay, type Instant } from '../calendar/day.ts';
import type { CallFact } from '../call-fact.ts';
import type { Claim } from '../claims/claim.ts';
import { contactsWithin } from '../contact-pressure.ts';
import { firstNumberOf, type DonorFacts } from '../donor-facts.ts';
import { isFailedOrReversed } from '../gift.ts';
import type { Giving } from '../giving.ts';
import type { LegalBasis } from '../legal-basis.ts';
import type { ProgrammeMatch } from '../programmes/programme.ts';
import { SECTION_OF, type ProgrammeSettings } from '../programmes/settings.ts';
import type { RecordRef } from '../record-ref.ts';
import { isHeldOut } from '../hold-out.ts';
import { attemptsIn } from './programme-record.ts';
import { SUPPRESSION_IDS, type Suppression, type SuppressionId } from './suppression.ts';
import { inOrder } from '../in-order.ts';

export interface SuppressionQuestion {
  readonly today: CalendarDay;
  /** The moment, when it is today; a day that is planned has none. */
  readonly now?: Instant;
  readonly donor: DonorFacts;
  readonly giving: Giving;
  readonly match: ProgrammeMatch;
  readonly legalBasis: LegalBasis | null;
  /** Calls up to and including today, oldest first. */
  readonly calls: readonly CallFact[];
  /** CRM contact of the person whose list it is; appointments assigned to them are their own. */
  readonly viewerCrmId: number | null;
  readonly settings: ProgrammeSettings;
}

/** It holds: because of what day, if of any, and seen in which record. */
export type Verdict = Omit<Suppression, 'id'> | null;

/** All suppressions that hold, in the order of the rules. Empty: nothing stands in the way of a call. */
export function suppressionsOf(question: SuppressionQuestion): readonly Suppression[] {
  return SUPPRESSION_IDS.flatMap((id) => {
    const verdict = JUDGES[id](question);
    return verdict === null ? [] : [{ id, ...verdict }];
  });
}

const JUDGES: Readonly<Record<SuppressionId, (question: SuppressionQuestion) => Verdict>> = {
  deceased: ({ donor }) => ofDonor(donor, donor.isDeceased),
  removed: ({ donor }) => ofDonor(donor, donor.isRemoved),
  objection: ({ donor }) => ofDonor(donor, donor.hasObjected),
  'cannot-decide': ({ donor }) => ofDonor(donor, donor.cannotDecide),
  'no-phone': ({ donor }) => ofDonor(donor, !hasNumber(donor)),
  'bad-phone': ({ donor }) => ofDonor(donor, hasNumber(donor) && firstNumberOf(donor.phones) === null),
  'no-legal-basis': ({ donor, legalBasis }) => ofDonor(donor, legalBasis === null),
  'relation-ended': judgeRelationEnded,
  complaint: ({ donor }) => ofDonor(donor, donor.hasOpenComplaint),
  reversed: ({ match: { thanksFor } }) =>
    thanksFor !== null && isFailedOrReversed(thanksFor) ? since(thanksFor.day, 'gift', thanksFor.id) : null,
  'cool-down': judgeCoolDown,
  'contact-pressure': judgeContactPressure,
  'attempt-today': judgeAttemptToday,
  'attempt-pause': judgeAttemptPause,
  'household-pause': judgeHouseholdPause,
  'attempts-used': judgeAttemptsUsed,
  promised: judgePromised,
  scheduled: judgeScheduled,
  claimed: (question) => {
    const claim = claimOn(question);
    return claim === null ? null : { since: null, record: { kind: 'donor', id: question.donor.donorId }, claim };
  },
  'same-number': () => null,
  'held-out': ({ donor, match }) => ofDonor(donor, isHeldOut(donor, match)),
  'daily-maximum': () => null,
};

function since(day: CalendarDay, kind: RecordRef['kind'], id: RecordRef['id']): Verdict {
  return { since: day, record: { kind, id } };
}

function sinceCall(call: CallFact): Verdict {
  return since(call.day, 'call', call.at);
}

function ofDonor({ donorId }: DonorFacts, holds: boolean): Verdict {
  return holds ? { since: null, record: { kind: 'donor', id: donorId } } : null;
}

function hasNumber({ phones }: DonorFacts): boolean {
  return phones.some(({ raw }) => raw.trim() !== '');
}

/** rules-nl.md L10: the newest gift, volunteering or event is too long ago, and no mandate runs. */
function judgeRelationEnded({ donor, giving, today, settings }: SuppressionQuestion): Verdict {
  const newest = giving.newestReceived;
  if (newest === null || giving.hasRunningMandate) return null;
  const lastDay = addDays(today, -settings.limits.relationEndsAfterDays);
  if (newest.day >= lastDay) return null;
  const tookPart = donor.involvements.some(({ day }) => day >= lastDay && day <= today);
  return tookPart ? null : since(newest.day, 'gift', newest.id);
}

function judgeCoolDown({ match, calls, today, settings }: SuppressionQuestion): Verdict {
  if (match.programme === 'callback') return null;
  const last = calls.findLast(({ result }) => result === 'conversation');
  if (last === undefined) return null;
  return daysBetween(last.day, today) < settings.limits.coolDownDays ? sinceCall(last) : null;
}

/** A promise is kept, and a payment that failed is told, however often a donor heard from us. */
function judgeContactPressure({ donor, match, today, settings }: SuppressionQuestion): Verdict {
  if (match.programme === 'callback' || match.programme === 'service-call') return null;
  const { contactsIn30Days, contactsIn365Days } = settings.limits;
  for (const [days, most] of [
    [30, contactsIn30Days],
    [365, contactsIn365Days],
  ] as const) {
    if (most === null) continue;
    const contacts = contactsWithin(donor, today, days);
    const first = contacts.at(-most);
    if (contacts.length >= most && first !== undefined) {
      return { since: first, record: { kind: 'donor', id: donor.donorId } };
    }
  }
  return null;
}

function judgeAttemptToday({ match, calls, today }: SuppressionQuestion): Verdict {
  const last = calls.at(-1);
  return match.programme !== 'callback' && last?.day === today ? sinceCall(last) : null;
}

/**
 * Any attempt pauses for a day, a voicemail for longer, and the programme may ask for hours besides. A promise is kept
 * all the same: the attempt in which a callback was promised, and those before it, do not pause that callback.
 */
function judgeAttemptPause(question: SuppressionQuestion): Verdict {
  const { donor, match, calls, today, settings } = question;
  const { pauseDays, pauseDaysAfterVoicemail } = settings.limits;
  const promise = donor.callbacks.find(({ id }) => id === match.callbackId);
  const pausing = calls.findLast((call) => {
    if (promise !== undefined && call.at <= promise.madeAt) return false;
    const ago = daysBetween(call.day, today);
    if (ago >= 1 && ago <= (call.result === 'voicemail-left' ? pauseDaysAfterVoicemail : pauseDays)) return true;
    return ago >= 1 && isTooSoon(call, question);
  });
  return pausing === undefined ? null : sinceCall(pausing);
}

/** The end of any day on which calls are made: whoever may be called by then, is on that day's list. */
const END_OF_CALLING = '22:00';
const MILLISECONDS_OF_AN_HOUR = 3_600_000;

function isTooSoon(call: CallFact, { match, settings, today, now }: SuppressionQuestion): boolean {
  const { hoursBetween } = settings[SECTION_OF[match.programme]];
  if (hoursBetween === 0) return false;
  const moment = now !== undefined && dayOfInstant(now) === today ? now : instantAt(today, END_OF_CALLING);
  return Date.parse(moment) - Date.parse(call.at) < hoursBetween * MILLISECONDS_OF_AN_HOUR;
}

function judgeHouseholdPause({ donor, match, today, settings }: SuppressionQuestion): Verdict {
  const { householdPauseDays } = settings.limits;
  if (match.programme === 'callback' || householdPauseDays === 0) return null;
  const after = addDays(today, -householdPauseDays);
  const last = donor.householdCallDays
    .filter((day) => day > after && day <= today)
    .sort()
    .at(-1);
  return last === undefined ? null : { since: last, record: null };
}

/** rules-nl.md L19: so many attempts, within so many days of the first; then the card or the letter instead. */
function judgeAttemptsUsed({ match, calls, today, settings }: SuppressionQuestion): Verdict {
  const { maximumAttempts, attemptsWithinDays } = settings[SECTION_OF[match.programme]];
  const attempts = attemptsIn(match, calls);
  const [first] = attempts;
  if (first === undefined) return null;
  const isOver = attempts.length >= maximumAttempts || first.day <= addDays(today, -attemptsWithinDays);
  return isOver ? sinceCall(first) : null;
}

function judgePromised({ donor, today }: SuppressionQuestion): Verdict {
  const [next] = donor.callbacks
    .filter(({ promisedDay }) => promisedDay > today)
    .toSorted((a, b) => inOrder(a.promisedDay, b.promisedDay));
  return next === undefined ? null : since(next.promisedDay, 'callback', next.id);
}

function judgeScheduled({ donor, today, viewerCrmId }: SuppressionQuestion): Verdict {
  const [first] = donor.scheduledCalls
    .filter(({ day, assignees }) => day >= today && !(viewerCrmId !== null && assignees.includes(viewerCrmId)))
    .map(({ day }) => day)
    .sort();
  return first === undefined ? null : { since: first, record: null };
}

/** The claim that holds the donor on this day, of several the one that ends last: another day's list has none of today's. */
function claimOn({ donor, today }: SuppressionQuestion): Claim | null {
  const holding = donor.claims.filter((claim) => dayOfInstant(claim.endsAt) >= today);
  return holding.toSorted((a, b) => inOrder(b.endsAt, a.endsAt))[0] ?? null;
}
