/** Gathers the lists of work that is no call: who could be on them, and what `verify` looks at besides. */
import { sql } from 'kysely';
import { addDays, type CalendarDay } from '../../domain/calendar/day.ts';
import type { DonorFacts } from '../../domain/donor-facts.ts';
import type { ProgrammeSettings } from '../../domain/programmes/settings.ts';
import type { VerifyFacts } from '../../domain/tasks/verify.ts';
import type { Reader } from '../store.ts';
import { readDonors } from './donor-details.ts';
import { readFacts } from './facts.ts';
import { groupByDonor, inList } from './many.ts';

/** New donors of the last weeks: a superset of whom `missing-thanks` and `post` concern. */
export async function findNewDonors(
  reader: Reader,
  day: CalendarDay,
  { missingThanks, post }: ProgrammeSettings,
): Promise<readonly number[]> {
  const since = addDays(day, -Math.max(missingThanks.lastDay, post.lastDay));
  const rows = await reader
    .selectFrom('giving')
    .select('donor_id')
    .where('day_zero', '>=', since)
    .where('day_zero', '<=', day)
    .execute();
  return rows.map(({ donor_id }) => donor_id);
}

/** Everybody whose details could be looked into: who is not in the bin, and lives. */
export async function findVerifiable(reader: Reader): Promise<readonly number[]> {
  const query = reader.selectFrom('donor').select('id').where('is_removed', '=', 0).where('is_deceased', '=', 0);
  return (await query.orderBy('id').execute()).map(({ id }) => id);
}

export async function readVerifyFacts(
  reader: Reader,
  donorIds: readonly number[],
): Promise<readonly (DonorFacts & { readonly verify: VerifyFacts })[]> {
  const facts = await readFacts(reader, donorIds);
  const donors = await readDonors(reader, donorIds);
  const onHold = await readOnHold(reader, donorIds);
  const inConflict = await readInConflict(reader, donorIds);
  const verified = await readVerifiedDays(reader, donorIds);
  return facts.flatMap((each) => {
    const donor = donors.get(each.donorId);
    if (donor === undefined) return [];
    const verify: VerifyFacts = {
      details: donor.details,
      emailsOnHold: onHold.get(each.donorId) ?? [],
      hasConflict: inConflict.has(each.donorId),
      verifiedDay: verified.get(each.donorId) ?? null,
    };
    return [{ ...each, verify }];
  });
}

async function readOnHold(
  reader: Reader,
  donorIds: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const rows = await reader
    .selectFrom('donor_email')
    .select(['donor_id', 'email'])
    .where('donor_id', 'in', inList(donorIds))
    .where('is_on_hold', '=', 1)
    .execute();
  return groupByDonor(rows, ({ email }) => email);
}

async function readInConflict(reader: Reader, donorIds: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await reader
    .selectFrom('operation')
    .select('donor_id')
    .where('donor_id', 'in', inList(donorIds))
    .where('kind', '=', 'correction')
    .where('state', '=', 'conflict')
    .execute();
  return new Set(rows.map(({ donor_id }) => donor_id));
}

/** The last day on which somebody ticked the details off, or went through at least one of them in a call. */
async function readVerifiedDays(
  reader: Reader,
  donorIds: readonly number[],
): Promise<ReadonlyMap<number, CalendarDay>> {
  const { rows } = await sql<{ donor_id: number; day: CalendarDay }>`
    SELECT donor_id, max(day) AS day FROM (
      SELECT donor_id, day FROM journey_step WHERE programme = 'verify' AND undone_at IS NULL
       UNION ALL
      SELECT call_item.donor_id, call_item.list_day FROM detail_check
        JOIN call_item ON call_item.id = detail_check.call_item_id
    ) WHERE donor_id IN ${inList(donorIds)} GROUP BY donor_id`.execute(reader);
  return new Map(rows.map(({ donor_id, day }) => [donor_id, day]));
}
