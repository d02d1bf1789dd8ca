/**
 * Makes what a place knows of donors count: a gift that the CRM knows too is the CRM's, and only says through whose action
 * it came; any other gets a row of its own beside those of the CRM (docs/decisions/0044). What no longer holds is taken
 * back the same way: doing it again changes nothing, and without a link there is nothing left of it.
 */
import { sql } from 'kysely';
import type { CalendarDay } from '../../domain/calendar/day.ts';
import { pairGifts } from '../../domain/sources/counted-gifts.ts';
import type { GiftStatus } from '../../domain/gift.ts';
import type { Cents } from '../../domain/money.ts';
import { recordName } from '../erasure/sources.ts';
import { refreshGiving } from '../mirror/refresh-giving.ts';
import { inList } from '../queries/many.ts';
import type { Flag } from '../schema.ts';
import type { Writer } from '../store.ts';
import { settleMandates } from './settle-mandates.ts';

/** How a gift that only a place knows names where it came from. */
export const SOURCE_NAME = 'Kentaa';

export async function settleSources(writer: Writer, donorIds: readonly number[]): Promise<void> {
  const ids = [...new Set(donorIds)];
  if (ids.length === 0) return;
  const { transaction } = writer;
  const freed = await freeUnlinked(writer, ids);
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
  readonly sourceKey: string;
  readonly day: CalendarDay;
  readonly amount: Cents;
  readonly status: GiftStatus;
  readonly isCounted: Flag;
  readonly transactionKey: string | null;
  readonly recurringKey: string | null;
  readonly mandateRef: number | null;
  readonly project: string | null;
  readonly giftId: number | null;
  readonly crmStatus: GiftStatus | null;
}

/** Anonymous ones make no call; what was not paid is no gift; what is gone there may not be spoken of. */
async function readPlaced({ transaction }: Writer, ids: readonly number[]): Promise<readonly Placed[]> {
  const { rows } = await sql<Placed>`
    SELECT gift.id, link.donor_id AS donorId, gift.site_id AS siteId, gift.source_key AS sourceKey, gift.day, gift.amount,
           gift.status, gift.transaction_key AS transactionKey, gift.recurring_key AS recurringKey,
           gift.gift_id AS giftId, gift.crm_status AS crmStatus,
           (gift.status IN ('received', 'reversed') AND gift.amount > 0 AND gift.currency = 'EUR'
            AND gift.is_anonymous = 0 AND gift.gone_at IS NULL) AS isCounted,
           coalesce(mandate.crm_id, mandate.id) AS mandateRef,
           CASE WHEN page.kind = 'project' THEN page.title END AS project
      FROM source_link AS link
      JOIN source_gift AS gift ON gift.source_donor_id = link.source_donor_id
      LEFT JOIN source_recurring AS recurring
             ON recurring.site_id = gift.site_id AND recurring.source_key = gift.recurring_key
      LEFT JOIN mandate ON mandate.id = recurring.mandate_id
      LEFT JOIN source_page AS page ON page.site_id = gift.site_id AND page.source_key = gift.page_key
     WHERE link.donor_id IN ${inList(ids)}
     ORDER BY gift.id`.execute(transaction);
  return rows;
}

interface Booked {
  readonly id: number;
  readonly donorId: number;
  readonly day: CalendarDay;
  readonly amount: Cents;
  readonly status: GiftStatus;
  readonly source: string | null;
  readonly mandateRef: number | null;
  /** Null: it was changed here since the CRM said it. */
  readonly fingerprint: string | null;
}

/** What the CRM, or a file, says that they gave. */
async function readBooked({ transaction }: Writer, ids: readonly number[]): Promise<readonly Booked[]> {
  const { rows } = await sql<Booked>`
    SELECT id, donor_id AS donorId, day, amount, status, source, mandate_ref AS mandateRef, fingerprint FROM gift
     WHERE donor_id IN ${inList(ids)} AND amount > 0
       AND (crm_id IS NOT NULL OR external_id IS NULL OR external_id NOT LIKE 'kentaa:%')`.execute(transaction);
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
  const pairs = pairGifts(
    placed.map(({ id, day, amount, transactionKey, sourceKey, recurringKey }) => ({
      id,
      day,
      amount,
      names: [transactionKey, sourceKey].filter((name) => name !== null),
      isRecurring: recurringKey !== null,
    })),
    real.map(({ id, day, amount, source, mandateRef }) => ({
      id,
      day,
      amount,
      source,
      isUnderMandate: mandateRef !== null,
    })),
  );
  const byId = new Map(booked.map((gift) => [gift.id, gift]));
  for (const gift of placed) {
    const pair = byId.get(pairs.get(gift.id) ?? -1);
    if (pair === undefined) await countItself(writer, donorId, gift);
    else await leaveToCrm(writer, gift, pair);
  }
}

