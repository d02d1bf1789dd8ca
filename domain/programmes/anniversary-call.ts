/** `anniversary-call`: so many years ago today the donor first gave, or the oldest mandate that still runs began. */
import { addDays, type CalendarDay } from '../calendar/day.ts';
import { writeDay } from '../calendar/write-day.ts';
import { anniversaryNear, type Anniversary } from '../calendar/years.ts';
import type { Gift } from '../gift.ts';
import { isRunning } from '../giving.ts';
import { sentence, type Sentence } from '../language.ts';
import type { Mandate } from '../mandate.ts';
import { ATTEMPT_FIELDS, HOLD_OUT_FIELD, laneField, levelsField, priorityField, switchOn } from './calling-fields.ts';
import { decide, levelAmong, switchedOn, type Condition } from './condition.ts';
import { numberField } from './parameters.ts';
import type { Judgement, Programme, ProgrammeMatch, ProgrammeQuestion } from './programme.ts';

export const ANNIVERSARY_CALL_FIELDS = {
  isOn: switchOn(false),
  lane: laneField('caller'),
  priority: priorityField(60),
  windowDays: numberField('days', [0, 7, 30], { nl: 'Dagen ervoor en erna', en: 'Days before and after' }),
  /** After the first year, every so many years. */
  everyYears: numberField('years', [1, 5, 25], { nl: 'Na het eerste jaar om de', en: 'After the first year, every' }),
  levels: levelsField(),
  holdOutPercent: HOLD_OUT_FIELD,
  ...ATTEMPT_FIELDS,
} as const;

export const anniversaryCall: Programme = {
  id: 'anniversary-call',
  name: { nl: 'jubileumtelefoontje', en: 'anniversary call' },
  purpose: { nl: 'Een jubileum: bedanken voor de trouw.', en: 'An anniversary: thank for the loyalty.' },
  fields: ANNIVERSARY_CALL_FIELDS,
  judge: judgeAnniversary,
};

interface Jubilee extends Anniversary {
  readonly origin: Gift | Mandate;
  readonly isMandate: boolean;
}

const NEAR: Sentence = {
  nl: 'jaren, binnen de dagen rond het jubileum',
  en: 'years, within the days around the anniversary',
};

function judgeAnniversary(question: ProgrammeQuestion): Judgement {
  const { isOn, levels } = question.settings.anniversaryCall;
  const jubilee = findJubilee(question);
  const near: Condition = {
    name: NEAR,
    holds: jubilee !== null,
    value: jubilee?.years ?? null,
    kind: 'years',
    record: jubilee === null ? null : { kind: jubilee.isMandate ? 'mandate' : 'gift', id: jubilee.origin.id },
  };
  const conditions = [switchedOn(isOn, 'anniversaryCall.isOn'), near, levelAmong(question, levels)];
  return decide(conditions, () => (jubilee === null ? null : matchAnniversary(question, jubilee)));
}

/** Of two anniversaries in the same days the one of more years is kept; of equals, that of the gift. */
function findJubilee({ today, giving, settings }: ProgrammeQuestion): Jubilee | null {
  const { windowDays, everyYears } = settings.anniversaryCall;
  const firstGift = giving.gifts.find(({ status }) => status === 'received');
  const oldest = giving.mandates.find((mandate) => isRunning(mandate, today));
  const jubilees = [
    ...(firstGift === undefined ? [] : [{ origin: firstGift, since: firstGift.day, isMandate: false }]),
    ...(oldest === undefined ? [] : [{ origin: oldest, since: oldest.startDay, isMandate: true }]),
  ].flatMap(({ origin, since, isMandate }) => {
    const anniversary = anniversaryNear(today, since, windowDays);
    const counts = anniversary !== null && (anniversary.years === 1 || anniversary.years % everyYears === 0);
    return counts ? [{ ...anniversary, origin, isMandate }] : [];
  });
  return jubilees.toSorted((a, b) => b.years - a.years)[0] ?? null;
}

function matchAnniversary({ today, settings }: ProgrammeQuestion, jubilee: Jubilee): ProgrammeMatch {
  const { windowDays, priority, lane } = settings.anniversaryCall;
  const { day, years, origin, isMandate } = jubilee;
  const write = (readOn: CalendarDay): Sentence =>
    sentence((language) => {
      const on = writeDay(day, language, { today: readOn });
      if (language === 'nl') {
        const what = isMandate ? 'de machtiging begon' : 'de eerste gift kwam';
        return `Op ${on} is het ${years} jaar geleden dat ${what}: bedank voor de trouw.`;
      }
      const what = isMandate ? 'the mandate began' : 'the first gift came';
      return `On ${on} it is ${years} ${years === 1 ? 'year' : 'years'} since ${what}: thank for the loyalty.`;
    });
  return {
    programme: 'anniversary-call',
    lane,
    priority,
    occasion: day,
    from: addDays(day, -windowDays),
    until: addDays(day, windowDays),
    due: day,
    dueAt: null,
    amount: origin.amount,
    thanksFor: null,
    callbackId: null,
    reason: write(today),
    expectation: write,
  };
}
