/**
 * Takes everything of a donor out of the tables, in one transaction, and leaves what keeps her away. The files are
 * written anew afterwards (`scrub.ts`): a row that was deleted can still be read in what is left of it.
 */
import { sql } from 'kysely';
import type { Instant } from '../../domain/calendar/day.ts';
import type { ErasedKind, ErasureGround, ErasureReport } from '../../domain/privacy/erasure.ts';
import { addReports, erasureReportSchema, mapKinds } from '../../domain/privacy/erasure.ts';
import { countErasedDraws } from '../queries/hold-out.ts';
import { inList, inTexts } from '../queries/many.ts';
import { readObjecting } from '../queries/overlay-facts.ts';
import type { Flag } from '../schema.ts';
import type { Reader, Writer } from '../store.ts';
import { eraseAtSources } from './sources.ts';
import { addTombstones, type Remembered } from './tombstones.ts';

export interface ErasureOrder {
  readonly id: string;
  readonly at: Instant;
  readonly personId: number;
  readonly ground: ErasureGround;
  readonly donorId: number;
}

/** By table; a table that is not named counts among the others. */
const KIND_OF: Readonly<Record<string, ErasedKind>> = {
  donor: 'donors',
  donor_phone: 'phones',
  donor_email: 'emails',
  donor_address: 'addresses',
  gift: 'gifts',
  mandate: 'mandates',
  moment: 'moments',
  attempt: 'calls',
  correction: 'corrections',
  proposal: 'corrections',
  follow_up: 'followUps',
  objection: 'wishes',
  consent: 'wishes',
  contact_wish: 'wishes',
  email_opt_in: 'wishes',
  benefit_offer: 'wishes',
  donor_address_form: 'wishes',
};
/** Not worth a line: what is worked out from the rest, or goes with it. */
const UNCOUNTED = new Set(['bare_donor', 'giving', 'operation', 'audit_words', 'call_item', 'sync_notice']);

/** What would go and what would stay, without changing anything. */
export async function reportOf(reader: Reader, donorId: number): Promise<ErasureReport> {
  const donorIds = await sameDonors(reader, donorId);
  const list = inList(donorIds);
  const removed = mapKinds(() => 0);
  for (const { table, column } of await tablesAboutDonors(reader)) {
    if (UNCOUNTED.has(table)) continue;
    const { rows } = await sql<{ count: number }>`
      SELECT count(*) AS count FROM ${sql.table(table)} WHERE ${sql.ref(column)} IN ${list}`.execute(reader);
    removed[KIND_OF[table] ?? 'others'] += rows[0]?.count ?? 0;
  }
  removed.donors = donorIds.length;
  const sentFirst = await readProtecting(reader, donorIds);
  const waiting = await reader
    .selectFrom('operation')
    .select(['id', 'tries'])
    .where('donor_id', 'in', list)
    .where('state', 'in', ['waiting', 'conflict', 'rejected'])
    .where('id', 'not in', inTexts(sentFirst))
    .execute();
  const hasObjected = (await readObjecting(reader, donorIds)).size > 0;
  return {
    removed,
    sentFirst: sentFirst.length,
    withdrawn: waiting.length,
    perhapsSent: waiting.filter(({ tries }) => tries > 0).length,
    hasObjected,
    rememberedNumbers: hasObjected ? (await readNumbers(reader, donorIds)).length : 0,
  };
}

/** Part of the write that decides it. The rows of the donor are gone at its commit; `Store.scrub` has to follow. */
export async function eraseDonor(writer: Writer, order: ErasureOrder): Promise<ErasureReport> {
  const report = await reportOf(writer.transaction, order.donorId);
  await writer.transaction
    .insertInto('erasure')
    .values({
      id: order.id,
      at: order.at,
      person_id: order.personId,
      ground: order.ground,
      state: 'scrubbing',
      report: JSON.stringify(report),
      finished_at: null,
      lifted_at: null,
      lifted_by: null,
    })
    .execute();
  await removeRows(writer, order.id, order.donorId, report.hasObjected);
  return report;
}

/**
 * The CRM says that an erased donor and this one are the same person: what is held of her goes too, under the erasure
 * that there was. What still waits about her is not taken away unseen.
 *
 * @param crmId who need not be known here
 * @returns false when something about her waits or is being done; nothing was changed then
 */
