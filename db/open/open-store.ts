/**
 * Opens the database of a profile, or makes it. The ladder: single instance → key → pragmas → version guard →
 * quick_check → snapshot → migrate → foreign_key_check. Each rung has its own failure; none of them deletes anything.
 * The two checks are left out for a file that was found whole today and closed as it should be (`closed-well.ts`).
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { dayOfInstant, type Instant } from '../../domain/calendar/day.ts';
import type { CrashHook } from '../crash-point.ts';
import { noteChangedDonors } from '../changed-donors.ts';
import { DatabaseFailure, failureBehind } from '../database-failure.ts';
import { writeFileDurably } from '../durable-file.ts';
import { fingerprintOf, keyFile, newKey, type KeyStore } from '../key.ts';
import { MIGRATIONS, type WorkstationMigration } from '../migrations/index.ts';
import { openOutboxCopy } from '../outbox-copy.ts';
import { noteRenamedDonors } from '../search-index.ts';
import { listSnapshots, takeSnapshot, thinSnapshots } from '../snapshot.ts';
import { guardErased } from '../erasure/guard.ts';
import type { SqliteDatabase } from '../sqlite.ts';
import { readWiped } from '../wipe.ts';
import { createStore, type Store } from '../store.ts';
import { checkForeignKeys, checkWhole, openConnection } from './connection.ts';
import { noteClosedWell, takeClosedWell } from './closed-well.ts';
import { createKysely } from './dialect.ts';
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

const identitySchema = z.object({ keyFingerprint: z.string() });

/** @throws DatabaseFailure for everything that a user can meet. */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const paths = profilePaths(options.folder);
  if (readWiped(paths.folder) !== null) throw new DatabaseFailure('wiped');
  try {
    mkdirSync(paths.folder, { recursive: true, mode: 0o700 });
    // A copy of our own, that is wiped with the store.
    const key = Buffer.from(await loadOrMakeKey(paths, options.keyStore ?? keyFile(paths.key)));
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

async function climb(
  database: SqliteDatabase,
  key: Buffer,
  paths: ProfilePaths,
  { now, migrations = MIGRATIONS, at }: OpenStoreOptions,
): Promise<Store> {
  const newest = Math.max(0, ...migrations.map(({ number }) => number));
  refuseNewer(database, newest);
  const shape = shapeOf(database);
  const today = dayOfInstant(now);
  const isKnownWhole = takeClosedWell(paths, today);
  if (!isKnownWhole) checkWhole(database);
  if (shape > 0 && (shape < newest || listSnapshots(paths.snapshots)[0]?.day !== today)) {
    await takeSnapshot(database, key, paths.snapshots, now);
    thinSnapshots(paths.snapshots, today);
  }
  const kysely = createKysely(database);
  await migrate(database, kysely, migrations);
  if (!isKnownWhole || shape < newest) checkForeignKeys(database);
  noteChangedDonors(database);
  noteRenamedDonors(database);
  guardErased(database);
  const outboxCopy = openOutboxCopy(paths.outboxCopy, key);
  const onClosed = (): void => noteClosedWell(paths, today);
  const { folder, snapshots: snapshotFolder } = paths;
  return createStore({ database, kysely, outboxCopy, key, folder, snapshotFolder, onClosed, at });
}

/** A key that does not belong to the database is refused before SQLite sees it, so that it cannot pass for damage. */
async function loadOrMakeKey(paths: ProfilePaths, keyStore: KeyStore): Promise<Buffer> {
  const key = await keyStore.load();
  if (key !== null) {
    const expected = readFingerprint(paths.identity);
    if (expected !== null && expected !== fingerprintOf(key)) throw new DatabaseFailure('wrong-key');
    if (expected === null) writeFingerprint(paths.identity, key);
    return key;
  }
  if (existsSync(paths.database)) throw new DatabaseFailure('no-key');
  const fresh = newKey();
  await keyStore.save(fresh);
  writeFingerprint(paths.identity, fresh);
  return fresh;
}

function readFingerprint(path: string): string | null {
  if (!existsSync(path)) return null;
  try {
    return identitySchema.parse(JSON.parse(readFileSync(path, 'utf8'))).keyFingerprint;
  } catch {
    // A damaged identity is no reason to keep anyone out: the key itself is tried.
    return null;
  }
}

function writeFingerprint(path: string, key: Buffer): void {
  writeFileDurably(path, `${JSON.stringify({ keyFingerprint: fingerprintOf(key) })}\n`);
}
