/** Regular gifts of a place: the mandate of the CRM that says the same, or one of their own beside it. */
import { sql } from 'kysely';
import { daysBetween, type CalendarDay } from '../../domain/calendar/day.ts';
import type { MandateFrequency } from '../../domain/mandate.ts';
import type { Cents } from '../../domain/money.ts';
import { inList } from '../queries/many.ts';
import type { Flag } from '../schema.ts';
import type { Writer } from '../store.ts';

interface Regular {
  readonly id: number;
  readonly donorId: number;
  readonly amount: Cents;
  readonly unit: MandateFrequency['unit'];
  readonly interval: number;
  readonly startDay: CalendarDay;
  readonly endDay: CalendarDay | null;
  readonly isActive: Flag;
  readonly goneAt: string | null;
  readonly mandateId: number | null;
}

/** Between the day on which somebody signed up and the day on which the CRM lets the mandate begin. */
const DAYS_APART = 45;

export async function settleMandates(writer: Writer, donorIds: readonly number[]): Promise<void> {
  const { transaction } = writer;
  const { rows: unlinked } = await sql<{ id: number }>`
    SELECT regular.id FROM mandate JOIN source_recurring AS regular ON regular.mandate_id = mandate.id
      LEFT JOIN source_link AS link ON link.source_donor_id = regular.source_donor_id
     WHERE mandate.donor_id IN ${inList(donorIds)} AND (link.donor_id IS NULL OR link.donor_id <> mandate.donor_id)`.execute(
    transaction,
  );
  await release(
    writer,
    unlinked.map(({ id }) => id),
  );
  const { rows } = await sql<Regular>`
    SELECT regular.id, link.donor_id AS donorId, amount, frequency_unit AS unit, frequency_interval AS "interval",
           start_day AS startDay, end_day AS endDay, is_active AS isActive, gone_at AS goneAt, mandate_id AS mandateId
      FROM source_link AS link JOIN source_recurring AS regular ON regular.source_donor_id = link.source_donor_id
     WHERE link.donor_id IN ${inList(donorIds)} ORDER BY regular.id`.execute(transaction);
  const taken = new Set<number>();
  for (const regular of rows) {
    if (regular.goneAt !== null) {
      await release(writer, [regular.id]);
      continue;
    }
    const booked = await findBooked(writer, regular, taken);
    if (booked === null) {
      await countItself(writer, regular);
      continue;
    }
    taken.add(booked);
    if (regular.mandateId !== booked) await release(writer, [regular.id]);
    await transaction
      .updateTable('source_recurring')
      .set({ mandate_id: booked })
      .where('id', '=', regular.id)
      .execute();
  }
}

async function findBooked(
  { transaction }: Writer,
  { donorId, amount, unit, interval, startDay }: Regular,
  taken: ReadonlySet<number>,
): Promise<number | null> {
  const rows = await transaction
    .selectFrom('mandate')
    .select(['id', 'start_day'])
    .where('donor_id', '=', donorId)
    .where('crm_id', 'is not', null)
    .where('amount', '=', amount)
    .where('frequency_unit', '=', unit)
    .where('frequency_interval', '=', interval)
    .orderBy('id')
    .execute();
  return (
    rows.find(({ id, start_day }) => !taken.has(id) && Math.abs(daysBetween(startDay, start_day)) <= DAYS_APART)?.id ??
    null
  );
}

async function countItself({ transaction }: Writer, regular: Regular): Promise<void> {
  const isRunning = regular.isActive === 1;
  const row = {
    donor_id: regular.donorId,
    start_day: regular.startDay,
    amount: regular.amount,
    frequency_unit: regular.unit,
    frequency_interval: regular.interval,
    status: isRunning ? 'running' : 'ended',
    cancelled_day: null,
  } as const;
  const known =
    regular.mandateId === null
      ? undefined
      : await transaction
          .selectFrom('mandate')
          .select('id')
          .where('id', '=', regular.mandateId)
          .where('crm_id', 'is', null)
          .executeTakeFirst();
  if (known !== undefined) {
    await transaction.updateTable('mandate').set(row).where('id', '=', known.id).execute();
    return;
  }
  const { id } = await transaction
    .insertInto('mandate')
    .values({ crm_id: null, ...row, fingerprint: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  await transaction.updateTable('source_recurring').set({ mandate_id: id }).where('id', '=', regular.id).execute();
}

/** The mandate that was made for it goes; one of the CRM stays. */
async function release({ transaction }: Writer, ids: readonly number[]): Promise<void> {
  const { rows } = await sql<{ mandateId: number }>`
    SELECT mandate_id AS mandateId FROM source_recurring
     WHERE id IN ${inList(ids)} AND mandate_id IS NOT NULL`.execute(transaction);
  await sql`UPDATE source_recurring SET mandate_id = NULL WHERE id IN ${inList(ids)}`.execute(transaction);
  await sql`
    DELETE FROM mandate
     WHERE crm_id IS NULL AND id IN ${inList(rows.map(({ mandateId }) => mandateId))}`.execute(transaction);
}
