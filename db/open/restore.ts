/** Brings a profile back whose database does not open: sets the file aside, takes the newest snapshot that is whole and no newer than this program. */
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import type { Instant } from '../../domain/calendar/day.ts';
import { DatabaseFailure } from '../database-failure.ts';
import { forceToDisk, syncFolder } from '../durable-file.ts';
import { keyFile, type KeyStore } from '../key.ts';
import { listSnapshots, markAsMaybeSent, verifySnapshot, type Snapshot } from '../snapshot.ts';
import { NEWEST_MIGRATION } from '../migrations/index.ts';
import { forgetDatabase } from './identity.ts';
import { profilePaths } from './profile-folder.ts';

export interface Restoration {
  /** Where the damaged file went; null when there was none. */
  readonly setAside: string | null;
  /** The snapshot that took its place; null when none was whole: the profile starts empty and is filled by the next sync. */
  readonly snapshot: Snapshot | null;
}

/**
 * The operations that waited are not in the snapshot; whoever opens the store next replays them from the outbox copy.
 *
 * @throws DatabaseFailure `no-key`, or what the file system says.
 */
export async function restoreNewestSnapshot(
  folder: string,
  now: Instant,
  keyStore: KeyStore = keyFile(profilePaths(folder).key),
): Promise<Restoration> {
  const paths = profilePaths(folder);
  const key = await keyStore.load();
  if (key === null) throw new DatabaseFailure('no-key');
  const snapshot = await newestWhole(listSnapshots(paths.snapshots), key);
  // Whole and on the disk before anything is moved: on a full disk, or when the power fails, all is as it was.
  const next = snapshot === null ? null : await prepareCopy(snapshot, `${paths.database}.new`, key);
  const setAside = setDatabaseAside(paths.database, now);
  if (next === null) forgetDatabase(paths);
  else renameSync(next, paths.database);
  syncFolder(folder);
  return { setAside, snapshot };
}

/** Snapshots of an older Dankbel do not say yet that what waits in them may have been sent. */
async function prepareCopy({ path }: Snapshot, next: string, key: Buffer): Promise<string> {
  try {
    copyFileSync(path, next);
    await markAsMaybeSent(next, key);
    forceToDisk(next);
    return next;
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  }
}

async function newestWhole(snapshots: readonly Snapshot[], key: Buffer): Promise<Snapshot | null> {
  for (const snapshot of snapshots) {
    try {
      // One of a newer Dankbel would only be refused at the next opening.
      if ((await verifySnapshot(snapshot.path, key)) <= NEWEST_MIGRATION) return snapshot;
    } catch {
      // Not whole: the one before it is tried.
    }
  }
  return null;
}

/** The write-ahead log goes along: beside a restored file a left-over one would silently undo the restore. */
function setDatabaseAside(database: string, now: Instant): string | null {
  const aside = database.replace(/\.db$/, `-damaged-${now.replaceAll(/[-:.]/g, '')}.db`);
  for (const suffix of ['-wal', '-shm']) {
    if (existsSync(database + suffix)) renameSync(database + suffix, aside + suffix);
  }
  if (!existsSync(database)) return null;
  renameSync(database, aside);
  return aside;
}
