/** Whom a contact was merged into. */
import { z } from 'zod';
import { CrmFailure } from '../../crm-failure.ts';
import { callApi, type CiviCrmSite } from './http.ts';
import { readRows, targetRow } from './rows.ts';

/** `getMergedTo` exists in 6.x only; before it the activities tell (civicrm-api4.md §6). Null: not merged, or not known. */
export async function findWinner(site: CiviCrmSite, crmId: number): Promise<number | null> {
  try {
    const { values } = await callApi(site, 'Contact', 'getMergedTo', { contactId: crmId });
    const [winner] = readRows(z.object({ id: z.int() }), values).read;
    if (winner !== undefined) return winner.id;
  } catch (error) {
    // An action that a site does not have is an error of its own; one that cannot answer now says so again below.
    if (!(error instanceof CrmFailure) || (error.kind !== 'busy' && error.kind !== 'forbidden')) throw error;
  }
  try {
    return await findByActivity(site, crmId);
  } catch (error) {
    if (error instanceof CrmFailure && error.kind === 'forbidden') return null;
    throw error;
  }
}

const lossRow = z.object({ id: z.int(), parent_id: z.int() });

/** "Contact Deleted by Merge" of the loser is a part of the "Contact Merged" of the winner. */
async function findByActivity(site: CiviCrmSite, crmId: number): Promise<number | null> {
  const losses = await targetsOf(site, ['contact_id', '=', crmId]);
  if (losses.length === 0) return null;
  const { values } = await callApi(site, 'Activity', 'get', {
    select: ['id', 'parent_id'],
    where: [
      ['id', 'IN', losses.map(({ activity_id }) => activity_id)],
      ['activity_type_id:name', '=', 'Contact Deleted by Merge'],
    ],
    orderBy: { id: 'DESC' },
    limit: 1,
  });
  const [loss] = readRows(lossRow, values).read;
  if (loss === undefined) return null;
  return (await targetsOf(site, ['activity_id', '=', loss.parent_id]))[0]?.contact_id ?? null;
}

/** Activities about a contact, or the contacts of an activity; the newest 500. @throws CrmFailure */
export async function targetsOf(
  site: CiviCrmSite,
  condition: readonly [string, string, number],
): Promise<readonly z.output<typeof targetRow>[]> {
  const { values } = await callApi(site, 'ActivityContact', 'get', {
    select: ['id', 'activity_id', 'contact_id'],
    where: [condition, ['record_type_id:name', '=', 'Activity Targets']],
    orderBy: { id: 'DESC' },
    limit: 500,
  });
  return readRows(targetRow, values).read;
}
