/** A file as rows of texts, whatever it was: what the mapping, the preview, the dry run and the import all read. */
import type { RowRefusal } from '../refusal.ts';
import type { ImportRemark } from '../report.ts';

/**
 * What is odd about a cell of a spreadsheet beside its text.
 * - `formula`: its last outcome was read · `no-outcome`: a formula without one · `error`: #N/A and the like
 */
export type OddCell = 'formula' | 'no-outcome' | 'error';

/** One row, and the line on which it begins, as a text editor counts. */
export interface TextRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface StagedRow extends TextRecord {
  /** By the index of the cell. */
  readonly odd?: Readonly<Record<number, OddCell>>;
}

export interface SheetName {
  readonly name: string;
  readonly isHidden: boolean;
}

export interface StagedTable {
  /** Name of the file, without its folder. */
  readonly file: string;
  readonly format: 'csv' | 'xlsx';
  /** Of a workbook; empty for a text. */
  readonly sheets: readonly SheetName[];
  /** Index among `sheets`. */
  readonly sheet: number;
  readonly header: readonly string[];
  /** Rows with as many cells as the header. */
  readonly rowCount: number;
  /** Rows with more or fewer: the first of them, and how many there are. */
  readonly misfits: readonly RowRefusal[];
  readonly misfitCount: number;
  readonly remarks: readonly ImportRemark[];
  /** Whether numbers for days count from 1904, as old Macs did. */
  readonly from1904: boolean;
  /** Page after page. */
  pages(): AsyncGenerator<readonly StagedRow[]>;
  remove(): Promise<void>;
}

/** A table as a mapping sees it: its name and its headers. */
export type Headed = Pick<StagedTable, 'file' | 'header'>;

/** More are counted, and not kept: a file with as many is wrong as a whole. */
export const MOST_KEPT_REFUSALS = 2_000;
