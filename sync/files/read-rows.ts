/** Goes through the rows of a table: each is taken, or refused with the cell that is the matter. */
import type { Columns } from './mapping.ts';
import type { RowRefusal } from './refusal.ts';
import { rowCells, type RowCells } from './row-cells.ts';

export interface TakenRow<Value> {
  readonly line: number;
  readonly value: Value;
}

export interface ReadRows<Value> {
  readonly taken: readonly TakenRow<Value>[];
  /** In the order of the lines. */
  readonly refusals: readonly RowRefusal[];
  /** Lines of the refused rows by their number, for rows elsewhere that refer to them. */
  readonly refusedLines: ReadonlyMap<string, number>;
  /** The numbers of all rows, refused ones included. */
  readonly numbers: ReadonlySet<string>;
}

/**
 * @param numberField what makes a row the same row in the next file; a number that was on an earlier line is refused
 * @param readRow returns null when it refused a cell
 */
export function readRows<Field extends string, Value>(
  columns: Columns<Field>,
  numberField: Field,
  readRow: (cells: RowCells<Field>) => Value | null,
): ReadRows<Value> {
  const taken: TakenRow<Value>[] = [];
  const refusals: RowRefusal[] = [...columns.table.refusals];
  const refusedLines = new Map<string, number>();
  const firstLines = new Map<string, number>();
  for (const row of columns.table.rows) {
    const cells = rowCells(columns, row);
    const number = checkNumber(cells, numberField, firstLines);
    const value = number === null ? null : readRow(cells);
    const refusal = cells.refusal();
    if (value !== null && refusal === null) taken.push({ line: row.line, value });
    if (refusal === null) continue;
    refusals.push(refusal);
    if (number !== null) refusedLines.set(number, row.line);
  }
  refusals.sort((a, b) => a.line - b.line);
  return { taken, refusals, refusedLines, numbers: new Set(firstLines.keys()) };
}

function checkNumber<Field extends string>(
  cells: RowCells<Field>,
  field: Field,
  firstLines: Map<string, number>,
): string | null {
  const number = cells.text(field);
  if (number === '') return cells.refuse(field, { nl: 'Het nummer ontbreekt.', en: 'The number is missing.' });
  const firstLine = firstLines.get(number);
  if (firstLine === undefined) {
    firstLines.set(number, cells.line);
    return number;
  }
  return cells.refuse(field, {
    nl: `Dit nummer staat ook al op regel ${firstLine}.`,
    en: `This number is already on line ${firstLine}.`,
  });
}
