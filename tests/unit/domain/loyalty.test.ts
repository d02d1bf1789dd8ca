/** Loyalty levels, as mission.md names them, on 2026-11-21. */
import { describe, expect, it } from 'vitest';
import type { CalendarDay } from '../../../domain/calendar/day.ts';
import type { DonorAction, DonorFacts } from '../../../domain/donor-facts.ts';
import { givingOn } from '../../../domain/giving.ts';
import { actionIn } from '../../../domain/loyalty/action-words.ts';
import { levelOfGiving, levelOn, LEVEL_NAMES, LOYALTY_LEVELS } from '../../../domain/loyalty/level.ts';
import { DEFAULT_SETTINGS } from '../../../domain/programmes/settings.ts';
import { donor, gift, mandate, TODAY } from '../../support/build-donor.ts';

const level = (facts: Partial<DonorFacts>, today: CalendarDay = TODAY): string | null => {
  const all = donor(facts);
  return levelOn(today, all, givingOn(today, all.gifts, all.mandates), DEFAULT_SETTINGS.loyalty);
};
const action = (
  day: CalendarDay,
  kind: DonorAction['kind'],
  record: DonorAction['record'] = { kind: 'moment', id: 1 },
): DonorAction => ({ day, kind, record });

describe('the level of', () => {
  it('nobody who gave nothing', () => expect(level({})).toBeNull());

  it('who first met us through a friend’s action, with or without a gift in it', () => {
    expect(level({ actions: [action('2026-05-01', 'through-friend')] })).toBe('friend');
    const given = gift('2026-05-01');
    expect(
      level({ gifts: [given], actions: [action('2026-05-01', 'through-friend', { kind: 'gift', id: given.id })] }),
    ).toBe('friend');
    expect(level({ actions: [action('2026-11-22', 'through-friend')] })).toBeNull();
  });

  it('the first own gift', () => {
    const friend = gift('2026-05-01');
    expect(level({ gifts: [gift('2026-11-01')] })).toBe('first-gift');
    expect(
      level({
        gifts: [friend, gift('2026-06-01')],
        actions: [action('2026-05-01', 'through-friend', { kind: 'gift', id: friend.id })],
      }),
    ).toBe('first-gift');
    expect(level({ gifts: [gift('2026-11-01', { status: 'failed' })] })).toBeNull();
  });

  it('gave again, on another day', () => {
    expect(level({ gifts: [gift('2026-11-01'), gift('2026-11-02')] })).toBe('again');
    expect(level({ gifts: [gift('2026-11-01'), gift('2026-11-01')] })).toBe('first-gift');
  });

  it.each([
    ['running', 'regular'],
    ['ended', null],
    ['cancelled', null],
  ] as const)('a mandate that is %s: %s', (status, expected) => {
    expect(level({ mandates: [mandate('2025-01-01', { status })] })).toBe(expected);
  });

  it.each([
    ['2021-11-21', 'loyal'],
    ['2021-11-22', 'regular'],
  ] as const)('a mandate that runs since %s: %s', (start, expected) => {
    expect(level({ mandates: [mandate(start)] })).toBe(expected);
  });

  it('a gift in each of five years, counted back from today', () => {
    const yearly = ['2022-03-01', '2023-03-01', '2024-03-01', '2025-03-01', '2026-03-01'] as const;
    expect(level({ gifts: yearly.map((day) => gift(day)) })).toBe('loyal');
    expect(level({ gifts: yearly.slice(1).map((day) => gift(day)) })).toBe('again');
    expect(
      level({
        gifts: ['2021-11-22', '2022-11-22', '2023-11-22', '2024-11-22', '2025-11-22'].map((day) =>
          gift(day as CalendarDay),
        ),
      }),
    ).toBe('loyal');
    expect(
      level({
        gifts: ['2021-11-21', '2022-11-22', '2023-11-22', '2024-11-22', '2025-11-22'].map((day) =>
          gift(day as CalendarDay),
        ),
      }),
    ).toBe('again');
  });

  it.each([
    ['own-action', '2023-11-22', 'ambassador'],
    ['brought-others', '2026-11-21', 'ambassador'],
    ['own-action', '2023-11-21', 'regular'],
    ['own-action', '2026-11-22', 'regular'],
  ] as const)('%s on %s: %s', (kind, day, expected) => {
    expect(level({ mandates: [mandate('2025-01-01')], actions: [action(day, kind)] })).toBe(expected);
  });

  it('an ambassador without the action is what giving makes of her', () => {
    const all = donor({ gifts: [gift('2026-01-01')], actions: [action('2026-10-01', 'own-action')] });
    expect(levelOfGiving(TODAY, all, givingOn(TODAY, all.gifts, []), DEFAULT_SETTINGS.loyalty)).toBe('first-gift');
  });

  it('has a name in both languages', () => {
    for (const each of LOYALTY_LEVELS) expect([LEVEL_NAMES[each].nl, LEVEL_NAMES[each].en]).not.toContain('');
  });
});

describe('words for an action', () => {
  it.each([
    ['via actie Marathon van Zwolle', 'through-friend'],
    ['Eigen actie Koekverkoop', 'own-action'],
    ['Meeting: own action for the well', 'own-action'],
    ['Bracht drie buren aan', 'brought-others'],
    ['Najaarsactie', null],
    ['Website', null],
    ['Donation campaign', null],
  ] as const)('%s: %s', (text, expected) => {
    expect(actionIn(text)).toBe(expected);
  });
});
