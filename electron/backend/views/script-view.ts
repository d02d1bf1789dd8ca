/** The script for a donor and an occasion. */
import type { CalendarDay, Instant } from '../../../domain/calendar/day.ts';
import { partOfDay } from '../../../domain/calling-hours/part-of-day.ts';
import { spokenName } from '../../../domain/person-name.ts';
import { writeScript, type ScriptStep } from '../../../domain/script/script.ts';
import type { Donor } from '../../../db/queries/donor-details.ts';
import type { Occasion } from './gift-view.ts';

export interface ScriptContext {
  readonly callerName: string;
  readonly charityName: string;
  readonly now: Instant;
  readonly today: CalendarDay;
}

/** What is said is in the donor's own language. */
export function scriptFor(donor: Donor, occasion: Occasion, context: ScriptContext): readonly ScriptStep[] {
  return writeScript(
    {
      ...occasion,
      callerName: context.callerName,
      charityName: context.charityName,
      donorName: spokenName(donor.details.name, donor.language),
      partOfDay: partOfDay(context.now),
      today: context.today,
    },
    donor.language,
  );
}
