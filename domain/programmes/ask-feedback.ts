/** `ask-feedback`: some time after the thank-you call, ask what the donor thought of the contact (mission.md, What a donor wants). */
import { addDays, daysBetween, type CalendarDay } from '../calendar/day.ts';
import { writeDay } from '../calendar/write-day.ts';
import type { CallFact } from '../call-fact.ts';
import { sentence, type Sentence } from '../language.ts';
import { ATTEMPT_FIELDS, HOLD_OUT_FIELD, laneField, levelsField, priorityField, switchOn } from './calling-fields.ts';
import { daysBetweenBounds, decide, exists, levelAmong, switchedOn } from './condition.ts';
import { numberField } from './parameters.ts';
import type { Judgement, Programme, ProgrammeMatch, ProgrammeQuestion } from './programme.ts';
import { inOrder } from '../in-order.ts';

export const ASK_FEEDBACK_FIELDS = {
  isOn: switchOn(false),
  lane: laneField('caller'),
  priority: priorityField(70),
  /** Later than the cool-down, or nobody would ever be asked. */
  firstDay: numberField('days', [7, 100, 365], { nl: 'Vanaf dag na het gesprek', en: 'From day after the call' }),
  lastDay: numberField('days', [7, 130, 400], { nl: 'Tot en met dag', en: 'Up to day' }),
  levels: levelsField(),
  holdOutPercent: HOLD_OUT_FIELD,
  ...ATTEMPT_FIELDS,
} as const;

export const askFeedback: Programme = {
  id: 'ask-feedback',
  name: { nl: 'terugkijktelefoontje', en: 'feedback call' },
  purpose: { nl: 'Vragen wat de donateur van het contact vond.', en: 'Ask what the donor thought of the contact.' },
  fields: ASK_FEEDBACK_FIELDS,
  judge: judgeFeedback,
};

const THANKED: Sentence = { nl: 'bedankgesprek gevoerd op', en: 'thanked in a conversation on' };
const DAYS_SINCE: Sentence = { nl: 'dagen sinds dat gesprek', en: 'days since that conversation' };

function judgeFeedback(question: ProgrammeQuestion): Judgement {
  const { today, donor, settings } = question;
  const { isOn, firstDay, lastDay, levels } = settings.askFeedback;
  const thanked = lastThanks(donor.calls, today);
  const record = thanked === null ? null : ({ kind: 'call', id: thanked.at } as const);
  const days = thanked === null ? null : daysBetween(thanked.day, today);
  const conditions = [
    switchedOn(isOn, 'askFeedback.isOn'),
    exists(THANKED, thanked?.day ?? null, 'day', record),
    daysBetweenBounds(DAYS_SINCE, days, { atLeast: firstDay, atMost: lastDay }, record),
    levelAmong(question, levels),
  ];
  return decide(conditions, () => (thanked === null ? null : matchFeedback(question, thanked)));
}

/** The newest conversation of the thank-you call, itself or by way of a callback. */
function lastThanks(calls: readonly CallFact[], today: CalendarDay): CallFact | null {
  const thanks = calls.filter(
    ({ day, result, programme, promisedIn }) =>
      day <= today && result === 'conversation' && (programme === 'thank-you-call' || promisedIn === 'thank-you-call'),
  );
  return thanks.toSorted((a, b) => inOrder(b.at, a.at))[0] ?? null;
}

function matchFeedback({ today, giving, settings }: ProgrammeQuestion, thanked: CallFact): ProgrammeMatch {
  const { firstDay, lastDay, priority, lane } = settings.askFeedback;
  const from = addDays(thanked.day, firstDay);
  const write = (readOn: CalendarDay): Sentence =>
    sentence((language) => {
      const on = writeDay(thanked.day, language, { today: readOn });
      return language === 'nl'
        ? `Bedankgesprek op ${on}: vraag wat de donateur van het contact vond.`
        : `Thanked in a conversation on ${on}: ask what the donor thought of the contact.`;
    });
  return {
    programme: 'ask-feedback',
    lane,
    priority,
    occasion: thanked.day,
    from,
    until: addDays(thanked.day, lastDay),
    due: from,
    dueAt: null,
    amount: giving.firstGift?.amount ?? giving.mandates[0]?.amount ?? 0,
    thanksFor: null,
    callbackId: null,
    reason: write(today),
    expectation: write,
  };
}
