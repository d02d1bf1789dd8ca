/** The comparison of called donors with held-out ones: against published figures, and against what it claims of itself. */
import { describe, expect, it } from 'vitest';
import { amountsOf, compareAmounts, type Amounts } from '../../../domain/results/achieved/amounts.ts';
import { isShown, POWER_Z, Z } from '../../../domain/results/achieved/comparison.ts';
import { compareShares } from '../../../domain/results/achieved/shares.ts';
import { runTrials, TRIAL_OUTCOMES } from '../../hold-out/run-trials.ts';
import { SCENARIOS } from '../../hold-out/scenarios.ts';

const shares = (a: number, of: number, b: number, other: number) => ({
  called: { count: a, of },
  held: { count: b, of: other },
});

describe('shares', () => {
  it('have the interval of Newcombe 1998, table II, method 10: 56 of 70 against 48 of 80', () => {
    const { difference, verdict } = compareShares([shares(56, 70, 48, 80)]);
    expect(verdict).toBe('enough');
    expect(difference?.value).toBeCloseTo(0.2, 10);
    expect(difference?.low).toBeCloseTo(0.0524, 4);
    expect(difference?.high).toBeCloseTo(0.3339, 4);
  });

  it('of two draws alike are surer than of one, and a draw with one group says nothing', () => {
    const one = compareShares([shares(56, 70, 48, 80)]).difference;
    const two = compareShares([shares(56, 70, 48, 80), shares(56, 70, 48, 80), shares(5, 5, 0, 0)]).difference;
    const whole = compareShares([shares(112, 140, 96, 160)]).difference;
    expect(two?.value).toBeCloseTo(one?.value ?? 0, 10);
    expect(two?.low).toBeCloseTo(whole?.low ?? 0, 10);
    expect(two?.high).toBeCloseTo(whole?.high ?? 0, 10);
  });

  it('compare within each draw: a drift that meets a changed share is no effect', () => {
    // Nothing differs within a draw; put together as one, the groups would seem to differ by 16 points.
    const draws = [shares(90, 900, 10, 100), shares(300, 600, 200, 400)];
    expect(compareShares(draws).difference?.value).toBeCloseTo(0, 10);
    expect(compareShares([shares(390, 1_500, 210, 500)]).difference?.value).toBeCloseTo(-0.16, 10);
  });

  it('say nothing of fewer than 30 donors in a group, nor of fewer than 10 for whom it is true or is not', () => {
    expect(compareShares([shares(20, 300, 10, 29)])).toMatchObject({ verdict: 'few-donors', difference: null });
    expect(compareShares([shares(20, 29, 10, 300)])).toMatchObject({ verdict: 'few-donors', difference: null });
    expect(compareShares([shares(20, 300, 10, 30)]).verdict).toBe('enough');
    expect(compareShares([shares(8, 300, 1, 100)]).verdict).toBe('few-events');
    expect(compareShares([shares(9, 300, 1, 100)]).verdict).toBe('enough');
    expect(compareShares([shares(292, 300, 99, 100)]).verdict).toBe('few-events');
    expect(compareShares([shares(291, 300, 99, 100)]).verdict).toBe('enough');
    expect(compareShares([])).toEqual({ verdict: 'few-donors', difference: null, detectable: null });
  });

  it('weigh each draw by what it can tell: a hundred against a hundred counts for 50, nine hundred against a hundred for 90', () => {
    const draws = [shares(50, 100, 30, 100), shares(450, 900, 45, 100)];
    expect(compareShares(draws).difference?.value).toBeCloseTo((50 * 0.2 + 90 * 0.05) / 140, 10);
  });

  it('tell the smallest difference that could have been shown: the textbook’s, smaller with more donors, none with a handful', () => {
    // Fleiss, Levin and Paik 2003, table A.4 without correction: 0.25 against 0.40 takes 152 in each group for 80%.
    const found = compareShares([shares(38, 152, 38, 152)]).detectable ?? 0;
    expect(found).toBeGreaterThan(0.145);
    expect(found).toBeLessThan(0.155);
    expect(compareShares([shares(380, 1_520, 380, 1_520)]).detectable).toBeLessThan(found / 2.5);
    expect(compareShares([shares(1, 3, 1, 3)]).detectable).toBeNull();
    // By its own equation, of shares that are drawn a little towards the middle.
    const { detectable } = compareShares([shares(0, 300, 40, 100)]);
    const [share, other] = [41 / 402, 41 / 402 + (detectable ?? 0)];
    const middle = (300 * other + 100 * share) / 400;
    const spread = Math.sqrt(middle * (1 - middle) * (1 / 300 + 1 / 100));
    const own = Math.sqrt((other * (1 - other)) / 300 + (share * (1 - share)) / 100);
    expect(detectable).toBeCloseTo(Z * spread + POWER_Z * own, 8);
    // Where nearly everybody does it already, only fewer can be shown.
    expect(compareShares([shares(59, 60, 29, 30)]).detectable).toBeGreaterThan(0.1);
  });
});

