/**
 * The database of a profile, open. There is one door for reading and one for writing: a write is one transaction, in
 * order, and what it recorded for the CRM is in the outbox copy before the write is acknowledged.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '../domain/calendar/day.ts';
import { NO_CRASH, type CrashHook } from './crash-point.ts';
import { failureBehind } from './database-failure.ts';
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
  snapshot(now: Instant): Promise<Snapshot>;
  readonly outboxCopy: OutboxCopy;
  close(): Promise<void>;
}

export interface StoreParts {
  readonly database: SqliteDatabase;
  readonly kysely: Kysely<Schema>;
  readonly outboxCopy: OutboxCopy;
  readonly key: Buffer;
  readonly snapshotFolder: string;
  /** For the proof only. */
  readonly at?: CrashHook | undefined;
}

export function createStore({ database, kysely, outboxCopy, key, snapshotFolder, at = NO_CRASH }: StoreParts): Store {
  const insideWrite = new AsyncLocalStorage<true>();
  return {
    outboxCopy,
    get reader() {
      if (insideWrite.getStore()) throw new Error('read through the transaction inside a write');
      return kysely;
    },
    write: async (work) => {
      if (insideWrite.getStore()) throw new Error('a write cannot begin inside a write');
      const copied: CopiedOperation[] = [];
      try {
        const result = await insideWrite.run(true, () =>
          kysely.transaction().execute(async (transaction) => {
            const done = await work({ transaction, copyOperation: (operation) => void copied.push(operation) });
            await followRenamed(transaction);
            return done;
          }),
        );
        if (copied.length > 0) {
          at('command-committed');
          outboxCopy.append(copied);
          at('operation-copied');
        }
        return result;
      } catch (error) {
        throw failureBehind(error) ?? error;
      }
    },
    snapshot: (now) => takeSnapshot(database, key, snapshotFolder, now),
    close: async () => {
      await kysely.destroy();
      if (database.open) database.close();
    },
  };
}
