/** Writes everything about a few donors into the mirror; their details are held from then on. */
import { sql } from 'kysely';
import { eachOf, inList } from '../queries/many.ts';
import type { Writer } from '../store.ts';
import type { MirrorDonor, MirrorGift, MirrorMandate, MirrorMembership, MirrorMoment } from './records.ts';
import { removeDonors } from './remove-vanished.ts';
import { saveDonors } from './save-donors.ts';
import { saveGifts, saveMandates } from './save-giving.ts';
import { saveMoments } from './save-moments.ts';

export interface WholeRecords {
  readonly donors: readonly MirrorDonor[];
  readonly mandates: readonly MirrorMandate[];
  readonly gifts: readonly MirrorGift[];
  readonly moments: readonly MirrorMoment[];
  readonly groups: readonly MirrorMembership[];
}

/** How many rows of each kind were new or changed. */
export interface SavedWhole {
  readonly donors: number;
  readonly mandates: number;
  readonly gifts: number;
  readonly moments: number;
}

/** @param crmIds who was asked for; who did not come does not exist any more */
export async function saveWhole(writer: Writer, crmIds: readonly number[], whole: WholeRecords): Promise<SavedWhole> {
  const { transaction } = writer;
  const came = whole.donors.flatMap(({ crmId }) => (crmId === null ? [] : [crmId]));
  await removeDonors(
    writer,
    crmIds.filter((crmId) => !came.includes(crmId)),
  );
  // What was noted with a gift was left out while she was outside.
  await sql`
    UPDATE gift SET fingerprint = NULL
     WHERE donor_id IN (SELECT id FROM donor WHERE crm_id IN ${inList(came)} AND slice <> 'inside')`.execute(
    transaction,
  );
  const donors = await saveDonors(writer, whole.donors);
  await sql`UPDATE donor SET slice = 'inside' WHERE crm_id IN ${inList(came)}`.execute(transaction);
  const mandates = await saveMandates(writer, whole.mandates);
  const gifts = await saveGifts(writer, whole.gifts);
  const moments = await saveMoments(writer, whole.moments, 'all');
  await sql`
    DELETE FROM moment
     WHERE donor_id IN (SELECT id FROM donor WHERE crm_id IN ${inList(came)})
       AND crm_id NOT IN ${inList(whole.moments.map(({ crmId }) => crmId))}`.execute(transaction);
  await saveGroups(writer, came, whole.groups);
  return { donors, mandates, gifts, moments };
}

/** Replaces the groups of these donors. */
export async function saveGroups(
  { transaction }: Writer,
  crmIds: readonly number[],
  memberships: readonly MirrorMembership[],
): Promise<void> {
  await sql`
    DELETE FROM donor_group
     WHERE donor_id IN (SELECT id FROM donor WHERE crm_id IN ${inList(crmIds)})`.execute(transaction);
  await sql`
    INSERT INTO donor_group (donor_id, group_crm_id, name, title)
    SELECT donor.id, value ->> 'groupCrmId', value ->> 'name', value ->> 'title'
      FROM ${eachOf(memberships)} JOIN donor ON donor.crm_id = value ->> 'donorCrmId'
     WHERE donor.slice <> 'outside'
        ON CONFLICT (donor_id, group_crm_id) DO NOTHING`.execute(transaction);
}
