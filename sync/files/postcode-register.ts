/** Reads a register of postcodes from a CSV file of any size, a piece at a time: it is never in memory as a whole. */
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import type { RegisterRow } from '../../db/queries/postcodes.ts';
import { dutchPostcode } from '../../domain/postal-address.ts';
import { FileRefusal } from './refusal.ts';
import { findSeparator } from './separator.ts';

/** As registers name their columns; compared in small letters, without anything but letters. */
const COLUMNS = {
  postcode: ['postcode', 'pc', 'pcode', 'zip'],
  street: ['straat', 'straatnaam', 'openbareruimte', 'openbareruimtenaam', 'street'],
  town: ['plaats', 'woonplaats', 'woonplaatsnaam', 'town', 'city'],
  number: ['huisnummer', 'nummer', 'number', 'housenumber'],
  lowest: ['huisnummervan', 'nummervan', 'van', 'vanaf', 'laagste', 'minnumber'],
  highest: ['huisnummertot', 'huisnummertm', 'nummertot', 'tot', 'tm', 'hoogste', 'maxnumber'],
} as const;
type Column = keyof typeof COLUMNS;

/** A file without house numbers tells the streets all the same. */
const ANY_NUMBER = { lowest: 0, highest: 99_999 } as const;
const ROWS_OF_A_PAGE = 5_000;
/** What fits in an address of the CRM. */
const LONGEST_TEXT = 96;

export interface RegisterReport {
  readonly rows: number;
  /** Rows without a Dutch postcode, a street or a town. */
  readonly leftOut: number;
}

/**
 * @param keep called with one page after the other
 * @throws FileRefusal when the file cannot be read or its columns are not there
 */
export async function readPostcodeRegister(
  path: string,
  keep: (rows: readonly RegisterRow[]) => Promise<void>,
): Promise<RegisterReport> {
  const file = createReadStream(path);
  const parser = file.pipe(
    parse({
      bom: true,
      delimiter: await separatorOf(path),
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
    }),
  );
  file.once('error', (error) => parser.destroy(error));
  let columns: ReadonlyMap<Column, number> | null = null;
  let page: RegisterRow[] = [];
  const report = { rows: 0, leftOut: 0 };
  try {
    for await (const cells of parser as AsyncIterable<readonly string[]>) {
      if (columns === null) {
        columns = columnsOf(cells);
        continue;
      }
      const row = rowOf(cells, columns);
      if (row === null) {
        report.leftOut += 1;
        continue;
      }
      report.rows += 1;
      page.push(row);
      if (page.length < ROWS_OF_A_PAGE) continue;
      await keep(page);
      page = [];
    }
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    throw unreadable(error);
  } finally {
    file.destroy();
  }
  if (columns === null) throw missing();
  if (page.length > 0) await keep(page);
  return report;
}

/**
 * Looks at the first line alone, for a file that is still coming in.
 *
 * @throws FileRefusal as reading it would
 */
export async function checkPostcodeRegister(path: string): Promise<void> {
  const file = createReadStream(path);
  const parser = file.pipe(parse({ bom: true, delimiter: await separatorOf(path), relaxQuotes: true, toLine: 1 }));
  file.once('error', (error) => parser.destroy(error));
  try {
    for await (const cells of parser as AsyncIterable<readonly string[]>) {
      columnsOf(cells);
      return;
    }
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    throw unreadable(error);
  } finally {
    file.destroy();
  }
  throw missing();
}

/** Of the first line: its separator is the one that it has most. */
async function separatorOf(path: string): Promise<string> {
  const file = createReadStream(path, { end: 4_095, encoding: 'utf8' });
  let start = '';
  try {
    for await (const chunk of file) start += String(chunk);
  } catch (error) {
    throw unreadable(error);
  }
  const separation = findSeparator(start);
  if (separation === null) throw missing();
  return separation.separator;
}

function columnsOf(header: readonly string[]): ReadonlyMap<Column, number> {
  const names = header.map((name) => name.toLowerCase().replaceAll(/[^a-z]/g, ''));
  const found = new Map<Column, number>();
  for (const column of Object.keys(COLUMNS) as Column[]) {
    const index = names.findIndex((name) => (COLUMNS[column] as readonly string[]).includes(name));
    if (index >= 0) found.set(column, index);
  }
  if (!found.has('postcode') || !found.has('street') || !found.has('town')) throw missing();
  return found;
}

function rowOf(cells: readonly string[], columns: ReadonlyMap<Column, number>): RegisterRow | null {
  const text = (column: Column): string => {
    const index = columns.get(column);
    return index === undefined ? '' : (cells[index] ?? '').trim();
  };
  const count = (column: Column): number | null => {
    const digits = /^\d{1,5}/.exec(text(column));
    return digits === null ? null : Number(digits[0]);
  };
  const postcode = dutchPostcode(text('postcode'));
  const [street, town] = [text('street'), text('town')];
  if (postcode === null || street === '' || town === '') return null;
  if (street.length > LONGEST_TEXT || town.length > LONGEST_TEXT) return null;
  const number = count('number');
  const lowest = count('lowest') ?? number ?? ANY_NUMBER.lowest;
  const highest = count('highest') ?? number ?? ANY_NUMBER.highest;
  return { postcode, street, town, lowest, highest };
}

function missing(): FileRefusal {
  return new FileRefusal({
    nl: 'Dit bestand heeft geen kolommen voor postcode, straat en plaats. De eerste regel moet de kolommen noemen, bijvoorbeeld: postcode;huisnummer;straat;plaats.',
    en: 'This file has no columns for postcode, street and town. Its first line must name the columns, for example: postcode;huisnummer;straat;plaats.',
  });
}

function unreadable(cause: unknown): FileRefusal {
  const words = cause instanceof Error ? cause.message : String(cause);
  return new FileRefusal({
    nl: `Dit bestand is niet te lezen (${words}). Er is niets meer van gebruikt.`,
    en: `This file cannot be read (${words}). No more of it was used.`,
  });
}
