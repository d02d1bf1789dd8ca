/** Questions, complaints and ideas: the words of their clock, who goes first, and what a topic may be. */
import { describe, expect, it } from 'vitest';
import { clockOf, compareFollowUps } from '../../../domain/follow-ups/clock.ts';
import { DEFAULT_TOPICS, dueDayOf, topicSchema, type Topic } from '../../../domain/follow-ups/topic.ts';

describe('the clock', () => {
  it.each([
    ['2026-11-19', 'late', '2 dagen te laat', '2 days late'],
    ['2026-11-20', 'late', '1 dag te laat', '1 day late'],
    ['2026-11-21', 'today', 'vandaag', 'today'],
    ['2026-11-22', 'ahead', 'nog 1 dag', '1 day left'],
    ['2026-11-23', 'ahead', 'nog 2 dagen', '2 days left'],
    [null, 'none', 'zonder datum', 'no date'],
  ] as const)('of what is due on %s', (due, state, nl, en) => {
    expect(clockOf(due, '2026-11-21')).toEqual({ state, words: { nl, en } });
  });
});

describe('of two that wait', () => {
  const one = { id: 1, due: '2026-11-21', kind: 'question', at: '2026-11-20T10:00:00.000Z' } as const;

  it.each([
    ['the one that is due sooner', { due: '2026-11-20' }],
    ['a complaint', { kind: 'complaint' }],
    ['the one that was said sooner', { at: '2026-11-20T09:59:00.000Z' }],
    ['the lower number', { id: 0 }],
  ] as const)('%s goes first', (_, change) => {
    expect(compareFollowUps({ ...one, ...change }, one)).toBeLessThan(0);
    expect(compareFollowUps(one, { ...one, ...change })).toBeGreaterThan(0);
  });

  it('the one without a day goes last, even a complaint', () => {
    expect(compareFollowUps({ ...one, due: null, kind: 'complaint' }, one)).toBeGreaterThan(0);
    expect(compareFollowUps({ ...one, due: null }, { ...one, due: null })).toBe(0);
  });
});

describe('the day of an answer', () => {
  it.each([
    ['Friday stays Friday', '2026-11-27', '2026-11-27'],
    ['Saturday becomes Monday', '2026-11-28', '2026-11-30'],
    ['Sunday becomes Monday', '2026-11-29', '2026-11-30'],
    ['Easter Monday becomes Tuesday', '2026-04-06', '2026-04-07'],
    ['Good Friday is a working day', '2026-04-03', '2026-04-03'],
    ['Liberation Day is a working day', '2026-05-05', '2026-05-05'],
  ] as const)('%s', (_, today, due) => {
    expect(dueDayOf('question', { days: 0 }, today)).toBe(due);
  });

  it('is as usual when the topic says nothing', () => {
    expect(dueDayOf('question', { days: null }, '2026-11-23')).toBe('2026-11-30');
    expect(dueDayOf('idea', { days: null }, '2026-11-23')).toBe('2026-12-07');
  });
});

describe('a topic', () => {
  const [topic] = DEFAULT_TOPICS;
  const isKept = (change: Partial<Topic>): boolean => topicSchema.safeParse({ ...topic, ...change }).success;

  it.each([
    ['a name of 1 to 60 characters', [{ name: { nl: 'x', en: 'x'.repeat(60) } }]],
    ['an id of 1 to 40', [{ id: 'x' }, { id: 'x'.repeat(40) }]],
    ['a person of at most 60', [{ person: '' }, { person: 'x'.repeat(60) }]],
    ['from 0 to 90 whole days, or as usual', [{ days: 0 }, { days: 90 }, { days: null }]],
  ])('may have %s', (_, changes) => {
    for (const change of changes) expect(isKept(change)).toBe(true);
  });

  it.each<[string, Partial<Topic>]>([
    ['no Dutch name', { name: { nl: ' ', en: 'x' } }],
    ['no English name', { name: { nl: 'x', en: '' } }],
    ['too long a name', { name: { nl: 'x'.repeat(61), en: 'x' } }],
    ['too long an English name', { name: { nl: 'x', en: 'x'.repeat(61) } }],
    ['no id', { id: '' }],
    ['too long an id', { id: 'x'.repeat(41) }],
    ['too long a person', { person: 'x'.repeat(61) }],
    ['91 days', { days: 91 }],
    ['less than no days', { days: -1 }],
    ['half a day', { days: 0.5 }],
  ])('may not have %s', (_, change) => {
    expect(isKept(change)).toBe(false);
  });
});
