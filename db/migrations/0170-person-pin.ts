/**
 * The PIN of a person, apart from the person: nothing that reads people reads hashes. Misses are kept, so that the wait
 * after them survives a restart.
 */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE person_pin (
      person_id INTEGER NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
      secret TEXT NOT NULL CHECK (json_valid(secret)),
      misses INTEGER NOT NULL CHECK (misses >= 0),
      missed_at TEXT,
      set_at TEXT NOT NULL
    ) STRICT`.execute(db);
}
