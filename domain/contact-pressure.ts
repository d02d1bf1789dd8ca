/** Contact pressure: how often a donor heard from the charity, over all channels together (mission.md, What a donor wants 5). */
import { addDays, type CalendarDay } from './calendar/day.ts';
import type { DonorFacts } from './donor-facts.ts';

/** Days on which something reached the donor in the last so many days; calls from here that only rang reached nobody. */
export function contactsWithin(
  donor: Pick<DonorFacts, 'moments' | 'calls' | 'steps'>,
  today: CalendarDay,
  days: number,
): readonly CalendarDay[] {
  const after = addDays(today, -days);
  const isWithin = (day: CalendarDay): boolean => day > after && day <= today;
  const sent = donor.moments.filter(
    ({ channel, isOutgoing, day }) => isOutgoing && channel !== 'phone' && isWithin(day),
  );
  const called = donor.calls.filter(({ result, day }) => result !== 'attempt' && isWithin(day));
  const posted = donor.steps.filter(({ programme, day }) => programme === 'post' && isWithin(day));
  return [...sent, ...called, ...posted].map(({ day }) => day).sort();
}
