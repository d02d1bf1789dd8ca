/** Days and times as people write them: "7 november", "dinsdag 10 november", "10 nov."; the year only if it is not this year. */
import { weekdayOf, type CalendarDay } from './day.ts';
import type { Language } from '../language.ts';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};
const SHORT_MONTHS: Readonly<Record<Language, readonly string[]>> = {
  nl: 'jan. feb. mrt. apr. mei juni juli aug. sep. okt. nov. dec.'.split(' '),
  en: 'Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec'.split(' '),
};
const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  nl: 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag'.split(' '),
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
};

export type DayStyle = 'plain' | 'weekday' | 'short';

/** Name of the weekday of a day: "zaterdag". */
export function writeWeekday(day: CalendarDay, language: Language): string {
  return WEEKDAYS[language][weekdayOf(day) - 1] ?? '';
}

/** Writes a day; `today` decides whether the year is needed. */
export function writeDay(
  day: CalendarDay,
  language: Language,
  options: { readonly today: CalendarDay; readonly style?: DayStyle },
): string {
  const { today, style = 'plain' } = options;
  const [year, month, date] = day.split('-');
  const months = style === 'short' ? SHORT_MONTHS : MONTHS;
  const name = months[language][Number(month) - 1] ?? '';
  const withYear = today.slice(0, 4) === year ? '' : ` ${Number(year)}`;
  const plain = `${Number(date)} ${name}${withYear}`;
  return style === 'weekday' ? `${writeWeekday(day, language)} ${plain}` : plain;
}
