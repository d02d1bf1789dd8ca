/** The fundraising platforms that are read besides the CRM: which there are, how it goes, and taking one away again. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { CalendarDay, Instant } from '../../domain/calendar/day.ts';
import type { Sentence } from '../../domain/language.ts';
import { readSetting, writeSetting, type Setting } from '../queries/settings.ts';
import type { SourceSiteTable } from '../source-tables.ts';
import type { Reader, Writer } from '../store.ts';
import { settleSources } from './settle.ts';

/** By site. In the database, which is encrypted, as the key of the CRM is (docs/decisions/0006). */
const KEYS: Setting<Readonly<Record<string, string>>> = {
  key: 'source.keys',
  schema: z.record(z.string(), z.string()),
};

/** Files are places as well, and are read when a coordinator brings one in (`file-places.ts`). */
export async function readPlatforms(reader: Reader): Promise<readonly SourceSiteTable[]> {
  return reader
    .selectFrom('source_site')
    .selectAll()
    .where('kind', '<>', 'file')
    .orderBy('name')
    .orderBy('id')
    .execute();
}

export async function readSourceKey(reader: Reader, siteId: string): Promise<string | null> {
  return (await readSetting(reader, KEYS))?.[siteId] ?? null;
}

export interface NewSite {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly apiKey: string;
  readonly startedFrom: CalendarDay;
  readonly at: Instant;
}

/** @returns false when it is there already */
export async function addSite(writer: Writer, site: NewSite): Promise<boolean> {
  const added = await writer.transaction
    .insertInto('source_site')
    .values({
      id: site.id,
      kind: 'kentaa',
      name: site.name,
      address: site.address,
      is_enabled: 1,
      adds_newcomers: 0,
      started_from: site.startedFrom,
      added_at: site.at,
      last_pulled_at: null,
      last_compared_at: null,
      problem: null,
      budget: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute();
  if (added.length === 0) return false;
  await writeKey(writer, site.id, site.apiKey);
  return true;
}

export async function writeKey(writer: Writer, siteId: string, apiKey: string | null): Promise<void> {
  const { [siteId]: _before, ...others } = (await readSetting(writer.transaction, KEYS)) ?? {};
  await writeSetting(writer, KEYS, apiKey === null ? others : { ...others, [siteId]: apiKey });
}

export async function changeSite(
  { transaction }: Writer,
  siteId: string,
  changes: { readonly isEnabled: boolean; readonly addsNewcomers: boolean },
): Promise<void> {
  await transaction
    .updateTable('source_site')
    .set({ is_enabled: changes.isEnabled ? 1 : 0, adds_newcomers: changes.addsNewcomers ? 1 : 0 })
    .where('id', '=', siteId)
    .execute();
}

/** How the last reading went. */
export async function noteReading(
  { transaction }: Writer,
  siteId: string,
  reading: { readonly at: Instant | null; readonly problem: Sentence | null; readonly budget: object },
): Promise<void> {
  await transaction
    .updateTable('source_site')
    .set({
      ...(reading.at === null ? {} : { last_pulled_at: reading.at }),
      problem: reading.problem === null ? null : JSON.stringify(reading.problem),
      budget: JSON.stringify(reading.budget),
    })
    .where('id', '=', siteId)
    .execute();
}

/** Everything is put back: what counted because of it counts no longer, and nothing that it said stays. */
export async function removeSite(writer: Writer, siteId: string): Promise<void> {
  const { transaction } = writer;
  const ofSite = sql`(SELECT id FROM source_donor WHERE site_id = ${siteId})`;
  const { rows } = await sql<{ donorId: number }>`
    DELETE FROM source_link WHERE source_donor_id IN ${ofSite} RETURNING donor_id AS donorId`.execute(transaction);
  await settleSources(
    writer,
    rows.flatMap(({ donorId }) => (donorId === null ? [] : [donorId])),
  );
  await transaction.deleteFrom('source_site').where('id', '=', siteId).execute();
  await writeKey(writer, siteId, null);
}

export interface SiteCounts {
  readonly people: number;
  readonly gifts: number;
  readonly linked: number;
  readonly doubtful: number;
  readonly newcomers: number;
}

export async function countOfSite(reader: Reader, siteId: string): Promise<SiteCounts> {
  const { rows } = await sql<SiteCounts>`
    SELECT (SELECT count(*) FROM source_donor WHERE site_id = ${siteId}) AS people,
           (SELECT count(*) FROM source_gift WHERE site_id = ${siteId} AND gone_at IS NULL) AS gifts,
           count(*) FILTER (WHERE state IN ('certain', 'linked')) AS linked,
           count(*) FILTER (WHERE state = 'doubtful') AS doubtful,
           count(*) FILTER (WHERE state = 'new') AS newcomers
      FROM source_link JOIN source_donor ON source_donor.id = source_donor_id
     WHERE site_id = ${siteId}`.execute(reader);
  return rows[0] ?? { people: 0, gifts: 0, linked: 0, doubtful: 0, newcomers: 0 };
}
