import type { SqliteDatabase } from '../../db/sqlite.ts';
import type { User } from './access/user.ts';
import type { ApiRequest, ApiResult } from './actions/interpret.ts';
import { interpret } from './actions/interpret.ts';
import type { Site } from './site.ts';

/** Whether an action only reads. */
export function isRead(action: string): boolean {
  return /^(get|checkaccess)/i.test(action);
}

/**
 * Interprets requests on the open data: one after the other, a write as one commit. The commit is made also when the
 * answer is an error, because the real server keeps what it wrote before the error.
 */
export class Engine {
  readonly site: Site;
  readonly #reader: SqliteDatabase;
  #holdsSnapshot = false;

  constructor(site: Site, reader: SqliteDatabase) {
    this.site = site;
    this.#reader = reader;
  }

  perform(user: User, request: ApiRequest): ApiResult {
    if (isRead(request.action)) return interpret(this.site, user, request);
    const { database } = this.site;
    database.exec('BEGIN IMMEDIATE');
    try {
      return interpret(this.site, user, request);
    } finally {
      database.exec('COMMIT');
    }
  }

  /** Keeps the data as they are now in sight of {@link performStale}. */
  keepSnapshot(): void {
    this.releaseSnapshot();
    this.#reader.exec('BEGIN');
    // A transaction sees what was there when it first read.
    this.#reader.prepare('SELECT count(*) FROM setting').get();
    this.#holdsSnapshot = true;
  }

  releaseSnapshot(): void {
    if (this.#holdsSnapshot) this.#reader.exec('ROLLBACK');
    this.#holdsSnapshot = false;
  }

  /** Answers a read from the snapshot; from the present, when none was kept. */
  performStale(user: User, request: ApiRequest): ApiResult {
    const database = this.#holdsSnapshot ? this.#reader : this.site.database;
    return interpret({ ...this.site, database }, user, request);
  }

  close(): void {
    this.releaseSnapshot();
    this.#reader.close();
    this.site.database.close();
  }
}
