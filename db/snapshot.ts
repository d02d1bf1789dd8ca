/** Whole copies of the database, made while it is in use and checked after writing. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarDay, Instant } from '../domain/calendar/day.ts';
import { dayOfInstant } from '../domain/calendar/day.ts';
import { forceToDisk, syncFolder } from './durable-file.ts';
import { checkWhole, unlock } from './open/connection.ts';
import { shapeOf } from './open/migrate.ts';
import { openSqlite, type SqliteDatabase } from './sqlite.ts';

/** Of today so many, of every earlier day the newest, of all together so many. */
const KEEP = { today: 3, perDay: 1, all: 10 } as const;

/** The number tells which came later, whatever the clock of the machine said; snapshots of an older Dankbel have none. */
const NAME = /^snapshot-(\d{8})T(\d{6})(\d{3})Z(?:-(\d+))?\.db$/;

export interface Snapshot {
  readonly path: string;
  readonly takenAt: Instant;
  readonly day: CalendarDay;
  readonly number: number;
}

/** Snapshots of a folder, newest first. */
export function listSnapshots(folder: string): readonly Snapshot[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const said = readName(name);
      return said === null ? [] : [{ path: join(folder, name), day: dayOfInstant(said.takenAt), ...said }];
    })
    .sort((a, b) => b.number - a.number || (a.takenAt < b.takenAt ? 1 : -1));
}

/**
 * Writes a snapshot and proves that it opens. `VACUUM INTO` gives a whole file with the same key, where copying a
 * live one would lose what is in its write-ahead log.
 */
export async function takeSnapshot(
  database: SqliteDatabase,
  key: Buffer,
  folder: string,
  now: Instant,
): Promise<Snapshot> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const number = (listSnapshots(folder)[0]?.number ?? 0) + 1;
  const path = join(folder, `snapshot-${now.replaceAll(/[-:.]/g, '')}-${number}.db`);
  const unproven = `${path}.new`;
  rmSync(unproven, { force: true });
  try {
    database.prepare('VACUUM INTO ?').run(unproven);
    await markAsMaybeSent(unproven, key);
    await verifySnapshot(unproven, key);
    forceToDisk(unproven);
    renameSync(unproven, path);
  } catch (error) {
    rmSync(unproven, { force: true });
    throw error;
  }
  syncFolder(folder);
  return { path, takenAt: now, day: dayOfInstant(now), number };
}

/**
 * What waits in a copy may be in the CRM by the time that the copy is used, and the outbox copy no longer knows of it:
 * the CRM is asked about it before it is sent (docs/decisions/0010).
 */
export async function markAsMaybeSent(path: string, key: Buffer): Promise<void> {
  const copy = await openSqlite(path, { fileMustExist: true });
  try {
    unlock(copy, key);
    copy.pragma('secure_delete = ON');
    const hasOutbox = copy.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'operation'").get();
    if (hasOutbox === undefined) return;
    copy.prepare("UPDATE operation SET tries = 1 WHERE state = 'waiting' AND tries = 0").run();
  } finally {
    copy.close();
  }
}

/** @returns the shape of the copy. @throws DatabaseFailure or SqliteError when it does not open with the key or is not whole. */
export async function verifySnapshot(path: string, key: Buffer): Promise<number> {
  const copy = await openSqlite(path, { readonly: true, fileMustExist: true });
  try {
    unlock(copy, key);
    checkWhole(copy);
    return shapeOf(copy);
  } finally {
    copy.close();
  }
}

/** Whoever was killed while he wrote a file left a part of it beside it. For a folder that is held alone. */
export function removeUnfinished(folder: string): void {
  if (!existsSync(folder)) return;
  const unfinished = readdirSync(folder).filter((name) => /\.new(?:-journal|-wal|-shm)?$/.test(name));
  for (const name of unfinished) rmSync(join(folder, name), { force: true });
}

/** Removes the snapshots that are no longer kept. */
export function thinSnapshots(folder: string, today: CalendarDay): void {
  const kept = new Set(snapshotsToKeep(listSnapshots(folder), today));
  for (const snapshot of listSnapshots(folder)) {
    if (![...kept].some(({ path }) => path === snapshot.path)) rmSync(snapshot.path, { force: true });
  }
}

/** Which of the snapshots (newest first) stay. */
export function snapshotsToKeep(snapshots: readonly Snapshot[], today: CalendarDay): readonly Snapshot[] {
  const perDay = new Map<CalendarDay, number>();
  return snapshots
    .filter(({ day }) => {
      const before = perDay.get(day) ?? 0;
      perDay.set(day, before + 1);
      return before < (day === today ? KEEP.today : KEEP.perDay);
    })
    .slice(0, KEEP.all);
}

function readName(name: string): Pick<Snapshot, 'takenAt' | 'number'> | null {
  const [, date = '', time = '', milliseconds = '', number = '0'] = NAME.exec(name) ?? [];
  if (date === '') return null;
  const day = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;
  const takenAt = `${day}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}.${milliseconds}Z`;
  return { takenAt, number: Number(number) };
}
