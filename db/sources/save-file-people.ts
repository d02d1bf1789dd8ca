/**
 * Writes a page of a spreadsheet that is a place: whom it names, what they gave and what they do not want. By keys that the
 * same row has in every version of the file, so that reading it again changes nothing. What is empty never wins; nothing
 * goes because a later file lacks it; who objected once has objected. Whom it concerns is to be compared with the donors.
 */
import { sql } from 'kysely';
import type { CalendarDay, Instant } from '../../domain/calendar/day.ts';
import type { GiftStatus } from '../../domain/gift.ts';
import type { Cents } from '../../domain/money.ts';
import { eachOf, inTexts } from '../queries/many.ts';
import type { Writer } from '../store.ts';
import type { SourceConsent, SourcePerson } from './records.ts';
import { personColumns } from './person-columns.ts';

export interface FilePerson {
  /** Of the person at the place: "person:R-17". */
  readonly key: string;
  readonly person: SourcePerson;
  readonly consents: readonly SourceConsent[];
  readonly numbered: Numbered;
}

/** By what a file calls somebody whom we may have called so ourselves (docs/decisions/0054). */
export interface Numbered {
  /** As it stands in the file; null for none. */
  readonly number: string | null;
  /** Who she was when the file went out; null where the file does not say. */
  readonly delivered: { readonly name: string; readonly postcode: string | null } | null;
}

export interface FilePlaceGift {
  /** "gift:2026-113" */
  readonly key: string;
  readonly personKey: string;
  readonly day: CalendarDay;
  readonly amount: Cents;
  readonly status: GiftStatus;
  /** The number that the file gives it; null for none. */
  readonly number: string | null;
}

export interface FilePage {
  readonly siteId: string;
  /** Name of the file. */
  readonly file: string;
  readonly at: Instant;
  /** Each key once. */
  readonly people: readonly FilePerson[];
  readonly gifts: readonly FilePlaceGift[];
}

export interface HowMany {
  readonly new: ReadonlySet<string>;
  readonly changed: ReadonlySet<string>;
}

export interface SavedPeople {
  /** Keys. */
  readonly people: HowMany;
  readonly gifts: HowMany;
}

export async function saveFilePeople(writer: Writer, page: FilePage): Promise<SavedPeople> {
  const people = await savePeople(writer, page);
  const objecting = await saveConsents(writer, page);
  const gifts = await saveGifts(writer, page);
  const touched = [...people.new, ...people.changed, ...objecting, ...ownersOf(page, gifts)];
  await toJudge(writer, page.siteId, touched, objecting);
  return {
    people: {
      new: people.new,
      changed: new Set([...people.changed, ...[...objecting].filter((key) => !people.new.has(key))]),
    },
    gifts,
  };
}

const TEXTS = ['first_name', 'infix', 'last_name', 'organisation'] as const;
const ADDRESS = ['street', 'house_number', 'house_number_addition', 'postcode', 'town', 'country'] as const;
const OTHERS = [
  'email',
  'phone',
  'phone_number',
  'iban',
  'birth_date',
  'own_number',
  'delivered_name',
  'delivered_postcode',
] as const;

async function savePeople({ transaction }: Writer, { siteId, file, at, people }: FilePage): Promise<HowMany> {
  const known = await knownAmong('source_donor', transaction, siteId, people);
  const rows = people.map(({ key, person, numbered: { number, delivered } }) => ({
    key,
    ...personColumns(person),
    own_number: number,
    delivered_name: delivered?.name ?? null,
    delivered_postcode: delivered?.postcode ?? null,
  }));
  const columns = [...TEXTS, ...OTHERS, ...ADDRESS] as const;
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const values = sql.join(columns.map((column) => sql`value ->> ${sql.lit(column)}`));
  // The parts of a name belong together, and so do those of an address; a number goes with how it was written.
  const isSaid = (column: (typeof columns)[number]) =>
    isOneOf(TEXTS, column)
      ? sql`excluded.first_name || excluded.last_name || excluded.organisation <> ''`
      : isOneOf(ADDRESS, column)
        ? sql`coalesce(excluded.street, excluded.postcode) IS NOT NULL`
        : column === 'phone_number'
          ? sql`excluded.phone IS NOT NULL`
          : sql`${sql.ref(`excluded.${column}`)} IS NOT NULL`;
  const merged = (column: (typeof columns)[number]) => sql`
    CASE WHEN ${isSaid(column)} THEN ${sql.ref(`excluded.${column}`)} ELSE ${sql.ref(`source_donor.${column}`)} END`;
  const set = sql.join(columns.map((column) => sql`${sql.ref(column)} = ${merged(column)}`));
  const differs = sql.join(
    columns.map((column) => sql`${sql.ref(`source_donor.${column}`)} IS NOT ${merged(column)}`),
    sql` OR `,
  );
  const { rows: written } = await sql<{ key: string }>`
    INSERT INTO source_donor (site_id, source_key, ${names}, language, is_callable, first_seen_at, changed_at, file)
    SELECT ${siteId}, value ->> 'key', ${values}, value ->> 'language', 1, ${at}, ${at}, ${file}
      FROM ${eachOf(rows)} WHERE true
        ON CONFLICT (site_id, source_key) DO UPDATE SET
           ${set}, changed_at = excluded.changed_at, file = excluded.file, gone_at = NULL, looked_up_at = NULL
         WHERE ${differs} OR source_donor.gone_at IS NOT NULL
     RETURNING source_key AS key`.execute(transaction);
  return apart(written, known);
}

