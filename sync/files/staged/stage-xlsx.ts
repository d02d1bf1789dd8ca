/** Reads one sheet of a workbook into rows. */
import type { Sentence } from '../../../domain/language.ts';
import type { ImportRemark } from '../report.ts';
import { openArchive } from '../xlsx/archive.ts';
import { readSheet, type SheetFacts } from '../xlsx/read-sheet.ts';
import { NO_STRINGS, readSharedStrings } from '../xlsx/shared-strings.ts';
import { readWorkbook, type WorkbookSheet } from '../xlsx/workbook.ts';
import { createRowWriter, type RowWriter } from './row-writer.ts';
import type { Spool } from './spool.ts';
import type { StagedRow, StagedTable } from './staged-table.ts';
import { refuse, cutValue } from '../refusal.ts';

/**
 * @param folder for the spool of the rows
 * @param chosen index of the sheet; null: the first that is not hidden and has a table
 * @throws FileRefusal
 */
export async function stageXlsx(
  file: string,
  spool: Spool,
  folder: string,
  chosen: number | null,
): Promise<StagedTable> {
  const archive = await openArchive(file, spool);
  const workbook = await readWorkbook(file, archive);
  const sheet = chosen ?? workbook.sheets.findIndex(({ isHidden }) => !isHidden);
  const found = workbook.sheets[sheet];
  if (found === undefined || !archive.has(found.path)) throw refuse(file, NO_SHEET);
  const { sharedStrings } = workbook;
  const strings = sharedStrings === null ? NO_STRINGS : await readSharedStrings(file, archive, sharedStrings);
  const writer = await createRowWriter(file, folder);
  try {
    const table = tableOf(writer);
    const facts = await readSheet(file, archive, found.path, workbook, strings, table.add, async () => {
      if (writer.isFull) await writer.flush();
    });
    table.end();
    return await writer.finish({
      format: 'xlsx',
      sheets: workbook.sheets.map(({ name, isHidden }) => ({ name, isHidden })),
      sheet,
      from1904: workbook.from1904,
      remarks: remarksOf(file, workbook.sheets, facts, table),
    });
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}

interface TableInSheet {
  readonly add: (row: StagedRow) => void;
  readonly end: () => void;
  readonly titles: number;
  readonly outside: number;
}

/** How many rows with one cell may stand above the table: a title, a date. */
const MOST_TITLES = 10;

/** The table begins where a row has two cells; every row of it is as wide as the header. */
function tableOf(writer: RowWriter): TableInSheet {
  let width: number | null = null;
  let outside = 0;
  const titles: StagedRow[] = [];
  const begin = (row: StagedRow): void => {
    width = row.cells.findLastIndex((cell) => cell.trim() !== '') + 1;
    writer.add({ line: row.line, cells: row.cells.slice(0, width) });
  };
  return {
    add: (row) => {
      if (width === null) {
        const filled = row.cells.filter((cell) => cell.trim() !== '').length;
        if (filled < 2 && titles.length < MOST_TITLES) titles.push(row);
        else begin(row);
        return;
      }
      if (row.cells.slice(width).some((cell) => cell.trim() !== '')) outside += 1;
      const cells = row.cells.slice(0, width);
      while (cells.length < width) cells.push('');
      if (row.odd !== undefined || cells.some((cell) => cell.trim() !== '')) writer.add({ ...row, cells });
    },
    // A table of one column has no row with two cells.
    end: () => {
      if (width !== null) return;
      const [first, ...rest] = titles;
      titles.length = 0;
      if (first === undefined) return;
      begin(first);
      for (const row of rest) writer.add(row);
    },
    get titles() {
      return titles.length;
    },
    get outside() {
      return outside;
    },
  };
}

function remarksOf(
  file: string,
  sheets: readonly WorkbookSheet[],
  { merged, hiddenRows }: SheetFacts,
  { titles, outside }: TableInSheet,
): readonly ImportRemark[] {
  const hidden = sheets.filter(({ isHidden }) => isHidden);
  const names = hidden.map(({ name }) => cutValue(name)).join(', ');
  const remark = (count: number, nl: string, en: string): readonly ImportRemark[] =>
    count === 0 ? [] : [{ file, count, text: { nl, en } }];
  return [
    ...remark(
      hidden.length,
      `Verborgen bladen worden niet gelezen: ${names}.`,
      `Hidden sheets are not read: ${names}.`,
    ),
    ...remark(
      hiddenRows,
      `Rijen die verborgen zijn, bijvoorbeeld door een filter: ${hiddenRows}. Ze worden wel gelezen.`,
      `Rows that are hidden, for example by a filter: ${hiddenRows}. They are read all the same.`,
    ),
    ...remark(
      merged,
      `Samengevoegde cellen: ${merged}. Alleen de eerste cel van elk heeft een waarde; de andere zijn leeg.`,
      `Merged cells: ${merged}. Only the first cell of each has a value; the others are empty.`,
    ),
    ...remark(
      titles,
      `Regels boven de tabel die zijn overgeslagen: ${titles}.`,
      `Lines above the table that were skipped: ${titles}.`,
    ),
    ...remark(
      outside,
      `Rijen met iets rechts van de tabel, onder geen kop: ${outside}. Dat is niet gelezen.`,
      `Rows with something to the right of the table, below no header: ${outside}. That is not read.`,
    ),
  ];
}

const NO_SHEET: Sentence = {
  nl: 'in dit Excelbestand staat geen zichtbaar blad met rijen.',
  en: 'this Excel file has no visible sheet with rows.',
};
