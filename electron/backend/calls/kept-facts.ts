/** The facts of donors who are on a kept list, as they were read last. */
import type { DonorFacts } from '../../../domain/donor-facts.ts';
import { readFacts } from '../../../db/queries/facts.ts';
import type { Reader } from '../../../db/store.ts';
import { areStillTrue } from './left-facts.ts';

export interface KeptFacts {
  /** Facts of those who exist among `donorIds`; only those that are not kept are read. */
  of(reader: Reader, donorIds: readonly number[]): Promise<readonly DonorFacts[]>;
  /** For the next start. */
  readonly all: () => readonly DonorFacts[];
  forget(donorIds: readonly number[] | 'everybody'): void;
  /** Forgets donors who are on none of these lists, when there are many of them. */
  keepOnly(lists: readonly { readonly donorIds: () => Iterable<number> }[]): void;
}

/** So many donors who are on no list any more are not worth a look. */
const SLACK = 5_000;

/** @param left what was known at the last closing, if nothing was written since */
export function keepFacts(left: readonly DonorFacts[] = []): KeptFacts {
  const kept = new Map(left.map((donor) => [donor.donorId, donor]));
  // Whoever is not on a list yet is not superfluous yet.
  let sizeAfterCleaning = kept.size;
  let isProven = left.length === 0;
  const prove = async (reader: Reader): Promise<void> => {
    if (isProven) return;
    isProven = true;
    if (!(await areStillTrue(reader, [...kept.values()]))) kept.clear();
  };
  return {
    of: async (reader, donorIds) => {
      await prove(reader);
      const missing = donorIds.filter((donorId) => !kept.has(donorId));
      if (missing.length > 0) for (const donor of await readFacts(reader, missing)) kept.set(donor.donorId, donor);
      return donorIds.flatMap((donorId) => kept.get(donorId) ?? []);
    },
    all: () => [...kept.values()],
    forget: (donorIds) => {
      if (donorIds === 'everybody') kept.clear();
      else for (const donorId of donorIds) kept.delete(donorId);
    },
    keepOnly: (lists) => {
      if (kept.size <= sizeAfterCleaning + SLACK) return;
      const used = new Set(lists.flatMap(({ donorIds }) => [...donorIds()]));
      for (const donorId of kept.keys()) if (!used.has(donorId)) kept.delete(donorId);
      sizeAfterCleaning = kept.size;
    },
  };
}
