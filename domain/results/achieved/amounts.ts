/**
 * The difference of two mean amounts with its 95% interval. Most donors give nothing and a few give a lot, and the held-out
 * group is small: its own spread says little about itself, and Welch's interval, made of it, misses the truth in one trial
 * of ten. So the spread is learned from both groups together: variance in proportion to the mean, as when another number of
 * donors gives amounts of the same kind (quasi-likelihood: McCullagh and Nelder 1989, §9.2), and the interval holds every
 * difference that a score test with it does not reject (as Miettinen and Nurminen 1985 do for shares). How it was checked:
 * docs/hold-out.md.
 */
import { ofBothGroups, weigh } from './strata.ts';
import { FEWEST_DONORS, FEWEST_GIVERS, POWER_Z, Z, type Comparison, type Verdict } from './comparison.ts';

export interface Amounts {
  readonly of: number;
  readonly givers: number;
  readonly sum: number;
  /** Of the squares of what each gave. */
  readonly squares: number;
}

export interface AmountStratum {
  readonly called: Amounts;
  readonly held: Amounts;
}

export function amountsOf(given: readonly number[]): Amounts {
  return {
    of: given.length,
    givers: given.filter((amount) => amount > 0).length,
    sum: given.reduce((sum, amount) => sum + amount, 0),
    squares: given.reduce((sum, amount) => sum + amount * amount, 0),
  };
}

/** The difference is that of the called group less that of the held-out one, per donor. */
export function compareAmounts(strata: readonly AmountStratum[]): Comparison {
  const both = ofBothGroups(strata);
  const verdict = judge(both);
  if (verdict !== 'enough') return { verdict, difference: null, detectable: null };
  const { called: ofCalled, held: ofHeld } = dispersionsOf(both);
  /** The variance of the difference, when the true one is D, is `fixed + slope * D`. */
  let [value, fixed, slope] = [0, 0, 0];
  for (const { called, held, weight } of weigh(both)) {
    const of = called.of + held.of;
    const [a, b] = [(weight ** 2 * ofCalled) / called.of, (weight ** 2 * ofHeld) / held.of];
    value += weight * (meanOf(called) - meanOf(held));
    // Were the difference D, the called mean would be that of all and D * held.of / of more, the held-out one less.
    fixed += (a + b) * ((called.sum + held.sum) / of);
    slope += (a * held.of - b * called.of) / of;
  }
  // (value - D)² = Z² (fixed + slope D), solved for D.
  const middle = value + (Z * Z * slope) / 2;
  const half = Z * Math.sqrt(Math.max(0, fixed + slope * value + (Z * slope) ** 2 / 4));
  return {
    verdict,
    difference: { value, low: middle - half, high: middle + half },
    detectable: (Z + POWER_Z) * Math.sqrt(fixed),
  };
}

function meanOf({ sum, of }: Amounts): number {
  return sum / of;
}

function judge(strata: readonly AmountStratum[]): Verdict {
  const fewest = (count: (group: Amounts) => number): number =>
    Math.min(
      strata.reduce((sum, { called }) => sum + count(called), 0),
      strata.reduce((sum, { held }) => sum + count(held), 0),
    );
  if (fewest(({ of }) => of) < FEWEST_DONORS) return 'few-donors';
  return fewest(({ givers }) => givers) < FEWEST_GIVERS ? 'few-givers' : 'enough';
}

/** So many givers of a group say as much about its own spread as everybody together does. */
const GIVERS_FOR_OWN = 60;

/** How much larger the variance is than the mean: of all together, and the more of the group itself the more it gave. */
function dispersionsOf(strata: readonly AmountStratum[]): { readonly called: number; readonly held: number } {
  const called = strata.map((each) => each.called);
  const held = strata.map((each) => each.held);
  const together = dispersionOf([...called, ...held]);
  const own = (groups: readonly Amounts[]): number => {
    const givers = groups.reduce((sum, group) => sum + group.givers, 0);
    return (GIVERS_FOR_OWN * together + givers * dispersionOf(groups)) / (GIVERS_FOR_OWN + givers);
  };
  return { called: own(called), held: own(held) };
}

function dispersionOf(all: readonly Amounts[]): number {
  let [scaled, freedom] = [0, 0];
  for (const { of, sum, squares } of all) {
    if (sum === 0) continue;
    const mean = sum / of;
    scaled += (squares - of * mean * mean) / mean;
    freedom += of - 1;
  }
  return scaled / Math.max(1, freedom);
}
