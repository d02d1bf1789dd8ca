/** Makes a claim the call that it was for, so that the CRM holds one activity for both. */
import { z } from 'zod';
import { callApi, type CiviCrmSite } from './http.ts';
import { operationMark } from '../marks/call-subject.ts';
import { idSchema, readRows } from './rows.ts';

const claimRow = z.object({
  id: z.int(),
  target_contact_id: z.array(idSchema).nullish(),
});

/**
 * The claim is found by its mark and guarded by it: it is turned once, whoever else writes to it. Of a claim that is
 * there twice, because its request arrived twice, the lowest number is turned; the others are ended with the claims.
 *
 * @param values without contact fields, which need "delete activities" on an activity that exists (civicrm-api4.md §7)
 * @returns the activity's number; null when there is no such claim any more
 */
export async function turnClaim(
  site: CiviCrmSite,
  claimId: string,
  donorCrmId: number,
  values: object,
): Promise<number | null> {
  const isClaim = [
    ['activity_type_id:name', '=', 'Phone Call'],
    ['status_id:name', '=', 'Scheduled'],
    ['subject', 'LIKE', `%[Dankbel-claim %${operationMark(claimId)}`],
  ];
  const found = await callApi(site, 'Activity', 'get', {
    select: ['id', 'target_contact_id'],
    where: isClaim,
    orderBy: { id: 'ASC' },
    limit: 10,
  });
  const { read } = readRows(claimRow, found.values);
  const claim = read.find(({ target_contact_id: targets }) => targets?.includes(donorCrmId) === true);
  if (claim === undefined) return null;
  const { count } = await callApi(site, 'Activity', 'update', { where: [['id', '=', claim.id], ...isClaim], values });
  return count > 0 ? claim.id : null;
}
