/**
 * Whether a CRM is still where it was. A pass over the changes begins before the newest rows of the pass before, so it
 * must meet them again. When it does not, a row was deleted, or a backup was put back, or the site's clock was set back.
 */
import { z } from 'zod';
import type { CiviCrmSite } from './http.ts';
import type { Witness } from './positions.ts';
import { getRows } from './presence.ts';
import { readRows } from './rows.ts';

/** The season's shift, and transactions that took long (civicrm-api4.md §5). */
export const OVERLAP_HOURS = 2;

const stampedRow = z.object({ id: z.int(), modified_date: z.string() });

/** @param unseen those of `witnesses` that a whole pass did not meet. @throws CrmFailure */
export async function isRewound(
  site: CiviCrmSite,
  entity: string,
  witnesses: readonly Witness[],
  unseen: readonly Witness[],
): Promise<boolean> {
  if (unseen.length === 0) return false;
  const values = await getRows(site, entity, {
    select: ['id', 'modified_date'],
    where: [['id', 'IN', unseen.map(({ id }) => id)]],
    limit: unseen.length,
  });
  const { read } = readRows(stampedRow, values);
  // One that is gone was deleted; all of them at once were not.
  if (read.length === 0) return witnesses.length > 1 && unseen.length === witnesses.length;
  return read.some(({ id, modified_date: stamp }) =>
    unseen.some((witness) => witness.id === id && stamp < earlier(witness.stamp, OVERLAP_HOURS)),
  );
}

/** Hours before a site-local stamp, as text again. No time zone is involved: it is arithmetic on a clock face. */
export function earlier(stamp: string, hours: number): string {
  const asIfUtc = Date.parse(`${stamp.replace(' ', 'T')}Z`);
  if (Number.isNaN(asIfUtc)) return stamp;
  return new Date(asIfUtc - hours * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
