/** Gathers the lists of work that is no call: who could be on them, and what `verify` looks at besides. */
import { sql } from 'kysely';
import { addDays, type CalendarDay } from '../../domain/calendar/day.ts';
import type { DonorFacts } from '../../domain/donor-facts.ts';
import type { ProgrammeSettings } from '../../domain/programmes/settings.ts';
import type { DoubtQuestion, VerifyFacts } from '../../domain/tasks/verify.ts';
import type { Reader } from '../store.ts';
import { readDonors, type Donor } from './donor-details.ts';
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

/**
 * New donors whom nobody thanked by e-mail yet, as far as can be asked without their gifts, the longest waiting first: a
 * superset of whom `missing-thanks` concerns. The words are those of `isThanks`.
 */
export async function findUnthanked(
  reader: Reader,
  day: CalendarDay,
  { missingThanks }: ProgrammeSettings,
  most: number,
): Promise<readonly number[]> {
  const { rows } = await sql<{ donor_id: number }>`
    SELECT donor_id FROM giving
     WHERE day_zero BETWEEN ${addDays(day, -missingThanks.lastDay)} AND ${addDays(day, -missingThanks.afterDays)}
       AND NOT EXISTS (SELECT 1 FROM moment
                        WHERE moment.donor_id = giving.donor_id AND moment.day >= giving.day_zero
                          AND type_name IN ('Email', 'Bulk Email') AND status_name = 'Completed'
                          AND (subject LIKE '%bedank%' OR subject LIKE '%dank u%' OR subject LIKE '%dank je%'
                               OR subject LIKE '%thank%'))
       AND NOT EXISTS (SELECT 1 FROM journey_step
                        WHERE journey_step.donor_id = giving.donor_id AND programme = 'missing-thanks'
                          AND journey_step.day >= giving.day_zero AND undone_at IS NULL)
     ORDER BY day_zero, donor_id LIMIT ${most}`.execute(reader);
  return rows.map(({ donor_id: donorId }) => donorId);
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
  const seen = await readSeenDoubts(reader, donorIds);
  return facts.flatMap((each) => {
    const donor = donors.get(each.donorId);
    if (donor === undefined) return [];
    const verify: VerifyFacts = {
      details: donor.details,
      emailsOnHold: onHold.get(each.donorId) ?? [],
      hasConflict: inConflict.has(each.donorId),
      verifiedDay: verified.get(each.donorId) ?? null,
      seen: new Set(seen.get(each.donorId)),
    };
    return [{ ...each, verify }];
  });
}

export interface Verifiable {
  readonly donor: Donor;
  readonly verify: VerifyFacts;
  readonly giving: DoubtQuestion['giving'];
}

/** What there may be doubt about, of donors whose details are held: without the gifts themselves, so many at once are quick. */
export async function readVerifiable(reader: Reader, donorIds: readonly number[]): Promise<readonly Verifiable[]> {
  const donors = await readDonors(reader, donorIds);
  const onHold = await readOnHold(reader, donorIds);
  const inConflict = await readInConflict(reader, donorIds);
  const verified = await readVerifiedDays(reader, donorIds);
  const seen = await readSeenDoubts(reader, donorIds);
  const giving = await readGivingDays(reader, donorIds);
  return donorIds.flatMap((donorId) => {
    const donor = donors.get(donorId);
    if (donor === undefined) return [];
    const verify: VerifyFacts = {
      details: donor.details,
      emailsOnHold: onHold.get(donorId) ?? [],
      hasConflict: inConflict.has(donorId),
      verifiedDay: verified.get(donorId) ?? null,
      seen: new Set(seen.get(donorId)),
    };
    return [{ donor, verify, giving: giving.get(donorId) ?? { gifts: [], mandates: [], newestReceived: null } }];
  });
}

/** The next donors whose details could be looked into and are here, by id. */
export async function findVerifiableAfter(reader: Reader, afterId: number, most: number): Promise<readonly number[]> {
  const rows = await reader
    .selectFrom('donor')
    .select('id')
    .where('id', '>', afterId)
    .where('slice', '<>', 'outside')
    .where('is_removed', '=', 0)
    .where('is_deceased', '=', 0)
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

async function readGivingDays(
  reader: Reader,
  donorIds: readonly number[],
): Promise<ReadonlyMap<number, DoubtQuestion['giving']>> {
  const ids = inList(donorIds);
  const { rows } = await sql<{
    id: number;
    first: CalendarDay | null;
    started: CalendarDay | null;
    newest: CalendarDay | null;
  }>`
    SELECT donor.id,
           (SELECT min(day) FROM gift WHERE gift.donor_id = donor.id AND amount > 0) AS first,
           (SELECT min(start_day) FROM mandate WHERE mandate.donor_id = donor.id) AS started,
           (SELECT newest_received_day FROM giving WHERE giving.donor_id = donor.id) AS newest
      FROM donor WHERE donor.id IN ${ids}`.execute(reader);
  return new Map(
    rows.map(({ id, first, started, newest }) => [
      id,
      {
        gifts: first === null ? [] : [{ day: first }],
        mandates: started === null ? [] : [{ startDay: started }],
        newestReceived: newest === null ? null : { day: newest },
      },
    ]),
  );
}

async function readSeenDoubts(
  reader: Reader,
  donorIds: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const rows = await reader
    .selectFrom('verified_detail')
    .select(['donor_id', 'detail'])
    .where('donor_id', 'in', inList(donorIds))
    .where('detail', 'like', 'doubt:%')
    .where('undone_at', 'is', null)
    .execute();
  return groupByDonor(rows, ({ detail }) => detail);
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
      SELECT donor_id, day FROM verified_detail WHERE undone_at IS NULL
       UNION ALL
      SELECT call_item.donor_id, call_item.list_day FROM detail_check
        JOIN call_item ON call_item.id = detail_check.call_item_id
    ) WHERE donor_id IN ${inList(donorIds)} GROUP BY donor_id`.execute(reader);
  return new Map(rows.map(({ donor_id, day }) => [donor_id, day]));
}
