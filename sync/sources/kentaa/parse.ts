/**
 * Records of Kentaa as they are kept (kentaa.md §3 and §5). Every field may be absent, and unknown words are never taken
 * for good news: what is not known to be paid was not.
 */
import { z } from 'zod';
import type { GiftStatus } from '../../../domain/gift.ts';
import type { MandateFrequency } from '../../../domain/mandate.ts';
import type {
  GiftRecord,
  PageRecord,
  PersonRecord,
  RecurringRecord,
  SourceRecord,
} from '../../../db/sources/records.ts';
import { consentsIn, personIn } from './parse-person.ts';
import { count, day, dayOf, flag, id, idOrNull, instant, money, plainText, text, textOrNull } from './values.ts';

const stamps = { id, created_at: instant, updated_at: instant };

/** What a gift came through, the nearest first: the order of Kentaa's own library. */
const through = {
  action_id: idOrNull,
  team_id: idOrNull,
  company_id: idOrNull,
  project_id: idOrNull,
};

const giftSchema = z.looseObject({
  ...stamps,
  ...through,
  recurring_donor_id: idOrNull,
  anonymous: flag,
  device_type: textOrNull,
  message: textOrNull,
  start_donation: flag,
  registration_fee: flag,
  donation_amount: money,
  amount: money,
  currency: text,
  countable: z.boolean().catch(true),
  payment_status: text,
  payment_status_at: instant,
  transaction_id: textOrNull,
  consents: z.unknown().optional(),
});

const STATUSES: Readonly<Record<string, GiftStatus>> = {
  paid: 'received',
  refunded: 'reversed',
  chargedback: 'reversed',
  canceled: 'cancelled',
  cancelled: 'cancelled',
};

/** Null for a row that is none: it is counted, and never stops the rest. */
export type Parse = (record: unknown) => SourceRecord | null;

export const donation: Parse = (record): GiftRecord | null => {
  const gift = giftIn(record, 'donation');
  if (gift === null) return null;
  const { row, base } = gift;
  const status = STATUSES[row.payment_status] ?? 'announced';
  const at = (status === 'received' ? row.payment_status_at : null) ?? base.createdAt;
  return {
    ...base,
    person: personIn(record),
    at,
    day: dayOf(at),
    status,
    sourceStatus: row.payment_status,
    isManual: false,
  };
};

/** Cash or a transfer that an organiser typed in. The numbers are those of another series than the donations'. */
export const manualDonation: Parse = (record): GiftRecord | null => {
  const gift = giftIn(record, 'manual-donation');
  if (gift === null) return null;
  const { base } = gift;
  return {
    ...base,
    person: personIn(record, false),
    at: base.createdAt,
    day: dayOf(base.createdAt),
    status: 'received',
    sourceStatus: 'manual',
    isManual: true,
  };
};

type BaseGift = Omit<GiftRecord, 'person' | 'at' | 'day' | 'status' | 'sourceStatus' | 'isManual'>;

function giftIn(
  record: unknown,
  name: string,
): { readonly row: z.infer<typeof giftSchema>; readonly base: BaseGift } | null {
  const parsed = giftSchema.safeParse(record);
  if (!parsed.success) return null;
  const row = parsed.data;
  const stamped = stampsOf(row, name);
  const amount = row.donation_amount ?? row.amount;
  if (stamped === null || amount === null) return null;
  const base = {
    kind: 'gift',
    ...stamped,
    consents: consentsIn(row.consents, stamped.createdAt),
    amount,
    currency: row.currency === '' ? 'EUR' : row.currency,
    isAnonymous: row.anonymous,
    isOwnAction: row.start_donation || row.registration_fee,
    isCountable: row.countable,
    recurringKey: row.recurring_donor_id === null ? null : `recurring-donor:${row.recurring_donor_id}`,
    pageKey: pageKeyOf(row),
    transactionKey: row.transaction_id,
    device: row.device_type,
    message: row.message,
  } as const;
  return { row, base };
}

function stampsOf(
  row: { readonly id: number; readonly created_at: string | null; readonly updated_at: string | null },
  name: string,
): { readonly key: string; readonly createdAt: string; readonly updatedAt: string } | null {
  const { created_at: createdAt, updated_at: updatedAt } = row;
  if (createdAt === null) return null;
  return { key: `${name}:${row.id}`, createdAt, updatedAt: updatedAt ?? createdAt };
}

