/** The records of a CSV text, each with the line it begins on. */
import { CsvError, type Options } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import type { Sentence } from '../../domain/language.ts';
import { countLines } from './line-numbers.ts';
import { refuse } from './read-text.ts';
import type { FileRefusal } from './refusal.ts';

export interface TextRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

interface Source {
  readonly file: string;
  readonly text: Buffer;
  readonly separator: string;
  /** The line of the file on which `text` begins. */
  readonly firstLine: number;
}

/**
 * Quotes are read strictly first. A stray one (`12" plaat`) is then taken as part of the text, but not when a text
 * that began with it runs over the end of its line: it would swallow the rows below.
 *
 * @throws FileRefusal when a quoted text does not end
 */
export function parseRecords(source: Source): readonly TextRecord[] {
  const strict = parseOnce(source, false);
  if (strict.problem === null) return strict.records;
  if (strict.problem === 'unclosed') throw brokenQuote(source, strict.line);
  const relaxed = parseOnce(source, true);
  const swallowing = relaxed.records.find(({ cells }) => cells.some((cell) => /^"[^]*[\r\n]/.test(cell)));
  if (swallowing !== undefined) throw brokenQuote(source, swallowing.line);
  if (relaxed.problem !== null) throw brokenQuote(source, relaxed.line);
  return relaxed.records;
}

interface Attempt {
  readonly records: readonly TextRecord[];
  readonly problem: 'stray-quote' | 'unclosed' | null;
  /** Where the record begins that could not be read; 0 without a problem. */
  readonly line: number;
}

function parseOnce({ text, separator, firstLine }: Source, isRelaxed: boolean): Attempt {
  const counter = countLines(text, firstLine);
  const records: TextRecord[] = [];
  const options: Options = {
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: isRelaxed,
    skip_empty_lines: true,
    on_record: (cells, { bytes }) => {
      const line = counter.lineOf(bytes);
      // A spreadsheet leaves rows of nothing but separators where rows were cleared.
      if (cells.some((cell) => cell.trim() !== '')) records.push({ line, cells });
      return null;
    },
  };
  try {
    parse(text, options);
    return { records, problem: null, line: 0 };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const problem = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'unclosed' : 'stray-quote';
    return { records, problem, line: counter.lineOf(text.length) };
  }
}

function brokenQuote({ file }: Source, line: number): FileRefusal {
  const sentence: Sentence = {
    nl: `de rij die op regel ${line} begint heeft een aanhalingsteken dat niet sluit waar het hoort. Het bestand is afgebroken of geen gave CSV; maak de export opnieuw.`,
    en: `the row that begins on line ${line} has a quotation mark that does not close where it should. The file was broken off or is no sound CSV; make the export again.`,
  };
  return refuse(file, sentence);
}
