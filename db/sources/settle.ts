/**
 * Makes what a place knows of donors count: a gift that the CRM knows too is the CRM's, and only says through whose action
 * it came; any other gets a row of its own beside those of the CRM (docs/decisions/0044), once however many places know it
 * (0052). What no longer holds is taken back the same way: doing it again changes nothing, and without a link there is nothing left of it.
 */
import { sql } from 'kysely';
import type { CalendarDay } from '../../domain/calendar/day.ts';
import { pairGifts } from '../../domain/sources/counted-gifts.ts';
import { groupSightings, type OneGift } from '../../domain/sources/same-gift.ts';
import type { GiftStatus } from '../../domain/gift.ts';
import type { Cents } from '../../domain/money.ts';
import { recordName } from '../erasure/sources.ts';
import { refreshGiving } from '../mirror/refresh-giving.ts';
import { inList } from '../queries/many.ts';
import type { Flag } from '../schema.ts';
import type { Writer } from '../store.ts';
import { settleMandates } from './settle-mandates.ts';

/** How a gift that only a fundraising platform knows names where it came from; one of a file has the name of its place. */
const PLATFORM_NAME = 'Kentaa';
/**
 * A row of `gift` that was made for a record of a place. The plus keeps SQLite from reading all rows without a number of
 * the CRM: their index is unique, and it takes "IS NULL" for one row.
 */
export const MADE_FOR_A_PLACE = sql<boolean>`
  (+crm_id IS NULL AND (external_id LIKE 'kentaa:%' OR external_id LIKE 'file:%'))`;

export async function settleSources(writer: Writer, donorIds: readonly number[]): Promise<void> {
  const ids = [...new Set(donorIds)];
  if (ids.length === 0) return;
  const { transaction } = writer;
  const freed = await freeUnlinked(writer, ids);
  await giveAllBack(writer, ids);
  await settleMandates(writer, ids);
  const placed = await readPlaced(writer, ids);
  const booked = await readBooked(writer, ids);
  for (const donorId of ids) {
    const own = placed.filter((gift) => gift.donorId === donorId);
    if (own.length > 0) {
      const theirs = booked.filter((gift) => gift.donorId === donorId);
      await settleDonor(writer, donorId, own, theirs);
    }
  }
  await refreshGiving(writer, [...new Set([...ids, ...freed])]);
  // Lists and search follow what is written about a donor, and the tables of sources name none.
  await sql`UPDATE source_link SET decided_at = decided_at WHERE donor_id IN ${inList(ids)}`.execute(transaction);
}

/** After gifts of donors came or went in the CRM. Cheap where no place knows any of them. */
export async function settleIfKnown(writer: Writer, donorIds: readonly number[]): Promise<void> {
  if (donorIds.length === 0) return;
  const { rows } = await sql<{ id: number }>`
    SELECT DISTINCT donor_id AS id FROM source_link WHERE donor_id IN ${inList(donorIds)}`.execute(writer.transaction);
  await settleSources(
    writer,
    rows.map(({ id }) => id),
  );
}

interface Placed {
  readonly id: number;
  readonly donorId: number;
  readonly siteId: string;
  readonly siteName: string;
  readonly isPlatform: Flag;
  readonly sourceKey: string;
  readonly day: CalendarDay;
  readonly amount: Cents;
  readonly status: GiftStatus;
  /** It was given, on its day, whoever is to know of it. */
  readonly isGiven: Flag;
  readonly isCounted: Flag;
  readonly isInEuros: Flag;
  readonly transactionKey: string | null;
  readonly recurringKey: string | null;
  readonly mandateRef: number | null;
  readonly project: string | null;
}

/** Anonymous ones make no call; what was not paid is no gift; what is gone there may not be spoken of. */
async function readPlaced({ transaction }: Writer, ids: readonly number[]): Promise<readonly Placed[]> {
  const { rows } = await sql<Placed>`
    SELECT gift.id, link.donor_id AS donorId, gift.site_id AS siteId, gift.source_key AS sourceKey, gift.day, gift.amount,
           CASE site.kind WHEN 'file' THEN site.name ELSE ${PLATFORM_NAME} END AS siteName,
           gift.status, gift.transaction_key AS transactionKey, gift.recurring_key AS recurringKey,
           site.kind <> 'file' AS isPlatform, gift.currency = 'EUR' AND gift.amount > 0 AS isInEuros,
           (gift.status IN ('received', 'reversed') AND gift.gone_at IS NULL) AS isGiven,
           (gift.status IN ('received', 'reversed') AND gift.amount > 0 AND gift.currency = 'EUR'
            AND gift.is_anonymous = 0 AND gift.gone_at IS NULL) AS isCounted,
           coalesce(mandate.crm_id, mandate.id) AS mandateRef,
           CASE WHEN page.kind = 'project' THEN page.title END AS project
      FROM source_link AS link
      JOIN source_gift AS gift ON gift.source_donor_id = link.source_donor_id
      JOIN source_site AS site ON site.id = gift.site_id
      LEFT JOIN source_recurring AS recurring
             ON recurring.site_id = gift.site_id AND recurring.source_key = gift.recurring_key
      LEFT JOIN mandate ON mandate.id = recurring.mandate_id
      LEFT JOIN source_page AS page ON page.site_id = gift.site_id AND page.source_key = gift.page_key
     WHERE link.donor_id IN ${inList(ids)}
     ORDER BY gift.site_id, gift.source_key`.execute(transaction);
  return rows;
}

