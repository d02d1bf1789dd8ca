/**
 * A file on its way in: it comes piece by piece, is read, tried out and taken, one after the other and each while
 * everything else goes on. What a coordinator decides is decided in between.
 */
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Topic } from '../../../contract/event.ts';
import type { FileReport } from '../../../contract/procedures/files.ts';
import type { ImportKind } from '../../../db/import-tables.ts';
import { addFilePlace, newPlaceId } from '../../../db/sources/file-places.ts';
import type { Store, Writer } from '../../../db/store.ts';
import { dayOfInstant, type Instant } from '../../../domain/calendar/day.ts';
import type { Language, Sentence } from '../../../domain/language.ts';
import { createSpool, removeLeftSpools, type Spool } from '../../../sync/files/staged/spool.ts';
import { checkStart, stageFile } from '../../../sync/files/staged/stage-file.ts';
import type { StagedTable } from '../../../sync/files/staged/staged-table.ts';
import { columnsOf } from '../../../sync/files/take/page-reader.ts';
import { previewTable, type Preview } from '../../../sync/files/take/preview.ts';
import { surveyTable, type Survey } from '../../../sync/files/take/survey.ts';
import { takeFile, type TakeOptions, type TakeReport } from '../../../sync/files/take/take-file.ts';
import { Refusal } from '../refusal.ts';
import type { ChosenMapping } from './mappings.ts';
import { removePlace } from './remove-place.ts';
import { undoImport } from './run-undo.ts';
import { takeTable } from './take-table.ts';
import { BROKEN_OFF, IS_BUSY, NOT_CHECKED, NO_FILE, sentenceForFile, UNEXPECTED } from './sentences.ts';

export interface FilePiece {
  readonly upload: string;
  readonly name: string;
  readonly index: number;
  readonly base64: string;
  readonly isLast: boolean;
}

export interface Chosen {
  readonly kind: ImportKind;
  readonly mapping: ChosenMapping;
  readonly place: ChosenPlace | null;
}

/** The place beside the CRM that a file is of; without an id a new one. Null in a profile without a CRM. */
export interface ChosenPlace {
  readonly id: string | null;
  readonly name: string;
}

export type Doing = 'reading' | 'checking' | 'taking' | 'undoing' | 'removing';

export interface FileState {
  readonly doing: { readonly what: Doing; readonly rows: number } | null;
  readonly table: StagedTable | null;
  readonly checked: { readonly chosen: Chosen; readonly report: FileReport } | null;
  readonly taken: FileReport | null;
  /** Of what was taken. */
  readonly importId: number | null;
  readonly refusal: Sentence | null;
}

export interface FileService {
  state(): FileState;
  /** @throws Refusal for a piece that does not follow, and for what cannot be a table */
  add(piece: FilePiece): Promise<void>;
  chooseSheet(sheet: number): Promise<void>;
  /** @throws FileRefusal, Refusal */
  preview(chosen: Chosen, language: Language): Promise<Preview>;
  /** @param place that is meant by what was chosen */
  check(chosen: Chosen, place: ChosenPlace | null, personId: number): void;
  take(chosen: Chosen, place: ChosenPlace | null, personId: number): void;
  undo(importId: number, personId: number): void;
  removePlace(siteId: string, personId: number): void;
  forget(): Promise<void>;
  /** Waits until nothing is being done. */
  settled(): Promise<void>;
  /** Leaves off where it is; what was half written is taken back when the profile is opened again. */
  stop(): Promise<void>;
}

export interface FileServiceOptions {
  readonly store: Store;
  readonly now: () => Instant;
  readonly announce: (topics: readonly Topic[]) => void;
  /** After donors were written. */
  readonly onChanged: () => void;
  readonly onBug: (error: unknown) => void;
  /** Where files wait; the folder of the system for temporary things when absent. */
  readonly folder?: string;
}

interface Receiving {
  readonly upload: string;
  readonly name: string;
  readonly spool: Spool;
  next: number;
}

class Stopped extends Error {
  override readonly name = 'Stopped';
}
const NOTHING: FileState = { doing: null, table: null, checked: null, taken: null, importId: null, refusal: null };
/** Reports on a screen; the rest is counted. */
const MOST_SHOWN = 500;
/** Telling the screens of every page would keep them busy. */
const TELL_EVERY_ROWS = 2_000;

