/** The numbers behind the results, worked out by hand for a few answers, and at their limits. */
import { describe, expect, it } from 'vitest';
import { EMOTIONS } from '../../../domain/operation.ts';
import { paceOf, reachedOf, type CountedCall } from '../../../domain/results/calls.ts';
import { journeyMapOf, pointsOf, type Felt } from '../../../domain/results/journey-map.ts';
import { recommendationOf } from '../../../domain/results/nps.ts';
import { meanOf, medianOf, shareOf } from '../../../domain/results/share.ts';

const DAY = '2026-11-20';

function call(at: string, change: Partial<CountedCall> = {}): CountedCall {
  return {
    donorId: 1,
    programme: 'thank-you-call',
    day: DAY,
    at: `${DAY}T${at}:00.000Z`,
    isConversation: false,
    caller: 1,
    durationSeconds: 600,
    ...change,
  };
}

describe('a share', () => {
  it('of nothing is not known, between nothing and all', () => {
    expect(shareOf(0, 0)).toEqual({ of: 0, count: 0, share: null, low: 0, high: 1, isTooFew: true });
  });

  it('of none begins at nothing, of all ends at all', () => {
    expect(shareOf(0, 40)).toMatchObject({ share: 0, low: 0 });
    expect(shareOf(0, 40).high).toBeCloseTo(0.0876, 3);
    expect(shareOf(40, 40)).toMatchObject({ share: 1, high: 1 });
    expect(shareOf(40, 40).low).toBeCloseTo(0.9124, 3);
  });
});

describe('a mean', () => {
  it('of nothing is not known', () => {
    expect(meanOf([])).toEqual({ of: 0, mean: null, low: null, high: null, isTooFew: true });
  });

  it('of one has no spread', () => {
    expect(meanOf([7])).toEqual({ of: 1, mean: 7, low: 7, high: 7, isTooFew: true });
  });

  it('has the interval of the spread of its values', () => {
    // The variance of 1, 2, 3 and 6 is 14 / 3; that of the mean a quarter of it.
    const half = 1.959964 * Math.sqrt(14 / 3 / 4);
    const { mean, low, high } = meanOf([1, 2, 3, 6]);
    expect(mean).toBe(3);
    expect(low).toBeCloseTo(3 - half, 10);
    expect(high).toBeCloseTo(3 + half, 10);
    // Of two: 10 and 20 lie 5 from their mean.
    expect(meanOf([10, 20]).high).toBeCloseTo(15 + 1.959964 * 5, 10);
  });

  it('is enough to speak of from thirty on', () => {
    const values = Array.from({ length: 30 }, () => 1);
    expect(meanOf(values).isTooFew).toBe(false);
    expect(meanOf(values.slice(1)).isTooFew).toBe(true);
  });
});

it('a median is the middle one, or between the middle two', () => {
  expect(medianOf([9, 1, 5])).toBe(5);
  expect(medianOf([9, 1, 5, 6])).toBe(5.5);
  expect(medianOf([4])).toBe(4);
  expect(medianOf([4, 10])).toBe(7);
});

it('who answers 9 or 10 recommends, who answers 7 or 8 is neither, up to 6 does not', () => {
  const points = Array.from({ length: 11 }, (_, answer) => recommendationOf([answer]).score.mean);
  expect(points).toEqual([-100, -100, -100, -100, -100, -100, -100, 0, 0, 100, 100]);
});

describe('reached', () => {
  it('by the first, the second and any later attempt, each donor and programme by itself', () => {
    const calls = [
      call('10:00'),
      call('11:00', { donorId: 2 }),
      call('12:00', { programme: 'callback' }),
      call('13:00'),
      call('14:00'),
      call('15:00', { isConversation: true }),
      call('16:00'),
    ];
    const { byAttempt, all } = reachedOf(calls, DAY);
    expect(Object.values(byAttempt).map(({ of, count }) => [of, count])).toEqual([
      [4, 0],
      [1, 0],
      [2, 1],
    ]);
    expect([all.of, all.count]).toEqual([7, 1]);
  });

  it('by part of the day, on the clock on the wall', () => {
    // In November the clock in Amsterdam is an hour ahead.
    const { byPart } = reachedOf([call('08:00'), call('12:00', { isConversation: true }), call('18:00')], DAY);
    expect(Object.entries(byPart).map(([part, { of, count }]) => [part, of, count])).toEqual([
      ['morning', 1, 0],
      ['afternoon', 1, 1],
      ['evening', 1, 0],
    ]);
  });
});

