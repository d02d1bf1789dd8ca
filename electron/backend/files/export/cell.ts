/** What a cell of an export holds, and how it is written in a workbook and in a text. */
import type { CalendarDay } from '../../../../domain/calendar/day.ts';
import type { Cents } from '../../../../domain/money.ts';
import { writeCell } from '../../../../domain/results/csv.ts';
import { escapeText } from '../../../../sync/files/xlsx/cell-text.ts';

export type ExportCell = string | number | null | { readonly cents: Cents } | { readonly day: CalendarDay };

/** Text stays text, whatever it begins with: a workbook says what each cell is, so that none becomes a formula. */
export function workbookCell(cell: ExportCell): string | number | Date | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'string') return escapeText(cell);
  if ('cents' in cell) return cell.cents / 100;
  return new Date(`${cell.day}T00:00:00Z`);
}

/** With a guard before what a spreadsheet would carry out. */
export function textCell(cell: ExportCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return writeCell(cell);
  if (typeof cell === 'string') return writeCell(cell);
  if ('cents' in cell) {
    const sign = cell.cents < 0 ? '-' : '';
    const absolute = Math.abs(cell.cents);
    return `${sign}${Math.trunc(absolute / 100)},${String(absolute % 100).padStart(2, '0')}`;
  }
  return cell.day.split('-').reverse().join('-');
}
