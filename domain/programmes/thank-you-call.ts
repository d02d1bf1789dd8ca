/** `thank-you-call`: two weeks after a new donor's first gift or mandate, the charity calls to thank. */
import { addDays, daysBetween, type CalendarDay } from '../calendar/day.ts';
import { writeDay } from '../calendar/write-day.ts';
import type { Giving } from '../giving.ts';
import { sentence, type Language } from '../language.ts';
import type { Mandate } from '../mandate.ts';
import { writeMoney } from '../money.ts';
import type { RecordRef } from '../record-ref.ts';
import { ATTEMPT_FIELDS, HOLD_OUT_FIELD, laneField, levelsField, priorityField, switchOn } from './calling-fields.ts';
import { daysBetweenBounds, decide, exists, levelAmong, switchedOn } from './condition.ts';
import { numberField } from './parameters.ts';
import type { Judgement, Programme, ProgrammeMatch, ProgrammeQuestion } from './programme.ts';

export const THANK_YOU_CALL_FIELDS = {
  isOn: switchOn(true),
  lane: laneField('caller'),
  priority: priorityField(40),
  firstDay: numberField('days', [0, 14, 90], { nl: 'Vanaf dag', en: 'From day' }),
  lastDay: numberField('days', [1, 28, 180], { nl: 'Tot en met dag', en: 'Up to day' }),
  levels: levelsField(),
  holdOutPercent: HOLD_OUT_FIELD,
  ...ATTEMPT_FIELDS,
} as const;

export const thankYouCall: Programme = {
  id: 'thank-you-call',
  name: { nl: 'bedanktelefoontje', en: 'thank-you call' },
  purpose: { nl: 'Bedanken en gegevens nalopen.', en: 'Thank, and go through the details.' },
  fields: THANK_YOU_CALL_FIELDS,
  judge: judgeThankYouCall,
};

const NEW_DONOR = { nl: 'de klantreis begon op', en: 'the journey began on' };
const DAY_OF_JOURNEY = { nl: 'dag van de klantreis', en: 'day of the journey' };

function judgeThankYouCall(question: ProgrammeQuestion): Judgement {
  const { today, giving, settings } = question;
  const { isOn, firstDay, lastDay, levels } = settings.thankYouCall;
  const { dayZero } = giving;
  const record = recordOfDayZero(giving);
  const day = dayZero === null ? null : daysBetween(dayZero, today);
  const conditions = [
    switchedOn(isOn, 'thankYouCall.isOn'),
    exists(NEW_DONOR, dayZero, 'day', record),
    daysBetweenBounds(DAY_OF_JOURNEY, day, { atLeast: firstDay, atMost: lastDay }, record),
    levelAmong(question, levels),
  ];
  return decide(conditions, () => (dayZero === null ? null : matchThankYouCall(question, dayZero)));
}

/** What began the journey. */
export function recordOfDayZero({ mandateOfDayZero, giftOfDayZero }: Giving): RecordRef | null {
  if (mandateOfDayZero !== null) return { kind: 'mandate', id: mandateOfDayZero.id };
  return giftOfDayZero === null ? null : { kind: 'gift', id: giftOfDayZero.id };
}

function matchThankYouCall({ today, giving, settings }: ProgrammeQuestion, dayZero: CalendarDay): ProgrammeMatch {
  const { firstDay, lastDay, priority, lane } = settings.thankYouCall;
  const day = daysBetween(dayZero, today);
  const due = addDays(dayZero, firstDay);
  const start = (language: Language, readOn: CalendarDay): string => startOfJourney(giving, dayZero, readOn, language);
  return {
    programme: 'thank-you-call',
    lane,
    priority,
    occasion: dayZero,
    from: due,
    until: addDays(dayZero, lastDay),
    due,
    dueAt: null,
    amount: giving.firstGift?.amount ?? giving.mandates[0]?.amount ?? 0,
    thanksFor: giving.gifts.findLast((gift) => gift.day >= dayZero) ?? null,
    callbackId: null,
    reason: {
      nl: `${start('nl', today)}; vandaag is dag ${day}: tijd voor het bedanktelefoontje.`,
      en: `${start('en', today)}; today is day ${day}: time for the thank-you call.`,
    },
    expectation: (askedOn) =>
      sentence((language) => {
        const on = writeDay(due, language, { today: askedOn });
        return language === 'nl'
          ? `${start('nl', askedOn)}; het bedanktelefoontje komt op ${on}.`
          : `${start('en', askedOn)}; the thank-you call comes on ${on}.`;
      }),
  };
}

/** "Eerste gift van € 25 op 7 november". */
export function startOfJourney(giving: Giving, dayZero: CalendarDay, readOn: CalendarDay, language: Language): string {
  const on = writeDay(dayZero, language, { today: readOn });
  const mandate = giving.mandateOfDayZero;
  if (mandate !== null) {
    const amount = `${writeMoney(mandate.amount, language, 'spoken')} ${writeFrequency(mandate, language)}`;
    return language === 'nl' ? `Machtiging van ${amount} sinds ${on}` : `Mandate of ${amount} since ${on}`;
  }
  const amount = writeMoney(giving.giftOfDayZero?.amount ?? 0, language, 'spoken');
  return language === 'nl' ? `Eerste gift van ${amount} op ${on}` : `First gift of ${amount} on ${on}`;
}

/** "per maand", "per kwartaal", "per 2 maanden". */
export function writeFrequency({ frequency }: Pick<Mandate, 'frequency'>, language: Language): string {
  const { unit, interval } = frequency;
  if (unit === 'month' && interval === 3) return language === 'nl' ? 'per kwartaal' : 'a quarter';
  if (unit === 'month' && interval === 12) return language === 'nl' ? 'per jaar' : 'a year';
  const dutch = { day: ['dag', 'dagen'], week: ['week', 'weken'], month: ['maand', 'maanden'], year: ['jaar', 'jaar'] };
  if (language === 'nl') return interval === 1 ? `per ${dutch[unit][0]}` : `per ${interval} ${dutch[unit][1]}`;
  return interval === 1 ? `a ${unit}` : `every ${interval} ${unit}s`;
}
