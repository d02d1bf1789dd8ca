/** Takes an import back, in portions, so that calls and saving go on in between; a start after a kill finishes it. */
import { noteAudit } from '../../../db/queries/audit.ts';
import { readUnfinished } from '../../../db/imports/runs.ts';
import { undoPlacePortion } from '../../../db/imports/undo-place.ts';
import { undoPortion, whyNotBack } from '../../../db/imports/undo.ts';
import type { ImportState } from '../../../db/import-tables.ts';
import type { Store } from '../../../db/store.ts';
import type { Instant } from '../../../domain/calendar/day.ts';

export interface UndoAs {
  readonly at: Instant;
  /** Null: by itself. */
  readonly personId: number | null;
  /** What the import is called when all of it is back. */
  readonly becomes: Extract<ImportState, 'undone' | 'broken-off'>;
  readonly onDonors?: (donors: number) => Promise<void>;
}

/** @returns how many donors are back */
export async function undoImport(
  store: Store,
  importId: number,
  { at, personId, becomes, onDonors }: UndoAs,
): Promise<number> {
  await store.write(({ transaction }) =>
    transaction
      .updateTable('import_run')
      .set({ state: 'undoing', undone_by: personId })
      .where('id', '=', importId)
      .execute(),
  );
  const isOfPlace = await isOfAPlace(store, importId);
  const staying = isOfPlace ? new Map() : await whyNotBack(store.reader, importId);
  let back = 0;
  for (;;) {
    const done = await store.write((writer) =>
      isOfPlace ? undoPlacePortion(writer, importId) : undoPortion(writer, importId, staying),
    );
    back += done;
    if (done === 0) break;
    await onDonors?.(back);
  }
  await store.write(async (writer) => {
    await writer.transaction
      .updateTable('import_run')
      .set({
        state: staying.size > 0 && becomes === 'undone' ? 'partly-undone' : becomes,
        undone_at: at,
        stayed: staying.size,
      })
      .where('id', '=', importId)
      .execute();
    await noteAudit(writer, {
      at,
      personId,
      action: 'import-undone',
      subject: String(importId),
      detail: { back, stayed: staying.size },
    });
  });
  return back;
}

async function isOfAPlace({ reader }: Store, importId: number): Promise<boolean> {
  const run = await reader.selectFrom('import_run').select('site_id').where('id', '=', importId).executeTakeFirst();
  return (run?.site_id ?? null) !== null;
}

/** What a kill stopped half way is taken back: nothing is ever half written. */
export async function finishImports(store: Store, now: Instant): Promise<void> {
  for (const { id, state } of await readUnfinished(store.reader)) {
    await undoImport(store, id, { at: now, personId: null, becomes: state === 'taking' ? 'broken-off' : 'undone' });
  }
}

/** Days in which an import can be taken back. What was before it is old data of donors, and is then forgotten. */
export const UNDO_DAYS = 30;
export const IMPORTED_LONG_AGO = (now: Instant): Instant =>
  new Date(Date.parse(now) - UNDO_DAYS * 24 * 60 * 60 * 1_000).toISOString();
