/** Whose donations on a fundraising site are trials of the charity itself. */
import { sql } from 'kysely';
import { z } from 'zod';
import { isOwnAddress } from '../../domain/sources/own-addresses.ts';
import { inList } from '../queries/many.ts';
import { readSetting, writeSetting, type Setting } from '../queries/settings.ts';
import type { Reader, Writer } from '../store.ts';

const OWN: Setting<readonly string[]> = { key: 'source.ownAddresses', schema: z.array(z.string()) };

export async function readOwnAddresses(reader: Reader): Promise<readonly string[]> {
  return (await readSetting(reader, OWN)) ?? [];
}

export async function writeOwnAddresses(writer: Writer, addresses: readonly string[]): Promise<void> {
  await writeSetting(writer, OWN, addresses);
}

/** Of these donors of sites, who gave with an address of the charity's own. What stands in a file was put there on purpose. */
export async function readOwnAmong(reader: Reader, sourceDonorIds: readonly number[]): Promise<ReadonlySet<number>> {
  const own = await readOwnAddresses(reader);
  if (own.length === 0) return new Set();
  const { rows } = await sql<{ id: number; email: string | null }>`
    SELECT source_donor.id, email FROM source_donor JOIN source_site ON source_site.id = site_id
     WHERE source_donor.id IN ${inList(sourceDonorIds)} AND source_site.kind = 'kentaa'`.execute(reader);
  return new Set(rows.flatMap(({ id, email }) => (isOwnAddress(email, own) ? [id] : [])));
}

/** Everybody who gave on a site with one of these addresses, or was left alone because of one. */
export async function readTouchedBy(reader: Reader, addresses: readonly string[]): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number; email: string }>`
    SELECT source_donor.id, email FROM source_donor JOIN source_site ON source_site.id = site_id
     WHERE source_site.kind = 'kentaa' AND email IS NOT NULL AND source_donor.gone_at IS NULL`.execute(reader);
  return rows.flatMap(({ id, email }) => (isOwnAddress(email, addresses) ? [id] : []));
}
