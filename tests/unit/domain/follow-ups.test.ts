/** By when a question, complaint or idea is answered. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf, type CalendarDay } from '../../../domain/calendar/day.ts';
import { DEFAULT_TOPICS, dueDayOf, SAID_KINDS, topicSchema, USUAL_DAYS } from '../../../domain/follow-ups/topic.ts';

const SATURDAY: CalendarDay = '2026-11-21';

describe('by when there is an answer', () => {
  it('a complaint first, then a question, then an idea', () => {
    expect(SAID_KINDS.map((kind) => dueDayOf(kind, null, SATURDAY))).toEqual([
      '2026-11-26',
      '2026-11-23',
      '2026-12-07',
    ]);
  });

  it('a topic can make it sooner or later, but a complaint never waits longer', () => {
    expect(dueDayOf('question', { days: 1 }, '2026-11-24')).toBe('2026-11-25');
    expect(dueDayOf('question', { days: 20 }, '2026-11-24')).toBe('2026-12-14');
    expect(dueDayOf('complaint', { days: 20 }, '2026-11-24')).toBe('2026-11-26');
    expect(dueDayOf('complaint', { days: 0 }, '2026-11-24')).toBe('2026-11-24');
  });

  it('never a weekend or a holiday: on Christmas Eve two days is the Monday after', () => {
    expect(dueDayOf('complaint', null, '2026-12-24')).toBe('2026-12-28');
  });

  it('always a working day, not before today, and at most some days after what was promised', () => {
    const days = fc.integer({ min: 0, max: 5_000 }).map((count) => addDays('2024-01-01', count));
    const topics = fc.option(fc.record({ days: fc.option(fc.integer({ min: 0, max: 90 })) }));
    fc.assert(
      fc.property(fc.constantFrom(...SAID_KINDS), topics, days, (kind, topic, today) => {
        const due = dueDayOf(kind, topic, today);
        const promised = topic?.days ?? USUAL_DAYS[kind];
        expect(weekdayOf(due)).toBeLessThanOrEqual(5);
        expect(due >= today).toBe(true);
        expect(due <= addDays(today, promised + 6)).toBe(true);
      }),
    );
  });

  it('the topics that come with it are as the settings keep them', () => {
    expect(topicSchema.array().safeParse(DEFAULT_TOPICS).success).toBe(true);
    expect(new Set(DEFAULT_TOPICS.map(({ id }) => id)).size).toBe(DEFAULT_TOPICS.length);
  });
});