function isOneOf<Value extends string>(list: readonly Value[], value: string): value is Value {
  return list.some((each) => each === value);
}

async function knownAmong(
  table: 'source_donor' | 'source_gift',
  transaction: Writer['transaction'],
  siteId: string,
  records: readonly { readonly key: string }[],
): Promise<ReadonlySet<string>> {
  const rows = await transaction
    .selectFrom(table as 'source_gift')
    .select('source_key')
    .where('site_id', '=', siteId)
    .where('source_key', 'in', inTexts(records.map(({ key }) => key)))
    .execute();
  return new Set(rows.map(({ source_key: key }) => key));
}

function apart(written: readonly { readonly key: string }[], known: ReadonlySet<string>): HowMany {
  const keys = written.map(({ key }) => key);
  return {
    new: new Set(keys.filter((key) => !known.has(key))),
    changed: new Set(keys.filter((key) => known.has(key))),
  };
}

/** An objection that stands is not said twice, and no file takes it back. @returns keys of those of whom something is new */
async function saveConsents({ transaction }: Writer, { siteId, people }: FilePage): Promise<ReadonlySet<string>> {
  const rows = people.flatMap(({ key, consents }) => consents.map((consent) => ({ key, ...consent })));
  if (rows.length === 0) return new Set();
  const { rows: added } = await sql<{ key: string }>`
    INSERT INTO source_consent (source_donor_id, record_key, kind, is_granted, at, words, version)
    SELECT source_donor.id, value ->> 'key', value ->> 'kind', value ->> 'isGranted', value ->> 'at', value ->> 'words', NULL
      FROM ${eachOf(rows)}
      CROSS JOIN source_donor ON source_donor.site_id = ${siteId} AND source_donor.source_key = value ->> 'key'
     WHERE NOT EXISTS (SELECT 1 FROM source_consent AS said
                        WHERE said.source_donor_id = source_donor.id AND said.kind = value ->> 'kind'
                          AND said.is_granted = value ->> 'isGranted'
                          AND (said.is_granted = 0 OR said.at = value ->> 'at'))
        ON CONFLICT DO NOTHING
     RETURNING record_key AS key`.execute(transaction);
  return new Set(added.map(({ key }) => key));
}

/** A gift that went back keeps the day on which it was given. */
async function saveGifts({ transaction }: Writer, { siteId, at, gifts }: FilePage): Promise<HowMany> {
  if (gifts.length === 0) return { new: new Set(), changed: new Set() };
  const known = await knownAmong('source_gift', transaction, siteId, gifts);
  const day = sql`
    CASE WHEN excluded.status = 'reversed' AND source_gift.status = 'received' THEN source_gift.day ELSE excluded.day END`;
  const { rows: written } = await sql<{ key: string }>`
    INSERT INTO source_gift (site_id, source_key, source_donor_id, day, at, amount, currency, status, source_status,
                             is_manual, is_anonymous, is_own_action, is_countable, transaction_key, updated_at)
    SELECT ${siteId}, value ->> 'key', source_donor.id, value ->> 'day', (value ->> 'day') || 'T11:00:00.000Z',
           value ->> 'amount', 'EUR', value ->> 'status', value ->> 'status', 0, 0, 0, 1, value ->> 'number', ${at}
      FROM ${eachOf(gifts)}
      CROSS JOIN source_donor ON source_donor.site_id = ${siteId} AND source_donor.source_key = value ->> 'personKey'
     WHERE true
        ON CONFLICT (site_id, source_key) DO UPDATE SET
           source_donor_id = excluded.source_donor_id, day = ${day}, at = ${day} || 'T11:00:00.000Z',
           amount = excluded.amount, status = excluded.status, source_status = excluded.source_status,
           updated_at = excluded.updated_at, gone_at = NULL
         WHERE source_gift.source_donor_id <> excluded.source_donor_id OR source_gift.day <> ${day}
            OR source_gift.amount <> excluded.amount OR source_gift.status <> excluded.status
            OR source_gift.gone_at IS NOT NULL
     RETURNING source_key AS key`.execute(transaction);
  return apart(written, known);
}

function ownersOf({ gifts }: FilePage, saved: HowMany): readonly string[] {
  return gifts.filter(({ key }) => saved.new.has(key) || saved.changed.has(key)).map(({ personKey }) => personKey);
}

/** Who objects goes first. */
async function toJudge(
  { transaction }: Writer,
  siteId: string,
  keys: readonly string[],
  urgent: ReadonlySet<string>,
): Promise<void> {
  await sql`
    INSERT INTO source_to_judge (source_donor_id, is_urgent)
    SELECT id, source_key IN ${inTexts([...urgent])} FROM source_donor
     WHERE site_id = ${siteId} AND source_key IN ${inTexts([...new Set(keys)])}
        ON CONFLICT (source_donor_id) DO UPDATE SET is_urgent = max(is_urgent, excluded.is_urgent)`.execute(
    transaction,
  );
}
