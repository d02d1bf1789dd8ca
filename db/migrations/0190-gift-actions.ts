/** Gifts that came through somebody's action, by donor: few of all there are, and asked for with every donor's facts. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE INDEX gift_action ON gift (donor_id, day, crm_id, source)
     WHERE (source LIKE '%acti%' OR source LIKE '%vriend%' OR source LIKE '%friend%' OR source LIKE '%peer%'
            OR source LIKE '%member%' OR source LIKE '%bracht%' OR source LIKE '%brought%')`.execute(db);
}
