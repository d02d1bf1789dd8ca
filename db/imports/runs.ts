/** Imports as they are listed: who, when, which file, what came of it. */
import { z } from 'zod';
import type { Instant } from '../../domain/calendar/day.ts';
import type { ImportKind, ImportState } from '../import-tables.ts';
import type { Reader, Writer } from '../store.ts';

const countSchema = z.object({ new: z.int(), changed: z.int(), unchanged: z.int(), refused: z.int() });
export const importCountsSchema = z.object({ donors: countSchema, mandates: countSchema, gifts: countSchema });
export type ImportCounts = z.infer<typeof importCountsSchema>;

export interface ImportRun {
  readonly id: number;
  readonly at: Instant;
  readonly personId: number;
  readonly personName: string;
  readonly file: string;
  readonly kind: ImportKind;
  readonly state: ImportState;
  readonly counts: ImportCounts;
  readonly finishedAt: Instant | null;
  readonly undoneAt: Instant | null;
  readonly stayed: number;
  /** The place beside the CRM that the file is of; null in a profile without a CRM. */
  readonly siteId: string | null;
  readonly siteName: string | null;
  /** Whether it is still known how everything was. */
  readonly hasJournal: boolean;
}

export interface BeginImport {
  readonly at: Instant;
  readonly personId: number;
  readonly file: string;
  readonly kind: ImportKind;
  readonly counts: ImportCounts;
  /** Null for a file that fills a profile without a CRM. */
  readonly siteId: string | null;
}

export async function beginImport({ transaction }: Writer, run: BeginImport): Promise<number> {
  const newest = await transaction
    .selectFrom(run.siteId === null ? 'donor' : 'source_donor')
    .select((select) => select.fn.max<number>('id').as('id'))
    .executeTakeFirst();
  const { id } = await transaction
    .insertInto('import_run')
    .values({
      at: run.at,
      person_id: run.personId,
      file: run.file,
      kind: run.kind,
      state: 'taking',
      newest_donor: newest?.id ?? 0,
      counts: JSON.stringify(run.counts),
      finished_at: null,
      undone_at: null,
      undone_by: null,
      site_id: run.siteId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function finishImport(
  { transaction }: Writer,
  id: number,
  { at, counts }: { readonly at: Instant; readonly counts: ImportCounts },
): Promise<void> {
  await transaction
    .updateTable('import_run')
    .set({ state: 'done', finished_at: at, counts: JSON.stringify(counts) })
    .where('id', '=', id)
    .execute();
}

const MOST_LISTED = 100;

/** The newest first. */
export async function readImports(reader: Reader): Promise<readonly ImportRun[]> {
  const rows = await reader
    .selectFrom('import_run')
    .innerJoin('person', 'person.id', 'import_run.person_id')
    .leftJoin('source_site', 'source_site.id', 'import_run.site_id')
    .selectAll('import_run')
    .select(['person.name as personName', 'source_site.name as siteName'])
    .select((select) =>
      select
        .or([
          select.exists(select.selectFrom('import_change').select('id').whereRef('import_id', '=', 'import_run.id')),
          select.exists(select.selectFrom('source_change').select('id').whereRef('import_id', '=', 'import_run.id')),
        ])
        .as('hasJournal'),
    )
    .orderBy('import_run.id', 'desc')
    .limit(MOST_LISTED)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    personId: row.person_id,
    personName: row.personName,
    file: row.file,
    kind: row.kind,
    state: row.state,
    counts: importCountsSchema.parse(JSON.parse(row.counts)),
    finishedAt: row.finished_at,
    undoneAt: row.undone_at,
    stayed: row.stayed,
    siteId: row.site_id,
    siteName: row.siteName,
    hasJournal: Boolean(row.hasJournal),
  }));
}

/** Those that a kill stopped half way. */
export async function readUnfinished(reader: Reader): Promise<readonly { id: number; state: ImportState }[]> {
  return reader
    .selectFrom('import_run')
    .select(['id', 'state'])
    .where('state', 'in', ['taking', 'undoing'])
    .orderBy('id', 'desc')
    .execute();
}

/** What an import was too long ago to be taken back: how it was before is old data of donors, and goes. */
export async function forgetJournals({ transaction }: Writer, olderThan: Instant): Promise<void> {
  const old = transaction
    .selectFrom('import_run')
    .select('id')
    .where('at', '<', olderThan)
    .where('state', 'not in', ['taking', 'undoing']);
  await transaction.deleteFrom('import_change').where('import_id', 'in', old).execute();
  await transaction.deleteFrom('source_change').where('import_id', 'in', old).execute();
}
