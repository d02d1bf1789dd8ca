/**
 * The database of a profile, open. There is one door for reading and one for writing: a write is one transaction, in
 * order, and what it recorded for the CRM is in the outbox copy before the write is acknowledged.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '../domain/calendar/day.ts';
import { NO_CRASH, type CrashHook } from './crash-point.ts';
import { failureBehind } from './database-failure.ts';
import { scrubFiles } from './erasure/scrub.ts';
import type { CopiedOperation, OutboxCopy } from './outbox-copy.ts';
import type { Schema } from './schema.ts';
import { followRenamed } from './search-index.ts';
import { takeSnapshot, type Snapshot } from './snapshot.ts';
import type { SqliteDatabase } from './sqlite.ts';

/** For functions that only read: they work inside and outside a write. */
export type Reader = Kysely<Schema>;

/** For functions that change something: only a write can hand this out. */
export interface Writer {
  readonly transaction: Transaction<Schema>;
  /** Adds an operation to the outbox copy when the transaction has been committed. */
  copyOperation(operation: CopiedOperation): void;
}

export interface Store {
  /** @throws when asked inside a write: there is one connection, and it would wait for itself for ever. */
  readonly reader: Reader;
  /** Runs `work` in one transaction. What it throws undoes all of it. */
  write<Result>(work: (writer: Writer) => Promise<Result>): Promise<Result>;
  /**
   * A write that a power cut may take back, although nothing less than one can: it is not forced to the disk, which
   * saves the wait for it. Only for what would be found out again. It cannot record operations.
   */
  writeSoon<Result>(work: (writer: Writer) => Promise<Result>): Promise<Result>;
  snapshot(now: Instant): Promise<Snapshot>;
  /**
   * Writes the database, the outbox copy and the snapshots anew after an erasure. Nothing else is read or written
   * meanwhile.
   */
  scrub(now: Instant, isKept: (operation: CopiedOperation) => boolean): Promise<void>;
  readonly outboxCopy: OutboxCopy;
  /**
   * What was left at the last closing, of a database that is as it was then (`left-behind.ts`); null for nothing, and
   * when it was asked before: whoever has it follows what is written from then on.
   */
  takeLeftBehind(): string | null;
  /** Lends the key of the profile, to be wrapped anew. It may not be kept. */
  withKey<Result>(work: (key: Buffer) => Promise<Result>): Promise<Result>;
  /**
   * The key is wiped from the memory.
   *
   * @param leave gives what the next opening is to find (`left-behind.ts`). Nothing is written any more while it reads.
   */
  close(leave?: () => Promise<string | null>): Promise<void>;
}

export interface StoreParts {
  readonly database: SqliteDatabase;
  readonly kysely: Kysely<Schema>;
  readonly outboxCopy: OutboxCopy;
  readonly key: Buffer;
  /** Of the profile. */
  readonly folder: string;
  readonly snapshotFolder: string;
  readonly leftBehind: string | null;
  /** When the file has been closed and everything is in it; the key is still there. */
  readonly onClosed: (leaving: string | null) => void;
  /** For the proof only. */
  readonly at?: CrashHook | undefined;
}

function mustBeForced(): never {
  throw new Error('an operation is recorded by a write that is forced to the disk');
}

export function createStore(parts: StoreParts): Store {
  const { database, kysely, outboxCopy, key, folder, snapshotFolder, leftBehind, onClosed, at = NO_CRASH } = parts;
  const insideWrite = new AsyncLocalStorage<true>();
  let isClosing = false;
  let left = leftBehind;
  const enter = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (insideWrite.getStore()) throw new Error('a write cannot begin inside a write');
    if (isClosing) throw new Error('the store is being closed');
    try {
      return await insideWrite.run(true, work);
    } catch (error) {
      throw failureBehind(error) ?? error;
    }
  };
  const commit = async <Result>(
    connection: Kysely<Schema>,
    work: (transaction: Transaction<Schema>) => Promise<Result>,
  ): Promise<Result> =>
    connection.transaction().execute(async (transaction) => {
      const done = await work(transaction);
      await followRenamed(transaction);
      return done;
    });
  return {
    outboxCopy,
    takeLeftBehind: () => {
      const taken = left;
      left = null;
      return taken;
    },
    get reader() {
      if (insideWrite.getStore()) throw new Error('read through the transaction inside a write');
      return kysely;
    },
    write: async (work) => {
      const copied: CopiedOperation[] = [];
      return enter(async () => {
        const places: (() => void)[] = [];
        const result = await commit(kysely, async (transaction) => {
          const done = await work({ transaction, copyOperation: (operation) => void copied.push(operation) });
          // On a full disk this fails, and with it the whole write: what is committed finds its place in the copy.
          if (copied.length > 0) places.push(outboxCopy.reserve(copied));
          return done;
        });
        if (copied.length > 0) {
          at('command-committed');
          for (const addToCopy of places) addToCopy();
          at('operation-copied');
        }
        return result;
      });
    },
    writeSoon: async (work) =>
      enter(() =>
        // Whoever holds the connection is alone with the pragma, which no transaction may change.
        kysely.connection().execute(async (connection) => {
          database.pragma('synchronous = NORMAL');
          try {
            return await commit(connection, (transaction) => work({ transaction, copyOperation: mustBeForced }));
          } finally {
            database.pragma('synchronous = FULL');
          }
        }),
      ),
    // Whoever holds the connection is alone with the files.
    scrub: async (now, isKept) =>
      enter(() =>
        kysely
          .connection()
          .execute(() => scrubFiles({ database, key, outboxCopy, snapshotFolder, folder, at }, now, isKept)),
      ),
    withKey: (work) => work(key),
    snapshot: (now) => takeSnapshot(database, key, snapshotFolder, now),
    close: async (leave = async () => null) => {
      const isFirst = !isClosing;
      isClosing = true;
      // Whoever closes it once more has nothing to read any more.
      const leaving = isFirst ? await leave() : null;
      await kysely.destroy();
      if (database.open) database.close();
      onClosed(leaving);
      outboxCopy.forget();
      key.fill(0);
    },
  };
}
