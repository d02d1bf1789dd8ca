/** Writes whom a record of a place is about: the one that is known by the same identity, the one that the record had, or a new one. */
import { sql } from 'kysely';
import type { Instant } from '../../domain/calendar/day.ts';
import { identityOf } from '../../domain/sources/person-identity.ts';
import type { Writer } from '../store.ts';
import type { SourceConsent, SourcePerson } from './records.ts';
import { personColumns } from './person-columns.ts';

export interface RecordOfPerson {
  readonly siteId: string;
  readonly key: string;
  readonly updatedAt: Instant;
  readonly now: Instant;
}

/** @param current whom the record was about until now; null for a new one. @returns her id */
export async function savePerson(
  writer: Writer,
  record: RecordOfPerson,
  person: SourcePerson,
  current: number | null,
): Promise<number> {
  const identity = identityOf(person);
  const known = await findByIdentity(writer, record.siteId, identity);
  const keeps = known === null && current !== null && (await isAloneWith(writer, current)) ? current : known;
  if (keeps !== null) {
    await updateDetails(writer, keeps, record, person, identity);
    return keeps;
  }
  const { siteId, key, now, updatedAt } = record;
  const { id } = await writer.transaction
    .insertInto('source_donor')
    .values({
      site_id: siteId,
      source_key: await freeKey(writer, siteId, key),
      identity,
      ...columnsOf(person),
      first_seen_at: now,
      changed_at: updatedAt,
      gone_at: null,
      looked_up_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Null when nobody is known by it, or there is none. */
export async function findByIdentity(
  { transaction }: Writer,
  siteId: string,
  identity: string | null,
): Promise<number | null> {
  if (identity === null) return null;
  const row = await transaction
    .selectFrom('source_donor')
    .select('id')
    .where('site_id', '=', siteId)
    .where('identity', '=', identity)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** What is newer wins, and what is empty never does. */
export async function updateDetails(
  { transaction }: Writer,
  id: number,
  { updatedAt }: RecordOfPerson,
  person: SourcePerson,
  identity: string | null,
): Promise<void> {
  const before = await transaction
    .selectFrom('source_donor')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const isNewer = updatedAt >= before.changed_at;
  const said = columnsOf(person);
  const merged = Object.fromEntries(
    Object.entries(said).map(([name, value]) => {
      const known = before[name as keyof typeof said];
      const [first, second] = isNewer ? [value, known] : [known, value];
      return [name, first === null || first === '' ? second : first];
    }),
  );
  const isSame = Object.entries(merged).every(([name, value]) => before[name as keyof typeof said] === value);
  await transaction
    .updateTable('source_donor')
    .set({
      ...merged,
      is_callable: person.isCallable || before.is_callable === 1 ? 1 : 0,
      identity: before.identity ?? identity,
      changed_at: isNewer ? updatedAt : before.changed_at,
      gone_at: null,
      looked_up_at: isSame ? before.looked_up_at : null,
    })
    .where('id', '=', id)
    .execute();
}

function columnsOf(person: SourcePerson) {
  return { ...personColumns(person), is_callable: person.isCallable ? 1 : 0 } as const;
}

/** A record whose person was corrected at the place stays hers, unless others are hers too. */
async function isAloneWith({ transaction }: Writer, id: number): Promise<boolean> {
  const { rows } = await sql<{ records: number }>`
    SELECT (SELECT count(*) FROM source_gift WHERE source_donor_id = ${id})
         + (SELECT count(*) FROM source_recurring WHERE source_donor_id = ${id})
         + (SELECT count(*) FROM source_page WHERE owner_id = ${id}) AS records`.execute(transaction);
  return (rows[0]?.records ?? 0) <= 1;
}

/** Somebody else may have begun with the record that is another's now. */
async function freeKey({ transaction }: Writer, siteId: string, key: string): Promise<string> {
  const row = await transaction
    .selectFrom('source_donor')
    .select('id')
    .where('site_id', '=', siteId)
    .where('source_key', '=', key)
    .executeTakeFirst();
  return row === undefined ? key : `${key}#${row.id}`;
}

/** What is known already stays; a consent is never changed. */
export async function saveConsents(
  { transaction }: Writer,
  sourceDonorId: number,
  recordKey: string,
  consents: readonly SourceConsent[],
): Promise<void> {
  for (const { kind, isGranted, at, words, version } of consents) {
    await transaction
      .insertInto('source_consent')
      .values({
        source_donor_id: sourceDonorId,
        record_key: recordKey,
        kind,
        is_granted: isGranted ? 1 : 0,
        at,
        words,
        version,
      })
      .onConflict((conflict) =>
        conflict.columns(['source_donor_id', 'record_key', 'kind', 'at', 'is_granted']).doNothing(),
      )
      .execute();
  }
}

/** Whoever has nothing left: her records turned out to be another's. @returns the donors whom those were linked to */
export async function dropEmpty({ transaction }: Writer, ids: readonly number[]): Promise<readonly number[]> {
  const list = JSON.stringify(ids);
  const { rows: linked } = await sql<{ donorId: number }>`
    SELECT donor_id AS donorId FROM source_link
     WHERE donor_id IS NOT NULL AND source_donor_id IN (SELECT value FROM json_each(${list}))`.execute(transaction);
  await sql`
    DELETE FROM source_donor
     WHERE id IN (SELECT value FROM json_each(${list}))
       AND NOT EXISTS (SELECT 1 FROM source_gift WHERE source_donor_id = source_donor.id)
       AND NOT EXISTS (SELECT 1 FROM source_recurring WHERE source_donor_id = source_donor.id)
       AND NOT EXISTS (SELECT 1 FROM source_page WHERE owner_id = source_donor.id)`.execute(transaction);
  return linked.map(({ donorId }) => donorId);
}
