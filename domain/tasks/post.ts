/** `post`: on day 7 a card, a letter or nothing, by the size of the gift; also for who could not be reached by phone. */
import { addDays, daysBetween, type CalendarDay } from '../calendar/day.ts';
import type { DonorFacts } from '../donor-facts.ts';
import { isFailedOrReversed } from '../gift.ts';
import type { Giving } from '../giving.ts';
import { sentence, type Language } from '../language.ts';
import type { Mandate } from '../mandate.ts';
import type { Cents } from '../money.ts';
import { daysBetweenBounds, exists, switchedOn, type Condition } from '../programmes/condition.ts';
import { recordOfDayZero, startOfJourney } from '../programmes/thank-you-call.ts';
import { POST_FIELDS } from './post-fields.ts';
import {
  decideTask,
  stopsAll,
  suppressedBy,
  type TaskJudgement,
  type TaskProgramme,
  type TaskQuestion,
} from './task.ts';
import { inOrder } from '../in-order.ts';

export const post: TaskProgramme = {
  id: 'post',
  name: { nl: 'kaart of brief', en: 'card or letter' },
  purpose: { nl: 'Een kaart schrijven of een brief sturen.', en: 'Write a card or send a letter.' },
  fields: POST_FIELDS,
  judge: judgePost,
};

const NEW_DONOR = { nl: 'de klantreis begon op', en: 'the journey began on' };
const DAY_OF_JOURNEY = { nl: 'dag van de klantreis', en: 'day of the journey' };
const SIZE = { nl: 'bij dit bedrag hoort', en: 'for this amount there is' };
const NOT_SENT = { nl: 'nog niets gestuurd', en: 'nothing sent yet' };
const WHAT = {
  card: { nl: 'een kaart', en: 'a card' },
  letter: { nl: 'een brief', en: 'a letter' },
  nothing: { nl: 'niets', en: 'nothing' },
} as const;

export type Mail = keyof typeof WHAT;

/** What goes out by post. */
export const POST_KINDS = ['card', 'letter'] as const;
export type PostKind = (typeof POST_KINDS)[number];

type PostSettings = Pick<TaskQuestion['settings']['post'], 'cardFromMonthly' | 'cardFromGift' | 'letterFromGift'>;

function judgePost(question: TaskQuestion): TaskJudgement {
  const { today, donor, giving, settings } = question;
  const { isOn, firstDay, lastDay } = settings.post;
  const { dayZero } = giving;
  const record = recordOfDayZero(giving);
  const day = dayZero === null ? null : daysBetween(dayZero, today);
  const mail = mailFor(giving, settings.post);
  const giveUp = settings.post.insteadOfCall ? calledInVain(question) : null;
  const since = giveUp ?? dayZero;
  const conditions: readonly Condition[] = [
    switchedOn(isOn, 'post.isOn'),
    exists(NEW_DONOR, dayZero, 'day', record),
    daysBetweenBounds(DAY_OF_JOURNEY, day, { atLeast: firstDay, atMost: lastDay }, record),
    { name: SIZE, holds: mail !== 'nothing', value: WHAT[mail], kind: 'word', record },
    notSent(donor, since, today),
  ];
  const match = (from: CalendarDay): TaskJudgement['match'] =>
    mail === 'nothing'
      ? null
      : {
          programme: 'post',
          kind: mail,
          lane: 'coordinator',
          priority: mail === 'card' ? 25 : 35,
          occasion: from,
          from: addDays(from, firstDay),
          until: addDays(from, lastDay),
          due: giveUp ?? addDays(from, firstDay),
          amount: giving.firstGift?.amount ?? giving.mandates[0]?.amount ?? 0,
          reason: sentence((language) => writeReason(question, from, mail, giveUp !== null, language)),
          points: [],
        };
  return decideTask(
    conditions,
    () => (dayZero === null ? null : match(dayZero)),
    () => suppressionsFor(donor, giving),
  );
}

