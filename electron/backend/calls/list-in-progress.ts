/** One kept list that is made, and made again where donors changed, as many donors at a time as there is time for. */
import type { CallList } from '../../../domain/call-list/call-list.ts';
import type { ListContext } from '../../../domain/call-list/evaluate.ts';
import { keepList } from '../../../domain/call-list/kept-list.ts';
import { candidatesByProgramme, findCandidates, type SomeCandidates } from '../../../db/queries/candidates.ts';
import type { Reader } from '../../../db/store.ts';
import type { KeptFacts } from './kept-facts.ts';

/** When more donors changed than this, asking whom a programme can concern at all is quicker than judging all of them. */
const FEW = 100;

/** Facts that are read together: more would be no quicker, and take much memory. */
const READ_TOGETHER = 500;

export interface ListInProgress {
  /** Something was written about these donors. */
  mustJudge(donorIds: readonly number[]): void;
  /** Judges at most so many donors. @returns whether the list is complete */
  advance(atMost: number): Promise<boolean>;
  /** The list, once it is complete. */
  readonly list: () => CallList;
  readonly donorIds: () => Iterable<number>;
}

export function listInProgress(reader: Reader, context: ListContext, facts: KeptFacts): ListInProgress {
  const kept = keepList(context);
  const changed = new Set<number>();
  const toJudge = new Set<number>();
  /** Whom is still to be looked for; null before anybody was. */
  let toFind: SomeCandidates[] | null = null;

  /** Of one programme after the other: all of them together hold everybody else up for a tenth of a second. */
  const find = async (all: boolean): Promise<boolean> => {
    if (toFind === null) {
      changed.clear();
      toFind = candidatesByProgramme(reader, context.today, context.settings);
    }
    for (let [next] = toFind; next !== undefined; [next] = toFind) {
      for (const donorId of await next()) toJudge.add(donorId);
      // Only now: whom an error kept from being found is looked for again.
      toFind.shift();
      if (!all) break;
    }
    return toFind.length === 0;
  };

  /** A donor whom no programme can concern is not even looked at. */
  const sortOutChanged = async (): Promise<void> => {
    const found =
      changed.size <= FEW ? changed : new Set(await findCandidates(reader, context.today, context.settings));
    for (const donorId of changed) {
      if (found.has(donorId)) toJudge.add(donorId);
      else kept.drop(donorId);
    }
    changed.clear();
  };

  const judge = async (donorIds: readonly number[]): Promise<void> => {
    const donors = await facts.of(reader, donorIds);
    for (const donorId of donorIds) {
      toJudge.delete(donorId);
      kept.drop(donorId);
    }
    for (const donor of donors) kept.judge(donor);
  };

  return {
    list: kept.list,
    donorIds: kept.donorIds,
    mustJudge: (donorIds) => {
      for (const donorId of donorIds) changed.add(donorId);
    },
    advance: async (atMost) => {
      if (!(await find(atMost === Number.POSITIVE_INFINITY))) return false;
      if (changed.size > 0) await sortOutChanged();
      for (let left = atMost; left > 0 && toJudge.size > 0; left -= READ_TOGETHER) {
        await judge([...toJudge.values().take(Math.min(left, READ_TOGETHER))]);
      }
      return toJudge.size === 0;
    },
  };
}
