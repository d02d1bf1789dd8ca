/** Who was drawn for the hold-out group of a programme, and who was not. A draw is for ever. */
import { sql } from 'kysely';
import { dayOfInstant, type CalendarDay, type Instant } from '../../domain/calendar/day.ts';
import type { Entry } from '../../domain/hold-out.ts';
import type { MandateStatus } from '../../domain/mandate.ts';
import type { ProgrammeId } from '../../domain/programmes/programme-id.ts';
import type { Arm, DrawnDonor } from '../../domain/results/achieved/drawn.ts';
import type { HoldOutErasedTable } from '../programme-tables.ts';
import type { Flag } from '../schema.ts';
import type { Reader, Writer } from '../store.ts';
import { readGifts } from './giving.ts';
import { groupByDonor, inList } from './many.ts';

export interface Draw extends Entry {
  readonly donorId: number;
  readonly programme: ProgrammeId;
  /** What the call list goes by. */
  readonly isHeld: boolean;
  /** By chance, whatever is done; null: tried before the group was opened. */
  readonly arm: Arm | null;
}

/** The programmes for which donors were drawn already, held out or not. */
export async function readDrawn(
  reader: Reader,
  donorIds: readonly number[],
): Promise<ReadonlyMap<number, readonly ProgrammeId[]>> {
  const rows = await reader
    .selectFrom('hold_out')
    .select(['donor_id', 'programme'])
    .where('donor_id', 'in', inList(donorIds))
    .execute();
  return groupByDonor(rows, ({ programme }) => programme);
}

/** Stores draws; what was drawn before stays as it was. */
export async function saveDraws({ transaction }: Writer, draws: readonly Draw[], at: Instant): Promise<void> {
  for (const { donorId, programme, isHeld, percent, arm, enteredOn, isFromBefore } of draws) {
    await transaction
      .insertInto('hold_out')
      .values({
        donor_id: donorId,
        programme,
        is_held: isHeld ? 1 : 0,
        percent,
        drawn_at: at,
        arm,
        entered_on: enteredOn,
        is_from_before: isFromBefore ? 1 : 0,
        complained_on: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

interface DrawnRow {
  readonly donor_id: number;
  readonly programme: ProgrammeId;
  readonly percent: number;
  readonly arm: Arm | null;
  readonly enteredOn: CalendarDay;
  readonly isFromBefore: Flag | null;
  readonly complainedOn: CalendarDay | null;
  readonly isRemoved: Flag;
}

/**
 * Everybody who was drawn, with what came after. Gifts and mandates are those that are known now, of everybody;
 * complaints and objections are those that were recorded here, and not taken back.
 */
export async function readDrawnDonors(reader: Reader): Promise<readonly DrawnDonor[]> {
  const { rows } = await sql<DrawnRow>`
    SELECT donor_id, programme, percent, arm, entered_on AS enteredOn, is_from_before AS isFromBefore,
           complained_on AS complainedOn, donor.is_removed AS isRemoved
      FROM hold_out JOIN donor ON donor.id = hold_out.donor_id
     ORDER BY donor_id, programme`.execute(reader);
  const received = await readReceived(reader, [...new Set(rows.map((row) => row.donor_id))]);
  const mandates = await readMandatesOfDrawn(reader);
  const complaints = await readDays(reader, 'complaint');
  const objections = await readDays(reader, 'objection');
  return rows.map(({ donor_id: donorId, isFromBefore, complainedOn, isRemoved, ...row }) => ({
    ...row,
    donorId,
    isFromBefore: isFromBefore === 1,
    isRemoved: isRemoved === 1,
    gifts: received(donorId),
    mandates: mandates.get(donorId) ?? [],
    complaints: [...(complaints.get(donorId) ?? []), ...(complainedOn === null ? [] : [complainedOn])],
    objections: objections.get(donorId) ?? [],
  }));
}

/** The gifts that a donor's loyalty level goes by: of the CRM and of every place that knows her, once each (0044). */
async function readReceived(
  reader: Reader,
  donorIds: readonly number[],
): Promise<(donorId: number) => DrawnDonor['gifts']> {
  const gifts = await readGifts(reader, donorIds);
  return (donorId) =>
    (gifts.get(donorId) ?? []).flatMap(({ status, day, amount, mandateId }) =>
      status === 'received' ? [{ day, amount, mandateId }] : [],
    );
}

async function readMandatesOfDrawn(reader: Reader): Promise<ReadonlyMap<number, DrawnDonor['mandates']>> {
  const { rows } = await sql<{
    id: number;
    donor_id: number;
    startDay: CalendarDay;
    status: MandateStatus;
    cancelledDay: CalendarDay | null;
  }>`
    SELECT coalesce(crm_id, id) AS id, donor_id, start_day AS startDay, status, cancelled_day AS cancelledDay
      FROM mandate WHERE donor_id IN (SELECT donor_id FROM hold_out)`.execute(reader);
  return groupByDonor(rows, ({ id, startDay, status, cancelledDay }) => ({ id, startDay, status, cancelledDay }));
}

const SAID = {
  complaint: sql<{ donor_id: number; at: Instant }>`
    SELECT donor_id, at FROM follow_up
     WHERE kind = 'complaint' AND (closed_at IS NULL OR answered_by IS NOT NULL)
       AND donor_id IN (SELECT donor_id FROM hold_out)`,
  objection: sql<{ donor_id: number; at: Instant }>`
    SELECT donor_id, at FROM objection
     WHERE undone_at IS NULL AND donor_id IN (SELECT donor_id FROM hold_out)`,
};

async function readDays(reader: Reader, what: keyof typeof SAID): Promise<ReadonlyMap<number, readonly CalendarDay[]>> {
  const { rows } = await SAID[what].execute(reader);
  return groupByDonor(rows, ({ at }) => dayOfInstant(at));
}

/** Part of an erasure: how many draws go with these donors, of whom nothing else is kept. */
export async function countErasedDraws({ transaction }: Writer, donorIds: readonly number[]): Promise<void> {
  await sql`
    INSERT INTO hold_out_erased (programme, arm, count)
    SELECT programme, arm, count(*) FROM hold_out
     WHERE donor_id IN ${inList(donorIds)} AND arm IS NOT NULL GROUP BY programme, arm
        ON CONFLICT (programme, arm) DO UPDATE SET count = count + excluded.count`.execute(transaction);
}

export async function readErasedDraws(reader: Reader): Promise<readonly HoldOutErasedTable[]> {
  return reader.selectFrom('hold_out_erased').selectAll().execute();
}

/** Retention takes these follow-ups away: of a complaint the day stays with the draw, and no word of it. */
export async function keepComplaintDays({ transaction }: Writer, followUpIds: readonly number[]): Promise<void> {
  const { rows } = await sql<{ donor_id: number; at: Instant }>`
    SELECT donor_id, min(at) AS at FROM follow_up
     WHERE id IN ${inList(followUpIds)} AND kind = 'complaint' AND answered_by IS NOT NULL
       AND donor_id IN (SELECT donor_id FROM hold_out) GROUP BY donor_id`.execute(transaction);
  for (const { donor_id: donorId, at } of rows) {
    const day = dayOfInstant(at);
    // The first one after the draw is the one that counts.
    await sql`
      UPDATE hold_out SET complained_on = ${day}
       WHERE donor_id = ${donorId} AND entered_on <= ${day}
         AND (complained_on IS NULL OR complained_on > ${day})`.execute(transaction);
  }
}