describe('pace', () => {
  const hours = (...calls: readonly CountedCall[]): number => paceOf(calls).hours;

  it('counts a call for its length, for three minutes at the least', () => {
    expect(hours(call('18:00'))).toBeCloseTo(1 / 6, 10);
    expect(hours(call('18:00', { durationSeconds: 0 }))).toBeCloseTo(1 / 20, 10);
    expect(hours(call('18:00', { durationSeconds: 181 }))).toBeCloseTo(181 / 3_600, 10);
  });

  it('counts a silence of 45 minutes as work, a longer one as a break', () => {
    expect(hours(call('18:00'), call('18:55'))).toBeCloseTo(65 / 60, 10);
    expect(hours(call('18:00'), call('18:56'))).toBeCloseTo(20 / 60, 10);
  });

  it('counts the time of two calls that overlap once, whatever their order', () => {
    const calls = [call('18:00', { durationSeconds: 3_600 }), call('18:10'), call('19:05')];
    expect(hours(...calls)).toBeCloseTo(75 / 60, 10);
    expect(hours(...calls.toReversed())).toBeCloseTo(75 / 60, 10);
  });

  it('adds callers up, and leaves out who is not known', () => {
    const pace = paceOf([call('18:00'), call('18:00', { caller: 2 }), call('18:00', { caller: null })]);
    expect(pace).toEqual({ calls: 2, hours: 20 / 60, perHour: 6, callers: 2 });
  });

  it('is not known when nobody called', () => {
    expect(paceOf([])).toEqual({ calls: 0, hours: 0, perHour: null, callers: 0 });
  });
});

describe('the map of the journey', () => {
  const felt = (count: number, change: Partial<Felt>): readonly Felt[] =>
    Array.from({ length: count }, () => ({
      programme: 'thank-you-call',
      month: '2026-11',
      level: null,
      emotion: 'neutral',
      ...change,
    }));

  it('goes from -2 for the worst to 2 for the best', () => {
    expect(EMOTIONS.map(pointsOf)).toEqual([-2, -1, 0, 1, 2]);
  });

  it('has the steps, months and levels of which something is known, in their order', () => {
    const [worst, , , , best] = EMOTIONS;
    const map = journeyMapOf([
      ...felt(1, { month: '2026-12', level: 'loyal', emotion: best }),
      ...felt(1, { month: '2026-10', level: 'first-gift', emotion: worst, programme: 'callback' }),
    ]);
    expect(map.months.map(({ month, mean }) => [month, mean.mean])).toEqual([
      ['2026-10', -2],
      ['2026-12', 2],
    ]);
    expect(map.levels.map(({ level, mean }) => [level, mean.mean])).toEqual([
      ['first-gift', -2],
      ['loyal', 2],
    ]);
    expect(new Map(map.steps.map(({ programme, mean }) => [programme, mean.mean]))).toEqual(
      new Map([
        ['callback', -2],
        ['thank-you-call', 2],
      ]),
    );
    expect(map.weakest).toBeNull();
  });

  it('calls the step weakest that sounds worst, of two with thirty answers each', () => {
    const [worst, poor] = EMOTIONS;
    const fine = felt(30, {});
    expect(journeyMapOf([...fine, ...felt(30, { programme: 'callback', emotion: poor })]).weakest).toBe('callback');
    expect(journeyMapOf([...fine, ...felt(29, { programme: 'callback', emotion: worst })]).weakest).toBeNull();
    const three = [...fine, ...felt(30, { programme: 'birthday', emotion: worst })];
    expect(journeyMapOf([...three, ...felt(30, { programme: 'callback', emotion: poor })]).weakest).toBe('birthday');
    expect(journeyMapOf(fine).weakest).toBeNull();
  });
});
