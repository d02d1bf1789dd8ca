import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../../../domain/calendar/day.ts';
import { readTypedDay, writeTypedDay } from '../../../domain/calendar/typed-day.ts';

it('a typed day is read as Dutch people write it, and what is no day is none', () => {
  expect(readTypedDay('21-11-2026')).toBe('2026-11-21');
  expect(readTypedDay(' 3/2/26 ')).toBe('2026-02-03');
  expect(readTypedDay('2026-11-21')).toBe('2026-11-21');
  for (const text of ['', '31-2-2026', '11-21-2026', 'gisteren', '1-1-226']) expect(readTypedDay(text)).toBeNull();
});

it('what is written in a field is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30_000 }), (offset) => {
      const day = addDays('2000-01-01', offset);
      expect(readTypedDay(writeTypedDay(day))).toBe(day);
    }),
  );
});
