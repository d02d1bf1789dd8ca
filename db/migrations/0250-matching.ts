/**
 * Finding whom a place knows under a key that another place knows too: the mailbox, the account and the number of donors of
 * sources, of whom those who are linked tell of a donor what the CRM does not (docs/decisions/0045).
 */
import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  `CREATE INDEX source_donor_email ON source_donor (email) WHERE email IS NOT NULL`,
  `CREATE INDEX source_donor_iban ON source_donor (iban) WHERE iban IS NOT NULL`,
  `CREATE INDEX source_donor_phone ON source_donor (phone_number) WHERE phone_number IS NOT NULL`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