interface Booked {
  readonly id: number;
  readonly donorId: number;
  readonly day: CalendarDay;
  readonly isOfCrm: Flag;
  readonly amount: Cents;
  readonly status: GiftStatus;
  readonly source: string | null;
  readonly mandateRef: number | null;
}

/** What the CRM, or a file, says that they gave. */
async function readBooked({ transaction }: Writer, ids: readonly number[]): Promise<readonly Booked[]> {
  const { rows } = await sql<Booked>`
    SELECT id, donor_id AS donorId, day, crm_id IS NOT NULL AS isOfCrm, amount, status, source, mandate_ref AS mandateRef
      FROM gift
     WHERE donor_id IN ${inList(ids)} AND amount > 0
       AND (external_id IS NULL OR NOT ${MADE_FOR_A_PLACE})`.execute(transaction);
  return rows;
}

async function settleDonor(
  writer: Writer,
  donorId: number,
  placed: readonly Placed[],
  booked: readonly Booked[],
): Promise<void> {
  // One that the CRM says never came is no proof that this one did not.
  const real = booked.filter(({ status }) => status !== 'cancelled' && status !== 'failed');
  const known = knownGifts(placed);
  // By their order: what came first in time is nothing that two workstations agree about.
  const pairs = pairGifts(
    known.map((seen, index) => ({
      id: index,
      day: seen[0].day,
      amount: seen[0].amount,
      names: seen.flatMap(({ transactionKey, sourceKey }) => [transactionKey ?? [], sourceKey].flat()),
      isRecurring: seen.some(({ recurringKey }) => recurringKey !== null),
    })),
    real.map(({ mandateRef, ...gift }) => ({ ...gift, isUnderMandate: mandateRef !== null })),
  );
  const byId = new Map(booked.map((gift) => [gift.id, gift]));
  for (const [index, seen] of known.entries()) {
    const pair = byId.get(pairs.get(index) ?? -1);
    if (pair === undefined) await countItself(writer, donorId, seen);
    else await leaveToCrm(writer, seen, pair);
  }
}

/** Each once, with the record that stands for it first. What was not given is nobody else's. */
function knownGifts(placed: readonly Placed[]): readonly (readonly [Placed, ...Placed[]])[] {
  const isAlike = ({ isGiven, isInEuros }: Placed): boolean => isGiven === 1 && isInEuros === 1;
  const groups: readonly OneGift<Seen>[] = groupSightings(placed.filter(isAlike).map(toSighting));
  const together = groups.map(([{ record }, ...others]): [Placed, ...Placed[]] => [
    record,
    ...others.map(({ record: other }) => other),
  ]);
  return [...together, ...placed.filter((each) => !isAlike(each)).map((each): [Placed] => [each])];
}

type Seen = ReturnType<typeof toSighting>;

function toSighting(record: Placed) {
  const { siteId, sourceKey, isPlatform, day, amount, transactionKey, isCounted } = record;
  return {
    record,
    place: siteId,
    key: sourceKey,
    isPlatform: isPlatform === 1,
    day,
    amount,
    transaction: transactionKey,
    isCounted: isCounted === 1,
  };
}

/** What went back at any of its places went back: nobody is thanked for it. */
function statusOf(seen: readonly Placed[], otherwise: GiftStatus): GiftStatus {
  return otherwise === 'received' && seen.some(({ status }) => status === 'reversed') ? 'reversed' : otherwise;
}

async function countItself(writer: Writer, donorId: number, seen: readonly [Placed, ...Placed[]]): Promise<void> {
  const { transaction } = writer;
  const [gift, ...others] = seen;
  if (gift.isCounted === 0) return takeRowsAway(writer, seen);
  await takeRowsAway(writer, others);
  const row = {
    donor_id: donorId,
    day: gift.day,
    amount: gift.amount,
    status: statusOf(seen, gift.status),
    mandate_ref: gift.mandateRef,
    project: seen.find(({ project }) => project !== null)?.project ?? null,
    source: gift.siteName,
  };
  const { id } = await transaction
    .insertInto('gift')
    .values({ crm_id: null, external_id: recordName(gift.siteId, gift.sourceKey), fingerprint: null, ...row })
    .onConflict((conflict) => conflict.column('external_id').where('external_id', 'is not', null).doUpdateSet(row))
    .returning('id')
    .executeTakeFirstOrThrow();
  await pointAt(writer, seen, id);
}

