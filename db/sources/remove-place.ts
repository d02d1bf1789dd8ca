/**
 * Takes a place that came from files away, some people at a time (docs/decisions/0055): who it named, what counted because
 * of it, and its imports. What people decided and did with donors is the donors', and stays; so do contacts in the CRM.
 */
import { sql } from 'kysely';
import { z } from 'zod';
import { inList } from '../queries/many.ts';
import { readSetting, writeSetting, type Setting } from '../queries/settings.ts';
import type { Reader, Writer } from '../store.ts';
import { settleSources } from './settle.ts';

const PEOPLE_OF_A_PORTION = 500;

/** Places that are half gone: a start after a kill goes on with them. */
const GOING: Setting<readonly string[]> = { key: 'places.going', schema: z.array(z.string()) };

export async function readGoing(reader: Reader): Promise<readonly string[]> {
  return (await readSetting(reader, GOING)) ?? [];
}

export async function markGoing(writer: Writer, siteId: string): Promise<void> {
  await writeSetting(writer, GOING, [...new Set([...(await readGoing(writer.transaction)), siteId])]);
}

export interface PlaceContents {
  readonly people: number;
  /** Donors of the CRM who were recognised there; they stay. */
  readonly donors: number;
  readonly gifts: number;
  readonly consents: number;
  /** Nobody recognised them, and they do not want to be called. */
  readonly strangersObjecting: number;
  /** Became contacts in the CRM, and stay. */
  readonly inCrm: number;
}

export async function countPlace(reader: Reader, siteId: string): Promise<PlaceContents> {
  const { rows } = await sql<PlaceContents>`
    SELECT count(*) AS people, count(DISTINCT donor_id) AS donors,
           (SELECT count(*) FROM source_gift WHERE site_id = ${siteId}) AS gifts,
           (SELECT count(*) FROM source_consent AS said JOIN source_donor AS whose ON whose.id = said.source_donor_id
             WHERE whose.site_id = ${siteId} AND said.is_granted = 1) AS consents,
           count(*) FILTER (WHERE donor_id IS NULL AND EXISTS (
             SELECT 1 FROM source_consent AS said
              WHERE said.source_donor_id = source_donor.id AND said.is_granted = 0)) AS "strangersObjecting",
           (SELECT count(*) FROM source_newcomer AS came JOIN source_donor AS whose ON whose.id = came.source_donor_id
             WHERE whose.site_id = ${siteId} AND came.added_at IS NOT NULL) AS "inCrm"
      FROM source_donor LEFT JOIN source_link ON source_link.source_donor_id = source_donor.id
     WHERE source_donor.site_id = ${siteId}`.execute(reader);
  return rows[0] ?? { people: 0, donors: 0, gifts: 0, consents: 0, strangersObjecting: 0, inCrm: 0 };
}

export type WhyStays = 'not-compared' | 'unsent-objection' | 'on-the-way';

/** What has to be finished first: an objection that goes to the CRM must not go with the place that told of it. */
export async function whyPlaceStays(reader: Reader, siteId: string): Promise<WhyStays | null> {
  const { rows } = await sql<{ why: WhyStays }>`
    SELECT 'not-compared' AS why FROM source_to_judge JOIN source_donor ON source_donor.id = source_donor_id
     WHERE site_id = ${siteId}
    UNION ALL
    SELECT 'unsent-objection' FROM source_objection AS told
      JOIN source_donor ON source_donor.id = told.source_donor_id JOIN operation ON operation.id = told.id
     WHERE site_id = ${siteId} AND operation.state = 'waiting'
    UNION ALL
    SELECT 'on-the-way' FROM source_newcomer JOIN source_donor ON source_donor.id = source_donor_id
     WHERE site_id = ${siteId} AND sent_at IS NOT NULL AND added_at IS NULL
     LIMIT 1`.execute(reader);
  return rows[0]?.why ?? null;
}

/** @returns how many; 0 when all are gone, and with them the place */
export async function removePlacePortion(writer: Writer, siteId: string): Promise<number> {
  const { transaction } = writer;
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM source_donor WHERE site_id = ${siteId} ORDER BY id LIMIT ${PEOPLE_OF_A_PORTION}`.execute(
    transaction,
  );
  const ids = inList(rows.map(({ id }) => id));
  if (rows.length === 0) {
    await transaction.deleteFrom('source_site').where('id', '=', siteId).where('kind', '=', 'file').execute();
    const others = (await readGoing(transaction)).filter((each) => each !== siteId);
    await writeSetting(writer, GOING, others);
    return 0;
  }
  const { rows: linked } = await sql<{ donorId: number | null }>`
    DELETE FROM source_link WHERE source_donor_id IN ${ids} RETURNING donor_id AS donorId`.execute(transaction);
  await settleSources(
    writer,
    linked.flatMap(({ donorId }) => (donorId === null ? [] : [donorId])),
  );
  await sql`DELETE FROM source_donor WHERE id IN ${ids}`.execute(transaction);
  return rows.length;
}
