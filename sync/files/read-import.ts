/** Reads files of donors and gifts: which rows can be taken, and why the others cannot. Nothing is written yet. */
import type { FileDonor, FileGift } from '../../db/mirror/records-from-files.ts';
import type { CalendarDay } from '../../domain/calendar/day.ts';
import { readDonorRow } from './donor-row.ts';
import { DONOR_FIELDS, GIFT_FIELDS } from './fields.ts';
import { giftReaders, readGiftRow } from './gift-row.ts';
import { mandateReaders } from './mandate-cells.ts';
import { completeMapping, findColumns, hasAllNeeded, type Mapping } from './mapping.ts';
import { readRows, type ReadRows } from './read-rows.ts';
import { readTable, type Table } from './read-table.ts';
import { readTextFile } from './read-text.ts';
import { cutValue, FileRefusal } from './refusal.ts';
import { donorRemarks, giftRemarks } from './remarks.ts';
import type { ImportRemark } from './report.ts';

/** The tables of an import; one of the two may be missing. */
export interface ImportTables {
  readonly donors: Table | null;
  readonly gifts: Table | null;
}

/** @param paths of the files, null for one that is not given. @throws FileRefusal */
export function readImportTables(paths: {
  readonly donors: string | null;
  readonly gifts: string | null;
}): ImportTables {
  const read = (path: string | null): Table | null => (path === null ? null : readTable(readTextFile(path)));
  return { donors: read(paths.donors), gifts: read(paths.gifts) };
}

/** A mapping with every field of the files that are there: what was said, and what the headers tell. */
export function completeImportMapping({ donors, gifts }: ImportTables, said: Mapping): Mapping {
  return {
    ...said,
    ...(donors === null ? {} : { donors: completeMapping(DONOR_FIELDS, donors, said.donors ?? {}) }),
    ...(gifts === null ? {} : { gifts: completeMapping(GIFT_FIELDS, gifts, said.gifts ?? {}) }),
  };
}

export interface ReadDonors extends ReadRows<FileDonor> {
  readonly file: string;
  readonly remarks: readonly ImportRemark[];
  /** Rows that were refused although they have a mandate. */
  readonly refusedMandates: number;
}

export interface ReadGifts extends ReadRows<FileGift> {
  readonly file: string;
  readonly remarks: readonly ImportRemark[];
  /** Header of the column with the number of the donor. */
  readonly donorColumn: string;
}

export interface ReadImport {
  readonly donors: ReadDonors | null;
  readonly gifts: ReadGifts | null;
}

/** @throws FileRefusal when a file has not what it needs, or the two are the wrong way round */
export function readImport(tables: ImportTables, said: Mapping, today: CalendarDay): ReadImport {
  refuseSwapped(tables);
  const donors = tables.donors === null ? null : readDonors(tables.donors, said);
  const gifts = tables.gifts === null ? null : readGifts(tables.gifts, said, today);
  return { donors, gifts };
}

function readDonors(table: Table, said: Mapping): ReadDonors {
  const columns = findColumns(DONOR_FIELDS, table, completeMapping(DONOR_FIELDS, table, said.donors ?? {}));
  const readers = mandateReaders(columns);
  const rows = readRows(columns, 'donorNumber', (cells) => readDonorRow(cells, readers));
  const refusedLines = new Set(rows.refusals.map(({ line }) => line));
  const amountAt = columns.at.get('mandateAmount') ?? -1;
  const refusedMandates = table.rows.filter(
    ({ line, cells }) => refusedLines.has(line) && /[1-9]/.test(cells[amountAt] ?? ''),
  ).length;
  const remarks = donorRemarks(columns, valuesOf(rows));
  return { ...rows, file: table.file, remarks, refusedMandates };
}

function readGifts(table: Table, said: Mapping, today: CalendarDay): ReadGifts {
  const columns = findColumns(GIFT_FIELDS, table, completeMapping(GIFT_FIELDS, table, said.gifts ?? {}));
  const readers = giftReaders(columns);
  const rows = readRows(columns, 'giftNumber', (cells) => readGiftRow(cells, readers));
  const remarks = giftRemarks(columns, valuesOf(rows), today);
  return {
    ...rows,
    file: table.file,
    remarks,
    donorColumn: cutValue(table.header[columns.at.get('donorNumber') ?? -1] ?? 'donorNumber'),
  };
}

function valuesOf<Value>({ taken }: ReadRows<Value>): readonly Value[] {
  return taken.map(({ value }) => value);
}

/** A file of gifts where donors belong, or the other way round, is told by its headers. */
function refuseSwapped({ donors, gifts }: ImportTables): void {
  if (donors !== null && !hasAllNeeded(DONOR_FIELDS, donors) && hasAllNeeded(GIFT_FIELDS, donors)) {
    throw new FileRefusal({
      nl: `${donors.file} is een bestand met giften: geef het mee met --gifts, en het bestand met donateurs met --donors.`,
      en: `${donors.file} is a file of gifts: give it with --gifts, and the file of donors with --donors.`,
    });
  }
  if (gifts !== null && !hasAllNeeded(GIFT_FIELDS, gifts) && hasAllNeeded(DONOR_FIELDS, gifts)) {
    throw new FileRefusal({
      nl: `${gifts.file} is een bestand met donateurs: geef het mee met --donors, en het bestand met giften met --gifts.`,
      en: `${gifts.file} is a file of donors: give it with --donors, and the file of gifts with --gifts.`,
    });
  }
}
