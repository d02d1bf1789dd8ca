/**
 * Call lists that are kept ready (docs/decisions/0017). Reading is exact: whatever was written before counts. What was
 * written since the last reading is judged again, and nobody else; tomorrow's list is made in the background, so that
 * nobody waits when the day changes.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CallList } from '../../../domain/call-list/call-list.ts';
import type { ListContext } from '../../../domain/call-list/evaluate.ts';
import { hasChangedDonors, takeChangedDonors } from '../../../db/changed-donors.ts';
import { withHousehold } from '../../../db/queries/surroundings.ts';
import type { Store } from '../../../db/store.ts';
import { keepFacts } from './kept-facts.ts';
import { readLeftFacts, writeLeftFacts } from './left-facts.ts';
import { listInProgress, type ListInProgress } from './list-in-progress.ts';

/** Today and tomorrow, and what somebody is just looking at: other settings, another day. */
const MOST_LISTS = 4;

/** Donors who are judged between two readings while a list is made in the background. */
const AT_A_TIME = 40;

export interface KeptLists {
  read(context: ListContext): Promise<CallList>;
  /** Makes a list ready, a little at a time, once. Errors are for `read` to throw. */
  prepare(context: ListContext): Promise<void>;
  stop(): Promise<void>;
  /** For the store to keep until the next start: what the lists are made of. */
  leave(): Promise<string | null>;
}

export function keepLists(store: Store): KeptLists {
  const facts = keepFacts(readLeftFacts(store.takeLeftBehind()));
  /** Those read last come last. */
  const lists = new Map<string, ListInProgress>();
  let last: Promise<unknown> = Promise.resolve();
  let preparing: Promise<void> = Promise.resolve();
  const prepared = new Set<string>();
  let isStopped = false;

  /** One at a time: what one forgets because it changed, another must not put back. */
  const alone = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };

  const noticeChanges = async (): Promise<void> => {
    const { everybody, donorIds: written } = await takeChangedDonors(store.reader);
    // A call with one is known to the others of her household.
    const donorIds = everybody ? written : await withHousehold(store.reader, written);
    if (everybody) lists.clear();
    facts.forget(everybody ? 'everybody' : donorIds);
    for (const list of lists.values()) list.mustJudge(donorIds);
  };

  const find = (context: ListContext): ListInProgress => {
    const key = keyOf(context);
    const list = lists.get(key) ?? listInProgress(store.reader, context, facts);
    lists.delete(key);
    lists.set(key, list);
    for (const oldest of [...lists.keys()].slice(0, -MOST_LISTS)) {
      lists.delete(oldest);
      prepared.delete(oldest);
    }
    facts.keepOnly([...lists.values()]);
    return list;
  };

  /** One list, a little at a time. Whoever reads it meanwhile makes the rest of it. */
  const makeReady = async (context: ListContext): Promise<void> => {
    const isReady = await alone(async () => {
      if (isStopped) return true;
      await noticeChanges();
      return find(context).advance(AT_A_TIME);
    });
    await nextTurn();
    if (!isReady) await makeReady(context);
  };

  return {
    read: (context) =>
      alone(async () => {
        for (;;) {
          await noticeChanges();
          const list = find(context);
          await list.advance(Number.POSITIVE_INFINITY);
          // Something was written while we read: a donor judged before it may not stand beside one judged after it.
          if (!(await hasChangedDonors(store.reader))) return list.list();
        }
      }),
    prepare: (context) => {
      const key = keyOf(context);
      if (prepared.has(key) || isStopped) return preparing;
      prepared.add(key);
      preparing = preparing.then(() => makeReady(context)).catch(() => void prepared.delete(key));
      return preparing;
    },
    stop: async () => {
      isStopped = true;
      await preparing;
      await last;
    },
    leave: () =>
      alone(async () => {
        await noticeChanges();
        return writeLeftFacts(facts.all());
      }),
  };
}

function keyOf(context: ListContext): string {
  return JSON.stringify(context);
}
