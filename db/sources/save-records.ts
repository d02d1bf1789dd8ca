/** Writes records of a place. One that is known as it is changes nothing, so that reading again does no harm. */
import type { Instant } from '../../domain/calendar/day.ts';
import { identityOf } from '../../domain/sources/person-identity.ts';
import { erasedAmong } from '../erasure/sources.ts';
import type { Writer } from '../store.ts';
import type { GiftRecord, PageRecord, PersonRecord, RecurringRecord, SourceRecord } from './records.ts';
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
      return saveGift(writer, context, record);
    case 'recurring':
      return saveRecurring(writer, context, record);
    case 'page':
      return savePage(writer, context, record);
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

async function saveGift(writer: Writer, context: SaveContext, record: GiftRecord): Promise<SavedOne | null> {
  const { transaction } = writer;
  const { siteId } = context;
  const before = await transaction
    .selectFrom('source_gift')
    .select(['id', 'source_donor_id', 'status', 'day', 'at', 'updated_at', 'gone_at'])
    .where('site_id', '=', siteId)
    .where('source_key', '=', record.key)
    .executeTakeFirst();
  if (before === undefined ? isTooOld(context, record) : isSame(before, record)) return null;
  const sourceDonorId = await savePerson(
    writer,
    recordOf(context, record),
    record.person,
    before?.source_donor_id ?? null,
  );
  // A refund has a day of its own; the gift was given on the day on which it came.
  const given = record.status === 'reversed' && before?.status === 'received' ? before : record;
  const row = {
    source_donor_id: sourceDonorId,
    day: given.day,
    at: given.at,
    amount: record.amount,
    currency: record.currency,
    status: record.status,
    source_status: record.sourceStatus,
    is_manual: record.isManual ? 1 : 0,
    is_anonymous: record.isAnonymous ? 1 : 0,
    is_own_action: record.isOwnAction ? 1 : 0,
    is_countable: record.isCountable ? 1 : 0,
    recurring_key: record.recurringKey,
    page_key: record.pageKey,
    transaction_key: record.transactionKey,
    device: record.device,
    message: record.message,
    updated_at: record.updatedAt,
    gone_at: null,
  } as const;
  if (before === undefined) {
    await transaction
      .insertInto('source_gift')
      .values({ site_id: siteId, source_key: record.key, ...row, gift_id: null, crm_status: null })
      .execute();
  } else {
    await transaction.updateTable('source_gift').set(row).where('id', '=', before.id).execute();
  }
  await saveConsents(writer, sourceDonorId, record.key, record.consents);
  return { touched: [sourceDonorId], left: before === undefined ? [] : [before.source_donor_id] };
}

async function saveRecurring(writer: Writer, context: SaveContext, record: RecurringRecord): Promise<SavedOne | null> {
  const { transaction } = writer;
  const { siteId } = context;
  const before = await transaction
    .selectFrom('source_recurring')
    .select(['id', 'source_donor_id', 'updated_at', 'gone_at'])
    .where('site_id', '=', siteId)
    .where('source_key', '=', record.key)
    .executeTakeFirst();
  if (before === undefined ? isTooOld(context, record) : isSame(before, record)) return null;
  const sourceDonorId = await savePerson(
    writer,
    recordOf(context, record),
    record.person,
    before?.source_donor_id ?? null,
  );
  const row = {
    source_donor_id: sourceDonorId,
    amount: record.amount,
    frequency_unit: record.frequency.unit,
    frequency_interval: record.frequency.interval,
    start_day: record.startDay,
    end_day: record.endDay,
    is_active: record.isActive ? 1 : 0,
    updated_at: record.updatedAt,
    gone_at: null,
  } as const;
  if (before === undefined) {
    await transaction
      .insertInto('source_recurring')
      .values({ site_id: siteId, source_key: record.key, ...row, mandate_id: null })
      .execute();
  } else {
    await transaction.updateTable('source_recurring').set(row).where('id', '=', before.id).execute();
  }
  return { touched: [sourceDonorId], left: before === undefined ? [] : [before.source_donor_id] };
}

async function savePage(writer: Writer, context: SaveContext, record: PageRecord): Promise<SavedOne | null> {
  const { transaction } = writer;
  const { siteId } = context;
  const before = await transaction
    .selectFrom('source_page')
    .select(['id', 'owner_id', 'updated_at', 'gone_at'])
    .where('site_id', '=', siteId)
    .where('source_key', '=', record.key)
    .executeTakeFirst();
  if (before === undefined ? isTooOld(context, record) : isSame(before, record)) return null;
  const { owner } = record;
  const ownerId =
    owner === null
      ? null
      : await savePerson(
          writer,
          { ...recordOf(context, record), key: owner.key },
          owner.person,
          before?.owner_id ?? null,
        );
  const row = {
    kind: record.pageKind,
    title: record.title,
    person_name: record.personName,
    owner_id: ownerId,
    owner_key: owner?.key ?? null,
    is_for_other: record.isForOther ? 1 : 0,
    url: record.url,
    reference: record.reference,
    started_day: record.startedDay,
    end_day: record.endDay,
    is_over: record.isOver ? 1 : 0,
    total: record.total,
    gifts: record.gifts,
    earlier_times: record.earlierTimes,
    updated_at: record.updatedAt,
    gone_at: null,
  } as const;
  if (before === undefined) {
    await transaction
      .insertInto('source_page')
      .values({ site_id: siteId, source_key: record.key, ...row })
      .execute();
  } else {
    await transaction.updateTable('source_page').set(row).where('id', '=', before.id).execute();
  }
  if (ownerId !== null) await saveConsents(writer, ownerId, record.key, record.consents);
  const left = before?.owner_id ?? null;
  return { touched: ownerId === null ? [] : [ownerId], left: left === null ? [] : [left] };
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
