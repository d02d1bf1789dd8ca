/** The edges of the work that is no call: just enough, and just not. */
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDay } from '../../../domain/calendar/day.ts';
import { givingOn } from '../../../domain/giving.ts';
import { DEFAULT_SETTINGS } from '../../../domain/programmes/settings.ts';
import { missingThanks } from '../../../domain/tasks/missing-thanks.ts';
import { mailFor, monthly, post } from '../../../domain/tasks/post.ts';
import type { TaskProgramme } from '../../../domain/tasks/task.ts';
import type { DonorFacts } from '../../../domain/donor-facts.ts';
import { call, donor, gift, mandate, TODAY } from '../../support/build-donor.ts';

const settings = DEFAULT_SETTINGS;
const judge = (programme: TaskProgramme, facts: Partial<DonorFacts>, today: CalendarDay = TODAY) => {
  const all = donor({ hasEmail: true, hasAddress: true, ...facts });
  return programme.judge({ today, donor: all, giving: givingOn(today, all.gifts, all.mandates), settings });
};

describe('what a mandate comes to in a month', () => {
  it.each([
    ['month', 1, 1_000, 1_000],
    ['month', 3, 3_000, 1_000],
    ['year', 1, 12_000, 1_000],
    ['year', 2, 24_000, 1_000],
    ['week', 1, 300, 1_300],
    ['week', 4, 1_200, 1_300],
    ['day', 1, 100, 3_042],
    ['month', 0, 500, 500],
  ] as const)('every %s × %i: %i is %i', (unit, interval, amount, expected) =>
    expect(monthly({ amount, frequency: { unit, interval } })).toBe(expected),
  );
});

describe('card, letter or nothing', () => {
  const mailOf = (facts: Partial<DonorFacts>, own = settings.post) => {
    const all = donor(facts);
    return mailFor(givingOn(TODAY, all.gifts, all.mandates), own);
  };
  const letterFrom = { ...settings.post, letterFromGift: 1_000 };

  it.each([
    [5_000, 'card'],
    [4_999, 'letter'],
    [1_000, 'letter'],
    [999, 'nothing'],
  ] as const)('of a gift of %i cents is a %s', (amount, expected) =>
    expect(mailOf({ gifts: [gift('2026-11-14', { amount })] }, letterFrom)).toBe(expected),
  );

  it.each([
    [1_000, 'card'],
    [999, 'letter'],
  ] as const)('of a mandate of %i cents a month is a %s', (amount, expected) => {
    expect(mailOf({ mandates: [{ ...mandate('2026-11-14'), amount }] })).toBe(expected);
    const running = { ...mandate('2026-11-14'), amount };
    const debit = gift('2026-11-14', { amount, mandateId: running.id });
    expect(mailOf({ mandates: [running], gifts: [debit] })).toBe(expected);
  });

  it('is on the list from day 7 to day 42, due on day 7, cards before letters', () => {
    const on = (ago: number, amount = 2_500) => judge(post, { gifts: [gift(addDays(TODAY, -ago), { amount })] }).match;
    expect([on(6), on(43)]).toEqual([null, null]);
    expect(on(7)).toMatchObject({ from: TODAY, due: TODAY, until: addDays(TODAY, 35), priority: 35, amount: 2_500 });
    expect(on(42)).toMatchObject({ until: TODAY, due: addDays(TODAY, -35), kind: 'letter' });
    expect(on(7, 5_000)).toMatchObject({ priority: 25, kind: 'card' });
  });

  it('comes instead of a call after three attempts, or ten days after the first, and not after a talk', () => {
    const instead = (calls: DonorFacts['calls'], ago = 30) =>
      judge(post, {
        gifts: [gift(addDays(TODAY, -ago))],
        calls,
        steps: [{ programme: 'post', day: addDays(TODAY, -ago + 7) }],
      }).match?.reason.nl ?? null;
    const tries = (...days: readonly number[]) => days.map((day) => call(addDays(TODAY, -day), 'attempt'));
    expect(instead(tries(5, 3))).toBeNull();
    expect(instead(tries(5, 3, 1))).toMatch(/; bellen lukte niet: stuur een brief\.$/);
    expect(instead(tries(9))).toBeNull();
    expect(instead(tries(10))).toMatch(/bellen lukte niet/);
    expect(instead([...tries(5, 3), call(addDays(TODAY, -1), 'conversation')])).toBeNull();
    expect(instead([...tries(5, 3), call(addDays(TODAY, -1), 'closed')])).toBeNull();
    // Attempts in another programme, or before the call was due, do not count.
    expect(instead(tries(5, 3, 1).map((each) => ({ ...each, programme: 'major-call' as const })))).toBeNull();
    expect(instead(tries(18, 17))).toBeNull();
  });
});

describe('the thank-you e-mail that is missing', () => {
  it('is a task from day 1 to day 14', () => {
    const on = (ago: number) => judge(missingThanks, { gifts: [gift(addDays(TODAY, -ago))] }).match;
    expect([on(0), on(15)]).toEqual([null, null]);
    expect(on(1)).toMatchObject({ from: TODAY, due: TODAY, until: addDays(TODAY, 13), priority: 15, amount: 2_500 });
    expect(on(14)).toMatchObject({ until: TODAY });
  });

  it('is done by a mail on day 0 or today, and not by one before, after today, from the donor, or on another matter', () => {
    const start = addDays(TODAY, -5);
    const mail = { id: 1, day: start, channel: 'email', isOutgoing: true, isThanks: true } as const;
    const isMissing = (moment: DonorFacts['moments'][number]): boolean =>
      judge(missingThanks, { gifts: [gift(start)], moments: [moment] }).match !== null;
    expect([isMissing(mail), isMissing({ ...mail, day: TODAY })]).toEqual([false, false]);
    for (const other of [
      { ...mail, day: addDays(start, -1) },
      { ...mail, day: addDays(TODAY, 1) },
      { ...mail, isOutgoing: false },
      { ...mail, isThanks: false },
      { ...mail, channel: 'post' as const },
    ]) {
      expect(isMissing(other)).toBe(true);
    }
    for (const [day, expected] of [
      [start, false],
      [TODAY, false],
      [addDays(start, -1), true],
      [addDays(TODAY, 1), true],
    ] as const) {
      const steps = [{ programme: 'missing-thanks', day }] as const;
      expect(judge(missingThanks, { gifts: [gift(start)], steps }).match !== null).toBe(expected);
      const posted = [{ programme: 'post', day }] as const;
      expect(judge(missingThanks, { gifts: [gift(start)], steps: posted }).match).not.toBeNull();
    }
  });
});
