/** What a donor gave: by year, gift by gift, and the mandates. */
import type { DonorPage } from '../../../contract/procedures/donor-page.ts';
import type { CalendarDay } from '../../../domain/calendar/day.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import { totalOf, type Giving } from '../../../domain/giving.ts';
import { givingByYear } from '../../../domain/giving-by-year.ts';
import { sentence, type Sentence } from '../../../domain/language.ts';
import { writeFrequency } from '../../../domain/programmes/thank-you-call.ts';

/** As many as somebody reads; the rest is a number. */
const MOST_GIFTS = 40;

/** @param places beside the CRM, by the gift that they know */
export function viewGiving(
  giving: Giving,
  places: ReadonlyMap<number, readonly string[]>,
  today: CalendarDay,
): DonorPage['giving'] {
  const received = giving.gifts.filter(({ status }) => status === 'received');
  const newestFirst = giving.gifts.toReversed();
  return {
    total: totalOf(received),
    count: received.length,
    years: [...givingByYear(received, today)],
    gifts: newestFirst.slice(0, MOST_GIFTS).map(({ id, day, amount, status, project, mandateId }) => ({
      id,
      dayText: onDay(day, today),
      amount,
      status,
      project,
      places: [...(places.get(id) ?? [])],
      isOfMandate: mandateId !== null,
    })),
    hiddenGifts: Math.max(0, newestFirst.length - MOST_GIFTS),
    mandates: giving.mandates.toReversed().map((mandate) => ({
      id: mandate.id,
      startText: onDay(mandate.startDay, today),
      amount: mandate.amount,
      frequency: sentence((language) => writeFrequency(mandate, language)),
      status: mandate.status,
      endedText: mandate.cancelledDay === null ? null : onDay(mandate.cancelledDay, today),
    })),
  };
}

function onDay(day: CalendarDay, today: CalendarDay): Sentence {
  return sentence((language) => writeDay(day, language, { today, style: 'short' }));
}
