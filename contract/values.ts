/** Small shapes that many procedures share. */
import { z } from 'zod';
import { isCalendarDay, type CalendarDay } from '../domain/calendar/day.ts';
import { LANGUAGES } from '../domain/language.ts';
import { CALLING_LANES, PROGRAMME_IDS } from '../domain/programmes/programme-id.ts';

/** One sentence in both languages; amounts and dates are already written out in it. */
export const sentenceSchema = z.object({ nl: z.string(), en: z.string() });

export const daySchema = z.custom<CalendarDay>((value) => typeof value === 'string' && isCalendarDay(value), {
  error: 'not a calendar day (YYYY-MM-DD)',
});

/** ISO 8601 in UTC. */
export const instantSchema = z.iso.datetime();

export const centsSchema = z.int();
export const languageSchema = z.enum(LANGUAGES);
export const laneSchema = z.enum(CALLING_LANES);
export const programmeSchema = z.enum(PROGRAMME_IDS);

export const nothing = z.object({});
export const done = z.object({});
