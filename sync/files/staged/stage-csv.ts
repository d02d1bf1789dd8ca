/**
 * Reads a CSV file into rows, a piece at a time. Quotes are read strictly first. A stray one (`12" plaat`) is then taken
 * as part of the text, but not when a text that began with it runs over the end of its line: it would swallow the rows
 * below.
 */
import { CsvError, parse, type Options } from 'csv-parse';
import type { Sentence } from '../../../domain/language.ts';
import { refuse } from '../refusal.ts';
import { findSeparator, type Separation } from '../separator.ts';
import { createRowWriter, type RowWriter } from './row-writer.ts';
import type { Spool } from './spool.ts';
import type { StagedRow, StagedTable } from './staged-table.ts';
import { findEncoding, textOfSpool } from './text-of-spool.ts';
import { withoutGuard } from '../../../domain/results/csv.ts';

/** A first line is never longer; a file without line breaks must not be searched to its end. */
const LONGEST_HEADER = 64 * 1024;

/** @param folder for the spool of the rows. @throws FileRefusal */
export async function stageCsv(file: string, spool: Spool, folder: string): Promise<StagedTable> {
  const encoding = await findEncoding(file, spool);
  const text = (): AsyncGenerator<string> => textOfSpool(spool, encoding);
  const separation = await findSeparation(file, text());
  const strict = await readInto(file, text(), separation, folder, false);
  if ('table' in strict) return strict.table;
  if (strict.problem === 'unclosed') throw brokenQuote(file, strict.line);
  const relaxed = await readInto(file, text(), separation, folder, true);
  if ('table' in relaxed) return relaxed.table;
  throw brokenQuote(file, relaxed.line);
}

async function findSeparation(file: string, text: AsyncGenerator<string>): Promise<Separation> {
  let start = '';
  for await (const piece of text) {
    start += piece;
    if (start.length >= LONGEST_HEADER) break;
  }
  const separation = findSeparator(start.slice(0, LONGEST_HEADER));
  if (separation === null) throw refuse(file, NO_COLUMNS);
  return separation;
}

type Outcome =
  | { readonly table: StagedTable }
  // Quotes that do not come in pairs, by the number of the line.
  | { readonly problem: 'stray-quote' | 'unclosed'; readonly line: number };

async function readInto(
  file: string,
  text: AsyncGenerator<string>,
  { separator, hintLength }: Separation,
  folder: string,
  isRelaxed: boolean,
): Promise<Outcome> {
  const writer = await createRowWriter(file, folder);
  try {
    const problem = await parseInto(writer, text, separator, hintLength, isRelaxed);
    if (problem === null) {
      const rest = { format: 'csv', sheets: [], sheet: 0, remarks: [], from1904: false } as const;
      return { table: await writer.finish(rest) };
    }
    await writer.abandon();
    return problem;
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}

async function parseInto(
  writer: RowWriter,
  text: AsyncGenerator<string>,
  separator: string,
  hintLength: number,
  isRelaxed: boolean,
): Promise<Exclude<Outcome, { table: unknown }> | null> {
  let line = hintLength === 0 ? 1 : 2;
  let failure: unknown = null;
  let swallowed: number | null = null;
  const offset = hintLength === 0 ? 0 : 1;
  const take = (cells: string[], lines: number): null => {
    // A record ends on `lines`; what it has of breaks stands within its quotes.
    line = lines + offset - breaksIn(cells);
    if (failure !== null) return null;
    try {
      if (isRelaxed && cells.some((cell) => /^"[^]*\n/.test(cell))) swallowed ??= line;
      if (cells.some((cell) => cell.trim() !== '')) writer.add(rowOf(line, cells));
    } catch (error) {
      failure = error;
    }
    return null;
  };
  const options: Options = {
    delimiter: separator,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: isRelaxed,
    skip_empty_lines: true,
    on_record: (cells: string[], { lines }) => take(cells, lines),
  };
  const parser = parse(options);
  parser.on('error', (error) => (failure ??= error));
  parser.resume();
  let toSkip = hintLength;
  try {
    for await (const piece of text) {
      const kept = piece.slice(toSkip);
      toSkip = Math.max(0, toSkip - piece.length);
      if (kept !== '') await new Promise<void>((resolve) => parser.write(kept, () => resolve()));
      if (failure !== null) break;
      if (writer.isFull) await writer.flush();
    }
    if (failure === null) await new Promise<void>((resolve) => void parser.once('close', resolve).end());
  } finally {
    parser.destroy();
  }
  if (swallowed !== null) return { problem: 'stray-quote', line: swallowed };
  if (failure === null) return null;
  if (!(failure instanceof CsvError)) throw failure;
  return { problem: failure.code === 'CSV_QUOTE_NOT_CLOSED' ? 'unclosed' : 'stray-quote', line: line + 1 };
}

/** The apostrophe that our own exports put before what a spreadsheet would carry out is none of the text. */
function rowOf(line: number, cells: readonly string[]): StagedRow {
  return { line, cells: cells.map(withoutGuard) };
}

function breaksIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1;
  }
  return count;
}

function brokenQuote(file: string, line: number): Error {
  return refuse(file, {
    nl: `de rij die op regel ${line} begint heeft een aanhalingsteken dat niet sluit waar het hoort. Het bestand is afgebroken of geen gave CSV; maak de export opnieuw.`,
    en: `the row that begins on line ${line} has a quotation mark that does not close where it should. The file was broken off or is no sound CSV; make the export again.`,
  });
}

const NO_COLUMNS: Sentence = {
  nl: 'er zijn geen kolommen gevonden. De eerste regel moet de namen van de kolommen bevatten, gescheiden door ; of , of een tab.',
  en: 'no columns were found. The first line must have the names of the columns, separated by ; or , or a tab.',
};
