import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayOfInstant,
  daysBetween,
  instantAt,
  isCalendarDay,
  wallClock,
  weekdayOf,
} from '../../../domain/calendar/day.ts';
import { writeDay, writeWeekday } from '../../../domain/calendar/write-day.ts';

describe('calendar days', () => {
  it.each(['2026-02-28', '2024-02-29', '1970-01-01', '2099-12-31'])('%s exists', (day) => {
    expect(isCalendarDay(day)).toBe(true);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '20261121', '', '0000-00-00', '2026-11-21T00:00'])(
    '%j does not',
    (day) => {
      expect(isCalendarDay(day)).toBe(false);
    },
  );

  it('counts calendar days across a change of the clock and a leap day', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2026-11-21', '2026-11-07')).toBe(-14);
  });

  it('knows the day of the week, Monday being 1', () => {
    expect(weekdayOf('2026-11-21')).toBe(6);
    expect(weekdayOf('2026-11-22')).toBe(7);
    expect(weekdayOf('2026-11-23')).toBe(1);
  });
});

describe('instants', () => {
  it('fall on a Dutch day, not on the day in UTC', () => {
    expect(dayOfInstant('2026-11-20T23:30:00.000Z')).toBe('2026-11-21');
    expect(dayOfInstant('2026-07-20T22:30:00.000Z')).toBe('2026-07-21');
  });

  it('show the time of the wall clock, in winter and in summer', () => {
    expect(wallClock('2026-11-21T18:12:00.000Z')).toEqual({ day: '2026-11-21', time: '19:12' });
    expect(wallClock('2026-07-21T17:12:00.000Z')).toEqual({ day: '2026-07-21', time: '19:12' });
  });

  it('come from a day and a time on the wall', () => {
    expect(instantAt('2026-11-21', '19:30')).toBe('2026-11-21T18:30:00.000Z');
    expect(instantAt('2026-07-21', '19:30')).toBe('2026-07-21T17:30:00.000Z');
  });

  it('exist for an hour that the clock skips', () => {
    expect(wallClock(instantAt('2026-03-29', '02:30')).day).toBe('2026-03-29');
  });
});

describe('writing days', () => {
  const today = '2026-11-21';
  it('leaves this year out and names another', () => {
    expect(writeDay('2026-11-07', 'nl', { today })).toBe('7 november');
    expect(writeDay('2025-11-07', 'nl', { today })).toBe('7 november 2025');
    expect(writeDay('2025-11-07', 'en', { today })).toBe('7 November 2025');
  });

  it('writes short in lists and with the weekday in sentences', () => {
    expect(writeDay('2026-11-10', 'nl', { today, style: 'short' })).toBe('10 nov.');
    expect(writeDay('2026-11-10', 'nl', { today, style: 'weekday' })).toBe('dinsdag 10 november');
    expect(writeWeekday('2026-11-21', 'en')).toBe('Saturday');
  });
});
