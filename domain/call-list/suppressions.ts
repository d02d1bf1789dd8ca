/** Judges which suppressions hold for a donor and the programme that won her. `same-number` needs the other donors: see call-list.ts. */
import { addDays, dayOfInstant, daysBetween, type CalendarDay } from '../calendar/day.ts';
import type { CallFact } from '../call-fact.ts';
import type { Claim } from '../claims/claim.ts';
import { firstNumberOf, type DonorFacts } from '../donor-facts.ts';
import { isFailedOrReversed } from '../gift.ts';
import type { Giving } from '../giving.ts';
import type { ProgrammeMatch } from '../programmes/programme.ts';
import type { ProgrammeSettings } from '../programmes/settings.ts';
import { attemptsIn } from './programme-record.ts';
import { SUPPRESSION_IDS, type Suppression, type SuppressionId } from './suppression.ts';

export interface SuppressionQuestion {
  readonly today: CalendarDay;
  readonly donor: DonorFacts;
  readonly giving: Giving;
  readonly match: ProgrammeMatch;
  /** Calls up to and including today, oldest first. */
  readonly calls: readonly CallFact[];
  /** CRM contact of the person whose list it is; appointments assigned to them are their own. */
  readonly viewerCrmId: number | null;
  readonly settings: ProgrammeSettings;
}

/** `true`: it holds, and has no day of its own; a day: it holds because of that day; null: it does not hold. */
type Verdict = CalendarDay | true | null;

/** All suppressions that hold, in the order of the rules. Empty: nothing stands in the way of a call. */
export function suppressionsOf(question: SuppressionQuestion): readonly Suppression[] {
  return SUPPRESSION_IDS.flatMap((id) => {
    const verdict = JUDGES[id](question);
    if (verdict === null) return [];
    const claim = id === 'claimed' ? claimOn(question) : null;
    return [{ id, since: verdict === true ? null : verdict, ...(claim === null ? {} : { claim }) }];
  });
}

const JUDGES: Readonly<Record<SuppressionId, (question: SuppressionQuestion) => Verdict>> = {
  deceased: ({ donor }) => donor.isDeceased || null,
  removed: ({ donor }) => donor.isRemoved || null,
  objection: ({ donor }) => donor.hasObjected || null,
  'no-phone': ({ donor }) => !donor.phones.some(({ raw }) => raw.trim() !== '') || null,
  'bad-phone': ({ donor }) =>
    (donor.phones.some(({ raw }) => raw.trim() !== '') && firstNumberOf(donor.phones) === null) || null,
  // rules-nl.md L1: the number came with the gift; a cancelled announcement brought none.
  'no-legal-basis': ({ giving }) =>
    (giving.mandates.length === 0 && giving.gifts.every(({ status }) => status === 'cancelled')) || null,
  'relation-ended': judgeRelationEnded,
  complaint: ({ donor }) => donor.hasOpenComplaint || null,
  reversed: ({ match }) =>
    match.thanksFor !== null && isFailedOrReversed(match.thanksFor) ? match.thanksFor.day : null,
  'cool-down': judgeCoolDown,
  'attempt-today': ({ match, calls, today }) =>
    match.programme !== 'callback' && calls.at(-1)?.day === today ? today : null,
  'attempt-pause': judgeAttemptPause,
  'attempts-used': judgeAttemptsUsed,
  promised: ({ donor, today }) =>
    donor.callbacks
      .map(({ promisedDay }) => promisedDay)
      .filter((day) => day > today)
      .sort()[0] ?? null,
  scheduled: judgeScheduled,
  claimed: (question) => claimOn(question) !== null || null,
  'same-number': () => null,
};

/** rules-nl.md L10: the newest received gift is too long ago, and no mandate runs. */
function judgeRelationEnded({ giving, today, settings }: SuppressionQuestion): Verdict {
  const newest = giving.newestReceived;
  if (newest === null || giving.hasRunningMandate) return null;
  return daysBetween(newest.day, today) > settings.relationEndsAfterDays ? newest.day : null;
}

function judgeCoolDown({ match, calls, today, settings }: SuppressionQuestion): Verdict {
  if (match.programme === 'callback') return null;
  const last = calls.findLast(({ result }) => result === 'conversation');
  return last !== undefined && daysBetween(last.day, today) < settings.coolDownDays ? last.day : null;
}

/**
 * Any attempt pauses for a day, a voicemail for longer. A promise is kept all the same: the attempt in which a
 * callback was promised, and those before it, do not pause that callback.
 */
function judgeAttemptPause({ donor, match, calls, today, settings }: SuppressionQuestion): Verdict {
  const { pauseDays, pauseDaysAfterVoicemail } = settings.attempts;
  const promise = donor.callbacks.find(({ id }) => id === match.callbackId);
  const pausing = calls.findLast((call) => {
    if (promise !== undefined && call.at <= promise.madeAt) return false;
    const ago = daysBetween(call.day, today);
    return ago >= 1 && ago <= (call.result === 'voicemail-left' ? pauseDaysAfterVoicemail : pauseDays);
  });
  return pausing?.day ?? null;
}

/** rules-nl.md L19: so many attempts, within so many days of the first; then the card or the letter instead. */
function judgeAttemptsUsed({ match, calls, today, settings }: SuppressionQuestion): Verdict {
  const { maximum, withinDays } = settings.attempts;
  const attempts = attemptsIn(match, calls);
  const first = attempts[0];
  if (first === undefined) return null;
  return attempts.length >= maximum || first.day <= addDays(today, -withinDays) ? first.day : null;
}

function judgeScheduled({ donor, today, viewerCrmId }: SuppressionQuestion): Verdict {
  const foreign = donor.scheduledCalls
    .filter(({ day, assignees }) => day >= today && !(viewerCrmId !== null && assignees.includes(viewerCrmId)))
    .map(({ day }) => day)
    .sort();
  return foreign[0] ?? null;
}

/** The claim that holds the donor on this day, of several the one that ends last: another day's list has none of today's. */
function claimOn({ donor, today }: SuppressionQuestion): Claim | null {
  const holding = donor.claims.filter((claim) => dayOfInstant(claim.endsAt) >= today);
  return holding.toSorted((a, b) => (a.endsAt < b.endsAt ? 1 : -1))[0] ?? null;
}
