/** The cells of one row by field. The first one that cannot be read refuses the row. */
import type { Sentence } from '../../domain/language.ts';
import type { Columns } from './mapping.ts';
import type { TextRecord } from './staged/staged-table.ts';
import { cutValue, type RowRefusal } from './refusal.ts';
import { oneLine } from './values/one-line.ts';
import type { Reading } from './values/reading.ts';

export interface RowCells<Field extends string> {
  readonly line: number;
  /** Whether the file has a column for it. */
  readonly has: (field: Field) => boolean;
  /** What stands in it, on one line; empty without a column. */
  readonly text: (field: Field) => string;
  /** Null when it cannot be read: then the row is refused. */
  readonly read: <Value>(field: Field, reader: (text: string) => Reading<Value>) => Value | null;
  readonly refuse: (field: Field, reason: Sentence) => null;
  /** Why the row is refused; null as long as it is not. */
  readonly refusal: () => RowRefusal | null;
}

/** No name, address or number is as long: the columns have shifted, or a whole story was put into one. */
export const LONGEST_CELL = 10_000;
const TOO_LONG: Sentence = {
  nl: `Hier staan meer dan ${LONGEST_CELL} tekens. Controleer of de kolommen van deze rij kloppen.`,
  en: `There are more than ${LONGEST_CELL} characters here. Check whether the columns of this row are right.`,
};

export function rowCells<Field extends string>({ table, at }: Columns<Field>, row: TextRecord): RowCells<Field> {
  let refusal: RowRefusal | null = null;
  const cellOf = (field: Field): string => row.cells[at.get(field) ?? -1] ?? '';
  const cells: RowCells<Field> = {
    line: row.line,
    has: (field) => at.has(field),
    text: (field) => {
      const text = cellOf(field);
      if (text.length > LONGEST_CELL) cells.refuse(field, TOO_LONG);
      return oneLine(text.slice(0, LONGEST_CELL));
    },
    read: (field, reader) => {
      if (cellOf(field).length > LONGEST_CELL) return cells.refuse(field, TOO_LONG);
      const reading = reader(cellOf(field));
      return reading.ok ? reading.value : cells.refuse(field, reading.reason);
    },
    refuse: (field, reason) => {
      const column = cutValue(table.header[at.get(field) ?? -1] ?? field);
      refusal ??= { file: table.file, line: row.line, column, value: cutValue(cellOf(field)), reason };
      return null;
    },
    refusal: () => refusal,
  };
  return cells;
}
