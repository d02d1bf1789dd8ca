/**
 * The difference of two shares with its 95% interval: Newcombe's square-and-add of two intervals of Wilson (Newcombe 1998,
 * Statistics in Medicine 17: 873-890, method 10). Several draws are weighed as Mantel and Haenszel did, and each group gets
 * the number of donors that its weighing is worth (after Yan and Su 2010, Statistics in Biopharmaceutical Research 2:
 * 329-335); with one draw it is Newcombe's own interval. How it was checked: docs/hold-out.md.
 */
import { ofBothGroups, weigh } from './strata.ts';
import { shareOf } from '../share.ts';
import { FEWEST_DONORS, FEWEST_EVENTS, POWER_Z, Z, type Comparison, type Verdict } from './comparison.ts';

export interface Counted {
  readonly of: number;
  readonly count: number;
}

/** Donors who passed the same draw: the same programme, at the same share. */
export interface ShareStratum {
  readonly called: Counted;
  readonly held: Counted;
}

/** The difference is that of the called group less that of the held-out one, between -1 and 1. */
export function compareShares(strata: readonly ShareStratum[]): Comparison {
  const both = ofBothGroups(strata);
  const called = addCounted(both.map((each) => each.called));
  const held = addCounted(both.map((each) => each.held));
  const verdict = judge(called, held);
  if (both.length === 0) return { verdict, difference: null, detectable: null };
  const weighed = weigh(both);
  const one = shareOver(weighed.map((each) => ({ ...each.called, weight: each.weight })));
  const other = shareOver(weighed.map((each) => ({ ...each.held, weight: each.weight })));
  const detectable = smallestShown((called.count + held.count + 1) / (called.of + held.of + 2), one.worth, other.worth);
  if (verdict !== 'enough') return { verdict, difference: null, detectable };
  const [a, b] = [shareOf(one.share * one.worth, one.worth), shareOf(other.share * other.worth, other.worth)];
  const value = one.share - other.share;
  return {
    verdict,
    detectable,
    difference: {
      value,
      low: value - Math.hypot(one.share - a.low, b.high - other.share),
      high: value + Math.hypot(a.high - one.share, other.share - b.low),
    },
  };
}

export function addCounted(parts: readonly Counted[]): Counted {
  return {
    of: parts.reduce((sum, { of }) => sum + of, 0),
    count: parts.reduce((sum, { count }) => sum + count, 0),
  };
}

function judge(called: Counted, held: Counted): Verdict {
  if (Math.min(called.of, held.of) < FEWEST_DONORS) return 'few-donors';
  const yes = called.count + held.count;
  return Math.min(yes, called.of + held.of - yes) < FEWEST_EVENTS ? 'few-events' : 'enough';
}

/** The share of one group over all draws, and how many donors drawn at once would have told it as surely. */
function shareOver(parts: readonly (Counted & { readonly weight: number })[]): {
  readonly share: number;
  readonly worth: number;
} {
  let share = 0;
  let spread = 0;
  for (const { of, count, weight } of parts) {
    share += (weight * count) / of;
    spread += weight ** 2 / of;
  }
  return { share, worth: 1 / spread };
}

/**
 * The smallest true difference that would have been shown four times out of five (Fleiss, Levin and Paik 2003, §4.2): a
 * share that is larger by so much; where there is no room above, one that is smaller.
 *
 * @param share of everybody together, drawn a little towards the middle, so that none is not taken for never
 * @returns null when no difference could have been shown
 */
function smallestShown(share: number, called: number, held: number): number | null {
  return search(share, 1 - share, 1, called, held) ?? search(share, share, -1, called, held);
}

const STEPS = 40;

function search(share: number, room: number, sign: 1 | -1, called: number, held: number): number | null {
  const isShown = (difference: number): boolean => {
    const other = share + sign * difference;
    const middle = (called * other + held * share) / (called + held);
    const spread = Math.sqrt(middle * (1 - middle) * (1 / called + 1 / held));
    const own = Math.sqrt((other * (1 - other)) / called + (share * (1 - share)) / held);
    return difference >= Z * spread + POWER_Z * own;
  };
  if (!isShown(room)) return null;
  let [low, high] = [0, room];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2;
    if (isShown(middle)) high = middle;
    else low = middle;
  }
  return high;
}
