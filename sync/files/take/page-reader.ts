/** Reads the rows of a staged file, page by page: each is taken, or refused with the cell that is the matter. */
import type { FileDonor, FileGift } from '../../../db/mirror/records-from-files.ts';
import type { ImportKind } from '../../../db/import-tables.ts';
import type { Sentence } from '../../../domain/language.ts';
import { readDonorRow } from '../donor-row.ts';
import { giftReadersFor, readGiftRow } from '../gift-row.ts';
import { readKalRow, type KalRow } from '../kal/kal-row.ts';
import { readPeopleRow, peopleRowOfKal, type PeopleRow } from '../people/people-row.ts';
import { mandateReadersFor } from '../mandate-cells.ts';
import { completeMapping, findColumns, type Columns, type FieldMapping } from '../mapping.ts';
import type { RowRefusal } from '../refusal.ts';
import { rowCells, type RowCells } from '../row-cells.ts';
import type { Headed, StagedRow, StagedTable } from '../staged/staged-table.ts';
import { readDay } from '../values/day.ts';
import { remembered } from '../values/remembered.ts';
import { dayOfSerial } from '../xlsx/cell-text.ts';
import { KINDS } from './kinds.ts';
import { DAY_FIELDS, type Survey } from './survey.ts';

export interface TakenRow<Value> {
  readonly line: number;
  readonly value: Value;
}

export type SaidMapping = Readonly<Record<string, string | null | undefined>>;

export interface ReadPage {
  readonly donors: readonly TakenRow<FileDonor>[];
  readonly gifts: readonly TakenRow<FileGift>[];
  readonly kal: readonly TakenRow<KalRow>[];
  /** Of a place beside a CRM; also those of a KAL file. */
  readonly people: readonly TakenRow<PeopleRow>[];
  readonly refusals: readonly RowRefusal[];
}

export interface PageReader {
  readonly columns: Columns<string>;
  /** Pages are read in their order, each once. */
  read(page: readonly StagedRow[]): ReadPage;
}

/** Where every field is. @throws FileRefusal when something is missing or twice there */
export function columnsOf(table: Headed, kind: ImportKind, said: SaidMapping): Columns<string> {
  const set = KINDS[kind];
  return findColumns(set, table, completeMapping(set, table, said as FieldMapping<string>));
}

/** @throws FileRefusal as `columnsOf` */
export function createPageReader(
  table: StagedTable,
  kind: ImportKind,
  said: SaidMapping,
  { decimalSign, dayOrder }: Survey,
  isBeside: boolean,
): PageReader {
  const columns = columnsOf(table, kind, said);
  const mandates = mandateReadersFor(decimalSign, dayOrder);
  const gifts = giftReadersFor(decimalSign, dayOrder);
  const day = remembered((text: string) => readDay(text, dayOrder));
  const firstLines = new Map<string, number>();
  const numberField = kind === 'gifts' ? 'giftNumber' : 'donorNumber';
  const mend = mendRow(table, kind, columns);

  return {
    columns,
    read: (page) => {
      const refusals: RowRefusal[] = [];
      const taken = {
        donors: [] as TakenRow<FileDonor>[],
        gifts: [] as TakenRow<FileGift>[],
        kal: [] as TakenRow<KalRow>[],
        people: [] as TakenRow<PeopleRow>[],
      };
      for (const row of page) {
        const mended = mend(row);
        const cells = rowCells(columns, mended);
        refuseOdd(columns, mended, cells);
        if (cells.refusal() === null && kind !== 'people') checkNumber(cells, numberField, firstLines);
        const { line } = row;
        if (cells.refusal() === null && kind === 'donors') {
          const value = readDonorRow(cells, mandates);
          if (value !== null) taken.donors.push({ line, value });
        } else if (cells.refusal() === null && kind === 'gifts') {
          const value = readGiftRow(cells, gifts);
          if (value !== null) taken.gifts.push({ line, value });
        } else if (cells.refusal() === null && kind === 'people') {
          const value = readPeopleRow(cells, gifts, day);
          if (value !== null) taken.people.push({ line, value });
        } else if (cells.refusal() === null) {
          const value = readKalRow(cells, day);
          if (value !== null && isBeside) taken.people.push({ line, value: peopleRowOfKal(value) });
          else if (value !== null) taken.kal.push({ line, value });
        }
        const refusal = cells.refusal();
        if (refusal !== null) refusals.push(refusal);
      }
      return { ...taken, refusals };
    },
  };
}

/** Numbers in a column of days of a workbook are days: a workbook says from when it counts. */
function mendRow(
  { format, from1904 }: StagedTable,
  kind: ImportKind,
  { at }: Columns<string>,
): (row: StagedRow) => StagedRow {
  const dayColumns = DAY_FIELDS[kind].flatMap((field) => at.get(field) ?? []);
  if (format !== 'xlsx' || dayColumns.length === 0) return (row) => row;
  return (row) => {
    const changed = dayColumns.filter((index) => SERIAL.test(row.cells[index] ?? ''));
    if (changed.length === 0) return row;
    return {
      ...row,
      cells: row.cells.map((cell, index) =>
        changed.includes(index) ? (dayOfSerial(Number(cell), from1904) ?? cell) : cell,
      ),
    };
  };
}

/** From 1954 to 2091. */
export const SERIAL = /^[2-6]\d{4}(?:\.\d+)?$/;

function refuseOdd({ at }: Columns<string>, { odd }: StagedRow, cells: RowCells<string>): void {
  if (odd === undefined) return;
  for (const [field, index] of at) {
    if (odd[index] === 'error') cells.refuse(field, AN_ERROR);
    if (odd[index] === 'no-outcome') cells.refuse(field, NO_OUTCOME);
  }
}

function checkNumber(cells: RowCells<string>, field: string, firstLines: Map<string, number>): void {
  const number = cells.text(field);
  if (number === '') {
    cells.refuse(field, { nl: 'Het nummer ontbreekt.', en: 'The number is missing.' });
    return;
  }
  const firstLine = firstLines.get(number);
  if (firstLine === undefined) {
    firstLines.set(number, cells.line);
    return;
  }
  cells.refuse(field, {
    nl: `Dit nummer staat ook al op regel ${firstLine}.`,
    en: `This number is already on line ${firstLine}.`,
  });
}

const AN_ERROR: Sentence = {
  nl: 'Hier staat een fout van Excel. Herstel de formule, of vul de waarde in.',
  en: 'Here is an error of Excel. Mend the formula, or fill in the value.',
};
const NO_OUTCOME: Sentence = {
  nl: 'Hier staat een formule waarvan de uitkomst niet is bewaard. Open het bestand in Excel, bewaar het, en kies het opnieuw.',
  en: 'Here is a formula whose outcome was not saved. Open the file in Excel, save it, and choose it again.',
};
