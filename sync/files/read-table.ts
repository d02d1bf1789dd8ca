/** A CSV file as a table: its header, and rows that know on which line they stand. */
import { parseRecords, type TextRecord } from './parse-records.ts';
import { refuse, type TextFile } from './read-text.ts';
import type { RowRefusal } from './refusal.ts';
import { findSeparator } from './separator.ts';

export interface Table {
  /** Name of the file, without its folder. */
  readonly file: string;
  readonly header: readonly string[];
  /** Rows with as many cells as the header. */
  readonly rows: readonly TextRecord[];
  /** Rows with more or fewer. */
  readonly refusals: readonly RowRefusal[];
}

/** A first line is never longer; a file without line breaks must not be searched to its end. */
const LONGEST_HEADER = 64 * 1024;

/** @throws FileRefusal when it is no table, has no rows, or most rows do not fit the header */
export function readTable({ name, text }: TextFile): Table {
  const separation = findSeparator(text.toString('utf8', 0, LONGEST_HEADER));
  if (separation === null) {
    throw refuse(name, {
      nl: 'er zijn geen kolommen gevonden. De eerste regel moet de namen van de kolommen bevatten, gescheiden door ; of , of een tab.',
      en: 'no columns were found. The first line must have the names of the columns, separated by ; or , or a tab.',
    });
  }
  const { separator, hintLength } = separation;
  const body = text.subarray(hintLength);
  const [first, ...rest] = parseRecords({ file: name, text: body, separator, firstLine: hintLength === 0 ? 1 : 2 });
  if (first === undefined || rest.length === 0) {
    throw refuse(name, {
      nl: 'dit bestand heeft geen rijen onder de regel met de namen van de kolommen.',
      en: 'this file has no rows below the line with the names of the columns.',
    });
  }
  const width = first.cells.length;
  const rows = rest.filter(({ cells }) => cells.length === width);
  const others = rest.filter(({ cells }) => cells.length !== width);
  if (others.length > rows.length) {
    throw refuse(name, {
      nl: `van de ${rest.length} rijen hebben er ${others.length} een ander aantal velden dan de eerste regel. Dit is geen gave CSV; maak de export opnieuw.`,
      en: `of the ${rest.length} rows ${others.length} have another number of fields than the first line. This is no sound CSV; make the export again.`,
    });
  }
  return {
    file: name,
    header: first.cells.map((cell) => cell.trim()),
    rows,
    refusals: others.map(({ line, cells }) => refuseWidth(name, line, cells.length, width)),
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
