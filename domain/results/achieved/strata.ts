/** Several draws side by side: each is compared by itself, and weighs as much as it can tell (Mantel and Haenszel 1959). */

interface Sized {
  readonly of: number;
}

interface Stratum {
  readonly called: Sized;
  readonly held: Sized;
}

/** A draw of which one group is empty compares nothing. */
export function ofBothGroups<Drawn extends Stratum>(strata: readonly Drawn[]): readonly Drawn[] {
  return strata.filter(({ called, held }) => Math.min(called.of, held.of) > 0);
}

/** With the part of each in all of them together. */
export function weigh<Drawn extends Stratum>(
  strata: readonly Drawn[],
): readonly (Drawn & { readonly weight: number })[] {
  const sizeOf = ({ called, held }: Stratum): number => (called.of * held.of) / (called.of + held.of);
  const all = strata.reduce((sum, each) => sum + sizeOf(each), 0);
  return strata.map((each) => ({ ...each, weight: sizeOf(each) / all }));
}
