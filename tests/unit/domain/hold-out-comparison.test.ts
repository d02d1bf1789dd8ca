/** The comparison of called donors with held-out ones: against published figures, and against what it claims of itself. */
import { describe, expect, it } from 'vitest';
import { amountsOf, compareAmounts, type Amounts } from '../../../domain/results/achieved/amounts.ts';
import { Z } from '../../../domain/results/achieved/comparison.ts';
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

  it('tell the smallest difference that could have been shown: the textbook’s, smaller with more donors, none with a handful', () => {
    // Fleiss, Levin and Paik 2003, table A.4 without correction: 0.25 against 0.40 takes 152 in each group for 80%.
    const found = compareShares([shares(38, 152, 38, 152)]).detectable ?? 0;
    expect(found).toBeGreaterThan(0.145);
    expect(found).toBeLessThan(0.155);
    expect(compareShares([shares(380, 1_520, 380, 1_520)]).detectable).toBeLessThan(found / 2.5);
    expect(compareShares([shares(1, 3, 1, 3)]).detectable).toBeNull();
    // Where nearly everybody does it already, only fewer can be shown.
    expect(compareShares([shares(59, 60, 29, 30)]).detectable).toBeGreaterThan(0.1);
  });
});

const spread = (of: number, givers: number, amount: (index: number) => number): Amounts =>
  amountsOf(Array.from({ length: of }, (_, index) => (index < givers ? amount(index) : 0)));

describe('amounts', () => {
  const called = spread(400, 120, (index) => 1_000 + 40 * index);
  const held = spread(100, 20, (index) => 1_000 + 90 * index);

  it('have an interval whose ends the score test just does not reject', () => {
    const { difference } = compareAmounts([{ called, held }]);
    const value = called.sum / called.of - held.sum / held.of;
    expect(difference?.value).toBeCloseTo(value, 8);
    // Written down a second time: variance in proportion to the mean, learned from both groups.
    const dispersion = ({ of, sum, squares }: Amounts): number => (squares - sum ** 2 / of) / (sum / of);
    const together = (dispersion(called) + dispersion(held)) / (called.of + held.of - 2);
    const own = (group: Amounts): number =>
      (60 * together + (group.givers * dispersion(group)) / (group.of - 1)) / (60 + group.givers);
    const score = (assumed: number): number => {
      const mean = (called.sum + held.sum) / (called.of + held.of);
      const [heldMean, calledMean] = [mean - assumed * 0.8, mean + assumed * 0.2];
      return (value - assumed) / Math.sqrt((own(called) * calledMean) / called.of + (own(held) * heldMean) / held.of);
    };
    expect(score(difference?.low ?? 0)).toBeCloseTo(Z, 8);
    expect(score(difference?.high ?? 0)).toBeCloseTo(-Z, 8);
  });

  it('know no unit: in euros it is the same as in cents', () => {
    const inEuros = ({ of, givers, sum, squares }: Amounts): Amounts => ({
      of,
      givers,
      sum: sum / 100,
      squares: squares / 10_000,
    });
    const cents = compareAmounts([{ called, held }]);
    const euros = compareAmounts([{ called: inEuros(called), held: inEuros(held) }]);
    expect((euros.difference?.low ?? 0) * 100).toBeCloseTo(cents.difference?.low ?? 1, 6);
    expect((euros.detectable ?? 0) * 100).toBeCloseTo(cents.detectable ?? 1, 6);
  });

  it('say nothing of fewer than 30 donors or 10 givers in a group', () => {
    const few = spread(29, 20, () => 1_000);
    const givers = (count: number): Amounts => spread(100, count, (index) => 1_000 + index);
    expect(compareAmounts([{ called, held: few }]).verdict).toBe('few-donors');
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
