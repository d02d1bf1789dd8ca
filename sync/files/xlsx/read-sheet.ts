/** The rows of one sheet, one by one. */
import type { OddCell, StagedRow } from '../staged/staged-table.ts';
import type { Archive } from './archive.ts';
import { columnOf, dayOfSerial, unescapeText, writeNumber } from './cell-text.ts';
import { parseXml } from './parse-xml.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { Workbook } from './workbook.ts';

export interface SheetFacts {
  /** Areas of cells that were merged. */
  readonly merged: number;
  /** Rows that a filter or a person put out of sight. They are read. */
  readonly hiddenRows: number;
}

/** A reference to a cell further to the right is a slip of a program. */
const MOST_COLUMNS = 16_384;

/**
 * @param onRow cells as texts, of whatever width; rows of nothing are left out
 * @param between waited for after each piece of the file
 */
export async function readSheet(
  file: string,
  archive: Archive,
  path: string,
  { from1904, dayStyles }: Pick<Workbook, 'from1904' | 'dayStyles'>,
  strings: SharedStrings,
  onRow: (row: StagedRow) => void,
  between: () => Promise<void>,
): Promise<SheetFacts> {
  let merged = 0;
  let hiddenRows = 0;
  let line = 0;
  let cells: string[] = [];
  let odd: Record<number, OddCell> = {};
  let column = -1;
  let type = '';
  let style = 0;
  let value = '';
  let isValue = false;
  let isFormula = false;
  let hasValue = false;

  const textOfCell = (): string => {
    if (type === 's') return strings.at(Number(value));
    if (type === 'inlineStr' || type === 'str') return unescapeText(value);
    if (type === 'b') return value === '1' ? 'true' : 'false';
    if (type === 'e' || type === 'd' || value === '') return value;
    const number = Number(value);
    if (!Number.isFinite(number)) return value;
    return (dayStyles[style] === true ? dayOfSerial(number, from1904) : null) ?? writeNumber(number);
  };
  const closeCell = (): void => {
    if (column < 0 || column >= MOST_COLUMNS) return;
    const text = hasValue ? textOfCell() : '';
    while (cells.length < column) cells.push('');
    cells[column] = text;
    if (type === 'e') odd[column] = 'error';
    else if (isFormula) odd[column] = hasValue ? 'formula' : 'no-outcome';
  };
  const closeRow = (): void => {
    const isOdd = Object.keys(odd).length > 0;
    if (isOdd || cells.some((cell) => cell.trim() !== '')) onRow({ line, cells, ...(isOdd ? { odd } : {}) });
    cells = [];
    odd = {};
  };

  await parseXml(
    file,
    archive.pieces(path),
    {
      open: (name, attributes) => {
        if (name === 'c') {
          const reference = attributes['r'];
          column = reference === undefined ? column + 1 : columnOf(reference);
          type = attributes['t'] ?? 'n';
          style = Number(attributes['s'] ?? 0);
          value = '';
          isFormula = false;
          hasValue = false;
        } else if (name === 'v' || name === 't') {
          isValue = true;
          hasValue = true;
        } else if (name === 'f') isFormula = true;
        else if (name === 'rPh') isValue = false;
        else if (name === 'row') {
          line = Number(attributes['r'] ?? line + 1);
          column = -1;
          if (attributes['hidden'] === '1' || attributes['hidden'] === 'true') hiddenRows += 1;
        } else if (name === 'mergeCell') merged += 1;
      },
      text: (piece) => {
        if (isValue) value += piece;
      },
      close: (name) => {
        if (name === 'v' || name === 't') isValue = false;
        else if (name === 'c') closeCell();
        else if (name === 'row') closeRow();
      },
    },
    between,
  );
  return { merged, hiddenRows };
}
