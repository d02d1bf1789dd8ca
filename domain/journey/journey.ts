/**
 * The journey of a new donor, from the thank-you e-mail to the second mailing, and where one donor stands in it. It only
 * tells what happened and what is due; who is called or written to is decided by the programmes.
 */
import { addDays, type CalendarDay } from '../calendar/day.ts';
import type { ContactMoment, DonorFacts } from '../donor-facts.ts';
import { isFailedOrReversed } from '../gift.ts';
import type { Giving } from '../giving.ts';
import type { Sentence } from '../language.ts';
import type { Emotion } from '../operation.ts';
import type { ProgrammeId } from '../programmes/programme-id.ts';
import type { ProgrammeSettings } from '../programmes/settings.ts';
import { mailFor } from '../tasks/post.ts';
import { inOrder } from '../in-order.ts';

export const JOURNEY_STEPS = [
  'thanks-email',
  'first-debit',
  'post',
  'call',
  'first-mailing',
  'second-mailing',
] as const;
export type JourneyStepId = (typeof JOURNEY_STEPS)[number];

export const JOURNEY_NAMES: Readonly<Record<JourneyStepId, Sentence>> = {
  'thanks-email': { nl: 'Bedankmail', en: 'Thank-you e-mail' },
  'first-debit': { nl: 'Eerste afschrijving', en: 'First debit' },
  post: { nl: 'Kaart of brief', en: 'Card or letter' },
  call: { nl: 'Dankgesprek', en: 'Thank-you call' },
  'first-mailing': { nl: 'Eerste mailing', en: 'First mailing' },
  'second-mailing': { nl: 'Tweede mailing', en: 'Second mailing' },
};

/** `due`: its time is now; `missed`: its time is over; `failed`: a debit that did not come; `later`: its time is to come. */
export const STEP_STATES = ['done', 'due', 'missed', 'failed', 'later'] as const;
export type StepState = (typeof STEP_STATES)[number];

export interface StepOfJourney {
  readonly id: JourneyStepId;
  readonly state: StepState;
  /** When it was done, or failed. */
  readonly day: CalendarDay | null;
  /** From when it is due; null when nobody can tell. */
  readonly due: CalendarDay | null;
  /** How the donor sounded, where somebody recorded it. */
  readonly emotion: Emotion | null;
}

export interface RecordedEmotion {
  readonly day: CalendarDay;
  readonly programme: ProgrammeId;
  readonly emotion: Emotion;
}

export interface JourneyQuestion {
  readonly today: CalendarDay;
  readonly donor: Pick<DonorFacts, 'moments' | 'steps' | 'calls'>;
  readonly giving: Giving;
  readonly settings: Pick<ProgrammeSettings, 'missingThanks' | 'post' | 'thankYouCall'>;
  readonly emotions: readonly RecordedEmotion[];
}

/** None for a donor without a journey. Steps that do not belong to this gift or mandate are left out. */
export function journeyOf(question: JourneyQuestion): readonly StepOfJourney[] {
  const { dayZero } = question.giving;
  if (dayZero === null) return [];
  const about: About = { ...question, dayZero, moments: momentsSince(question, dayZero) };
  return [thanksEmail(about), firstDebit(about), post(about), call(about), ...mailings(about)].filter(
    (step) => step !== null,
  );
}

/** The step of the journey in which a call of a programme belongs; null for a call outside the journey. */
export function stepOfProgramme(programme: ProgrammeId): JourneyStepId | null {
  switch (programme) {
    case 'thank-you-call':
    case 'major-call':
      return 'call';
    case 'service-call':
      return 'first-debit';
    case 'callback':
    case 'ambassador-call':
    case 'anniversary-call':
    case 'ask-feedback':
    case 'birthday':
      return null;
  }
}

interface About extends JourneyQuestion {
  readonly dayZero: CalendarDay;
  /** Outgoing, since day 0, oldest first. */
  readonly moments: readonly ContactMoment[];
}

function momentsSince({ donor, today }: JourneyQuestion, dayZero: CalendarDay): readonly ContactMoment[] {
  return donor.moments
    .filter(({ isOutgoing, day }) => isOutgoing && day >= dayZero && day <= today)
    .toSorted((a, b) => inOrder(a.day, b.day) || a.id - b.id);
}

