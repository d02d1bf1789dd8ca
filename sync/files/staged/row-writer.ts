/** Takes the rows of a table one by one and keeps them in a spool, page by page. */
import type { Sentence } from '../../../domain/language.ts';
import { createSpool } from './spool.ts';
import { LONGEST_CELL } from '../row-cells.ts';
import { MOST_KEPT_REFUSALS, type StagedRow, type StagedTable } from './staged-table.ts';
import { refuse, type RowRefusal } from '../refusal.ts';

const ROWS_OF_A_PAGE = 1_000;
/** What no list of donors has; Excel itself stops at a million rows. */
const MOST_COLUMNS = 500;
const MOST_ROWS = 1_048_576;
/** Headers are compared with every name that a field can have; a story in one is no header. */
const LONGEST_HEADER = 500;
/** A cell that is longer than it may be is refused where it is read, and one character more is enough for that. */
const KEPT_OF_A_CELL = LONGEST_CELL + 1;

const isTooLong = (cell: string): boolean => cell.length > KEPT_OF_A_CELL;
const cutTooLong = (cell: string): string => cell.slice(0, KEPT_OF_A_CELL);

export interface RowWriter {
  /** The first row is the header. */
  add(row: StagedRow): void;
  /** Whether a page waits to be written. */
  readonly isFull: boolean;
  /** Writes the pages that are whole; the rows of the last one wait for more. */
  flush(): Promise<void>;
  readonly rowCount: number;
  /** @throws FileRefusal when there are no rows, or most of them do not fit the header */
  finish(rest: Pick<StagedTable, 'format' | 'sheets' | 'sheet' | 'remarks' | 'from1904'>): Promise<StagedTable>;
  /** What was kept goes. */
  abandon(): Promise<void>;
}

/** @param parent the folder for the spool */
export async function createRowWriter(file: string, parent: string): Promise<RowWriter> {
  const spool = await createSpool(parent);
  let header: readonly string[] | null = null;
  const page: StagedRow[] = [];
  let rowCount = 0;
  let misfitCount = 0;
  const misfits: RowRefusal[] = [];
  const write = async (rows: readonly StagedRow[]): Promise<void> => {
    await spool.append(Buffer.from(JSON.stringify(rows)));
  };
  const flush = async (): Promise<void> => {
    while (page.length >= ROWS_OF_A_PAGE) await write(page.splice(0, ROWS_OF_A_PAGE));
  };
  return {
    add: (row) => {
      if (header === null) {
        header = row.cells.map((cell) => cell.trim().slice(0, LONGEST_HEADER));
        if (header.length > MOST_COLUMNS) throw refuse(file, tooWide(header.length));
        return;
      }
      if (row.cells.length !== header.length) {
        misfitCount += 1;
        if (misfits.length < MOST_KEPT_REFUSALS) {
          misfits.push(refuseWidth(file, row.line, row.cells.length, header.length));
        }
        return;
      }
      rowCount += 1;
      if (rowCount > MOST_ROWS) throw refuse(file, TOO_LONG);
      page.push(row.cells.some(isTooLong) ? { ...row, cells: row.cells.map(cutTooLong) } : row);
    },
    get isFull() {
      return page.length >= ROWS_OF_A_PAGE;
    },
    get rowCount() {
      return rowCount;
    },
    flush,
    finish: async (rest) => {
      await flush();
      if (page.length > 0) await write(page.splice(0));
      if (header === null || rowCount + misfitCount === 0) throw refuse(file, NO_ROWS);
      if (misfitCount > rowCount) throw refuse(file, unsound(rowCount + misfitCount, misfitCount));
      return {
        ...rest,
        file,
        header,
        rowCount,
        misfits,
        misfitCount,
        pages: async function* () {
          for await (const block of spool.blocks()) yield JSON.parse(block.toString()) as readonly StagedRow[];
        },
        remove: () => spool.remove(),
      };
    },
    abandon: () => spool.remove(),
  };
}

function refuseWidth(file: string, line: number, count: number, width: number): RowRefusal {
  return {
    file,
    line,
    column: null,
    value: null,
    reason: {
      nl: `Deze rij heeft ${count} ${count === 1 ? 'veld' : 'velden'}, en de eerste regel ${width}.`,
      en: `This row has ${count} ${count === 1 ? 'field' : 'fields'}, and the first line ${width}.`,
    },
  };
}

const NO_ROWS: Sentence = {
  nl: 'dit bestand heeft geen rijen onder de regel met de namen van de kolommen.',
  en: 'this file has no rows below the line with the names of the columns.',
};
const TOO_LONG: Sentence = {
  nl: 'dit bestand heeft meer dan een miljoen rijen. Verdeel het over meer bestanden.',
  en: 'this file has more than a million rows. Divide it over more files.',
};

function tooWide(count: number): Sentence {
  return {
    nl: `dit bestand heeft ${count} kolommen, en meer dan ${MOST_COLUMNS} gaat niet. Is dit een lijst met donateurs of giften?`,
    en: `this file has ${count} columns, and more than ${MOST_COLUMNS} is not possible. Is this a list of donors or gifts?`,
  };
}

function unsound(count: number, misfits: number): Sentence {
  return {
    nl: `van de ${count} rijen hebben er ${misfits} een ander aantal velden dan de eerste regel. Dit is geen gave CSV; maak de export opnieuw.`,
    en: `of the ${count} rows ${misfits} have another number of fields than the first line. This is no sound CSV; make the export again.`,
  };
}
