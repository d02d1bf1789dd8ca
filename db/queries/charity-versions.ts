/** The history of what the charity says of itself. Rows are only ever added; the newest holds. */
import type { Selectable } from 'kysely';
import type { Instant } from '../../domain/calendar/day.ts';
import { charitySchema, type Charity } from '../../domain/charity/charity.ts';
import type { CharityVersionTable } from '../charity-tables.ts';
import type { Reader, Writer } from '../store.ts';

export interface CharityVersion {
  readonly number: number;
  readonly at: Instant;
  readonly personId: number;
  readonly content: Charity;
  /** The version that this one took back; null for an ordinary change. */
  readonly undoes: number | null;
}

/** All versions, newest first. */
export async function readCharityVersions(reader: Reader): Promise<readonly CharityVersion[]> {
  const rows = await reader.selectFrom('charity_version').selectAll().orderBy('number', 'desc').execute();
  return rows.map(toVersion);
}

/** What holds now; null while nobody has written anything. */
export async function readCharity(reader: Reader): Promise<Charity | null> {
  const query = reader.selectFrom('charity_version').selectAll().orderBy('number', 'desc').limit(1);
  const row = await query.executeTakeFirst();
  return row === undefined ? null : toVersion(row).content;
}

export async function addCharityVersion(
  { transaction }: Writer,
  { at, personId, content, undoes }: Omit<CharityVersion, 'number'>,
): Promise<number> {
  const { number } = await transaction
    .insertInto('charity_version')
    .values({ at, person_id: personId, content: JSON.stringify(content), undoes })
    .returning('number')
    .executeTakeFirstOrThrow();
  return number;
}

function toVersion({ number, at, person_id, content, undoes }: Selectable<CharityVersionTable>): CharityVersion {
  return { number, at, personId: person_id, content: charitySchema.parse(JSON.parse(content)), undoes };
}