function pageKeyOf(row: Readonly<Record<keyof typeof through, number | null>>): string | null {
  if (row.action_id !== null) return `action:${row.action_id}`;
  if (row.team_id !== null) return `team:${row.team_id}`;
  if (row.company_id !== null) return `company:${row.company_id}`;
  return row.project_id === null ? null : `project:${row.project_id}`;
}

const FREQUENCIES: Readonly<Record<string, MandateFrequency>> = {
  weekly: { unit: 'week', interval: 1 },
  monthly: { unit: 'month', interval: 1 },
  quarterly: { unit: 'month', interval: 3 },
  half_yearly: { unit: 'month', interval: 6 },
  biannually: { unit: 'month', interval: 6 },
  yearly: { unit: 'year', interval: 1 },
  annually: { unit: 'year', interval: 1 },
};

const recurringSchema = z.looseObject({
  ...stamps,
  frequency_type: text,
  start_date: day,
  end_date: day,
  active: flag,
  amount: money,
});

/** One with a rhythm that is not known is left out: its donations count all the same. */
export const recurringDonor: Parse = (record): RecurringRecord | null => {
  const parsed = recurringSchema.safeParse(record);
  if (!parsed.success) return null;
  const row = parsed.data;
  const stamped = stampsOf(row, 'recurring-donor');
  const frequency = FREQUENCIES[row.frequency_type];
  if (stamped === null || row.amount === null || frequency === undefined) return null;
  return {
    kind: 'recurring',
    ...stamped,
    person: personIn(record),
    amount: row.amount,
    frequency,
    startDay: row.start_date ?? dayOf(stamped.createdAt),
    endDay: row.end_date,
    isActive: row.active,
  };
};

const pageSchema = z.looseObject({
  ...stamps,
  title: text,
  name: text,
  first_name: text,
  infix: text,
  last_name: text,
  who_type: text,
  url: textOrNull,
  external_reference: textOrNull,
  end_date: instant,
  closed: flag,
  ended: flag,
  total_amount: money,
  total_donations: count,
  previous_participations: count,
  owner: z.unknown().optional(),
  consents: z.unknown().optional(),
});

const ownerSchema = z.looseObject({ id, first_name: text, last_name: text });

export const page =
  (pageKind: PageRecord['pageKind']): Parse =>
  (record): PageRecord | null => {
    const parsed = pageSchema.safeParse(record);
    if (!parsed.success) return null;
    const row = parsed.data;
    const stamped = stampsOf(row, pageKind);
    if (stamped === null) return null;
    // A project belongs to the charity, and the contact of a company runs no action.
    const owner = pageKind === 'action' || pageKind === 'team' ? ownerSchema.safeParse(row.owner).data : undefined;
    const own = [row.first_name, row.infix, row.last_name].filter((part) => part !== '').join(' ');
    return {
      kind: 'page',
      ...stamped,
      pageKind,
      title: plainText(row.title === '' ? row.name : row.title),
      personName: pageKind === 'action' ? own : row.name,
      owner: owner === undefined ? null : { key: `user:${owner.id}`, person: personIn(row.owner) },
      isForOther: row.who_type === 'other',
      url: row.url,
      reference: row.external_reference,
      startedDay: dayOf(stamped.createdAt),
      endDay: row.end_date === null ? null : dayOf(row.end_date),
      isOver: row.closed || row.ended,
      total: row.total_amount ?? 0,
      gifts: row.total_donations,
      earlierTimes: row.previous_participations,
      consents: consentsIn(row.consents, stamped.createdAt),
    };
  };

const personRecordSchema = z.looseObject({ ...stamps, consents: z.unknown().optional() });

export const person =
  (name: 'user' | 'newsletter-subscription'): Parse =>
  (record): PersonRecord | null => {
    const parsed = personRecordSchema.safeParse(record);
    if (!parsed.success) return null;
    const stamped = stampsOf(parsed.data, name);
    if (stamped === null) return null;
    return {
      kind: 'person',
      ...stamped,
      person: personIn(record),
      consents: consentsIn(parsed.data.consents, stamped.createdAt),
    };
  };
