/** Reads the places that are not the CRM by itself: every few minutes, one at a time, and later when one wants to be left alone. */
import type { Instant } from '../../../domain/calendar/day.ts';
import type { Sentence } from '../../../domain/language.ts';
import { noteReading, readPlatforms, readSourceKey } from '../../../db/sources/sites.ts';
import type { SourceSiteTable } from '../../../db/source-tables.ts';
import type { Store } from '../../../db/store.ts';
import { Budget } from '../../../sync/sources/kentaa/budget.ts';
import type { KentaaSite } from '../../../sync/sources/kentaa/client.ts';
import { beginningOf, pullKentaa } from '../../../sync/sources/kentaa/pull.ts';
import { SourceFailure } from '../../../sync/sources/source-failure.ts';
import { mayConnectTo, refuseHost, type Policy } from '../policy/policy.ts';

export interface SourceService {
  /** Reads all places now, or waits for the reading that goes on and then reads again. */
  run(): Promise<void>;
  /** A place as it is asked, with what may still be asked of it. */
  siteFor(siteId: string, address: string, apiKey: string): KentaaSite;
  stop(): Promise<void>;
}

export interface SourceServiceOptions {
  readonly store: Store;
  readonly now: () => Instant;
  readonly policy: Policy;
  /** Something came in, or went wrong. */
  readonly onChange: () => void;
  readonly onBug: (error: unknown) => void;
  /** After a reading, of one place: newcomers, for instance. */
  readonly afterReading: (site: SourceSiteTable) => Promise<void>;
  /** Started with as little as possible: no place is asked for anything until it is started as usual. */
  readonly isSafe: boolean;
  /** Off for the command line, and for tests, which read when they want to. */
  readonly isAutomatic: boolean;
}

const FIRST_MILLISECONDS = 4_000;
const EVERY_MILLISECONDS = 10 * 60_000;

export function createSourceService(options: SourceServiceOptions): SourceService {
  const { store, now, policy } = options;
  const budgets = new Map<string, Budget>();
  let isStopping = false;
  let timer: NodeJS.Timeout | null = null;
  let latest: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;

  const siteFor: SourceService['siteFor'] = (siteId, address, apiKey) => {
    const budget = budgets.get(siteId) ?? new Budget(now);
    budgets.set(siteId, budget);
    return { address, apiKey, budget };
  };

  const readOne = async (row: SourceSiteTable): Promise<void> => {
    const apiKey = await readSourceKey(store.reader, row.id);
    if (apiKey === null) return;
    const site = siteFor(row.id, row.address, apiKey);
    let problem: Sentence | null = mayConnectTo(policy, row.address) ? null : refuseHost(policy);
    if (problem === null) {
      try {
        await pullKentaa({
          store,
          site,
          siteId: row.id,
          siteName: row.name,
          startedFrom: beginningOf(row.started_from),
          lastComparedAt: row.last_compared_at,
          now,
          shouldStop: () => isStopping,
        });
      } catch (error) {
        if (!(error instanceof SourceFailure)) throw error;
        // That it goes on in a minute is no problem of anybody's.
        problem = error.kind === 'limit' ? null : error.sentence;
      }
    }
    if (isStopping) return;
    await store.write((writer) =>
      noteReading(writer, row.id, { at: problem === null ? now() : null, problem, budget: site.budget.view() }),
    );
    if (problem === null) await options.afterReading(row);
  };

  const readAll = async (): Promise<void> => {
    if (isStopping || options.isSafe) return;
    try {
      const sites = await readPlatforms(store.reader);
      for (const site of sites.filter(({ is_enabled: isEnabled }) => isEnabled === 1)) await readOne(site);
      if (sites.length > 0) options.onChange();
    } catch (error) {
      options.onBug(error);
    }
    schedule(nextTime());
  };

  /** Where a place wants to be left alone, right after that; otherwise every few minutes. */
  const nextTime = (): number => {
    const pauses = [...budgets.values()].flatMap((budget) => {
      const { pausedUntil } = budget.view();
      return pausedUntil === null ? [] : [Date.parse(pausedUntil) - Date.parse(now())];
    });
    return Math.min(EVERY_MILLISECONDS, ...pauses.filter((pause) => pause > 0));
  };

  const schedule = (milliseconds: number): void => {
    if (!options.isAutomatic || options.isSafe || isStopping) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void run(), milliseconds);
    timer.unref();
  };

  const run = (): Promise<void> => {
    next ??= latest.then(() => {
      next = null;
      return readAll();
    });
    latest = next;
    return next;
  };

  schedule(FIRST_MILLISECONDS);
  return {
    run,
    siteFor,
    stop: async () => {
      isStopping = true;
      if (timer !== null) clearTimeout(timer);
      await latest;
    },
  };
}
