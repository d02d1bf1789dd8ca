/**
 * The eighteen characters of a Salesforce id as a number, for everything else here counts in numbers
 * (docs/decisions/0047). The number is worked out from the id alone, so that all workstations come to the same one; the
 * way back is kept.
 */
import { createHash } from 'node:crypto';
import type { CrmNumberKind } from '../../../db/schema.ts';

/** 1 to 2^52: exact in a number, and in the database. */
export function numberOf(id: string): number {
  const hash = createHash('sha256').update(id).digest();
  return (hash.readUInt32BE(0) >>> 12) * 2 ** 32 + hash.readUInt32BE(4) + 1;
}

/** The way back from a number. */
export interface CrmNumbers {
  /** Notes ids before anything refers to their numbers. @returns those whose number belongs to another id already */
  keep(kind: CrmNumberKind, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** By number; one that was never kept is left out. */
  idsOf(kind: CrmNumberKind, numbers: readonly number[]): Promise<ReadonlyMap<number, string>>;
}

/** Of a few that are not kept anywhere: for a look at an organisation before there is a profile, and for tests. */
export function numbersInMemory(): CrmNumbers {
  const known = new Map<string, string>();
  return {
    keep: async (kind, ids) => {
      const taken = new Set<string>();
      for (const id of ids) {
        const key = `${kind}:${numberOf(id)}`;
        if ((known.get(key) ?? id) !== id) taken.add(id);
        else known.set(key, id);
      }
      return Promise.resolve(taken);
    },
    idsOf: async (kind, numbers) =>
      Promise.resolve(
        new Map(
          numbers.flatMap((number) => {
            const id = known.get(`${kind}:${number}`);
            return id === undefined ? [] : [[number, id] as const];
          }),
        ),
      ),
  };
}