/**
 * The CRM's counts. What went back at the place went back, whether or not the CRM knows it yet: nobody is thanked for it.
 * It was given when the place says, however much later the CRM booked it: else a gift is thanked for twice, and one of
 * before a draw counts as given again. What the CRM says is kept with the record that stands for the gift.
 */
async function leaveToCrm(writer: Writer, seen: readonly [Placed, ...Placed[]], pair: Booked): Promise<void> {
  const { transaction } = writer;
  const [gift] = seen;
  await takeRowsAway(writer, seen);
  const status = statusOf(seen, pair.status);
  const day = gift.isGiven === 1 && pair.isOfCrm === 1 ? gift.day : pair.day;
  if (status !== pair.status || day !== pair.day) {
    await transaction.updateTable('gift').set({ status, day, fingerprint: null }).where('id', '=', pair.id).execute();
  }
  await pointAt(writer, seen, pair.id);
  await transaction
    .updateTable('source_gift')
    .set({ crm_status: status === pair.status ? null : pair.status, crm_day: day === pair.day ? null : pair.day })
    .where('id', '=', gift.id)
    .execute();
}

/** The rows that were made for these records, while they counted themselves. */
async function takeRowsAway({ transaction }: Writer, records: readonly Placed[]): Promise<void> {
  if (records.length === 0) return;
  await transaction
    .deleteFrom('gift')
    .where('crm_id', 'is', null)
    .where(
      'external_id',
      'in',
      records.map(({ siteId, sourceKey }) => recordName(siteId, sourceKey)),
    )
    .execute();
}

async function pointAt({ transaction }: Writer, records: readonly Placed[], giftId: number): Promise<void> {
  await transaction
    .updateTable('source_gift')
    .set({ gift_id: giftId, crm_status: null, crm_day: null })
    .where(
      'id',
      'in',
      records.map(({ id }) => id),
    )
    .execute();
}

interface Overruled {
  readonly giftId: number | null;
  readonly crmStatus: GiftStatus | null;
  readonly crmDay: CalendarDay | null;
}

/** A gift of the CRM that a record here had overruled is again what the CRM said. */
async function giveBack({ transaction }: Writer, { giftId, crmStatus, crmDay }: Overruled): Promise<void> {
  if (giftId === null || (crmStatus === null && crmDay === null)) return;
  // With a fingerprint it is what the CRM wrote since then.
  await sql`
    UPDATE gift SET status = CASE status WHEN 'reversed' THEN coalesce(${crmStatus}, status) ELSE status END,
                    day = coalesce(${crmDay}, day)
     WHERE id = ${giftId} AND fingerprint IS NULL`.execute(transaction);
}

/** Gifts of the CRM are what the CRM says, before it is looked anew who knows them too. */
async function giveAllBack(writer: Writer, ids: readonly number[]): Promise<void> {
  const { transaction } = writer;
  const { rows } = await sql<Overruled & { readonly id: number }>`
    SELECT placed.id, gift_id AS giftId, crm_status AS crmStatus, crm_day AS crmDay
      FROM source_gift AS placed JOIN source_link AS link ON link.source_donor_id = placed.source_donor_id
     WHERE link.donor_id IN ${inList(ids)} AND (crm_status IS NOT NULL OR crm_day IS NOT NULL)`.execute(transaction);
  for (const overruled of rows) {
    await giveBack(writer, overruled);
    await transaction
      .updateTable('source_gift')
      .set({ crm_status: null, crm_day: null })
      .where('id', '=', overruled.id)
      .execute();
  }
}

/** Gifts of these donors that were counted for somebody who is linked to nobody any more, or is gone. @returns whose they were */
async function freeUnlinked(writer: Writer, ids: readonly number[]): Promise<readonly number[]> {
  const { transaction } = writer;
  const { rows } = await sql<Overruled & { readonly id: number; readonly donorId: number }>`
    SELECT placed.id, placed.gift_id AS giftId, placed.crm_status AS crmStatus, placed.crm_day AS crmDay,
           gift.donor_id AS donorId
      FROM gift JOIN source_gift AS placed ON placed.gift_id = gift.id
      LEFT JOIN source_link AS link ON link.source_donor_id = placed.source_donor_id
     WHERE gift.donor_id IN ${inList(ids)} AND (link.donor_id IS NULL OR link.donor_id <> gift.donor_id)`.execute(
    transaction,
  );
  for (const overruled of rows) {
    await giveBack(writer, overruled);
    await transaction
      .updateTable('source_gift')
      .set({ gift_id: null, crm_status: null, crm_day: null })
      .where('id', '=', overruled.id)
      .execute();
  }
  // A row that was made for a record that stands behind it no more; others may have joined it.
  await sql`
    DELETE FROM gift
     WHERE donor_id IN ${inList(ids)} AND ${MADE_FOR_A_PLACE}
       AND NOT EXISTS (SELECT 1 FROM source_gift
                        WHERE gift_id = gift.id AND site_id || ':' || source_key = gift.external_id)`.execute(
    transaction,
  );
  return rows.map(({ donorId }) => donorId);
}
