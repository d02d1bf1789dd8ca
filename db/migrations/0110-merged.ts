/** Losers of a merge by their winner: few donors, asked for whenever a winner is read as a whole. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE INDEX donor_merged_into ON donor (merged_into) WHERE merged_into IS NOT NULL`.execute(db);
}
