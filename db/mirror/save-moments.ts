/** Writes moments into the mirror: one row per donor that a CRM's activity is about. */
import { sql } from 'kysely';
import type { Writer } from '../store.ts';
import { onlyChanged } from './changed.ts';
import type { MirrorMoment } from './records.ts';

/**
 * A moment that is no longer about a donor disappears from that donor. Donors the mirror does not know are left out.
 *
 * @returns how many were new or changed
 */
export async function saveMoments(writer: Writer, records: readonly MirrorMoment[]): Promise<number> {
  const moments = await onlyChanged(writer, 'moment', records);
  if (moments.length === 0) return 0;
  const { transaction } = writer;
  const rows = moments.flatMap(({ donorCrmIds, ...moment }) =>
    donorCrmIds.map((donorCrmId) => ({ ...moment, donorCrmId })),
  );
  await sql`
    DELETE FROM moment
     WHERE crm_id IN (SELECT value FROM json_each(${JSON.stringify(moments.map(({ crmId }) => crmId))}))
       AND (crm_id, donor_id) NOT IN (
           SELECT value ->> 'crmId', donor.id
             FROM json_each(${JSON.stringify(rows)}) JOIN donor ON donor.crm_id = value ->> 'donorCrmId')`.execute(
    transaction,
  );
  await sql`
    INSERT INTO moment (crm_id, donor_id, type_name, status_name, subject, day, at, assignees, operation_id, programme,
                        promised_in, outcome, caller_crm_id, fingerprint)
    SELECT value ->> 'crmId', donor.id, value ->> 'typeName', value ->> 'statusName', value ->> 'subject', value ->> 'day',
           value ->> 'at', value -> 'assignees', value ->> 'operationId', value ->> 'programme', value ->> 'promisedIn',
           value ->> 'outcome', value ->> 'callerCrmId', value ->> 'fingerprint'
      FROM json_each(${JSON.stringify(rows)}) JOIN donor ON donor.crm_id = value ->> 'donorCrmId' WHERE true
        ON CONFLICT (crm_id, donor_id) DO UPDATE SET
           type_name = excluded.type_name, status_name = excluded.status_name, subject = excluded.subject,
           day = excluded.day, at = excluded.at, assignees = excluded.assignees, operation_id = excluded.operation_id,
           programme = excluded.programme, promised_in = excluded.promised_in, outcome = excluded.outcome,
           caller_crm_id = excluded.caller_crm_id, fingerprint = excluded.fingerprint`.execute(transaction);
  return moments.length;
}
