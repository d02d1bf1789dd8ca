/** "vandaag 19:16", "gisteren 19:16", "10 nov. 19:16". */
import type { TFunction } from 'i18next';
import { addDays, wallClock, type CalendarDay } from '../../../domain/calendar/day.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import type { Language } from '../../../domain/language.ts';

export function writeMoment(instant: string, today: CalendarDay, language: Language, t: TFunction): string {
  const { day, time } = wallClock(instant);
  if (day === today) return t('attention.today', { time });
  if (day === addDays(today, -1)) return t('attention.yesterday', { time });
  return `${writeDay(day, language, { today, style: 'short' })} ${time}`;
}
