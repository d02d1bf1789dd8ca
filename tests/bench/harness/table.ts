/** The report of a bench as rows of words. */
import { isKept, type BenchLine, type Promised, type Sample } from './bench.ts';

export const HEADINGS = ['', 'ours', 'held against', 'ratio', 'promised', 'kept', 'note'] as const;

export function rowOf(line: BenchLine): readonly string[] {
  const { name, unit, ours, theirs, ratio, promised, note } = line;
  const kept = isKept(line);
  return [
    name,
    words(ours, unit),
    theirs === null ? '' : words(theirs, unit),
    ratio === null ? '' : words(ratio, ''),
    promisedWords(promised),
    kept === null ? '' : kept ? 'yes' : '**no**',
    note,
  ];
}

/** "1,234 ms (1,200–1,300)" */
function words({ median, least, most }: Sample, unit: string): string {
  const after = unit === '' ? '' : ` ${unit}`;
  return `${written(median)}${after}${least === most ? '' : ` (${written(least)}–${written(most)})`}`;
}

function written(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function promisedWords(promised: Promised): string {
  if (promised === null) return '';
  return 'atLeast' in promised ? `at least ${promised.atLeast}` : `at most ${promised.atMost}`;
}

export function asText(rows: readonly (readonly string[])[]): string {
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function asMarkdown(rows: readonly (readonly string[])[]): string {
  const [headings = [], ...rest] = rows.map(
    (row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
  );
  return [headings, `|${HEADINGS.map(() => ' --- ').join('|')}|`, ...rest].join('\n');
}