/** What belongs to the gift or mandate that the journey began with. */
export function mailFor(
  { giftOfDayZero, mandateOfDayZero, mandates }: Giving,
  { cardFromMonthly, cardFromGift, letterFromGift }: PostSettings,
): Mail {
  const mandate = mandateOfDayZero ?? mandates.find(({ id }) => id === giftOfDayZero?.mandateId) ?? null;
  const amount = mandate === null ? (giftOfDayZero?.amount ?? 0) : monthly(mandate);
  if (amount >= (mandate === null ? cardFromGift : cardFromMonthly)) return 'card';
  return (giftOfDayZero?.amount ?? mandate?.amount ?? 0) >= letterFromGift ? 'letter' : 'nothing';
}

const PER_MONTH = { day: 365 / 12, week: 52 / 12, month: 1, year: 1 / 12 } as const;

/** What a mandate comes to in a month, rounded to a cent. */
export function monthly({ amount, frequency }: Pick<Mandate, 'amount' | 'frequency'>): Cents {
  return Math.round((amount * PER_MONTH[frequency.unit]) / Math.max(1, frequency.interval));
}

/** The day of the first of the attempts at the thank-you call, once they are used up; null while calling may go on. */
function calledInVain({ today, donor, giving, settings }: TaskQuestion): CalendarDay | null {
  const { firstDay, maximumAttempts, attemptsWithinDays } = settings.thankYouCall;
  if (giving.dayZero === null) return null;
  const listedFrom = addDays(giving.dayZero, firstDay);
  const calls = donor.calls
    .filter(
      ({ day, programme }) => day >= listedFrom && day <= today && (programme ?? 'thank-you-call') === 'thank-you-call',
    )
    .toSorted((a, b) => inOrder(a.at, b.at));
  const [first] = calls;
  if (first === undefined || calls.some(({ result }) => result === 'conversation' || result === 'closed')) return null;
  const isOver = calls.length >= maximumAttempts || first.day <= addDays(today, -attemptsWithinDays);
  return isOver ? first.day : null;
}

function notSent(donor: DonorFacts, since: CalendarDay | null, today: CalendarDay): Condition {
  const isSince = (day: CalendarDay): boolean => since !== null && day >= since && day <= today;
  const letter = donor.moments.find(({ channel, isOutgoing, day }) => channel === 'post' && isOutgoing && isSince(day));
  const step = donor.steps.find(({ programme, day }) => programme === 'post' && isSince(day));
  const day = letter?.day ?? step?.day ?? null;
  const record = letter === undefined ? null : ({ kind: 'moment', id: letter.id } as const);
  return { name: NOT_SENT, holds: day === null, value: day, kind: 'day', record };
}

function suppressionsFor(donor: DonorFacts, { newestGift }: Giving): TaskJudgement['suppressions'] {
  const record = { kind: 'donor', id: donor.donorId } as const;
  const wentWrong = newestGift !== null && isFailedOrReversed(newestGift);
  return [
    ...stopsAll(donor),
    suppressedBy('complaint', donor.hasOpenComplaint, record),
    suppressedBy('reversed', wentWrong, newestGift === null ? null : { kind: 'gift', id: newestGift.id }),
    suppressedBy('no-address', !donor.hasAddress, record),
    suppressedBy('post-objection', donor.doesNotWantPost, record),
  ].filter((suppression) => suppression !== null);
}

function writeReason(
  { giving, today }: TaskQuestion,
  dayZero: CalendarDay,
  mail: 'card' | 'letter',
  isInstead: boolean,
  language: Language,
): string {
  const start = startOfJourney(giving, dayZero, today, language);
  if (language === 'nl') {
    return isInstead ? `${start}; bellen lukte niet: stuur ${WHAT[mail].nl}.` : `${start}: stuur ${WHAT[mail].nl}.`;
  }
  return isInstead ? `${start}; calling did not work: send ${WHAT[mail].en}.` : `${start}: send ${WHAT[mail].en}.`;
}
