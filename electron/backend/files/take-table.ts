/** Takes a table that was staged for good: noted, page by page, and taken back when it does not come to its end. */
import { beginImport, finishImport } from '../../../db/imports/runs.ts';
import { SOURCE_JOURNAL, withJournal } from '../../../db/imports/journal.ts';
import { noteAudit } from '../../../db/queries/audit.ts';
import { readCurrentPerson } from '../../../db/queries/people.ts';
import { noteRead } from '../../../db/sources/file-places.ts';
import type { Store } from '../../../db/store.ts';
import type { Instant } from '../../../domain/calendar/day.ts';
import { takeFile, type TakeOptions, type TakeReport } from '../../../sync/files/take/take-file.ts';
import { markFromFiles } from './from-files.ts';
import { rememberMapping, type ChosenMapping } from './mappings.ts';
import { undoImport } from './run-undo.ts';

export interface TakeTable extends Pick<TakeOptions, 'table' | 'kind' | 'survey' | 'place' | 'onRows'> {
  readonly store: Store;
  readonly now: () => Instant;
  readonly mapping: ChosenMapping;
  /** 0: whoever works here. */
  readonly personId: number;
  /** Whether this program ends: then the next start takes back what was half written. */
  readonly isStopped: () => boolean;
}

/** @throws FileRefusal for a mapping that does not fit */
export async function takeTable(
  options: TakeTable,
): Promise<{ readonly importId: number; readonly report: TakeReport }> {
  const { store, now, table, kind, mapping, place, isStopped } = options;
  const at = now();
  const siteId = place?.siteId ?? null;
  const { importId, personId } = await store.write(async (writer) => {
    if (place === null) await markFromFiles(writer);
    else await place.makePlace?.(writer);
    await rememberMapping(writer, table.header, { kind, mapping, siteId });
    const person = options.personId === 0 ? await readCurrentPerson(writer.transaction) : null;
    const personId = person?.id ?? options.personId;
    const run = { personId, at, file: table.file, kind, counts: NONE, siteId };
    return { personId, importId: await beginImport(writer, run) };
  });
  const shape = siteId === null ? undefined : SOURCE_JOURNAL;
  let report: TakeReport;
  try {
    report = await takeFile({
      ...options,
      by: { personId, at, isForGood: true },
      place: siteId === null ? null : { siteId, makePlace: null },
      write: (work) => store.write((writer) => withJournal(writer, importId, () => work(writer), shape)),
    });
  } catch (error) {
    // Nothing is half written: what was taken goes back, now or when the profile is opened again.
    if (!isStopped()) await undoImport(store, importId, { at: now(), personId: null, becomes: 'broken-off' });
    throw error;
  }
  await store.write(async (writer) => {
    await finishImport(writer, importId, { at: now(), counts: report.counts });
    if (siteId !== null) await noteRead(writer, siteId, now());
    const { donors, gifts } = report.counts;
    await noteAudit(writer, {
      at: now(),
      personId,
      action: 'imported',
      subject: String(importId),
      detail: { kind, donors, gifts },
    });
  });
  return { importId, report };
}

const ZERO = { new: 0, changed: 0, unchanged: 0, refused: 0 };
const NONE = { donors: ZERO, mandates: ZERO, gifts: ZERO };
