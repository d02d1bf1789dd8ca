/** Writes moments into the mirror: one row per donor that a CRM's activity is about. */
import { sql } from 'kysely';
import { eachOf } from '../queries/many.ts';
import { readWinners } from '../queries/merged-donors.ts';
import type { Writer } from '../store.ts';
import { onlyChanged, withFingerprints } from './changed.ts';
import { askAboutCalled } from './merge-donors.ts';
import type { MirrorMoment } from './records.ts';

/**
 * A moment that is no longer about a donor disappears from that donor; one about a donor who lost a merge is the winner's. Donors whose details are not held are left out.
 *
 * @param scope `all`: also what the mirror has already in this form, because it may have it for another donor only
 * @returns how many were new or changed
 */
export async function saveMoments(
  writer: Writer,
  records: readonly MirrorMoment[],
  scope: 'changed' | 'all' = 'changed',
): Promise<number> {
  const changed = await onlyChanged(writer, 'moment', records);
  const moments = scope === 'all' ? withFingerprints(records) : changed;
  if (moments.length === 0) return 0;
  const { transaction } = writer;
  await askAboutCalled(writer, moments);
  const winners = await readWinners(transaction, [...new Set(moments.flatMap(({ donorCrmIds }) => donorCrmIds))]);
  const rows = moments.flatMap(({ donorCrmIds, ...moment }) => {
    const owners = new Set(donorCrmIds.map((donorCrmId) => winners.get(donorCrmId) ?? donorCrmId));
    return [...owners].map((donorCrmId) => ({ ...moment, donorCrmId }));
  });
  await sql`
    DELETE FROM moment
     WHERE crm_id IN (SELECT value FROM json_each(${JSON.stringify(moments.map(({ crmId }) => crmId))}))
       AND (crm_id, donor_id) NOT IN (
           SELECT value ->> 'crmId', donor.id
             FROM ${eachOf(rows)} JOIN donor ON donor.crm_id = value ->> 'donorCrmId')`.execute(transaction);
  const { rows: saved } = await sql<{ crm_id: number }>`
    INSERT INTO moment (crm_id, donor_id, type_name, status_name, subject, day, at, assignees, operation_id, programme,
                        promised_in, outcome, caller_crm_id, number, fingerprint)
    SELECT value ->> 'crmId', donor.id, value ->> 'typeName', value ->> 'statusName', value ->> 'subject', value ->> 'day',
           value ->> 'at', value -> 'assignees', value ->> 'operationId', value ->> 'programme', value ->> 'promisedIn',
           value ->> 'outcome', value ->> 'callerCrmId', value ->> 'number',
           value ->> 'fingerprint'
      FROM ${eachOf(rows)} JOIN donor ON donor.crm_id = value ->> 'donorCrmId'
     WHERE donor.slice <> 'outside'
        ON CONFLICT (crm_id, donor_id) DO UPDATE SET
           type_name = excluded.type_name, status_name = excluded.status_name, subject = excluded.subject,
           day = excluded.day, at = excluded.at, assignees = excluded.assignees, operation_id = excluded.operation_id,
           programme = excluded.programme, promised_in = excluded.promised_in, outcome = excluded.outcome,
           caller_crm_id = excluded.caller_crm_id, number = excluded.number, fingerprint = excluded.fingerprint
    RETURNING crm_id`.execute(transaction);
  const written = new Set(saved.map(({ crm_id }) => crm_id));
  return changed.filter(({ crmId }) => written.has(crmId)).length;
}
