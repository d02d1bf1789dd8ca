/**
 * Both files of the command line, on the way of the screen: looked through, tried out, and taken with a journal, donors
 * first. When one of them does not come to its end, nothing of either stays. Saving the same again changes nothing.
 */
import { tmpdir } from 'node:os';
import { countOthers, countWithoutMandate } from '../../../db/mirror/known-from-files.ts';
import type { Store } from '../../../db/store.ts';
import { dayOfInstant, type Instant } from '../../../domain/calendar/day.ts';
import type { Sentence } from '../../../domain/language.ts';
import { DONOR_FIELDS, GIFT_FIELDS } from '../../../sync/files/fields.ts';
import { completeMapping, hasAllNeeded, type Mapping } from '../../../sync/files/mapping.ts';
import { absentRemarks, orphanRemarks } from '../../../sync/files/remarks.ts';
import { cutValue, FileRefusal, type RowRefusal } from '../../../sync/files/refusal.ts';
import type { ImportCount, ImportRemark, ImportReport } from '../../../sync/files/report.ts';
import { stagePath } from '../../../sync/files/staged/stage-path.ts';
import type { StagedTable } from '../../../sync/files/staged/staged-table.ts';
import { lookThrough, type LookedThrough } from '../../../sync/files/take/look-through.ts';
import { columnsOf } from '../../../sync/files/take/page-reader.ts';
import { surveyTable } from '../../../sync/files/take/survey.ts';
import { takeFile, type TakeReport } from '../../../sync/files/take/take-file.ts';
import { UNKNOWN_DONOR } from '../../../sync/files/take/take-page.ts';
import type { ChosenMapping } from './mappings.ts';
import { undoImport } from './run-undo.ts';
import { takeTable } from './take-table.ts';

type Headers = Pick<StagedTable, 'file' | 'header'>;

/** What can be told by the headers alone. */
export interface HeadersOfTables {
  readonly donors: Headers | null;
  readonly gifts: Headers | null;
}

export interface StagedTables extends HeadersOfTables {
  readonly donors: StagedTable | null;
  readonly gifts: StagedTable | null;
}

interface One {
  readonly kind: 'donors' | 'gifts';
  readonly table: StagedTable;
  readonly looked: LookedThrough;
  readonly report: TakeReport;
}

/** @param paths null for a file that is not given. @throws FileRefusal; nothing is left then */
export async function stageTables(
  paths: { readonly donors: string | null; readonly gifts: string | null },
  folder = tmpdir(),
): Promise<StagedTables> {
  const donors = paths.donors === null ? null : await stagePath(paths.donors, folder);
  try {
    return { donors, gifts: paths.gifts === null ? null : await stagePath(paths.gifts, folder) };
  } catch (error) {
    await donors?.remove();
    throw error;
  }
}

/** A mapping with every field of the files that are there: what was said, and what the headers tell. */
export function completeTableMapping({ donors, gifts }: HeadersOfTables, said: Mapping): Mapping {
  return {
    ...said,
    ...(donors === null ? {} : { donors: completeMapping(DONOR_FIELDS, donors, said.donors ?? {}) }),
    ...(gifts === null ? {} : { gifts: completeMapping(GIFT_FIELDS, gifts, said.gifts ?? {}) }),
  };
}

/** @throws FileRefusal when a file has not what it needs, or the two are the wrong way round */
export function checkTables(tables: HeadersOfTables, said: Mapping): void {
  refuseSwapped(tables);
  for (const kind of ['donors', 'gifts'] as const) {
    const table = tables[kind];
    if (table !== null) columnsOf(table, kind, said[kind] ?? {});
  }
}

/** A file of gifts where donors belong, or the other way round, is told by its headers. */
function refuseSwapped({ donors, gifts }: HeadersOfTables): void {
  const isOnly = (table: Headers | null, one: typeof DONOR_FIELDS | typeof GIFT_FIELDS): boolean => {
    if (table === null) return false;
    const has = {
      donors: hasAllNeeded(DONOR_FIELDS, table),
      gifts: hasAllNeeded(GIFT_FIELDS, table),
    };
    return one === GIFT_FIELDS ? has.gifts && !has.donors : has.donors && !has.gifts;
  };
  if (donors !== null && isOnly(donors, GIFT_FIELDS)) {
    throw new FileRefusal({
      nl: `${donors.file} is een bestand met giften: geef het mee met --gifts, en het bestand met donateurs met --donors.`,
      en: `${donors.file} is a file of gifts: give it with --gifts, and the file of donors with --donors.`,
    });
  }
  if (gifts !== null && isOnly(gifts, DONOR_FIELDS)) {
    throw new FileRefusal({
      nl: `${gifts.file} is een bestand met donateurs: geef het mee met --donors, en het bestand met giften met --gifts.`,
      en: `${gifts.file} is a file of donors: give it with --donors, and the file of gifts with --gifts.`,
    });
  }
}

