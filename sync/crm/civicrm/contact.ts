/** Looking a contact up before writing to it: writes to a contact that lost a merge succeed silently (civicrm-api4.md §6). */
import { z } from 'zod';
import { findWinner } from './find-winner.ts';
import { callApi, type CiviCrmSite } from './http.ts';
import { readRows } from './rows.ts';

const contactStateRow = z.object({
  id: z.int(),
  is_deleted: z.boolean().nullish(),
  do_not_phone: z.boolean().nullish(),
  do_not_email: z.boolean().nullish(),
  is_deceased: z.boolean().nullish(),
  first_name: z.string().nullish(),
  middle_name: z.string().nullish(),
  last_name: z.string().nullish(),
  modified_date: z.string().nullish(),
});
export type ContactState = z.infer<typeof contactStateRow>;

/**
 * The contact as it is now; the winner of the merge for one that was merged. Null when it is in the bin or gone.
 *
 * @throws CrmFailure
 */
export async function findLivingContact(site: CiviCrmSite, crmId: number): Promise<ContactState | null> {
  const contact = await readContact(site, crmId);
  if (contact !== null && contact.is_deleted !== true) return contact;
  const winner = await findWinner(site, crmId);
  if (winner === null) return null;
  const living = await readContact(site, winner);
  return living !== null && living.is_deleted !== true ? living : null;
}

async function readContact(site: CiviCrmSite, crmId: number): Promise<ContactState | null> {
  const { values } = await callApi(site, 'Contact', 'get', {
    select: Object.keys(contactStateRow.shape),
    where: [
      ['id', '=', crmId],
      ['is_deleted', 'IN', [true, false]],
    ],
    limit: 1,
  });
  return readRows(contactStateRow, values).read[0] ?? null;
}
