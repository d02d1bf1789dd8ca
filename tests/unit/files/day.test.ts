/** Days: the European order, ISO, and no guess where a column shows the American order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isCalendarDay } from '../../../domain/calendar/day.ts';
import { dayOrderOf, readDay, type DayOrder } from '../../../sync/files/values/day.ts';

const dayOf = (text: string, order: DayOrder = 'day-first'): string | null => {
  const reading = readDay(text, order);
  return reading.ok ? reading.value : null;
};

describe('a day', () => {
  it.each([
    ['07-11-2026', '2026-11-07'],
    ['7-11-2026', '2026-11-07'],
    ['7/11/2026', '2026-11-07'],
    ['07.11.2026', '2026-11-07'],
    ['2026-11-07', '2026-11-07'],
    [' 07-11-2026 ', '2026-11-07'],
    ['07-11-2026 15:27', '2026-11-07'],
    ['07-11-2026 9:05:00', '2026-11-07'],
    ['2026-11-07 15:27:37', '2026-11-07'],
    ['2026-11-07T15:27:37.123', '2026-11-07'],
    ['2026-11-07T23:30:00Z', '2026-11-08'],
    ['2026-11-07T23:30:00+01:00', '2026-11-07'],
    ['29-02-2024', '2024-02-29'],
    ['01-01-1970', '1970-01-01'],
    ['31-12-2099', '2099-12-31'],
  ])('%j is %s', (text, day) => {
    expect(dayOf(text)).toBe(day);
  });

  it.each([
    '',
    '31-02-2026',
    '29-02-2026',
    '00-01-2026',
    '11/21/2026',
    '7-11-26',
    '07-11/2026',
    '20261107',
    '45982',
    '0001-01-01',
    '30-12-1899',
    '07-11-2026 25:00',
    '07-11-2026 morgen',
    '2026-11-07x',
    '7 november 2026',
  ])('%j is none', (text) => {
    expect(dayOf(text)).toBeNull();
  });

  it('is not guessed in a column where the month comes first', () => {
    expect(dayOrderOf(['05/11/2026', '11/21/2026'])).toBe('unclear');
    expect(dayOrderOf(['21/11/2026', '11/21/2026', '22/11/2026'])).toBe('day-first');
    expect(dayOrderOf(['05/11/2026', '', '2026-11-21'])).toBe('day-first');
    expect(dayOf('05/11/2026', 'unclear')).toBeNull();
    expect(dayOf('21/11/2026', 'unclear')).toBe('2026-11-21');
    expect(dayOf('05/05/2026', 'unclear')).toBe('2026-05-05');
    expect(dayOf('2026-11-05', 'unclear')).toBe('2026-11-05');
  });
});

describe('every day', () => {
  const days = fc.integer({ min: 0, max: 109_000 }).map((count) => addDays('1900-01-01', count));

  it('comes back from every notation', () => {
    fc.assert(
      fc.property(days, fc.constantFrom('-', '/', '.'), fc.boolean(), (day, sign, isPadded) => {
        const [year, month, date] = day.split('-').map(Number) as [number, number, number];
        const two = (part: number): string => (isPadded ? String(part).padStart(2, '0') : String(part));
        expect(dayOf(`${two(date)}${sign}${two(month)}${sign}${year}`)).toBe(day);
        expect(dayOf(day)).toBe(day);
        expect(dayOf(`${day} 00:00:00`)).toBe(day);
      }),
    );
  });

  it('that is read exists, and nothing throws', () => {
    const odd = fc.stringMatching(/^\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}[ T]?[\d:.Z+-]{0,12}$/);
    fc.assert(
      fc.property(fc.oneof(odd, fc.string()), fc.constantFrom<DayOrder>('day-first', 'unclear'), (text, order) => {
        const day = dayOf(text, order);
        expect(day === null || isCalendarDay(day)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
