/** Files of donors and gifts, in and out. */
import type { OutputOf } from '../../../contract/index.ts';
import { noteAudit } from '../../../db/queries/audit.ts';
import { readImports } from '../../../db/imports/runs.ts';
import { countRecognised } from '../../../db/imports/recognised.ts';
import { countUndo } from '../../../db/imports/undo.ts';
import { countPlaceUndo, hasLaterOfPlace } from '../../../db/imports/undo-place.ts';
import { readFilePlaces } from '../../../db/sources/file-places.ts';
import { OWN_FILE_KINDS, PLACE_FILE_KINDS } from '../../../domain/file-pieces.ts';
import type { Reader } from '../../../db/store.ts';
import type { Sentence } from '../../../domain/language.ts';
import { completeMapping, stillMissing } from '../../../sync/files/mapping.ts';
import { FileRefusal } from '../../../sync/files/refusal.ts';
import type { StagedTable } from '../../../sync/files/staged/staged-table.ts';
import { guessKind, KINDS } from '../../../sync/files/take/kinds.ts';
import type { AskContext } from '../context.ts';
import type { Handler } from '../dispatcher.ts';
import { chooseDonors } from '../files/export/choose-donors.ts';
import { LAYOUTS, writeExport } from '../files/export/write-export.ts';
import { isBesideCrm } from '../files/from-files.ts';
import { recallMapping } from '../files/mappings.ts';
import { IMPORTED_LONG_AGO } from '../files/run-undo.ts';
import type { Chosen, ChosenPlace } from '../files/file-service.ts';
import { LATER_FIRST, NO_FILE, NO_NAME, NO_UNDO, NOTHING_SAFE, TOO_LATE } from '../files/sentences.ts';
import { notFound, Refusal } from '../refusal.ts';

export const getState: Handler<'files.state'> = async ({ store, files }) => {
  const { doing, table, checked, taken, importId, refusal } = files.state();
  return {
    ...(await whatFits(store.reader)),
    doing,
    checked,
    taken,
    takenImport: importId === null ? null : { id: importId, recognised: await countRecognised(store.reader, importId) },
    refusal,
    table: table === null ? null : await viewTable({ store }, table),
  };
};

async function whatFits(reader: Reader): Promise<Pick<OutputOf<'files.state'>, 'kinds' | 'places'>> {
  if (!(await isBesideCrm(reader))) return { kinds: [...OWN_FILE_KINDS], places: null };
  return { kinds: [...PLACE_FILE_KINDS], places: (await readFilePlaces(reader)).map(({ id, name }) => ({ id, name })) };
}

async function viewTable(
  { store }: Pick<AskContext, 'store'>,
  table: StagedTable,
): Promise<NonNullable<OutputOf<'files.state'>['table']>> {
  const isBeside = await isBesideCrm(store.reader);
  const remembered = await recallMapping(store.reader, table.header);
  const { kinds } = await whatFits(store.reader);
  const known = remembered !== null && kinds.includes(remembered.kind) ? remembered : null;
  return {
    file: table.file,
    format: table.format,
    sheets: table.sheets.map(({ name, isHidden }) => ({ name, isHidden })),
    sheet: table.sheet,
    header: [...table.header],
    rows: table.rowCount + table.misfitCount,
    remarks: table.remarks.map(({ count, text }) => ({ count, text })),
    kind: known?.kind ?? guessKind(table, isBeside),
    isRemembered: known !== null,
    siteId: known?.siteId ?? null,
  };
}

/** What fits here, with the place that is meant: a name that there is already is that place. */
async function placeOf({ store }: AskContext, chosen: Chosen): Promise<ChosenPlace | null> {
  const { kinds, places } = await whatFits(store.reader);
  if (!kinds.includes(chosen.kind) || (places === null) !== (chosen.place === null)) throw notFound();
  const { place } = chosen;
  if (place === null || places === null) return null;
  if (place.id === null && place.name === '') throw new Refusal('refused', NO_NAME);
  const known =
    place.id === null
      ? places.find(({ name }) => name.toLowerCase() === place.name.toLowerCase())
      : places.find(({ id }) => id === place.id);
  if (known === undefined && place.id !== null) throw notFound();
  return known ?? place;
}

export const addPiece: Handler<'files.addPiece'> = async (context, piece) => {
  await context.files.add(piece);
  return {};
};

export const chooseSheet: Handler<'files.chooseSheet'> = async ({ files }, { sheet }) => {
  await files.chooseSheet(sheet);
  return {};
};

export const preview: Handler<'files.preview'> = async ({ store, files }, { kind, mapping, language }) => {
  const { table } = files.state();
  if (table === null) throw new Refusal('refused', NO_FILE);
  const set = KINDS[kind];
  const known = await recallMapping(store.reader, table.header);
  // What was chosen now goes before what was chosen the last time, and that before what the headers tell.
  const said = { ...(known?.kind === kind ? known.mapping : {}), ...ofFields(mapping, set.fields) };
  const complete = completeMapping(set, table, said);
  const missing = stillMissing(set, table, said);
  const needed = new Set([...set.required.flat(), ...missing]);
  const fields = set.fields.map((id) => ({
    id,
    label: set.labelOf(id),
    column: complete[id] ?? null,
    isNeeded: needed.has(id) && (missing.includes(id) || set.required.some((group) => group[0] === id)),
  }));
  const nothing = { fields, shown: [], rows: [], unread: [] };
  const [first] = missing;
  if (first !== undefined) return { ...nothing, whyNot: chooseColumn(set.labelOf(first)) };
  try {
    const shown = await files.preview({ kind, mapping: complete, place: null }, language);
    return {
      fields,
      whyNot: null,
      shown: [...shown.fields],
      unread: [...shown.unread],
      rows: shown.rows.map((row) => ({ ...row, cells: [...row.cells] })),
    };
  } catch (error) {
    if (error instanceof FileRefusal) return { ...nothing, whyNot: error.sentence };
    throw error;
  }
};

