/** What was recorded here about donors and decides with the mirror whether they are called. What was taken back does not count. */
import { sql } from 'kysely';
import type { Callback } from '../../domain/call-fact.ts';
import type { Reader } from '../store.ts';
import { groupByDonor, inList } from './many.ts';

export async function readCallbacks(
  reader: Reader,
  donorIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Callback[]>> {
  const rows = await reader
    .selectFrom('callback')
    .innerJoin('attempt', 'attempt.id', 'callback.attempt_id')
    .selectAll('callback')
    .where('callback.donor_id', 'in', inList(donorIds))
    .where('callback.closed_by', 'is', null)
    .where('attempt.undone_at', 'is', null)
    .execute();
  return groupByDonor(rows, (row) => ({
    id: row.id,
    promisedDay: row.promised_day,
    promisedAt: row.promised_at,
    promisedTime: row.promised_time,
    madeAt: row.made_at,
    lane: row.lane,
    promisedIn: row.promised_in,
    amount: row.amount,
    personId: row.person_id,
  }));
}

/**
 * Who does not want to be called: by an objection recorded here, or by the CRM's flag. The flag of an objection that
 * was sent and then taken back here counts no longer, even while the taking back is still on its way.
 */
export async function readObjecting(reader: Reader, donorIds: readonly number[]): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM donor
     WHERE id IN ${inList(donorIds)}
       AND (EXISTS (SELECT 1 FROM objection WHERE donor_id = donor.id AND undone_at IS NULL)
            OR (does_not_want_calls = 1 AND NOT EXISTS (
                SELECT 1 FROM objection
                  JOIN operation AS sent ON sent.id = objection.id AND sent.reference = 'set'
                  JOIN operation AS undo ON undo.kind = 'undo' AND undo.state = 'waiting'
                                        AND undo.body ->> 'operationId' = objection.id
                 WHERE objection.donor_id = donor.id)))`.execute(reader);
  return new Set(rows.map(({ id }) => id));
}

/** An open complaint: recorded here, or scheduled in the CRM by type or subject (call-list-rules.md, `complaint`). */
export async function readComplaining(reader: Reader, donorIds: readonly number[]): Promise<ReadonlySet<number>> {
  const here = await reader
    .selectFrom('follow_up')
    .select('donor_id')
    .where('donor_id', 'in', inList(donorIds))
    .where('kind', '=', 'complaint')
    .where('closed_at', 'is', null)
    .execute();
  const inCrm = await reader
    .selectFrom('moment')
    .select(['donor_id', 'type_name', 'subject'])
    .where('donor_id', 'in', inList(donorIds))
    .where('status_name', '=', 'Scheduled')
    .execute();
  const saysComplaint = /klacht|complaint/i;
  return new Set([
    ...here.map(({ donor_id }) => donor_id),
    ...inCrm
      .filter(({ type_name, subject }) => saysComplaint.test(type_name) || saysComplaint.test(subject))
      .map(({ donor_id }) => donor_id),
  ]);
}

export async function readReportedDeceased(reader: Reader, donorIds: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await reader
    .selectFrom('attempt')
    .select('donor_id')
    .where('donor_id', 'in', inList(donorIds))
    .where('outcome', '=', 'deceased')
    .where('undone_at', 'is', null)
    // Nobody calls the house of somebody who may have died while a coordinator still has to look.
    .union(
      reader
        .selectFrom('proposal')
        .select('donor_id')
        .where('donor_id', 'in', inList(donorIds))
        .where('kind', '=', 'deceased')
        .where((where) => where.or([where('decision', 'is', null), where('decision', '=', 'yes')])),
    )
    .execute();
  return new Set(rows.map(({ donor_id }) => donor_id));
}

export async function readWrongNumbers(
  reader: Reader,
  donorIds: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const rows = await reader
    .selectFrom('wrong_number')
    .innerJoin('attempt', 'attempt.id', 'wrong_number.attempt_id')
    .select(['wrong_number.donor_id', 'wrong_number.number'])
    .where('wrong_number.donor_id', 'in', inList(donorIds))
    .where('attempt.undone_at', 'is', null)
    .execute();
  return groupByDonor(rows, ({ number }) => number);
}
