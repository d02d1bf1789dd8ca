/**
 * The trail (`audit`) can only grow, and each row holds a hash over the row before and its own fields
 * (`db/audit-chain.ts`). It names a donor by the workstation's id and holds nothing else about her: what somebody typed
 * lies beside it in `audit_words`, and goes when the donor is erased. `audit_head` says how far the trail has come, so
 * that rows missing at its end are noticed.
 *
 * The hash is worked out here by itself: a migration that was released never changes.
 */
import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';

interface Row {
  readonly id: number;
  readonly at: string;
  readonly person_id: number | null;
  readonly action: string;
  readonly subject: string;
  readonly detail: string | null;
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE audit_chained (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
      at TEXT NOT NULL,
      person_id INTEGER REFERENCES person (id),
      action TEXT NOT NULL,
      subject TEXT NOT NULL,
      detail TEXT CHECK (json_valid(detail)),
      about_donor_id INTEGER,
      hash TEXT NOT NULL CHECK (length(hash) = 64)
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE audit_head (
      one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
      last_id INTEGER NOT NULL,
      hash TEXT NOT NULL
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE audit_words (
      audit_id INTEGER NOT NULL PRIMARY KEY,
      donor_id INTEGER NOT NULL REFERENCES donor (id) ON DELETE CASCADE,
      words TEXT NOT NULL
    ) STRICT`.execute(db);
  const { rows } = await sql<Row>`SELECT id, at, person_id, action, subject, detail FROM audit ORDER BY id`.execute(db);
  let hash = '0'.repeat(64);
  for (const row of rows) {
    const { donorId, detail, words } = await apart(db, row);
    hash = createHash('sha256')
      .update(JSON.stringify([hash, row.id, row.at, row.person_id, row.action, row.subject, detail, donorId]))
      .digest('hex');
    await sql`
      INSERT INTO audit_chained (id, at, person_id, action, subject, detail, about_donor_id, hash)
      VALUES (${row.id}, ${row.at}, ${row.person_id}, ${row.action}, ${row.subject}, ${detail}, ${donorId}, ${hash})`.execute(
      db,
    );
    if (words !== null && donorId !== null) {
      await sql`
        INSERT INTO audit_words (audit_id, donor_id, words)
        SELECT ${row.id}, id, ${words} FROM donor WHERE id = ${donorId}`.execute(db);
    }
  }
  const last = rows.at(-1);
  if (last !== undefined) {
    await sql`INSERT INTO audit_head (one, last_id, hash) VALUES (1, ${last.id}, ${hash})`.execute(db);
  }
  await sql`DROP TABLE audit`.execute(db);
  await sql`ALTER TABLE audit_chained RENAME TO audit`.execute(db);
  await sql`CREATE INDEX audit_donor ON audit (about_donor_id, id) WHERE about_donor_id IS NOT NULL`.execute(db);
  for (const event of ['UPDATE', 'DELETE'] as const) {
    await sql`
      CREATE TRIGGER ${sql.ref(`audit_no_${event.toLowerCase()}`)} BEFORE ${sql.raw(event)} ON audit
      BEGIN SELECT RAISE(ABORT, 'the trail can only grow'); END`.execute(db);
  }
  // "INSERT OR REPLACE" takes a row away without a trigger for it.
  await sql`
    CREATE TRIGGER audit_at_the_end BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id >= NEW.id)
    BEGIN SELECT RAISE(ABORT, 'the trail can only grow'); END`.execute(db);
}

interface Apart {
  readonly donorId: number | null;
  readonly detail: string | null;
  readonly words: string | null;
}

/** What earlier versions wrote into a row and may be about a donor, apart from what is not. */
async function apart(db: Kysely<unknown>, { action, subject, detail }: Row): Promise<Apart> {
  const parts = (detail === null ? {} : JSON.parse(detail)) as Readonly<Record<string, unknown>>;
  const text = (name: string): string | null => {
    const value = parts[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const only = (...names: readonly string[]): string =>
    JSON.stringify(Object.fromEntries(names.flatMap((name) => (name in parts ? [[name, parts[name]]] : []))));
  switch (action) {
    case 'look':
      return { donorId: Number(subject), detail: only('day'), words: text('reason') };
    case 'settle':
      return { donorId: await donorOf(db, 'operation', subject), detail: only('choice', 'successorId'), words: detail };
    case 'mend':
      return { donorId: await donorOf(db, 'operation', subject), detail: only('successorId'), words: detail };
    case 'reopen':
      return { donorId: await donorOf(db, 'follow_up', subject), detail: null, words: text('answer') };
    case 'hand-over':
      return { donorId: await donorOf(db, 'follow_up', subject), detail: null, words: detail };
    default:
      return { donorId: null, detail, words: null };
  }
}

async function donorOf(db: Kysely<unknown>, table: 'operation' | 'follow_up', id: string): Promise<number | null> {
  const { rows } = await sql<{ donor_id: number | null }>`
    SELECT donor_id FROM ${sql.table(table)} WHERE id = ${id}`.execute(db);
  return rows[0]?.donor_id ?? null;
}