function ofFields<Value>(mapping: Readonly<Record<string, Value>>, fields: readonly string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(mapping).filter(([field]) => fields.includes(field)));
}

function chooseColumn({ nl, en }: Sentence): Sentence {
  return {
    nl: `Kies in welke kolom “${nl}” staat. Zonder kan dit bestand niet worden ingelezen.`,
    en: `Choose the column of “${en}”. Without it this file cannot be imported.`,
  };
}

export const check: Handler<'files.check'> = async (context, chosen) => {
  context.files.check(chosen, await placeOf(context, chosen), context.person.id);
  return {};
};

export const take: Handler<'files.take'> = async (context, chosen) => {
  context.files.take(chosen, await placeOf(context, chosen), context.person.id);
  return {};
};

export const forget: Handler<'files.forget'> = async ({ files }) => {
  await files.forget();
  return {};
};

export const listImports: Handler<'files.imports'> = async ({ store, now }) => {
  const imports = await readImports(store.reader);
  const oldest = IMPORTED_LONG_AGO(now());
  return {
    imports: imports.map(
      ({ id, at, personName, file, kind, state, counts, undoneAt, stayed, siteName, hasJournal }) => ({
        id,
        at,
        by: personName,
        file,
        kind,
        state,
        counts,
        undoneAt,
        stayed,
        place: siteName,
        canBeUndone: hasJournal && at >= oldest && (state === 'done' || state === 'partly-undone'),
      }),
    ),
  };
};

async function countBack(
  reader: Reader,
  id: number,
  siteId: string | null,
): Promise<Omit<OutputOf<'files.undoPreview'>, 'whyNot'>> {
  if (siteId === null) return { ...(await countUndo(reader, id)), inCrm: 0, objections: 0 };
  return { workedOn: 0, inLater: 0, ...(await countPlaceUndo(reader, id)) };
}

async function whyNoUndo({ store, now }: AskContext, id: number): Promise<Sentence | null> {
  const run = (await readImports(store.reader)).find((each) => each.id === id);
  if (run === undefined) throw notFound();
  if (run.at < IMPORTED_LONG_AGO(now())) return TOO_LATE;
  const { back } = await countBack(store.reader, id, run.siteId);
  if (!run.hasJournal || (run.state !== 'done' && run.state !== 'partly-undone')) return NO_UNDO;
  if (run.siteId !== null && (await hasLaterOfPlace(store.reader, id))) return LATER_FIRST;
  return back === 0 ? NOTHING_SAFE : null;
}

export const previewUndo: Handler<'files.undoPreview'> = async (context, { id }) => {
  const whyNot = await whyNoUndo(context, id);
  const { reader } = context.store;
  const run = (await readImports(reader)).find((each) => each.id === id);
  return { ...(await countBack(reader, id, run?.siteId ?? null)), whyNot };
};

export const undo: Handler<'files.undo'> = async (context, { id }) => {
  const whyNot = await whyNoUndo(context, id);
  if (whyNot !== null) throw new Refusal('refused', whyNot);
  context.files.undo(id, context.person.id);
  return {};
};

/** Of a larger file the log keeps how many, and which choice was made. */
const MOST_NAMED = 1_000;

export const makeExport: Handler<'files.export'> = async (context, { what, format, choice, language }) => {
  const { store, exports, person, now, today } = context;
  const donorIds = await chooseDonors(context, choice);
  if (donorIds.length === 0) throw new Refusal('refused', NOBODY);
  let rows = 0;
  const { id, pieces } = await exports.make(person.id, async (spool) => {
    rows = await writeExport(store.reader, { what, format, language, choice, donorIds }, spool);
    if (rows === 0) throw new Refusal('refused', NO_ROWS);
    const count = donorIds.length;
    await store.write((writer) =>
      noteAudit(writer, {
        at: now(),
        personId: person.id,
        action: 'export',
        subject: `file-${what}`,
        detail: {
          what: `file-${what}`,
          format,
          choice,
          rows,
          count,
          ...(count <= MOST_NAMED ? { donors: donorIds } : {}),
        },
      }),
    );
  });
  return { id, pieces, rows, donors: donorIds.length, fileName: `${LAYOUTS[what].name[language]}-${today}.${format}` };
};

export const getPiece: Handler<'files.exportPiece'> = async ({ exports, person }, { id, index }) => ({
  base64: (await exports.piece(person.id, id, index)).toString('base64'),
});

const NOBODY: Sentence = {
  nl: 'Er is niemand om in dit bestand te zetten. Kies een andere lijst of een ruimere periode.',
  en: 'There is nobody to put into this file. Choose another list or a longer period.',
};
const NO_ROWS: Sentence = {
  nl: 'Van deze donateurs is er niets om in dit bestand te zetten. Er is geen bestand gemaakt.',
  en: 'Of these donors there is nothing to put into this file. No file was made.',
};
