/**
 * Opens the database of a profile, or makes it. The ladder: single instance → key → pragmas → version guard →
 * quick_check → snapshot → migrate → foreign_key_check. Each rung has its own failure; none of them deletes anything.
 * The two checks are left out for a file that was found whole today and closed as it should be (`closed-well.ts`).
 */
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dayOfInstant, type Instant } from '../../domain/calendar/day.ts';
import type { CrashHook } from '../crash-point.ts';
import { noteChangedDonors } from '../changed-donors.ts';
import { DatabaseFailure, failureBehind } from '../database-failure.ts';
import { fingerprintOf, keyFile, newKey, type KeyStore } from '../key.ts';
import { MIGRATIONS, type WorkstationMigration } from '../migrations/index.ts';
import { leaveBehind, takeLeftBehind } from '../left-behind.ts';
import { openOutboxCopy } from '../outbox-copy.ts';
import { noteRenamedDonors } from '../search-index.ts';
import { listSnapshots, removeUnfinished, takeSnapshot, thinSnapshots } from '../snapshot.ts';
import { guardErased } from '../erasure/guard.ts';
import type { SqliteDatabase } from '../sqlite.ts';
import { readWiped } from '../wipe.ts';
import { createStore, type Store } from '../store.ts';
import { checkForeignKeys, checkWhole, openConnection } from './connection.ts';
import { noteClosedWell, takeClosedWell } from './closed-well.ts';
import { createKysely } from './dialect.ts';
import { noteDatabase, readIdentity, refuseVanished } from './identity.ts';
import { migrate, refuseNewer, shapeOf } from './migrate.ts';
import { profilePaths, type ProfilePaths } from './profile-folder.ts';

export interface OpenStoreOptions {
  readonly folder: string;
  readonly now: Instant;
  /** Absent: a file of mode 0600 in the folder. */
  readonly keyStore?: KeyStore;
  /** Absent: all of them. Tests stop earlier, or add one that fails. */
  readonly migrations?: readonly WorkstationMigration[];
  /** For the proof only: told where the code is (`db/crash-point.ts`). */
  readonly at?: CrashHook | undefined;
}

/** @throws DatabaseFailure for everything that a user can meet. */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const paths = profilePaths(options.folder);
  if (readWiped(paths.folder) !== null) throw new DatabaseFailure('wiped');
  try {
    requireWritable(paths);
    // A copy of our own, that is wiped with the store.
    const key = Buffer.from(await loadOrMakeKey(paths, options.keyStore ?? keyFile(paths.key)));
    refuseVanished(paths);
    const database = await openConnection(paths.database, key);
    try {
      return await climb(database, key, paths, options);
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    throw failureBehind(error) ?? error;
  }
}

/** SQLite would speak of an input/output error, long after it began. @throws what `failureBehind` knows */
function requireWritable({ folder, database }: ProfilePaths): void {
  if (existsSync(database)) accessSync(database, constants.W_OK);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    // On a disk that can only be read Node says of a folder that it could not make that it is not there.
    if (isCode(error, 'ENOENT')) throw new DatabaseFailure('not-writable', { cause: error });
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

async function climb(
  database: SqliteDatabase,
  key: Buffer,
  paths: ProfilePaths,
  { now, migrations = MIGRATIONS, at }: OpenStoreOptions,
): Promise<Store> {
  const newest = Math.max(0, ...migrations.map(({ number }) => number));
  refuseNewer(database, newest);
  const shape = shapeOf(database);
  removeUnfinished(paths.snapshots);
  removeUnfinished(paths.folder);
  const today = dayOfInstant(now);
  const isKnownWhole = takeClosedWell(paths, today);
  const left = takeLeftBehind(paths.leftBehind, key);
  if (!isKnownWhole) checkWhole(database);
  if (shape > 0 && (shape < newest || listSnapshots(paths.snapshots)[0]?.day !== today)) {
    await takeSnapshot(database, key, paths.snapshots, now);
    thinSnapshots(paths.snapshots, today);
  }
  const kysely = createKysely(database);
  await migrate(database, kysely, migrations);
  if (!isKnownWhole || shape < newest) checkForeignKeys(database);
  noteDatabase(paths, fingerprintOf(key));
  noteChangedDonors(database);
  noteRenamedDonors(database);
  guardErased(database);
  const outboxCopy = openOutboxCopy(paths.outboxCopy, key);
  const onClosed = (leaving: string | null): void => {
    if (leaving !== null) leaveBehind(paths.leftBehind, key, leaving);
    noteClosedWell(paths, today);
  };
  const leftBehind = isKnownWhole && shape === newest ? left : null;
  const { folder, snapshots: snapshotFolder } = paths;
  return createStore({ database, kysely, outboxCopy, key, folder, snapshotFolder, leftBehind, onClosed, at });
}

/** A key that does not belong to the database is refused before SQLite sees it, so that it cannot pass for damage. */
async function loadOrMakeKey(paths: ProfilePaths, keyStore: KeyStore): Promise<Buffer> {
  const key = await keyStore.load();
  if (key !== null) {
    const identity = readIdentity(paths.identity);
    if (identity !== null && identity.keyFingerprint !== fingerprintOf(key)) throw new DatabaseFailure('wrong-key');
    return key;
  }
  if (existsSync(paths.database)) throw new DatabaseFailure('no-key');
  const fresh = newKey();
  await keyStore.save(fresh);
  const kept = await keyStore.load();
  if (kept === null) throw new DatabaseFailure('no-key');
  return kept;
}
