/** rules-nl.md L14, with the narrower default. */
import { describe, expect, it } from 'vitest';
import { instantAt, type CalendarDay } from '../../../domain/calendar/day.ts';
import {
  DEFAULT_CALLING_HOURS,
  isOpenAt,
  nextOpening,
  openingOn,
} from '../../../domain/calling-hours/calling-hours.ts';
import { easterSunday, holidaysOf } from '../../../domain/calling-hours/holidays.ts';

const HOURS = DEFAULT_CALLING_HOURS;
const isOpen = (day: CalendarDay, time: string): boolean => isOpenAt(instantAt(day, time), HOURS);

describe('Easter', () => {
  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22'],
  ])('of %i is on %s', (year, day) => {
    expect(easterSunday(year)).toBe(day);
  });
});

describe('public holidays', () => {
  it('move with Easter, and King’s Day moves off a Sunday', () => {
    const of2026 = holidaysOf(2026, HOURS);
    expect([...of2026].sort()).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-05',
      '2026-04-06',
      '2026-04-27',
      '2026-05-05',
      '2026-05-14',
      '2026-05-24',
      '2026-05-25',
      '2026-12-25',
      '2026-12-26',
    ]);
    expect(holidaysOf(2025, HOURS).has('2025-04-26')).toBe(true);
    expect(holidaysOf(2025, HOURS).has('2025-04-27')).toBe(false);
  });

  it('leave Good Friday and 5 May to a setting', () => {
    const open = { ...HOURS, isGoodFridayClosed: false, isLiberationDayClosed: false };
    expect(openingOn('2026-04-03', open)).not.toBeNull();
    expect(openingOn('2026-05-05', open)).not.toBeNull();
  });
});

describe('the lines', () => {
  it.each([
    ['2026-11-20', '09:59', false],
    ['2026-11-20', '10:00', true],
    ['2026-11-20', '20:29', true],
    ['2026-11-20', '20:30', false],
    ['2026-11-21', '15:59', true],
    ['2026-11-21', '16:00', false],
    ['2026-11-22', '12:00', false],
    ['2026-12-25', '12:00', false],
    ['2026-05-04', '18:29', true],
    ['2026-05-04', '18:30', false],
    ['2025-12-05', '18:30', false],
    ['2026-12-24', '19:00', false],
  ] as const)('on %s at %s: open %s', (day, time, expected) => {
    expect(isOpen(day, time)).toBe(expected);
  });

  it('keep Dutch time in summer and in winter', () => {
    expect(isOpenAt('2026-07-20T08:00:00.000Z', HOURS)).toBe(true);
    expect(isOpenAt('2026-01-19T08:30:00.000Z', HOURS)).toBe(false);
  });

  it('open again on Monday after a Saturday evening, and after the holidays', () => {
    expect(nextOpening(instantAt('2026-11-21', '17:00'), HOURS)).toMatchObject({ day: '2026-11-23', opens: '10:00' });
    expect(nextOpening(instantAt('2026-11-20', '08:00'), HOURS)).toMatchObject({ day: '2026-11-20' });
    expect(nextOpening(instantAt('2026-12-24', '19:00'), HOURS)).toMatchObject({ day: '2026-12-28' });
    expect(nextOpening(instantAt('2026-11-20', '08:00'), { ...HOURS, weekdays: null, saturday: null })).toBeNull();
  });
});