function tickedDay({ donor, dayZero, today }: About, programme: 'missing-thanks' | 'post'): CalendarDay | null {
  const days = donor.steps.filter((step) => step.programme === programme && step.day >= dayZero && step.day <= today);
  return days.map(({ day }) => day).toSorted()[0] ?? null;
}

function thanksEmail(about: About): StepOfJourney {
  const { afterDays, lastDay } = about.settings.missingThanks;
  const mail = about.moments.find(({ channel, isThanks }) => channel === 'email' && isThanks)?.day ?? null;
  return timed(about, 'thanks-email', earliest(mail, tickedDay(about, 'missing-thanks')), [afterDays, lastDay]);
}

/** Only of who gave a mandate. */
function firstDebit({ giving, today, dayZero, emotions }: About): StepOfJourney | null {
  const mandate = giving.mandateOfDayZero?.id ?? giving.giftOfDayZero?.mandateId ?? null;
  if (mandate === null) return null;
  const debits = giving.gifts.filter(({ mandateId, day }) => mandateId === mandate && day >= dayZero && day <= today);
  const received = debits.find(({ status }) => status === 'received');
  const failed = debits.find(isFailedOrReversed);
  const shown = received ?? failed ?? null;
  const state = received !== undefined ? 'done' : failed !== undefined ? 'failed' : 'later';
  return {
    id: 'first-debit',
    state,
    day: shown?.day ?? null,
    due: debits.find(({ status }) => status === 'announced')?.day ?? null,
    emotion: emotionIn(emotions, 'first-debit', dayZero),
  };
}

/** The card or letter that belongs to the amount; none below the least amount. */
function post(about: About): StepOfJourney | null {
  const { settings, giving } = about;
  const sent = earliest(postMoment(about)?.day ?? null, tickedDay(about, 'post'));
  if (sent === null && (!settings.post.isOn || mailFor(giving, settings.post) === 'nothing')) return null;
  return timed(about, 'post', sent, [settings.post.firstDay, settings.post.lastDay]);
}

function postMoment({ moments }: About): ContactMoment | null {
  return moments.find(({ channel }) => channel === 'post') ?? null;
}

function call(about: About): StepOfJourney {
  const { donor, today, dayZero, settings, emotions } = about;
  const { firstDay, lastDay } = settings.thankYouCall;
  const held = donor.calls
    .filter(({ day, result }) => day >= dayZero && day <= today && result === 'conversation')
    .filter(({ programme, promisedIn }) => isOfCall(programme) && isOfCall(promisedIn))
    .toSorted((a, b) => inOrder(a.at, b.at))[0];
  const step = timed(about, 'call', held?.day ?? null, [firstDay, lastDay]);
  return { ...step, emotion: emotionIn(emotions, 'call', dayZero) };
}

function isOfCall(programme: ProgrammeId | null): boolean {
  return programme === null || programme === 'callback' || stepOfProgramme(programme) === 'call';
}

/** What went out after the card or letter and thanks nobody: nobody knows beforehand when a mailing goes out. */
function mailings(about: About): readonly StepOfJourney[] {
  const card = postMoment(about);
  const sent = about.moments.filter(
    (moment) => moment !== card && !moment.isThanks && (moment.channel === 'email' || moment.channel === 'post'),
  );
  return (['first-mailing', 'second-mailing'] as const).map((id, index) => {
    const day = sent[index]?.day ?? null;
    return { id, state: day === null ? 'later' : 'done', day, due: null, emotion: null };
  });
}

function timed(
  { today, dayZero }: About,
  id: JourneyStepId,
  day: CalendarDay | null,
  [from, until]: readonly [number, number],
): StepOfJourney {
  const due = addDays(dayZero, from);
  const state = day !== null ? 'done' : today > addDays(dayZero, until) ? 'missed' : today >= due ? 'due' : 'later';
  return { id, state, day, due, emotion: null };
}

function earliest(a: CalendarDay | null, b: CalendarDay | null): CalendarDay | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** The last that was recorded, because it is how the donor left that step. */
function emotionIn(emotions: readonly RecordedEmotion[], step: JourneyStepId, since: CalendarDay): Emotion | null {
  return (
    emotions
      .filter(({ programme, day }) => stepOfProgramme(programme) === step && day >= since)
      .toSorted((a, b) => inOrder(a.day, b.day))
      .at(-1)?.emotion ?? null
  );
}
