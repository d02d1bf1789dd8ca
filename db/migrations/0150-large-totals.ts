/**
 * Donors by what they gave altogether, for the call of the director: of large totals alone. Each gift changes the total
 * of its donor, and moving the entries of all who never came near the limit cost more than the rest of the summary.
 */
import { sql, type Kysely } from 'kysely';
import { LARGE_TOTAL } from '../large-total.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`DROP INDEX giving_received_total`.execute(db);
  await sql`
    CREATE INDEX giving_large_total ON giving (received_total, newest_received_day)
     WHERE received_total >= ${sql.lit(LARGE_TOTAL)}`.execute(db);
}
