/** Tables for a spreadsheet, in a form in which no cell can be a formula. */

export type Cell = string | number | null;

/** What a spreadsheet would carry out; also behind spaces, which some of them skip. */
const FORMULA = /^'*\s*[=+\-@\t\r]/;
const GUARDED = /^'(?='*\s*[=+\-@\t\r])/;

/**
 * Text that a spreadsheet would carry out, with an apostrophe in front; every other text as it is. A text that looks
 * guarded already gets one more, so that `withoutGuard` always finds back what there was (docs/decisions/0048).
 */
export function withGuard(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** What `withGuard` was given. */
export function withoutGuard(text: string): string {
  return text.startsWith("'") ? text.replace(GUARDED, '') : text;
}

/** One cell: text that could be a formula gets an apostrophe in front, and quotes are doubled. Numbers stay numbers. */
export function writeCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = withGuard(cell);
  return /[",;\n\r']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows with CRLF between them, as RFC 4180 has them; a byte order mark, so that accents survive in Excel. */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(writeCell).join(';')).join('\r\n')}\r\n`;
}
