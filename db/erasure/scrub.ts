/**
 * Writes the files of a profile anew after an erasure. `secure_delete` overwrites the rows that are deleted, but not the
 * words of the search index, nor what was left behind when the cells of a page were moved; and the log, the snapshots,
 * the outbox copy and files that were set aside hold what the database no longer does. Doing it again changes nothing,
 * so that a start after a kill can finish it.
 */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../domain/calendar/day.ts';
import type { CrashHook } from '../crash-point.ts';
import { syncFolder } from '../durable-file.ts';
import type { CopiedOperation, OutboxCopy } from '../outbox-copy.ts';
import { listSnapshots, takeSnapshot } from '../snapshot.ts';
import type { SqliteDatabase } from '../sqlite.ts';

export interface ScrubParts {
  readonly database: SqliteDatabase;
  readonly key: Buffer;
  readonly outboxCopy: OutboxCopy;
  readonly snapshotFolder: string;
  readonly folder: string;
  readonly at: CrashHook;
}

/**
 * Nothing else may use the connection meanwhile.
 *
 * @param isKept operations of the outbox copy that stay
 */
export async function scrubFiles(
  { database, key, outboxCopy, snapshotFolder, folder, at }: ScrubParts,
  now: Instant,
  isKept: (operation: CopiedOperation) => boolean,
): Promise<void> {
  // A row that is deleted from the index stays in it, word for word, until its parts are joined.
  database.exec(`INSERT INTO donor_search (donor_search) VALUES ('optimize')`);
  database.exec('VACUUM');
  database.pragma('wal_checkpoint(TRUNCATE)');
  at('erasure-vacuumed');
  outboxCopy.keepOnly(outboxCopy.read().filter(isKept));
  at('erasure-copy-written');
  // First the new restore point, proved whole; then the others go: there is never none.
  const { path } = await takeSnapshot(database, key, snapshotFolder, now);
  at('erasure-snapshot-taken');
  for (const older of listSnapshots(snapshotFolder)) if (older.path !== path) rmSync(older.path, { force: true });
  removeLeftovers(snapshotFolder, /\.new(?:-journal|-wal|-shm)?$/);
  removeLeftovers(folder, SET_ASIDE);
  syncFolder(snapshotFolder);
  syncFolder(folder);
}

/** A damaged database that was set aside, with its log. What could be saved of it is in the profile. */
export const SET_ASIDE = /-damaged-.*\.db(?:-wal|-shm)?$/;

function removeLeftovers(folder: string, pattern: RegExp): void {
  for (const name of readdirSync(folder)) if (pattern.test(name)) rmSync(join(folder, name), { force: true });
}
