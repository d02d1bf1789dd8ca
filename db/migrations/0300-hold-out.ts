/**
 * What is needed to say what the calls achieved: of every draw the group by chance (`arm`), whatever was done afterwards,
 * and the day from which it counts. `is_held` stays what the call list goes by.
 *
 * - `arm` NULL: somebody had tried the donor before the group was opened, so that chance did not decide
 * - `entered_on`: the day on which she came on the list, or on which the group was opened, whichever was later
 * - `is_from_before`: on the list already when the group was opened; NULL for draws of before this migration
 * - `complained_on`: kept when retention takes her complaints away; no word of it
 *
 * `hold_out_erased` counts the draws of donors who were erased since, by programme and group, and nothing else.
 */
import { sql, type Kysely } from 'kysely';
import { dayOfInstant } from '../../domain/calendar/day.ts';

const STATEMENTS = [
  `ALTER TABLE hold_out ADD COLUMN arm TEXT CHECK (arm IN ('called', 'held'))`,
  `ALTER TABLE hold_out ADD COLUMN entered_on TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE hold_out ADD COLUMN is_from_before INTEGER CHECK (is_from_before IN (0, 1))`,
  `ALTER TABLE hold_out ADD COLUMN complained_on TEXT`,
  `CREATE TABLE hold_out_erased (
    programme TEXT NOT NULL,
    arm TEXT NOT NULL CHECK (arm IN ('called', 'held')),
    count INTEGER NOT NULL,
    PRIMARY KEY (programme, arm)
  ) STRICT, WITHOUT ROWID`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  const { rows } = await sql<{ at: string }>`SELECT DISTINCT drawn_at AS at FROM hold_out`.execute(db);
  for (const { at } of rows) {
    await sql`UPDATE hold_out SET entered_on = ${dayOfInstant(at)} WHERE drawn_at = ${at}`.execute(db);
  }
  // Whoever had been tried before the draw was never held out: of the others those who were tried are left out too.
  await sql`
    UPDATE hold_out SET arm = CASE is_held WHEN 1 THEN 'held' ELSE 'called' END
     WHERE is_held = 1
        OR NOT EXISTS (SELECT 1 FROM attempt
                        WHERE attempt.donor_id = hold_out.donor_id AND attempt.at < hold_out.drawn_at
                          AND coalesce(attempt.promised_in, attempt.programme) = hold_out.programme)
       AND NOT EXISTS (SELECT 1 FROM moment
                        WHERE moment.donor_id = hold_out.donor_id AND moment.at < hold_out.drawn_at
                          AND moment.type_name = 'Phone Call'
                          AND coalesce(moment.promised_in, moment.programme) = hold_out.programme)`.execute(db);
}
