/** Where each kind of record is kept, and as what row. Who a row is about is filled in by the one who saves it. */
import type { CalendarDay, Instant } from '../../domain/calendar/day.ts';
import type { GiftStatus } from '../../domain/gift.ts';
import type { SourceGiftTable, SourcePageTable, SourceRecurringTable } from '../source-tables.ts';
import type { GiftRecord, PageRecord, RecurringRecord, SourceConsent, SourcePerson } from './records.ts';

export type KeptRecord = GiftRecord | RecurringRecord | PageRecord;

/** What is known of a record already; a day and status have gifts alone. */
export interface KeptBefore {
  readonly ownerId: number | null;
  readonly updated_at: Instant;
  readonly gone_at: Instant | null;
  readonly status?: GiftStatus;
  readonly day?: CalendarDay;
  readonly at?: Instant;
}

type Row<Table> = Omit<
  Table,
  | 'id'
  | 'site_id'
  | 'source_key'
  | 'source_donor_id'
  | 'owner_id'
  | 'updated_at'
  | 'gone_at'
  | 'gift_id'
  | 'crm_status'
  | 'crm_day'
  | 'mandate_id'
>;

export interface Kept {
  readonly table: 'source_gift' | 'source_recurring' | 'source_page';
  /** The column of who it is about. */
  readonly owner: 'source_donor_id' | 'owner_id';
  /** Null for a page of nobody in particular. */
  readonly person: { readonly key: string; readonly person: SourcePerson } | null;
  readonly consents: readonly SourceConsent[];
  readonly row: Readonly<Record<string, string | number | null>>;
}

export function keptOf(record: KeptRecord, before: KeptBefore | undefined): Kept {
  switch (record.kind) {
    case 'gift':
      return { ...keepingOf(record), person: record, consents: record.consents, row: rowOfGift(record, before) };
    case 'recurring':
      return { ...keepingOf(record), person: record, consents: [], row: rowOfRecurring(record) };
    case 'page':
      return { ...keepingOf(record), person: record.owner, consents: record.consents, row: rowOfPage(record) };
  }
}

export function keepingOf({ kind }: KeptRecord): Pick<Kept, 'table' | 'owner'> {
  return kind === 'page'
    ? { table: 'source_page', owner: 'owner_id' }
    : { table: `source_${kind}`, owner: 'source_donor_id' };
}

function rowOfGift(record: GiftRecord, before: KeptBefore | undefined) {
  // A refund has a day of its own; the gift was given on the day on which it came.
  const { day = record.day, at = record.at } =
    record.status === 'reversed' && before?.status === 'received' ? before : record;
  return {
    day,
    at,
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
  } satisfies Row<SourceGiftTable>;
}

function rowOfRecurring(record: RecurringRecord) {
  return {
    amount: record.amount,
    frequency_unit: record.frequency.unit,
    frequency_interval: record.frequency.interval,
    start_day: record.startDay,
    end_day: record.endDay,
    is_active: record.isActive ? 1 : 0,
  } satisfies Row<SourceRecurringTable>;
}

function rowOfPage(record: PageRecord) {
  return {
    kind: record.pageKind,
    title: record.title,
    person_name: record.personName,
    owner_key: record.owner?.key ?? null,
    is_for_other: record.isForOther ? 1 : 0,
    url: record.url,
    reference: record.reference,
    started_day: record.startedDay,
    end_day: record.endDay,
    is_over: record.isOver ? 1 : 0,
    total: record.total,
    gifts: record.gifts,
    earlier_times: record.earlierTimes,
  } satisfies Row<SourcePageTable>;
}
