/** Numbers of Salesforce ids in the database of the profile, and those of this session in the memory. */
import type { CrmNumberKind } from '../../../db/schema.ts';
import { keepNumbers, readCrmIds } from '../../../db/queries/crm-numbers.ts';
import type { Store } from '../../../db/store.ts';
import { numberOf, type CrmNumbers } from './numbers.ts';

/** Forgotten in turn: what is asked for again is in the database. */
const MOST_IN_MEMORY = 20_000;

export function numbersInStore(store: Store): CrmNumbers {
  /** An erased donor is in no table, and can be asked about once more in the round that met her (db/erasure/guard.ts). */
  const lately = new Map<string, string>();
  const remember = (kind: CrmNumberKind, number: number, id: string): void => {
    const key = `${kind}:${number}`;
    lately.delete(key);
    lately.set(key, id);
    if (lately.size <= MOST_IN_MEMORY) return;
    for (const oldest of lately.keys()) {
      lately.delete(oldest);
      break;
    }
  };
  return {
    keep: async (kind, ids) => {
      const numbered = [...new Set(ids)].map((id) => ({ number: numberOf(id), id }));
      if (numbered.length === 0) return new Set();
      await store.writeSoon((writer) => keepNumbers(writer, kind, numbered));
      const kept = await readCrmIds(
        store.reader,
        kind,
        numbered.map(({ number }) => number),
      );
      const taken = new Set<string>();
      for (const { number, id } of numbered) {
        if ((kept.get(number) ?? id) === id) remember(kind, number, id);
        else taken.add(id);
      }
      return taken;
    },
    idsOf: async (kind, numbers) => {
      const kept = await readCrmIds(store.reader, kind, numbers);
      return new Map(
        numbers.flatMap((number) => {
          const id = kept.get(number) ?? lately.get(`${kind}:${number}`);
          return id === undefined ? [] : [[number, id] as const];
        }),
      );
    },
  };
}
