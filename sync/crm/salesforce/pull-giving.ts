/** Opportunities as gifts, NPSP's recurring donations as mandates, a page at a time. */
import type { MirrorGift, MirrorMandate } from '../../../db/mirror/records.ts';
import { isCalendarDay, type CalendarDay } from '../../../domain/calendar/day.ts';
import type { GiftStatus } from '../../../domain/gift.ts';
import type { MandateFrequency, MandateStatus } from '../../../domain/mandate.ts';
import { centsOfEuros } from '../../../domain/money.ts';
import type { CursorPosition, PullPage } from '../../connector.ts';
import { OPPORTUNITY, RECURRING, visible, type ObjectInfo, type Schema } from './describe.ts';
import type { SalesforceOrg } from './http.ts';
import { numberOf } from './numbers.ts';
import type { Talk } from './org-session.ts';
import { nextPage, type PagedObject } from './paging.ts';
import type { Row } from './query.ts';
import { giftRow, mandateRow, readRows, type GiftRow, type MandateRow } from './rows.ts';
import { names, soql, type Soql } from './soql.ts';

/** Gifts of a person; those of an organisation have no primary contact, and are not called for (docs/connect-salesforce.md). */
export function gifts({ gift }: Schema): PagedObject | null {
  if (gift?.fields.has('npsp__Primary_Contact__c') !== true) return null;
  const where = soql`npsp__Primary_Contact__c != null`;
  return { object: OPPORTUNITY, select: giftColumns(gift), where, all: false, tellsDeleted: true };
}

export function mandates({ mandate }: Schema): PagedObject | null {
  if (mandate === null) return null;
  const wanted = Object.keys(mandateRow.shape).filter((name) => name !== 'Id');
  const select = names(...visible(mandate, wanted));
  return { object: RECURRING, select, where: soql`npe03__Contact__c != null`, all: false, tellsDeleted: true };
}

const GIFT_FIELDS = [
  'npsp__Primary_Contact__c',
  'Amount',
  'CloseDate',
  'IsWon',
  'IsClosed',
  'CurrencyIsoCode',
  'npe03__Recurring_Donation__c',
  'LeadSource',
];

function giftColumns(gift: ObjectInfo): Soql {
  const columns = [...visible(gift, GIFT_FIELDS), ...(gift.fields.has('CampaignId') ? ['Campaign.Name'] : [])];
  if (!gift.children.has('npe01__OppPayment__r')) return names(...columns);
  // What was given back stands with the payments of a gift, and not with the gift.
  const refunds = soql`(SELECT npsp__DebitType__c, npe01__Paid__c, npe01__Payment_Amount__c FROM npe01__OppPayment__r)`;
  return soql`${names(...columns)}, ${refunds}`;
}

const NOTHING = { position: null, isLast: true, isRewound: false, rows: 0, leftOut: 0 } as const;

export async function pullMandates({ org, schema }: Talk, at: CursorPosition): Promise<PullPage> {
  const paged = mandates(schema);
  if (paged === null) return { ...NOTHING, pulled: { entity: 'mandates', records: [] } };
  const { rows, deleted, ...page } = await nextPage(org, paged, at);
  const { records, leftOut } = await readMandates(org, rows);
  return {
    ...page,
    isRewound: false,
    pulled: { entity: 'mandates', records },
    rows: rows.length,
    leftOut,
    deleted: await keptNumbers(org, 'mandate', deleted),
  };
}

export async function pullGifts({ org, schema }: Talk, at: CursorPosition): Promise<PullPage> {
  const paged = gifts(schema);
  if (paged === null) return { ...NOTHING, pulled: { entity: 'gifts', records: [] } };
  const { rows, deleted, ...page } = await nextPage(org, paged, at);
  const { records, leftOut } = await readGifts(org, rows);
  return {
    ...page,
    isRewound: false,
    pulled: { entity: 'gifts', records },
    rows: rows.length,
    leftOut,
    deleted: await keptNumbers(org, 'gift', deleted),
  };
}

/** Of what was deleted, what was ever held here. */
export async function keptNumbers(
  org: SalesforceOrg,
  kind: 'gift' | 'mandate' | 'task',
  deleted: readonly string[],
): Promise<readonly number[]> {
  if (deleted.length === 0) return [];
  return [...(await org.numbers.idsOf(kind, deleted.map(numberOf))).keys()];
}

interface ReadRecords<Kept> {
  readonly records: readonly Kept[];
  readonly leftOut: number;
}

