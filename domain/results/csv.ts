/** Tables for a spreadsheet, in a form in which no cell can be a formula. */

export type Cell = string | number | null;

/** What a spreadsheet would carry out; also behind spaces, which some of them skip. */
const FORMULA = /^[\s]*[=+\-@\t\r]/;

/** One cell: text that could be a formula gets an apostrophe in front, and quotes are doubled. Numbers stay numbers. */
export function writeCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",;\n\r']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows with CRLF between them, as RFC 4180 has them; a byte order mark, so that accents survive in Excel. */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(writeCell).join(';')).join('\r\n')}\r\n`;
}
