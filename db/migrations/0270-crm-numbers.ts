/**
 * Ids of a CRM that are no numbers, such as the eighteen characters of Salesforce, by the number that stands for them
 * everywhere else here (docs/decisions/0047). A number goes when the row that it was for goes.
 */
import { sql, type Kysely } from 'kysely';

const KIND_OF_TABLE = { donor: 'contact', gift: 'gift', mandate: 'mandate', moment: 'task' } as const;

const STATEMENTS = [
  `CREATE TABLE crm_number (
    kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (kind, number)
  ) STRICT, WITHOUT ROWID`,
  ...Object.entries(KIND_OF_TABLE).map(
    ([table, kind]) => `
  CREATE TRIGGER forget_number_of_${table} AFTER DELETE ON ${table} WHEN OLD.crm_id IS NOT NULL
  BEGIN
    DELETE FROM crm_number WHERE kind = '${kind}' AND number = OLD.crm_id;
  END`,
  ),
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