export async function readMandates(org: SalesforceOrg, rows: readonly Row[]): Promise<ReadRecords<MirrorMandate>> {
  const { read } = readRows(mandateRow, rows);
  await org.numbers.keep(
    'contact',
    read.map((row) => row.npe03__Contact__c),
  );
  const taken = await org.numbers.keep(
    'mandate',
    read.map(({ Id }) => Id),
  );
  const records = read.flatMap((row) => (taken.has(row.Id) ? [] : (toMandate(row) ?? [])));
  return { records, leftOut: rows.length - records.length };
}

export async function readGifts(org: SalesforceOrg, rows: readonly Row[]): Promise<ReadRecords<MirrorGift>> {
  const { read } = readRows(giftRow, rows);
  await org.numbers.keep(
    'contact',
    read.map((row) => row.npsp__Primary_Contact__c),
  );
  const taken = await org.numbers.keep(
    'gift',
    read.map(({ Id }) => Id),
  );
  const records = read.flatMap((row) => (taken.has(row.Id) ? [] : (toGift(row) ?? [])));
  return { records, leftOut: rows.length - records.length };
}

function dayOf(text: string | null | undefined): CalendarDay | null {
  const day = (text ?? '').slice(0, 10);
  return isCalendarDay(day) ? day : null;
}

/** Amounts of organisations with several currencies count where they are in euros. */
function inEuros(
  amount: number | null | undefined,
  currency: string | null | undefined,
): ReturnType<typeof centsOfEuros> {
  if (amount === null || amount === undefined || (currency ?? 'EUR') !== 'EUR') return null;
  // A currency has two decimals there, and comes as a number with whatever noise that brings (salesforce.md §3).
  return centsOfEuros(Math.round(amount * 100) / 100);
}

function toGift(row: GiftRow): MirrorGift | null {
  const day = dayOf(row.CloseDate);
  const amount = inEuros(row.Amount, row.CurrencyIsoCode);
  if (day === null || amount === null) return null;
  return {
    crmId: numberOf(row.Id),
    donorCrmId: numberOf(row.npsp__Primary_Contact__c),
    day,
    amount,
    status: giftStatus(row),
    mandateCrmId:
      typeof row.npe03__Recurring_Donation__c === 'string' ? numberOf(row.npe03__Recurring_Donation__c) : null,
    project: row.Campaign?.Name ?? null,
    source: row.LeadSource ?? null,
  };
}

/** A pledge is no gift: only what is won was received (salesforce.md §6). Names of stages are the organisation's own. */
function giftStatus({ IsWon, IsClosed, npe01__OppPayment__r: payments }: GiftRow): GiftStatus {
  if (!IsWon) return IsClosed ? 'cancelled' : 'announced';
  const wasTakenBack = payments?.records.some(
    ({ npsp__DebitType__c: type, npe01__Paid__c: isPaid }) =>
      isPaid === true && (type === 'Refund' || type === 'Chargeback'),
  );
  return wasTakenBack === true ? 'reversed' : 'received';
}

const PERIODS: Readonly<Record<string, MandateFrequency>> = {
  Daily: { unit: 'day', interval: 1 },
  Weekly: { unit: 'week', interval: 1 },
  // Twice a month; nothing that we know of is nearer.
  '1st and 15th': { unit: 'week', interval: 2 },
  Monthly: { unit: 'month', interval: 1 },
  Quarterly: { unit: 'month', interval: 3 },
  Yearly: { unit: 'year', interval: 1 },
};

function toMandate(row: MandateRow): MirrorMandate | null {
  // The effective date moves when the amount is raised; when it was agreed does not.
  const startDay = dayOf(row.npe03__Date_Established__c) ?? dayOf(row.npsp__StartDate__c);
  const amount = inEuros(row.npe03__Amount__c, row.CurrencyIsoCode);
  const period = PERIODS[row.npe03__Installment_Period__c ?? ''];
  if (startDay === null || amount === null || period === undefined) return null;
  const times = Math.max(1, Math.round(row.npsp__InstallmentFrequency__c ?? 1));
  const status = mandateStatus(row);
  return {
    crmId: numberOf(row.Id),
    donorCrmId: numberOf(row.npe03__Contact__c),
    startDay,
    amount,
    frequency: { unit: period.unit, interval: period.interval * times },
    status,
    cancelledDay: status === 'cancelled' ? dayOf(row.npsp__EndDate__c) : null,
  };
}

/** Paused and failing ones are still running. The older kind of recurring donation has another field. */
function mandateStatus(row: MandateRow): MandateStatus {
  const status = row.npsp__Status__c ?? (row.npe03__Open_Ended_Status__c === 'Closed' ? 'Closed' : 'Active');
  if (status === 'Closed') return 'cancelled';
  return status === 'Lapsed' ? 'ended' : 'running';
}
