/** An invented clock: the evening of 24 November 2026, from 19:12 on. */
import { dayOfInstant, wallClock, type CalendarDay } from '../../domain/calendar/day.ts';

const STARTS_AT = Date.parse('2026-11-24T18:12:20Z');

export interface FakeClock {
  now(): string;
  today(): CalendarDay;
  time(): string;
}

export function createFakeClock(startsAt = STARTS_AT): FakeClock {
  const began = Date.now();
  const now = (): string => new Date(startsAt + Date.now() - began).toISOString();
  return { now, today: () => dayOfInstant(now()), time: () => wallClock(now()).time };
}
