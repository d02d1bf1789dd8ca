/** Gifts and mandates a page at a time, as the organisation has them (dialects/). */
import type { MirrorGift, MirrorMandate } from '../../../db/mirror/records.ts';
import type { CursorPosition, PullPage } from '../../connector.ts';
import type { Schema } from './describe.ts';
import type { ObjectInfo } from './object-info.ts';
import type { GivingDialect } from './dialects/dialect.ts';
import type { SalesforceOrg } from './http.ts';
import { numberOf } from './numbers.ts';
import type { Talk } from './org-session.ts';
import { nextPage, type PagedObject } from './paging.ts';
import type { Row } from './query.ts';

/** What is read of gifts or mandates, and by which column they are somebody's. */
export interface PagedGiving extends PagedObject {
  readonly donor: string;
}

export function gifts({ gift, dialect }: Schema): PagedGiving | null {
  return pagedGiving(gift, dialect.gift);
}

export function mandates({ mandate, dialect }: Schema): PagedGiving | null {
  return pagedGiving(mandate, dialect.mandate);
}

function pagedGiving<Kept>(info: ObjectInfo | null, giving: GivingDialect<Kept>): PagedGiving | null {
  const donor = info === null ? null : giving.donor(info);
  if (info === null || donor === null) return null;
  return {
    object: giving.object,
    donor,
    select: giving.columns(info, donor),
    where: giving.where(info, donor),
    all: false,
    tellsDeleted: true,
  };
}

const NOTHING = { position: null, isLast: true, isRewound: false, rows: 0, leftOut: 0 } as const;

export async function pullMandates({ org, schema }: Talk, at: CursorPosition): Promise<PullPage> {
  const paged = mandates(schema);
  if (paged === null) return { ...NOTHING, pulled: { entity: 'mandates', records: [] } };
  const { rows, deleted, ...page } = await nextPage(org, paged, at);
  const { records, leftOut } = await readMandates({ org, schema }, rows);
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
  const { records, leftOut } = await readGifts({ org, schema }, rows);
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

export function readMandates({ org, schema }: Talk, rows: readonly Row[]): Promise<ReadRecords<MirrorMandate>> {
  return readGiving(org, { kind: 'mandate', dialect: schema.dialect.mandate, paged: mandates(schema) }, rows);
}

export function readGifts({ org, schema }: Talk, rows: readonly Row[]): Promise<ReadRecords<MirrorGift>> {
  return readGiving(org, { kind: 'gift', dialect: schema.dialect.gift, paged: gifts(schema) }, rows);
}

interface Giving<Kept> {
  readonly kind: 'gift' | 'mandate';
  readonly dialect: GivingDialect<Kept>;
  readonly paged: PagedGiving | null;
}

async function readGiving<Kept>(
  org: SalesforceOrg,
  { kind, dialect, paged }: Giving<Kept>,
  rows: readonly Row[],
): Promise<ReadRecords<Kept>> {
  const read = paged === null ? [] : rows.flatMap((row) => dialect.read(row, paged.donor) ?? []);
  await org.numbers.keep(
    'contact',
    read.map(({ contactId }) => contactId),
  );
  const taken = await org.numbers.keep(
    kind,
    read.map(({ id }) => id),
  );
  const records = read.flatMap(({ id, kept }) => (kept === null || taken.has(id) ? [] : [kept]));
  return { records, leftOut: rows.length - records.length };
}
