/** Days and years at their edges: short months, year ends, the first centuries, Easter as another method finds it. */
import { describe, expect, it } from 'vitest';
import { addDays, dayOfInstant, isCalendarDay, wallClock } from '../../../domain/calendar/day.ts';
import { addMonths, addYears, anniversaryNear } from '../../../domain/calendar/years.ts';
import { easterSunday } from '../../../domain/calling-hours/holidays.ts';

describe('months later', () => {
  it.each([
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-01-15', 12, '2027-01-15'],
    ['2026-01-28', 1, '2026-02-28'],
    ['2026-01-29', 1, '2026-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-29', 1, '2024-02-29'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-05-30', 1, '2026-06-30'],
    ['2026-05-31', 1, '2026-06-30'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-03-05', -24, '2024-03-05'],
    ['0999-12-05', 1, '1000-01-05'],
    ['0998-12-31', 2, '0999-02-28'],
  ] as const)('%s and %d months are %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });
});

describe('years later', () => {
  it.each([
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2026-11-21', -30, '1996-11-21'],
    ['0998-05-05', 1, '0999-05-05'],
  ] as const)('%s and %d years are %s', (day, years, expected) => {
    expect(addYears(day, years)).toBe(expected);
  });
});

describe('an anniversary', () => {
  it.each([
    ['on the day', '2026-11-21', '2024-11-21', 0, { years: 2, day: '2026-11-21' }],
    ['on the last day of the window', '2026-11-21', '2024-11-14', 7, { years: 2, day: '2026-11-14' }],
    ['on its first', '2026-11-21', '2024-11-28', 7, { years: 2, day: '2026-11-28' }],
    ['of the year that just ended', '2026-01-02', '2020-12-30', 5, { years: 5, day: '2025-12-30' }],
    ['of the year that is to begin', '2026-12-30', '2020-01-02', 5, { years: 7, day: '2027-01-02' }],
    ['of one year', '2026-11-21', '2025-11-21', 7, { years: 1, day: '2026-11-21' }],
    ['of 29 February', '2026-03-01', '2024-02-29', 7, { years: 2, day: '2026-02-28' }],
  ] as const)('%s', (_, today, origin, window, found) => {
    expect(anniversaryNear(today, origin, window)).toEqual(found);
  });

  it.each([
    ['a day too early', '2026-11-21', '2024-11-29', 7],
    ['a day too late', '2026-11-21', '2024-11-13', 7],
    ['of no year', '2026-11-21', '2026-11-21', 7],
    ['of what is to come', '2026-11-21', '2027-11-21', 7],
  ] as const)('is none %s', (_, today, origin, window) => {
    expect(anniversaryNear(today, origin, window)).toBeNull();
  });
});

it('a year has four digits', () => {
  expect(dayOfInstant('0987-06-05T12:00:00.000Z')).toBe('0987-06-05');
  expect(wallClock('2026-01-02T03:04:00.000Z')).toEqual({ day: '2026-01-02', time: '04:04' });
});

it('a day exists or not', () => {
  const days = [
    '2026-02-28',
    '2026-02-29',
    '2024-02-29',
    '2026-04-31',
    '2026-12-31',
    '2026-00-10',
    '2026-13-10',
    '2026-01-00',
  ];
  expect(days.map(isCalendarDay)).toEqual([true, false, true, false, true, false, false, false]);
});

/** The method of Lilius and Clavius, as Knuth gives it (The Art of Computer Programming, 1.3.2, exercise 14). */
function easterByClavius(year: number): string {
  const golden = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const leapYearsLeftOut = Math.floor((3 * century) / 4) - 12;
  const moon = Math.floor((8 * century + 5) / 25) - 5;
  const sunday = Math.floor((5 * year) / 4) - leapYearsLeftOut - 10;
  const found = (((11 * golden + 20 + moon - leapYearsLeftOut) % 30) + 30) % 30;
  const epact = found === 24 || (found === 25 && golden > 11) ? found + 1 : found;
  const fullMoon = 44 - epact < 21 ? 74 - epact : 44 - epact;
  const inMarch = fullMoon + 7 - ((sunday + fullMoon) % 7);
  return addDays(`${year}-03-01` as `${number}-${number}-${number}`, inMarch - 1);
}

it('Easter is on the day that another method finds, from the calendar of Gregory to the year 4000', () => {
  for (let year = 1583; year <= 4_000; year += 1) expect(easterSunday(year)).toBe(easterByClavius(year));
});
