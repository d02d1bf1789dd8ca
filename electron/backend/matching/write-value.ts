/** Values of a match as people read them. */
import { isCalendarDay, type CalendarDay } from '../../../domain/calendar/day.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import { sentence, type Sentence } from '../../../domain/language.ts';
import type { MatchedField } from '../../../domain/matching/evidence.ts';
import { validNumberIn, writeNumber } from '../../../domain/phone-number.ts';
import { writeIban } from '../../../domain/verify/proposal.ts';

export const asItIs = (text: string): Sentence => ({ nl: text, en: text });

export function writeMatched(field: MatchedField, value: string): Sentence {
  if (value === '') return asItIs('');
  if (field === 'iban') return asItIs(writeIban(value));
  if (field === 'birthday') return writeBirthday(value);
  if (field !== 'mobile' && field !== 'landline') return asItIs(value);
  const number = validNumberIn(value);
  return asItIs(number === null ? value : writeNumber(number));
}

/** A year in which the 29th of February exists, for days of which the year is not known. */
const ANY_YEAR = 2000;

/** A day in no year that anybody was born in. */
const NO_YEAR: CalendarDay = '0001-01-01';

/** `YYYY-MM-DD`, or `MM-DD`. */
function writeBirthday(value: string): Sentence {
  const day = value.length > 5 ? value : `${ANY_YEAR}-${value}`;
  if (!isCalendarDay(day)) return asItIs(value);
  // Of the same year a day is written without it.
  return sentence((language) => writeDay(day, language, { today: value.length > 5 ? NO_YEAR : day }));
}
