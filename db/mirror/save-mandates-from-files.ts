/** Writes mandates from files into the mirror: one per donor, found again by its donor. */
import { sql } from 'kysely';
import { eachOf, inList } from '../queries/many.ts';
import type { Writer } from '../store.ts';
import { MANDATE_NOT_IN_FILES } from './known-from-files.ts';
import type { FileMandate } from './records-from-files.ts';

export interface DonorMandate {
  readonly donorId: number;
  /** Null for a donor without one: a mandate that was running has ended. */
  readonly mandate: FileMandate | null;
}

export interface SavedMandates {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Donors whose mandate is new or changed. */
  readonly donorIds: readonly number[];
}

/** @param isForGood false: nothing is written */
export async function saveMandatesFromFiles(
  writer: Writer,
  entries: readonly DonorMandate[],
  isForGood: boolean,
): Promise<SavedMandates> {
  const { transaction } = writer;
  const donorIds = entries.map(({ donorId }) => donorId);
  const known = await readKnown(writer, donorIds);
  const compared = entries.flatMap(({ donorId, mandate }) => {
    const before = known.get(donorId) ?? null;
    const after = mandate ?? (before === null ? null : ended(before));
    if (after === null) return [];
    const isSame = before !== null && textOf(before) === textOf(after);
    // A mandate that the file does not speak of and that ended before is no news.
    return mandate === null && isSame ? [] : [{ donorId, id: before?.id ?? null, after, isSame }];
  });
  const pending = compared.filter(({ isSame }) => !isSame);
  const added = pending.filter(({ id }) => id === null).map(({ donorId }) => donorId);
  const saved: SavedMandates = {
    new: added.length,
    changed: pending.length - added.length,
    unchanged: compared.length - pending.length,
    donorIds: pending.map(({ donorId }) => donorId),
  };
  if (!isForGood) return saved;
  const rows = pending.map(({ donorId, id, after }) => ({ ...after, donorId, id }));
  await sql`
    INSERT INTO mandate (id, donor_id, start_day, amount, frequency_unit, frequency_interval, status, cancelled_day)
    SELECT value ->> 'id', value ->> 'donorId', value ->> 'startDay', value ->> 'amount', value ->> '$.frequency.unit',
           value ->> '$.frequency.interval', value ->> 'status', value ->> 'cancelledDay'
      FROM ${eachOf(rows)} WHERE true
        ON CONFLICT (id) DO UPDATE SET
           start_day = excluded.start_day, amount = excluded.amount, frequency_unit = excluded.frequency_unit,
           frequency_interval = excluded.frequency_interval, status = excluded.status,
           cancelled_day = excluded.cancelled_day`.execute(transaction);
  await adoptGifts(writer, added);
  return saved;
}

/** The mandate of each donor who has one, by the id that gifts refer to. */
export async function readMandateIds(
  { transaction }: Writer,
  donorIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const rows = await transaction
    .selectFrom('mandate')
    .select(['id', 'donor_id'])
    .where('donor_id', 'in', inList(donorIds))
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map(({ id, donor_id }) => [donor_id, id]));
}

interface KnownMandate extends FileMandate {
  readonly id: number;
}

async function readKnown(
  { transaction }: Writer,
  donorIds: readonly number[],
): Promise<ReadonlyMap<number, KnownMandate>> {
  const rows = await transaction
    .selectFrom('mandate')
    .selectAll()
    .where('donor_id', 'in', inList(donorIds))
    .orderBy('id', 'desc')
    .execute();
  return new Map(
    rows.map((row) => [
      row.donor_id,
      {
        id: row.id,
        startDay: row.start_day,
        amount: row.amount,
        frequency: { unit: row.frequency_unit, interval: row.frequency_interval },
        status: row.status,
        cancelledDay: row.cancelled_day,
      },
    ]),
  );
}

function ended(mandate: FileMandate): FileMandate {
  return mandate.status === 'running' ? { ...mandate, status: 'ended' } : mandate;
}

function textOf({ startDay, amount, frequency, status, cancelledDay }: FileMandate): string {
  return JSON.stringify([startDay, amount, frequency.unit, frequency.interval, status, cancelledDay]);
}

/** Gifts that came before their mandate was known belong to it now. */
async function adoptGifts({ transaction }: Writer, donorIds: readonly number[]): Promise<void> {
  if (donorIds.length === 0) return;
  await sql`
    UPDATE gift SET mandate_ref = (SELECT min(mandate.id) FROM mandate WHERE mandate.donor_id = gift.donor_id)
     WHERE donor_id IN (SELECT value FROM json_each(${JSON.stringify(donorIds)}))
       AND mandate_ref = ${MANDATE_NOT_IN_FILES}`.execute(transaction);
}
