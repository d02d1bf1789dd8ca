/** Which column held what in files that were brought in before, by their headers: the next such file needs no mapping. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readSetting, writeSetting, type Setting } from '../../../db/queries/settings.ts';
import type { Reader, Writer } from '../../../db/store.ts';
import type { ImportKind } from '../../../db/import-tables.ts';
import { FILE_KINDS } from '../../../domain/file-pieces.ts';
import { plainWord } from '../../../sync/files/values/plain-word.ts';

const keptSchema = z.object({
  headers: z.string(),
  kind: z.enum(FILE_KINDS),
  mapping: z.record(z.string(), z.string().nullable()),
  /** The place beside the CRM that such files are of. */
  siteId: z.string().nullable().default(null),
});
type Kept = z.infer<typeof keptSchema>;

const MAPPINGS: Setting<readonly Kept[]> = { key: 'files.mappings', schema: z.array(keptSchema) };
/** An office has a handful of exports. */
const MOST_KEPT = 40;

export type ChosenMapping = Kept['mapping'];

export interface RememberedMapping {
  readonly kind: ImportKind;
  readonly mapping: ChosenMapping;
  readonly siteId: string | null;
}

/** Null for a kind of file that was never brought in. */
export async function recallMapping(reader: Reader, header: readonly string[]): Promise<RememberedMapping | null> {
  const kept = (await readSetting(reader, MAPPINGS)) ?? [];
  return kept.find(({ headers }) => headers === markOf(header)) ?? null;
}

export async function rememberMapping(
  writer: Writer,
  header: readonly string[],
  { kind, mapping, siteId }: RememberedMapping,
): Promise<void> {
  const headers = markOf(header);
  const others = ((await readSetting(writer.transaction, MAPPINGS)) ?? []).filter((kept) => kept.headers !== headers);
  await writeSetting(writer, MAPPINGS, [{ headers, kind, mapping, siteId }, ...others].slice(0, MOST_KEPT));
}

/** Files with such headers are of no place any more. */
export async function forgetPlaceOfMappings(writer: Writer, siteId: string): Promise<void> {
  const kept = (await readSetting(writer.transaction, MAPPINGS)) ?? [];
  await writeSetting(
    writer,
    MAPPINGS,
    kept.map((each) => (each.siteId === siteId ? { ...each, siteId: null } : each)),
  );
}

/** Headers in their order; somebody's name in one of them is not kept. */
function markOf(header: readonly string[]): string {
  return createHash('sha256').update(header.map(plainWord).join('\u0000')).digest('base64').slice(0, 24);
}
