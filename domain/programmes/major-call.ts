/** `major-call`: for a major gift the director or chair phones, within a week. */
import { addDays, daysBetween, type CalendarDay } from '../calendar/day.ts';
import { writeDay } from '../calendar/write-day.ts';
import { receivedWithin, totalOf } from '../giving.ts';
import type { Gift } from '../gift.ts';
import { sentence, type Language, type Sentence } from '../language.ts';
import { writeMoney, type Cents } from '../money.ts';
import { ATTEMPT_FIELDS, laneField, levelsField, priorityField, switchOn } from './calling-fields.ts';
import { daysBetweenBounds, decide, levelAmong, switchedOn, type Condition } from './condition.ts';
import { numberField } from './parameters.ts';
import type { Judgement, Programme, ProgrammeMatch, ProgrammeQuestion } from './programme.ts';

export const MAJOR_CALL_FIELDS = {
  isOn: switchOn(true),
  lane: laneField('director'),
  priority: priorityField(20),
  /** One gift of at least this much. */
  giftLimit: numberField('cents', [100, 100_000, 100_000_000], { nl: 'Grens voor één gift', en: 'Limit of one gift' }),
  /** Or the gifts of a year together at least this much. */
  yearLimit: numberField('cents', [100, 250_000, 100_000_000], {
    nl: 'Grens voor de giften van een jaar samen',
    en: 'Limit of the gifts of a year together',
  }),
  yearDays: numberField('days', [30, 365, 1_095], { nl: 'Dagen in dat jaar', en: 'Days in that year' }),
  /** Days on the list, counted from the triggering gift. */
  windowDays: numberField('days', [1, 30, 90], { nl: 'Dagen op de lijst', en: 'Days on the list' }),
  dueAfterDays: numberField('days', [0, 7, 90], { nl: 'Uiterlijk na', en: 'Due after' }),
  levels: levelsField(),
  ...ATTEMPT_FIELDS,
} as const;

export const majorCall: Programme = {
  id: 'major-call',
  name: { nl: 'directietelefoontje', en: 'call by the director' },
  purpose: { nl: 'Een grote gift: persoonlijk bedanken.', en: 'A major gift: thank in person.' },
  fields: MAJOR_CALL_FIELDS,
  judge: judgeMajorCall,
};

const RECENT = { nl: 'dagen sinds de nieuwste ontvangen gift', en: 'days since the newest received gift' };
const LARGE = { nl: 'gift die alleen de grens haalt', en: 'gift that alone reaches the limit' };
const TOGETHER = { nl: 'giften van een jaar samen', en: 'gifts of a year together' };

function judgeMajorCall(question: ProgrammeQuestion): Judgement {
  const { today, giving, settings } = question;
  const { isOn, giftLimit, yearLimit, yearDays, windowDays, levels } = settings.majorCall;
  const { newestReceived } = giving;
  const recent = receivedWithin(giving, today, windowDays);
  const large = recent.findLast((gift) => gift.amount >= giftLimit) ?? null;
  // Without a recent gift it makes no difference what the year came to, and most donors have none.
  const yearTotal = recent.length === 0 ? 0 : totalOf(receivedWithin(giving, today, yearDays));
  const conditions = [
    switchedOn(isOn, 'majorCall.isOn'),
    daysBetweenBounds(
      RECENT,
      newestReceived === null ? null : daysBetween(newestReceived.day, today),
      { atLeast: 0, atMost: windowDays },
      recordOf(newestReceived),
    ),
    limitCondition({ large, newest: recent.at(-1) ?? null, giftLimit, yearTotal, yearLimit }),
    levelAmong(question, levels),
  ];
  return decide(conditions, () => {
    const trigger = large ?? recent.at(-1);
    return trigger === undefined ? null : matchMajorCall(question, { trigger, isLarge: large !== null, yearTotal });
  });
}

interface Amounts {
  readonly large: Gift | null;
  readonly newest: Gift | null;
  readonly giftLimit: Cents;
  readonly yearTotal: Cents;
  readonly yearLimit: Cents;
}

/** One gift that reaches the limit, or a year that does. */
function limitCondition({ large, newest, giftLimit, yearTotal, yearLimit }: Amounts): Condition {
  if (large !== null || yearTotal < yearLimit) {
    const gift = large ?? newest;
    const value = gift?.amount ?? null;
    return { name: LARGE, holds: large !== null, value, kind: 'cents', atLeast: giftLimit, record: recordOf(gift) };
  }
  return { name: TOGETHER, holds: true, value: yearTotal, kind: 'cents', atLeast: yearLimit, record: recordOf(newest) };
}

function recordOf(gift: Gift | null): Condition['record'] {
  return gift === null ? null : { kind: 'gift', id: gift.id };
}

interface Trigger {
  readonly trigger: Gift;
  readonly isLarge: boolean;
  readonly yearTotal: Cents;
}

function matchMajorCall(
  { today, settings }: ProgrammeQuestion,
  { trigger, isLarge, yearTotal }: Trigger,
): ProgrammeMatch {
  const { windowDays, dueAfterDays, priority, lane } = settings.majorCall;
  const due = addDays(trigger.day, dueAfterDays);
  const gave = (language: Language, readOn: CalendarDay): string => {
    const amount = writeMoney(trigger.amount, language, 'spoken');
    const on = writeDay(trigger.day, language, { today: readOn });
    if (isLarge) return language === 'nl' ? `Gift van ${amount} op ${on}` : `Gift of ${amount} on ${on}`;
    const total = writeMoney(yearTotal, language, 'spoken');
    return language === 'nl'
      ? `Samen ${total} in een jaar, het laatst ${amount} op ${on}`
      : `${total} together in a year, most recently ${amount} on ${on}`;
  };
  const write = (readOn: CalendarDay): Sentence =>
    sentence((language) => {
      const by = writeDay(due, language, { today: readOn });
      return language === 'nl'
        ? `${gave('nl', readOn)}: de directie bedankt persoonlijk, liefst uiterlijk ${by}.`
        : `${gave('en', readOn)}: the director thanks in person, preferably by ${by}.`;
    });
  return {
    programme: 'major-call',
    lane,
    priority,
    occasion: trigger.day,
    from: trigger.day,
    until: addDays(trigger.day, windowDays),
    due,
    dueAt: null,
    amount: trigger.amount,
    thanksFor: trigger,
    callbackId: null,
    reason: write(today),
    expectation: write,
  };
}
