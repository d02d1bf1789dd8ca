/** `thank-you-call`: two weeks after a new donor's first gift or mandate, the charity calls to thank. */
import { addDays, daysBetween, type CalendarDay } from '../calendar/day.ts';
import { writeDay } from '../calendar/write-day.ts';
import type { Giving } from '../giving.ts';
import { sentence, type Language } from '../language.ts';
import type { Mandate } from '../mandate.ts';
import { writeMoney } from '../money.ts';
import type { Programme, ProgrammeMatch, ProgrammeQuestion } from './programme.ts';

export const thankYouCall: Programme = {
  id: 'thank-you-call',
  name: { nl: 'bedanktelefoontje', en: 'thank-you call' },
  match: matchThankYouCall,
};

function matchThankYouCall({ today, giving, settings }: ProgrammeQuestion): ProgrammeMatch | null {
  const { dayZero } = giving;
  const { firstDay, lastDay, priority } = settings.thankYouCall;
  if (dayZero === null) return null;
  const day = daysBetween(dayZero, today);
  if (day < firstDay || day > lastDay) return null;
  const due = addDays(dayZero, firstDay);
  const start = (language: Language, readOn: CalendarDay): string => startOfJourney(giving, dayZero, readOn, language);
  return {
    programme: 'thank-you-call',
    lane: 'caller',
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

function startOfJourney(giving: Giving, dayZero: CalendarDay, readOn: CalendarDay, language: Language): string {
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
