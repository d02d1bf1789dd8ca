/** A share with how sure it is: the 95% interval of Wilson, which also holds for few answers and for none or all. */

/** Below this nothing is said about a share or a mean: chance decides more than what was done. */
export const FEWEST = 30;

export interface Share {
  readonly of: number;
  readonly count: number;
  /** Between 0 and 1; null when there is nothing to count. */
  readonly share: number | null;
  readonly low: number;
  readonly high: number;
  readonly isTooFew: boolean;
}

const Z = 1.959964;

/** @param count how many of `of`; both whole and not negative */
export function shareOf(count: number, of: number): Share {
  if (of === 0) return { of, count, share: null, low: 0, high: 1, isTooFew: true };
  const share = count / of;
  const spread = Z * Z;
  const middle = (share + spread / (2 * of)) / (1 + spread / of);
  const half = (Z / (1 + spread / of)) * Math.sqrt((share * (1 - share)) / of + spread / (4 * of * of));
  return {
    of,
    count,
    share,
    low: count === 0 ? 0 : Math.max(0, middle - half),
    high: count === of ? 1 : Math.min(1, middle + half),
    isTooFew: of < FEWEST,
  };
}

export interface Mean {
  readonly of: number;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly isTooFew: boolean;
}

/** A mean with its 95% interval, by the spread of the values themselves. */
export function meanOf(values: readonly number[]): Mean {
  const of = values.length;
  if (of === 0) return { of, mean: null, low: null, high: null, isTooFew: true };
  const mean = values.reduce((sum, value) => sum + value, 0) / of;
  const variance = of < 2 ? 0 : values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (of - 1);
  const half = Z * Math.sqrt(variance / of);
  return { of, mean, low: mean - half, high: mean + half, isTooFew: of < FEWEST };
}

export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