export async function extendErasure(writer: Writer, erasureId: string, crmId: number): Promise<boolean> {
  const { transaction } = writer;
  const donor = await transaction.selectFrom('donor').select('id').where('crm_id', '=', crmId).executeTakeFirst();
  if (donor === undefined) {
    await addTombstones(writer, erasureId, [{ kind: 'contact', value: crmId }]);
    return true;
  }
  const report = await reportOf(transaction, donor.id);
  const call = await transaction
    .selectFrom('call_item')
    .select('id')
    .where('donor_id', '=', donor.id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (report.withdrawn > 0 || call !== undefined) return false;
  const { report: before } = await transaction
    .selectFrom('erasure')
    .select('report')
    .where('id', '=', erasureId)
    .executeTakeFirstOrThrow();
  await removeRows(writer, erasureId, donor.id, report.hasObjected);
  const together = addReports(erasureReportSchema.parse(JSON.parse(before)), report);
  await transaction
    .updateTable('erasure')
    .set({ report: JSON.stringify(together), state: 'scrubbing', finished_at: null })
    .where('id', '=', erasureId)
    .execute();
  return true;
}

async function removeRows(writer: Writer, erasureId: string, donorId: number, hasObjected: boolean): Promise<void> {
  const { transaction } = writer;
  const donorIds = await sameDonors(transaction, donorId);
  const list = inList(donorIds);
  const protecting = inTexts(await readProtecting(transaction, donorIds));
  await countErasedDraws(writer, donorIds);
  await addTombstones(writer, erasureId, await readRemembered(transaction, donorIds, hasObjected));
  // Rows go in the order of the tables; what belongs together is whole again at the commit.
  await sql`PRAGMA defer_foreign_keys = ON`.execute(transaction);
  await sql`UPDATE donor SET merged_into = NULL WHERE merged_into IN ${list}`.execute(transaction);
  await eraseAtSources(writer, erasureId, donorIds);
  const operations = sql`SELECT id FROM operation WHERE donor_id IN ${list}`;
  await sql`
    DELETE FROM conflict WHERE operation_id IN (${operations}) OR successor_id IN (${operations})`.execute(transaction);
  for (const { table, column } of await tablesAboutDonors(transaction)) {
    if (table === 'operation') continue;
    await sql`DELETE FROM ${sql.table(table)} WHERE ${sql.ref(column)} IN ${list}`.execute(transaction);
  }
  await sql`DELETE FROM operation WHERE donor_id IN ${list} AND id NOT IN ${protecting}`.execute(transaction);
  await sql`
    DELETE FROM donor WHERE id IN ${list}
       AND id NOT IN (SELECT donor_id FROM operation WHERE id IN ${protecting})`.execute(transaction);
  await makeBare(writer, erasureId, donorIds);
}

/** Whose number in the CRM alone is kept, until what protects her has arrived there. */
async function makeBare({ transaction }: Writer, erasureId: string, donorIds: readonly number[]): Promise<void> {
  await sql`
    UPDATE donor
       SET external_id = NULL, kind = 'individual', first_name = '', prefix = '', surname = '', display_name = '',
           gender = NULL, language = 'nl', does_not_want_calls = 1, does_not_want_email = 0, does_not_want_post = 0,
           is_deceased = 0, is_removed = 1, fingerprint = NULL, slice = 'outside', winner_asks = 0, merged_into = NULL,
           birthday = NULL, preferred_part = NULL
     WHERE id IN ${inList(donorIds)}`.execute(transaction);
  await sql`
    INSERT INTO bare_donor (donor_id, erasure_id)
    SELECT id, ${erasureId} FROM donor WHERE id IN ${inList(donorIds)}`.execute(transaction);
}

/** Where what protects a donor has reached the CRM, or was ended by a person, the bare row goes too. */
export async function dropSent({ transaction }: Writer): Promise<void> {
  const sending = await transaction.selectFrom('erasure').select('id').where('state', '=', 'sending').execute();
  if (sending.length === 0) return;
  const { rows: bare } = await sql<{ donorId: number; erasureId: string; isOpen: Flag }>`
    SELECT donor_id AS donorId, erasure_id AS erasureId,
           EXISTS (SELECT 1 FROM operation
                    WHERE donor_id = bare_donor.donor_id AND state IN ('waiting', 'conflict', 'rejected')) AS isOpen
      FROM bare_donor`.execute(transaction);
  const open = new Set(bare.flatMap(({ isOpen, erasureId }) => (isOpen === 1 ? [erasureId] : [])));
  const gone = inList(bare.flatMap(({ isOpen, donorId }) => (isOpen === 1 ? [] : [donorId])));
  await sql`PRAGMA defer_foreign_keys = ON`.execute(transaction);
  for (const { table, column } of await tablesAboutDonors(transaction)) {
    await sql`DELETE FROM ${sql.table(table)} WHERE ${sql.ref(column)} IN ${gone}`.execute(transaction);
  }
  await sql`DELETE FROM donor WHERE id IN ${gone}`.execute(transaction);
  const sent = sending.flatMap(({ id }) => (open.has(id) ? [] : [id]));
  await transaction.updateTable('erasure').set({ state: 'scrubbing' }).where('id', 'in', inTexts(sent)).execute();
}

/** The files are clean. What is still to be sent is waited for. */
export async function noteScrubbed({ transaction }: Writer, now: Instant): Promise<void> {
  const bare = transaction.selectFrom('bare_donor').select('erasure_id');
  const scrubbed = transaction.updateTable('erasure').where('state', '=', 'scrubbing');
  await scrubbed.set({ state: 'sending' }).where('id', 'in', bare).execute();
  await scrubbed.set({ state: 'finished', finished_at: now }).execute();
}

/** Her and all whom the CRM merged into her: the same person. */
export async function sameDonors(reader: Reader, donorId: number): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    WITH RECURSIVE same (id) AS (
      VALUES (${donorId})
      UNION
      SELECT donor.id FROM same JOIN donor ON donor.merged_into = same.id
    )
    SELECT id FROM same`.execute(reader);
  return rows.map(({ id }) => id);
}

interface Reference {
  readonly table: string;
  readonly column: string;
}

/** Every table that refers to a donor, read from the database itself, so that one that is added later is not forgotten. */
async function tablesAboutDonors(reader: Reader): Promise<readonly Reference[]> {
  const { rows } = await sql<Reference>`
    SELECT tables.name AS "table", keys."from" AS "column"
      FROM pragma_table_list AS tables JOIN pragma_foreign_key_list(tables.name) AS keys
     WHERE tables.schema = 'main' AND keys."table" = 'donor' AND tables.name <> 'donor'`.execute(reader);
  return rows;
}

/**
 * What still has to reach the CRM because it protects the donor: an objection, "no e-mail", "deceased"; not what was
 * taken back here.
 */
async function readProtecting(reader: Reader, donorIds: readonly number[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM operation
     WHERE donor_id IN ${inList(donorIds)} AND state = 'waiting'
       AND (kind = 'objection' OR (kind = 'flag' AND body ->> 'value' = 1))
       AND NOT EXISTS (SELECT 1 FROM operation AS undo
                        WHERE undo.kind = 'undo' AND undo.body ->> 'operationId' = operation.id)`.execute(reader);
  return rows.map(({ id }) => id);
}

async function readRemembered(
  reader: Reader,
  donorIds: readonly number[],
  hasObjected: boolean,
): Promise<readonly Remembered[]> {
  const donors = await reader
    .selectFrom('donor')
    .select(['crm_id', 'external_id'])
    .where('id', 'in', inList(donorIds))
    .execute();
  return [
    ...donors.flatMap(({ crm_id: value }) => (value === null ? [] : [{ kind: 'contact', value } as const])),
    ...donors.flatMap(({ external_id: value }) => (value === null ? [] : [{ kind: 'number', value } as const])),
    ...(hasObjected ? await readNumbers(reader, donorIds) : []).map((value) => ({ kind: 'phone', value }) as const),
  ];
}

async function readNumbers(reader: Reader, donorIds: readonly number[]): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('donor_phone')
    .select('number')
    .distinct()
    .where('donor_id', 'in', inList(donorIds))
    .where('number', 'is not', null)
    .execute();
  return rows.flatMap(({ number }) => (number === null ? [] : [number]));
}