async function countItself(writer: Writer, donorId: number, gift: Placed): Promise<void> {
  const { transaction } = writer;
  await giveBack(writer, gift);
  const externalId = recordName(gift.siteId, gift.sourceKey);
  if (gift.isCounted === 0) {
    await transaction.deleteFrom('gift').where('external_id', '=', externalId).where('crm_id', 'is', null).execute();
    return;
  }
  const { id } = await transaction
    .insertInto('gift')
    .values({
      crm_id: null,
      external_id: externalId,
      donor_id: donorId,
      day: gift.day,
      amount: gift.amount,
      status: gift.status,
      mandate_ref: gift.mandateRef,
      project: gift.project,
      source: SOURCE_NAME,
      fingerprint: null,
    })
    .onConflict((conflict) =>
      conflict.column('external_id').where('external_id', 'is not', null).doUpdateSet({
        donor_id: donorId,
        day: gift.day,
        amount: gift.amount,
        status: gift.status,
        mandate_ref: gift.mandateRef,
        project: gift.project,
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  await transaction
    .updateTable('source_gift')
    .set({ gift_id: id, crm_status: null })
    .where('id', '=', gift.id)
    .execute();
}

/** What went back at the place went back, whether or not the CRM knows it yet: nobody is thanked for it. */
async function leaveToCrm(writer: Writer, gift: Placed, pair: Booked): Promise<void> {
  const { transaction } = writer;
  if (gift.giftId !== pair.id) await giveBack(writer, gift);
  await transaction
    .deleteFrom('gift')
    .where('external_id', '=', recordName(gift.siteId, gift.sourceKey))
    .where('crm_id', 'is', null)
    .execute();
  const isOverruled = gift.status === 'reversed' && pair.status === 'received';
  const wasOverruled = gift.giftId === pair.id && gift.crmStatus !== null;
  if (isOverruled) {
    await transaction
      .updateTable('gift')
      .set({ status: 'reversed', fingerprint: null })
      .where('id', '=', pair.id)
      .execute();
  } else if (wasOverruled && gift.status !== 'reversed') {
    await giveBack(writer, gift);
  }
  // What the CRM wrote since then is its own word.
  const isStillOverruled = wasOverruled && gift.status === 'reversed' && pair.fingerprint === null && !isOverruled;
  await transaction
    .updateTable('source_gift')
    .set({ gift_id: pair.id, crm_status: isOverruled ? pair.status : isStillOverruled ? gift.crmStatus : null })
    .where('id', '=', gift.id)
    .execute();
}

/** A gift of the CRM that a refund here had overruled is again what the CRM said. */
async function giveBack({ transaction }: Writer, { giftId, crmStatus }: Placed): Promise<void> {
  if (giftId === null || crmStatus === null) return;
  await transaction
    .updateTable('gift')
    .set({ status: crmStatus, fingerprint: null })
    .where('id', '=', giftId)
    .where('status', '=', 'reversed')
    .execute();
}

/** Gifts of these donors that were counted for somebody who is linked to nobody any more, or is gone. @returns whose they were */
async function freeUnlinked(writer: Writer, ids: readonly number[]): Promise<readonly number[]> {
  const { transaction } = writer;
  const { rows } = await sql<{ id: number; giftId: number; crmStatus: GiftStatus | null; donorId: number }>`
    SELECT placed.id, placed.gift_id AS giftId, placed.crm_status AS crmStatus, gift.donor_id AS donorId
      FROM gift JOIN source_gift AS placed ON placed.gift_id = gift.id
      LEFT JOIN source_link AS link ON link.source_donor_id = placed.source_donor_id
     WHERE gift.donor_id IN ${inList(ids)} AND (link.donor_id IS NULL OR link.donor_id <> gift.donor_id)`.execute(
    transaction,
  );
  for (const { id, giftId, crmStatus } of rows) {
    if (crmStatus !== null) {
      await transaction
        .updateTable('gift')
        .set({ status: crmStatus, fingerprint: null })
        .where('id', '=', giftId)
        .where('status', '=', 'reversed')
        .execute();
    }
    await transaction
      .updateTable('source_gift')
      .set({ gift_id: null, crm_status: null })
      .where('id', '=', id)
      .execute();
  }
  // A row that was made for a record, and that no record stands behind any more.
  await sql`
    DELETE FROM gift
     WHERE donor_id IN ${inList(ids)} AND crm_id IS NULL AND external_id LIKE 'kentaa:%'
       AND NOT EXISTS (SELECT 1 FROM source_gift WHERE gift_id = gift.id)`.execute(transaction);
  return rows.map(({ donorId }) => donorId);
}
