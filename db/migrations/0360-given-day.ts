/**
 * On which day the CRM booked a gift that a place knows too, where that is another day than the one on which it was given
 * (docs/decisions/0050): beside `crm_status`, so that both are put back when the link goes. Pairs of before this step get
 * it when gifts of the donor come or go again.
 */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE source_gift ADD COLUMN crm_day TEXT`.execute(db);
}