/** @throws FileRefusal for a mapping that does not fit; nothing was changed then */
export async function importTables(
  store: Store,
  tables: StagedTables,
  said: Mapping,
  now: () => Instant,
): Promise<ImportReport> {
  const chosen = (['donors', 'gifts'] as const).flatMap((kind) => {
    const table = tables[kind];
    const mapping: ChosenMapping = { ...said[kind] };
    return table === null ? [] : [{ kind, table, mapping, at: columnsOf(table, kind, mapping).at }];
  });
  const done: One[] = [];
  const taken: number[] = [];
  try {
    for (const { kind, table, mapping, at } of chosen) {
      const survey = await surveyTable(table, kind, at, nothing);
      const looked = await lookThrough(table, kind, mapping, survey, dayOfInstant(now()));
      const options = { table, kind, mapping, survey, place: null, onRows: nothing };
      const trial = await takeFile({
        ...options,
        by: { personId: 0, at: now(), isForGood: false },
        write: (work) => store.writeSoon(work),
      });
      // A workstation of which nothing could be taken stays nobody's.
      if (isNothing(trial)) {
        done.push({ kind, table, looked, report: trial });
        continue;
      }
      const { importId, report } = await takeTable({ ...options, store, now, personId: 0, isStopped: () => false });
      taken.push(importId);
      done.push({ kind, table, looked, report });
    }
  } catch (error) {
    for (const id of taken.toReversed()) {
      await undoImport(store, id, { at: now(), personId: null, becomes: 'broken-off' });
    }
    throw error;
  }
  return reportOf(store, done);
}

const nothing = (): Promise<void> => Promise.resolve();

const isNothing = ({ counts }: TakeReport): boolean =>
  Object.values(counts).every((count) => count.new + count.changed + count.unchanged === 0);

const ZERO: ImportCount = { new: 0, changed: 0, unchanged: 0, refused: 0 };

async function reportOf(store: Store, done: readonly One[]): Promise<ImportReport> {
  const donors = done.find(({ kind }) => kind === 'donors');
  const gifts = done.find(({ kind }) => kind === 'gifts');
  const counts = {
    donors: donors?.report.counts.donors ?? ZERO,
    mandates: { ...(donors?.report.counts.mandates ?? ZERO), refused: donors?.looked.refusedMandates ?? 0 },
    gifts: gifts?.report.counts.gifts ?? ZERO,
  };
  return {
    ...counts,
    refusals: done.flatMap(({ report }) => report.refusals).map((refusal) => sayWhy(refusal, donors)),
    refused: done.reduce((sum, { report }) => sum + report.refused, 0),
    remarks: await remarksOf(store, done),
    changed: Object.values(counts).some((count) => count.new + count.changed > 0),
  };
}

async function remarksOf({ reader }: Store, done: readonly One[]): Promise<readonly ImportRemark[]> {
  const remarks: ImportRemark[] = [];
  for (const { kind, table, looked, report } of done) {
    const { file } = table;
    const others = await countOthers(reader, kind === 'donors' ? 'donor' : 'gift', [...looked.numbers]);
    remarks.push(
      ...report.remarks.map((remark) => ({ file, ...remark })),
      ...looked.remarks,
      ...(kind === 'gifts' ? orphanRemarks(file, await countWithoutMandate(reader)) : []),
      ...absentRemarks(file, kind, others),
    );
  }
  return remarks;
}

/** A gift of a donor who is not known: whether the file of donors has her, and where. */
function sayWhy(refusal: RowRefusal, donors: One | undefined): RowRefusal {
  if (refusal.reason !== UNKNOWN_DONOR || donors === undefined) return refusal;
  const { file } = donors.table;
  const line = donors.looked.refusedLines.get(cutValue(refusal.value ?? ''));
  const reason: Sentence =
    line === undefined
      ? {
          nl: `Deze donateur staat niet in ${file} en is op deze werkplek niet bekend.`,
          en: `This donor is not in ${file} and is not known on this workstation.`,
        }
      : {
          nl: `Deze donateur is niet overgenomen: zie regel ${line} van ${file}.`,
          en: `This donor was not taken: see line ${line} of ${file}.`,
        };
  return { ...refusal, reason };
}
