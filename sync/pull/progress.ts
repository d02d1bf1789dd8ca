/** How far the first pull is. Kept in the database with every page, so that it survives whatever ends the program. */
import { z } from 'zod';
import type { Instant } from '../../domain/calendar/day.ts';
import { readCursors } from '../../db/queries/cursors.ts';
import { readSetting, writeSetting, type Setting } from '../../db/queries/settings.ts';
import type { Reader, Writer } from '../../db/store.ts';

const progressSchema = z.object({
  isPaused: z.boolean(),
  /** The first lists can be called from. */
  listsReady: z.boolean(),
  /** Everything was read once. */
  isFinished: z.boolean(),
  /** Spent on reading and writing pages; pauses and offline hours do not count. */
  milliseconds: z.number(),
  pages: z.int(),
});
export type PullProgress = z.infer<typeof progressSchema>;

const PROGRESS: Setting<PullProgress> = { key: 'sync.first-pull', schema: progressSchema };
const BEFORE: PullProgress = { isPaused: false, listsReady: false, isFinished: false, milliseconds: 0, pages: 0 };

export async function readProgress(reader: Reader): Promise<PullProgress> {
  return (await readSetting(reader, PROGRESS)) ?? BEFORE;
}

/** Changes what is named, in the transaction of what it tells about. */
export async function noteProgress(writer: Writer, change: Partial<PullProgress>): Promise<void> {
  await writeSetting(writer, PROGRESS, { ...(await readProgress(writer.transaction)), ...change });
}

/** Counts pages while the first pull goes on; later ones are nobody's concern. */
export async function countPages(writer: Writer, count: number, began: Instant, ended: Instant): Promise<void> {
  const progress = await readProgress(writer.transaction);
  if (progress.isFinished) return;
  const spent = Math.max(0, Date.parse(ended) - Date.parse(began));
  await noteProgress(writer, { milliseconds: progress.milliseconds + spent, pages: progress.pages + count });
}

export interface FirstPull extends PullProgress {
  readonly rowsDone: number;
  /** What the CRM said at the beginning; null before it was asked. */
  readonly rowsTotal: number | null;
  readonly donorsDone: number;
  readonly donorsTotal: number | null;
  readonly secondsLeft: number | null;
}

/** The first pull as it is shown. */
export async function readFirstPull(reader: Reader): Promise<FirstPull> {
  const progress = await readProgress(reader);
  const cursors = await readCursors(reader);
  const counted = cursors.filter(({ total }) => total !== null);
  const donors = cursors.find(({ entity }) => entity === 'donors');
  const rowsDone = counted.reduce((sum, { done, total }) => sum + Math.min(done, total ?? done), 0);
  const rowsTotal = counted.length === 0 ? null : counted.reduce((sum, { total }) => sum + (total ?? 0), 0);
  return {
    ...progress,
    rowsDone,
    rowsTotal,
    donorsDone: donors === undefined ? 0 : Math.min(donors.done, donors.total ?? donors.done),
    donorsTotal: donors?.total ?? null,
    secondsLeft: secondsLeft({ rowsDone, rowsTotal, milliseconds: progress.milliseconds }),
  };
}

/** Too little was seen before this to say anything. */
const FEWEST_ROWS = 500;

/** At the speed so far; null while that says nothing. */
export function secondsLeft(spent: {
  readonly rowsDone: number;
  readonly rowsTotal: number | null;
  readonly milliseconds: number;
}): number | null {
  const { rowsDone, rowsTotal, milliseconds } = spent;
  if (rowsTotal === null || rowsDone < FEWEST_ROWS || milliseconds <= 0) return null;
  return Math.ceil((Math.max(0, rowsTotal - rowsDone) * milliseconds) / rowsDone / 1_000);
}
