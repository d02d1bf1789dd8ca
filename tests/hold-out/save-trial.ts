/** Puts the donors of a trial into a real database, as the pull and the callers would have left them. */
import { sql } from 'kysely';
import { addDays, instantAt, type Instant } from '../../domain/calendar/day.ts';
import type { DrawnDonor } from '../../domain/results/achieved/drawn.ts';
import { ensureDonors } from '../../db/mirror/save-stubs.ts';
import type { Store, Writer } from '../../db/store.ts';
import { BOOKED_AFTER, giveAtPlace, isAtPlace, isInCrm } from './give-at-place.ts';

/** Beyond the numbers of any other donor of a test. */
const FIRST_CRM_ID = 5_000_000;

/** @param personId who recorded complaints and objections. @param readAt when the site was last read on which some gave */
export async function saveTrial(
  store: Store,
  donors: readonly DrawnDonor[],
  personId: number,
  readAt: Instant = '2026-01-05T09:00:00.000Z',
): Promise<void> {
  await store.write(async (writer) => {
    const ids = await saveDonors(writer, donors);
    const rows = donors.map((donor) => ({ ...donor, id: ids.get(donor.donorId) ?? 0 }));
    await saveGiving(writer, rows);
    await giveAtPlace(writer, once(rows), readAt);
    await saveSaid(writer, rows, personId);
    await sql`
      INSERT INTO hold_out (donor_id, programme, is_held, percent, drawn_at, arm, entered_on, is_from_before)
      SELECT value ->> 'id', value ->> 'programme', value ->> 'arm' IS 'held', value ->> 'percent',
             value ->> 'at', value ->> 'arm', value ->> 'enteredOn', value ->> 'isFromBefore'
        FROM json_each(${JSON.stringify(rows.map((row) => ({ ...row, at: instantAt(row.enteredOn, '09:00') })))})`.execute(
      writer.transaction,
    );
  });
}

type Saved = DrawnDonor & { readonly id: number };

async function saveDonors(
  writer: Writer,
  donors: readonly DrawnDonor[],
): Promise<ReadonlyMap<DrawnDonor['donorId'], number>> {
  const crmIds = [...new Set(donors.map(({ donorId }) => FIRST_CRM_ID + donorId))];
  await ensureDonors(writer, crmIds);
  const removed = donors.filter(({ isRemoved }) => isRemoved).map(({ donorId }) => FIRST_CRM_ID + donorId);
  await sql`
    UPDATE donor SET is_removed = 1 WHERE crm_id IN (SELECT value FROM json_each(${JSON.stringify(removed)}))`.execute(
    writer.transaction,
  );
  const { rows } = await sql<{ id: number; crm_id: number }>`
    SELECT id, crm_id FROM donor WHERE crm_id >= ${FIRST_CRM_ID}`.execute(writer.transaction);
  return new Map(rows.map(({ id, crm_id: crmId }) => [crmId - FIRST_CRM_ID, id]));
}

/** Of a donor who was drawn twice there is one life. */
function once(rows: readonly Saved[]): readonly Saved[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

async function saveGiving({ transaction }: Writer, rows: readonly Saved[]): Promise<void> {
  const mandates = once(rows).flatMap(({ id, mandates: own }) =>
    own.map((mandate) => ({ ...mandate, donor: id, crm: FIRST_CRM_ID + id })),
  );
  await sql`
    INSERT INTO mandate (crm_id, donor_id, start_day, amount, frequency_unit, frequency_interval, status, cancelled_day)
    SELECT value ->> 'crm', value ->> 'donor', value ->> 'startDay', 1000, 'month', 1, value ->> 'status',
           value ->> 'cancelledDay'
      FROM json_each(${JSON.stringify(mandates)})`.execute(transaction);
  const gifts = once(rows).flatMap((donor) =>
    donor.gifts.flatMap(({ day, amount, mandateId }) => {
      if (mandateId === null && !isInCrm(donor)) return [];
      const isLate = mandateId === null && isAtPlace(donor);
      return [
        {
          donor: donor.id,
          day: isLate ? addDays(day, BOOKED_AFTER) : day,
          amount,
          mandate: mandateId === null ? null : FIRST_CRM_ID + donor.id,
        },
      ];
    }),
  );
  await sql`
    INSERT INTO gift (crm_id, donor_id, day, amount, status, mandate_ref, fingerprint)
    SELECT ${FIRST_CRM_ID} + key, value ->> 'donor', value ->> 'day', value ->> 'amount', 'received', value ->> 'mandate',
           'as the CRM said'
      FROM json_each(${JSON.stringify(gifts)})`.execute(transaction);
}

async function saveSaid({ transaction }: Writer, rows: readonly Saved[], personId: number): Promise<void> {
  const complaints = once(rows).flatMap(({ id, complaints: days }) =>
    days.map((day) => ({ donor: id, at: instantAt(day, '19:00') })),
  );
  await sql`
    INSERT INTO follow_up (donor_id, person_id, kind, text, at)
    SELECT value ->> 'donor', ${personId}, 'complaint', 'Te veel post', value ->> 'at'
      FROM json_each(${JSON.stringify(complaints)})`.execute(transaction);
  const objections = once(rows).flatMap(({ id, objections: days }) =>
    days.map((day) => ({ donor: id, at: instantAt(day, '19:00'), key: `trial-${id}` })),
  );
  await sql`
    INSERT INTO operation (id, donor_id, person_id, kind, body, recorded_at, state, tries)
    SELECT value ->> 'key', value ->> 'donor', ${personId}, 'objection', '{}', value ->> 'at', 'applied', 1
      FROM json_each(${JSON.stringify(objections)})`.execute(transaction);
  await sql`
    INSERT INTO objection (id, donor_id, person_id, at)
    SELECT value ->> 'key', value ->> 'donor', ${personId}, value ->> 'at'
      FROM json_each(${JSON.stringify(objections)})`.execute(transaction);
}
