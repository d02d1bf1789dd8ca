/**
 * What the charity says of itself: a history of whole versions, as the programmes have it, and the pictures that they
 * show, by the hash of their bytes. A picture is part of the encrypted file and never a path on a disk.
 */
import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  `CREATE TABLE charity_version (
    number INTEGER NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    content TEXT NOT NULL CHECK (json_valid(content)),
    undoes INTEGER REFERENCES charity_version (number)
  ) STRICT`,
  `CREATE TABLE picture (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 64),
    type TEXT NOT NULL CHECK (type IN ('image/png', 'image/jpeg')),
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id)
  ) STRICT`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
