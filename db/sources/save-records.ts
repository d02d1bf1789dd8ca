/** Writes records of a place. One that is known as it is changes nothing, so that reading again does no harm. */
import { sql } from 'kysely';
import type { Instant } from '../../domain/calendar/day.ts';
import { identityOf } from '../../domain/sources/person-identity.ts';
import { erasedAmong } from '../erasure/sources.ts';
import type { Writer } from '../store.ts';
import { keepingOf, keptOf, type KeptBefore, type KeptRecord } from './kept-tables.ts';
import type { PersonRecord, SourceRecord } from './records.ts';
import {
  dropEmpty,
  findByIdentity,
  saveConsents,
  savePerson,
  updateDetails,
  type RecordOfPerson,
} from './save-people.ts';

export interface SaveContext {
  readonly siteId: string;
  /** What was made before, and is not known here, is left alone. */
  readonly startedFrom: Instant;
  readonly now: Instant;
  /** It was asked for by its number, because something refers to it. */
  readonly isAskedFor: boolean;
}

export interface Saved {
  readonly records: number;
  /** Who is new, or about whom something changed. */
  readonly sourceDonorIds: readonly number[];
  /** Donors who lost something. */
  readonly donorIds: readonly number[];
}

/** The oldest change first. */
export async function saveRecords(
  writer: Writer,
  context: SaveContext,
  records: readonly SourceRecord[],
): Promise<Saved> {
  const erased = await erasedAmong(writer.transaction, context.siteId, records.flatMap(keysOf));
  const touched = new Set<number>();
  const left = new Set<number>();
  let count = 0;
  for (const record of records) {
    if (keysOf(record).some((key) => erased.has(key))) continue;
    const saved = await saveRecord(writer, context, record);
    if (saved === null) continue;
    count += 1;
    for (const id of saved.touched) touched.add(id);
    for (const id of saved.left) if (!saved.touched.includes(id)) left.add(id);
  }
  const donorIds = await dropEmpty(writer, [...left]);
  return { records: count, sourceDonorIds: [...touched], donorIds };
}

/** The record, and what it belongs to. */
function keysOf(record: SourceRecord): readonly string[] {
  if (record.kind === 'gift') return record.recurringKey === null ? [record.key] : [record.key, record.recurringKey];
  if (record.kind === 'page') return record.owner === null ? [record.key] : [record.key, record.owner.key];
  return [record.key];
}

interface SavedOne {
  readonly touched: readonly number[];
  /** Whose record it was before. */
  readonly left: readonly number[];
}

function saveRecord(writer: Writer, context: SaveContext, record: SourceRecord): Promise<SavedOne | null> {
  switch (record.kind) {
    case 'gift':
    case 'recurring':
    case 'page':
      return saveKept(writer, context, record);
    case 'person':
      return saveKnownPerson(writer, context, record);
  }
}

const isTooOld = ({ startedFrom, isAskedFor }: SaveContext, { createdAt }: SourceRecord): boolean =>
  !isAskedFor && createdAt < startedFrom;

const recordOf = ({ siteId, now }: SaveContext, { key, updatedAt }: SourceRecord): RecordOfPerson => ({
  siteId,
  now,
  key,
  updatedAt,
});

async function saveKept(writer: Writer, context: SaveContext, record: KeptRecord): Promise<SavedOne | null> {
  const before = await readBefore(writer, context.siteId, record);
  if (before === undefined ? isTooOld(context, record) : isSame(before, record)) return null;
  const { table, owner, person, consents, row } = keptOf(record, before);
  const left = before?.ownerId ?? null;
  const ownerId =
    person === null
      ? null
      : await savePerson(writer, { ...recordOf(context, record), key: person.key }, person.person, left);
  const named = { ...row, [owner]: ownerId, updated_at: record.updatedAt, gone_at: null };
  const columns = Object.keys(named).map((name) => sql.ref(name));
  await sql`
    INSERT INTO ${sql.table(table)} (site_id, source_key, ${sql.join(columns)})
    VALUES (${context.siteId}, ${record.key}, ${sql.join(Object.values(named))})
        ON CONFLICT (site_id, source_key) DO UPDATE
       SET ${sql.join(Object.keys(named).map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}`.execute(
    writer.transaction,
  );
  if (ownerId !== null) await saveConsents(writer, ownerId, record.key, consents);
  return { touched: ownerId === null ? [] : [ownerId], left: left === null ? [] : [left] };
}

async function readBefore(
  { transaction }: Writer,
  siteId: string,
  record: KeptRecord,
): Promise<KeptBefore | undefined> {
  const { table, owner } = keepingOf(record);
  const { rows } = await sql<KeptBefore>`
    SELECT *, ${sql.ref(owner)} AS "ownerId" FROM ${sql.table(table)}
     WHERE site_id = ${siteId} AND source_key = ${record.key}`.execute(transaction);
  return rows[0];
}

/** An account, or a newsletter: only of somebody who gave, or runs an action. */
async function saveKnownPerson(writer: Writer, context: SaveContext, record: PersonRecord): Promise<SavedOne | null> {
  const { transaction } = writer;
  const { siteId } = context;
  const owned = await transaction
    .selectFrom('source_page')
    .select('owner_id')
    .where('site_id', '=', siteId)
    .where('owner_key', '=', record.key)
    .where('owner_id', 'is not', null)
    .executeTakeFirst();
  const identity = identityOf(record.person);
  const id = (await findByIdentity(writer, siteId, identity)) ?? owned?.owner_id ?? null;
  if (id === null) return null;
  await updateDetails(writer, id, recordOf(context, record), record.person, null);
  await saveConsents(writer, id, record.key, record.consents);
  return { touched: [id], left: [] };
}

function isSame(
  before: { readonly updated_at: Instant; readonly gone_at: Instant | null },
  { updatedAt }: SourceRecord,
): boolean {
  return before.gone_at === null && before.updated_at >= updatedAt;
}