const spread = (of: number, givers: number, amount: (index: number) => number): Amounts =>
  amountsOf(Array.from({ length: of }, (_, index) => (index < givers ? amount(index) : 0)));

it('a difference is shown when its interval leaves nothing out: zero at an end is none', () => {
  const said = (low: number, high: number): boolean => isShown({ value: (low + high) / 2, low, high });
  expect([said(0.01, 2), said(-2, -0.01), said(0, 2), said(-2, 0), said(-1, 1)]).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

describe('amounts', () => {
  const called = spread(400, 120, (index) => 1_000 + 40 * index);
  const held = spread(100, 20, (index) => 1_000 + 90 * index);

  const DRAWS = [
    { called, held },
    { called: spread(150, 30, (index) => 2_500 + 10 * index), held: spread(130, 25, (index) => 500 + 70 * index) },
  ];

  it('are summed with their squares, and whoever gave nothing is no giver', () => {
    expect(amountsOf([0, 300, 400])).toEqual({ of: 3, givers: 2, sum: 700, squares: 250_000 });
    expect(amountsOf([1])).toEqual({ of: 1, givers: 1, sum: 1, squares: 1 });
  });

  it.each([
    ['one draw', DRAWS.slice(0, 1)],
    ['two draws', DRAWS],
  ])('of %s have an interval whose ends the score test just does not reject', (_, strata) => {
    const { difference, detectable } = compareAmounts(strata);
    // Written down a second time: variance in proportion to the mean, learned from both groups.
    const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
    const sizes = strata.map((each) => 1 / (1 / each.called.of + 1 / each.held.of));
    const weights = sizes.map((size) => size / total(sizes));
    const meanOf = ({ sum, of }: Amounts): number => sum / of;
    const value = total(strata.map((each, at) => (weights[at] ?? 0) * (meanOf(each.called) - meanOf(each.held))));
    expect(difference?.value).toBeCloseTo(value, 8);
    const dispersion = (groups: readonly Amounts[]): number =>
      total(groups.map(({ of, sum, squares }) => (squares - sum ** 2 / of) / (sum / of))) /
      total(groups.map(({ of }) => of - 1));
    const together = dispersion(strata.flatMap((each) => [each.called, each.held]));
    const own = (groups: readonly Amounts[]): number => {
      const givers = total(groups.map((group) => group.givers));
      return (60 * together + givers * dispersion(groups)) / (60 + givers);
    };
    const [ofCalled, ofHeld] = [own(strata.map((each) => each.called)), own(strata.map((each) => each.held))];
    const varianceAt = (assumed: number): number =>
      total(
        strata.map((each, at) => {
          const of = each.called.of + each.held.of;
          const mean = (each.called.sum + each.held.sum) / of;
          const calledMean = mean + (assumed * each.held.of) / of;
          const heldMean = mean - (assumed * each.called.of) / of;
          return (
            (weights[at] ?? 0) ** 2 * ((ofCalled * calledMean) / each.called.of + (ofHeld * heldMean) / each.held.of)
          );
        }),
      );
    const score = (assumed: number): number => (value - assumed) / Math.sqrt(varianceAt(assumed));
    expect(score(difference?.low ?? 0)).toBeCloseTo(Z, 8);
    expect(score(difference?.high ?? 0)).toBeCloseTo(-Z, 8);
    expect(detectable).toBeCloseTo((Z + POWER_Z) * Math.sqrt(varianceAt(0)), 6);
  });

  it('of a draw with one group say nothing, and of a draw of which a group gave nothing all the same', () => {
    const alone = compareAmounts([{ called, held }]);
    expect(
      compareAmounts([
        { called, held },
        { called, held: amountsOf([]) },
      ]),
    ).toEqual(alone);
    expect(
      compareAmounts([
        { called, held },
        { called: amountsOf([]), held },
      ]),
    ).toEqual(alone);
    const two = compareAmounts([
      { called, held },
      { called: amountsOf([5_000]), held: amountsOf([0]) },
    ]).difference;
    expect(two?.value).toBeCloseTo((80 * (alone.difference?.value ?? 0) + 0.5 * 5_000) / 80.5, 8);
    expect(Number.isFinite(two?.low)).toBe(true);
  });

  it.each([100, 1_000_000])('know no unit: in %i of them it is the same as in cents', (unit) => {
    const inUnit = ({ of, givers, sum, squares }: Amounts): Amounts => ({
      of,
      givers,
      sum: sum / unit,
      squares: squares / unit ** 2,
    });
    const cents = compareAmounts([{ called, held }]);
    const units = compareAmounts([{ called: inUnit(called), held: inUnit(held) }]);
    expect((units.difference?.low ?? 0) * unit).toBeCloseTo(cents.difference?.low ?? 1, 6);
    expect((units.detectable ?? 0) * unit).toBeCloseTo(cents.detectable ?? 1, 6);
  });

  it('say nothing of fewer than 30 donors or 10 givers in a group', () => {
    const few = spread(29, 20, () => 1_000);
    const givers = (count: number): Amounts => spread(100, count, (index) => 1_000 + index);
    expect(compareAmounts([{ called, held: few }]).verdict).toBe('few-donors');
    expect(compareAmounts([{ called: few, held }]).verdict).toBe('few-donors');
    expect(compareAmounts([{ called, held: spread(30, 10, () => 1_000) }]).verdict).toBe('enough');
    expect(compareAmounts([{ called: spread(30, 10, () => 1_000), held }]).verdict).toBe('enough');
    expect(compareAmounts([{ called, held: givers(9) }])).toMatchObject({ verdict: 'few-givers', difference: null });
    expect(compareAmounts([{ called: givers(9), held }]).verdict).toBe('few-givers');
    expect(compareAmounts([{ called, held: givers(10) }]).verdict).toBe('enough');
    expect(compareAmounts([])).toEqual({ verdict: 'few-donors', difference: null, detectable: null });
  });
});

describe('a small share of the trials (all of them: npm run hold-out)', () => {
  it.each(SCENARIOS.filter(({ donors, percents }) => donors === 400 || percents.length > 1).slice(0, 2))(
    'the interval holds the truth about as often as it says: $name',
    (scenario) => {
      const trials = scenario.donors === 400 ? 150 : 30;
      const { tallies } = runTrials(scenario, trials, 5, 10_000);
      for (const outcome of TRIAL_OUTCOMES) {
        const { shown, covered } = tallies.find((each) => each.outcome === outcome && each.months === 12) ?? {
          shown: 0,
          covered: 0,
        };
        expect({ outcome, isMostlyShown: shown > trials * 0.8 }).toEqual({ outcome, isMostlyShown: true });
        expect(covered / shown).toBeGreaterThan(trials > 100 ? 0.89 : 0.8);
      }
    },
  );
});
