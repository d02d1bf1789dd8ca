/** What an import came to. */
import type { Sentence } from '../../domain/language.ts';
import type { RowRefusal } from './refusal.ts';

export interface ImportCount {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** Something that the user should know and that refused nothing. */
export interface ImportRemark {
  readonly file: string;
  /** How many rows, columns or records it is about. */
  readonly count: number;
  readonly text: Sentence;
}

export interface ImportReport {
  readonly donors: ImportCount;
  readonly mandates: ImportCount;
  readonly gifts: ImportCount;
  /** Donors first, then gifts, by line. Of a file with very many, the first. */
  readonly refusals: readonly RowRefusal[];
  /** Of all rows. */
  readonly refused: number;
  readonly remarks: readonly ImportRemark[];
  /** Whether the profile holds anything else than before. */
  readonly changed: boolean;
}

/** True when not one row of the files could be taken. */
export function isNothingTaken({ donors, gifts }: ImportReport): boolean {
  return [donors, gifts].every((count) => count.new + count.changed + count.unchanged === 0);
}
