/** What was recorded here about donors and decides with the mirror whether they are called. What was taken back does not count. */
import { sql } from 'kysely';
import type { Callback } from '../../domain/call-fact.ts';
import type { Reader } from '../store.ts';
import { REVOKED_ELSEWHERE } from '../sources/consents.ts';
import type { DonorMoment } from './donor-moments.ts';
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
 * Who does not want to be called: by an objection recorded here, by the CRM's flag, or by a consent that was taken back at
 * another place. The flag of an objection that
 * was sent and then taken back here counts no longer, even while the taking back is still on its way.
 */
export async function readObjecting(reader: Reader, donorIds: readonly number[]): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM donor
     WHERE id IN ${inList(donorIds)}
       AND (${REVOKED_ELSEWHERE}
            OR EXISTS (SELECT 1 FROM objection WHERE donor_id = donor.id AND undone_at IS NULL)
            OR (does_not_want_calls = 1 AND NOT EXISTS (
                SELECT 1 FROM objection
                  JOIN operation AS sent ON sent.id = objection.id AND sent.reference = 'set'
                  JOIN operation AS undo ON undo.kind = 'undo' AND undo.state = 'waiting'
                                        AND undo.body ->> 'operationId' = objection.id
                 WHERE objection.donor_id = donor.id)))`.execute(reader);
  return new Set(rows.map(({ id }) => id));
}

/** Who has an open complaint that was recorded here. */
export async function readComplaining(reader: Reader, donorIds: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await reader
    .selectFrom('follow_up')
    .select('donor_id')
    .where('donor_id', 'in', inList(donorIds))
    .where('kind', '=', 'complaint')
    .where('closed_at', 'is', null)
    .execute();
  return new Set(rows.map(({ donor_id }) => donor_id));
}

/** Whether one is open in the CRM: scheduled, by type or subject (call-list-rules.md, `complaint`). */
export function hasComplaintInCrm(moments: readonly DonorMoment[]): boolean {
  return moments.some(
    ({ status_name, type_name, subject }) =>
      status_name === 'Scheduled' && (COMPLAINT.test(type_name) || COMPLAINT.test(subject)),
  );
}

const COMPLAINT = /klacht|complaint/i;

/** Who may have died, by what a verifier proposed: nobody calls the house while a coordinator still has to look. */
export async function readProposedDeceased(reader: Reader, donorIds: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await reader
    .selectFrom('proposal')
    .select('donor_id')
    .where('donor_id', 'in', inList(donorIds))
    .where('kind', '=', 'deceased')
    .where((where) => where.or([where('decision', 'is', null), where('decision', '=', 'yes')]))
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