export function createFileService(options: FileServiceOptions): FileService {
  const { store, now, announce, onChanged, onBug, folder = tmpdir() } = options;
  let state = NOTHING;
  let receiving: Receiving | null = null;
  let source: { readonly name: string; readonly spool: Spool } | null = null;
  let survey: { readonly key: string; readonly survey: Survey } | null = null;
  let job: Promise<void> | null = null;
  let isStopped = false;
  removeLeftSpools(folder);

  const show = (next: Partial<FileState>): void => {
    state = { ...state, ...next };
    announce(['files']);
  };
  const progress =
    (what: Doing) =>
    async (rows: number): Promise<void> => {
      if (isStopped) throw new Stopped();
      const shown = state.doing?.rows ?? 0;
      if (rows - shown >= TELL_EVERY_ROWS) show({ doing: { what, rows } });
      await nextTurn();
    };
  const start = (what: Doing, work: () => Promise<void>): void => {
    if (job !== null) throw new Refusal('refused', IS_BUSY);
    show({ doing: { what, rows: 0 }, refusal: null });
    job = work()
      .catch((error: unknown) => {
        if (error instanceof Stopped) return;
        const sentence = sentenceForFile(error);
        if (sentence === UNEXPECTED) onBug(error);
        state = { ...state, refusal: sentence };
      })
      .finally(() => {
        job = null;
        if (!isStopped) show({ doing: null });
      });
  };
  const quiet = async (): Promise<void> => {
    for (let going = job; going !== null; going = job) await going;
  };
  const forgetSource = async (): Promise<void> => {
    await state.table?.remove();
    await source?.spool.remove();
    source = null;
    survey = null;
  };
  const stage = (sheet: number | null): void => {
    const from = source;
    if (from === null) throw new Refusal('refused', NO_FILE);
    start('reading', async () => {
      const old = state.table;
      state = { ...state, table: null, checked: null };
      await old?.remove();
      survey = null;
      try {
        const table = await stageFile({ file: from.name, spool: from.spool, folder, sheet });
        if (isStopped) await table.remove();
        else show({ table });
      } catch (error) {
        await forgetSource();
        throw error;
      }
    });
  };
  const tableOrRefuse = (): StagedTable => {
    if (state.table === null) throw new Refusal('refused', NO_FILE);
    return state.table;
  };
  const surveyOf = async (table: StagedTable, { kind, mapping }: Chosen): Promise<Survey> => {
    const { at } = columnsOf(table, kind, mapping);
    const key = JSON.stringify([kind, table.sheet, [...at]]);
    if (survey?.key === key) return survey.survey;
    const found = await surveyTable(table, kind, at, async () => {
      await nextTurn();
    });
    survey = { key, survey: found };
    return found;
  };
  const placeFor = (place: ChosenPlace | null, at: Instant): TakeOptions['place'] => {
    if (place === null) return null;
    if (place.id !== null) return { siteId: place.id, makePlace: null };
    const siteId = newPlaceId(randomUUID());
    const row = { id: siteId, name: place.name, at, day: dayOfInstant(at) };
    return { siteId, makePlace: (writer: Writer) => addFilePlace(writer, row) };
  };

  return {
    state: () => state,
    settled: async () => {
      await quiet();
    },
    async add({ upload, name, index, base64, isLast }) {
      if (job !== null) throw new Refusal('refused', IS_BUSY);
      if (index === 0) {
        await receiving?.spool.remove();
        receiving = null;
        await forgetSource();
        state = NOTHING;
        receiving = { upload, name, spool: await createSpool(folder), next: 0 };
        announce(['files']);
      }
      const file = receiving;
      if (file === null || file.upload !== upload || file.next !== index) throw new Refusal('refused', BROKEN_OFF);
      file.next += 1;
      try {
        await file.spool.append(Buffer.from(base64, 'base64'));
        // What is certainly no table is said at once, and not after 200 MB.
        if (index === 0 && !isLast) await checkStart(name, file.spool);
      } catch (error) {
        receiving = null;
        await file.spool.remove();
        const sentence = sentenceForFile(error);
        if (sentence === UNEXPECTED) throw error;
        show({ refusal: sentence });
        throw new Refusal('refused', sentence);
      }
      if (!isLast) return;
      receiving = null;
      source = { name: file.name, spool: file.spool };
      stage(null);
    },
    async chooseSheet(sheet) {
      if (state.table !== null && sheet >= state.table.sheets.length) throw new Refusal('refused', NO_FILE);
      stage(sheet);
    },
    async preview(chosen, language) {
      const table = tableOrRefuse();
      return previewTable(table, chosen.kind, chosen.mapping, await surveyOf(table, chosen), language);
    },
    check(chosen, said, personId) {
      const table = tableOrRefuse();
      start('checking', async () => {
        const by = { personId, at: now(), isForGood: false };
        state = { ...state, checked: null, taken: null, importId: null };
        const report = await takeFile({
          table,
          ...chosen,
          survey: await surveyOf(table, chosen),
          by,
          place: placeFor(said, by.at),
          write: (work) => store.writeSoon(work),
          onRows: progress('checking'),
        });
        show({ checked: { chosen, report: viewOf(report) } });
      });
    },
    take(chosen, said, personId) {
      const table = tableOrRefuse();
      if (JSON.stringify(state.checked?.chosen) !== JSON.stringify(chosen)) throw new Refusal('refused', NOT_CHECKED);
      start('taking', async () => {
        const { importId, report } = await takeTable({
          store,
          now,
          table,
          ...chosen,
          survey: await surveyOf(table, chosen),
          place: placeFor(said, now()),
          personId,
          onRows: progress('taking'),
          isStopped: () => isStopped,
        });
        await forgetSource();
        state = { ...state, table: null, checked: null, taken: viewOf(report), importId };
        onChanged();
      });
    },
    undo(importId, personId) {
      start('undoing', async () => {
        await undoImport(store, importId, {
          at: now(),
          personId,
          becomes: 'undone',
          onDonors: progress('undoing'),
        });
        onChanged();
      });
    },
    removePlace(siteId, personId) {
      start('removing', async () => {
        await removePlace(store, { siteId, personId, at: now(), onPeople: progress('removing') });
        onChanged();
      });
    },
    async forget() {
      if (job !== null) throw new Refusal('refused', IS_BUSY);
      await receiving?.spool.remove();
      receiving = null;
      await forgetSource();
      state = NOTHING;
      announce(['files']);
    },
    async stop() {
      isStopped = true;
      await quiet();
      await receiving?.spool.remove();
      await forgetSource();
      state = NOTHING;
    },
  };
}

function viewOf({ counts, refusals, refused, consents, remarks }: TakeReport): FileReport {
  return {
    counts,
    refused,
    consents,
    refusals: refusals.slice(0, MOST_SHOWN).map(({ line, column, value, reason }) => ({ line, column, value, reason })),
    remarks: remarks.map(({ count, text }) => ({ count, text })),
  };
}
