/** `birthday`: off by default. Only month and day are kept; how old somebody is, is nobody's business (rules-nl.md P1). */
import { addDays, type CalendarDay } from '../calendar/day.ts';
import { writeDay } from '../calendar/write-day.ts';
import { anniversaryNear } from '../calendar/years.ts';
import { sentence, type Sentence } from '../language.ts';
import { ATTEMPT_FIELDS, HOLD_OUT_FIELD, laneField, levelsField, priorityField, switchOn } from './calling-fields.ts';
import { decide, exists, levelAmong, switchedOn, type Condition } from './condition.ts';
import { numberField } from './parameters.ts';
import type { Judgement, Programme, ProgrammeMatch, ProgrammeQuestion } from './programme.ts';

export const BIRTHDAY_FIELDS = {
  isOn: switchOn(false),
  lane: laneField('caller'),
  priority: priorityField(65),
  /** Wishing beforehand brings bad luck, as every Dutch person knows. */
  lastDay: numberField('days', [0, 3, 14], { nl: 'Tot en met dag erna', en: 'Up to day after it' }),
  levels: levelsField(['regular', 'loyal', 'ambassador']),
  holdOutPercent: HOLD_OUT_FIELD,
  ...ATTEMPT_FIELDS,
} as const;

export const birthday: Programme = {
  id: 'birthday',
  name: { nl: 'verjaardagstelefoontje', en: 'birthday call' },
  purpose: { nl: 'Een verjaardag: feliciteren.', en: 'A birthday: congratulate.' },
  fields: BIRTHDAY_FIELDS,
  judge: judgeBirthday,
};

const KNOWN: Sentence = { nl: 'verjaardag is bekend', en: 'birthday is known' };
const NEAR: Sentence = { nl: 'verjaardag is vandaag of kort geleden', en: 'birthday is today or was lately' };

/** Any leap year: only its month and day are used. */
const SOME_YEAR = '1904';

function judgeBirthday(question: ProgrammeQuestion): Judgement {
  const { today, donor, settings } = question;
  const { isOn, lastDay, levels } = settings.birthday;
  const record = { kind: 'donor', id: donor.donorId } as const;
  const day = donor.birthday === null ? null : lastBirthday(today, donor.birthday, lastDay);
  const near: Condition = { name: NEAR, holds: day !== null, value: day, kind: 'day', record };
  const conditions = [
    switchedOn(isOn, 'birthday.isOn'),
    exists(KNOWN, donor.birthday, 'word', record),
    near,
    levelAmong(question, levels),
  ];
  return decide(conditions, () => (day === null ? null : matchBirthday(question, day)));
}

function lastBirthday(today: CalendarDay, monthAndDay: string, lastDay: number): CalendarDay | null {
  const origin = `${SOME_YEAR}-${monthAndDay}` as CalendarDay;
  const near = anniversaryNear(today, origin, lastDay);
  return near !== null && near.day <= today ? near.day : null;
}

function matchBirthday({ today, giving, settings }: ProgrammeQuestion, day: CalendarDay): ProgrammeMatch {
  const { lastDay, priority, lane } = settings.birthday;
  const write = (readOn: CalendarDay): Sentence =>
    sentence((language) => {
      const on = writeDay(day, language, { today: readOn });
      return language === 'nl' ? `Jarig op ${on}: feliciteer.` : `Birthday on ${on}: congratulate.`;
    });
  return {
    programme: 'birthday',
    lane,
    priority,
    occasion: day,
    from: day,
    until: addDays(day, lastDay),
    due: day,
    dueAt: null,
    amount: giving.newestReceived?.amount ?? giving.mandates[0]?.amount ?? 0,
    thanksFor: null,
    callbackId: null,
    reason: write(today),
    expectation: write,
  };
}
