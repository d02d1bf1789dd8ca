/** The tables of imports from files, as Kysely sees them. What they mean stands in migration 0280. */
import type { Generated } from 'kysely';
import type { Instant } from '../domain/calendar/day.ts';
import type { FileKind } from '../domain/file-pieces.ts';

export type ImportState = 'taking' | 'done' | 'undoing' | 'undone' | 'partly-undone' | 'broken-off';
export type ImportKind = FileKind;

export interface ImportTables {
  readonly import_run: ImportRunTable;
  readonly import_change: ImportChangeTable;
}

export interface ImportRunTable {
  readonly id: Generated<number>;
  readonly at: Instant;
  readonly person_id: number;
  readonly file: string;
  readonly kind: ImportKind;
  readonly state: ImportState;
  /** The newest donor that there was when it began, of the place when it is of one; 0 for none. */
  readonly newest_donor: number;
  /** `ImportCounts` as JSON. */
  readonly counts: string;
  readonly finished_at: Instant | null;
  readonly undone_at: Instant | null;
  readonly undone_by: number | null;
  /** Donors who stayed as the import made them. */
  readonly stayed: Generated<number>;
  /** The place that the file is of; null in a profile without a CRM. Migration 0350. */
  readonly site_id: string | null;
}

export interface ImportChangeTable {
  readonly id: Generated<number>;
  readonly import_id: number;
  readonly donor_id: number;
  readonly table_name: string;
  readonly row_id: number;
  readonly what: 'new' | 'changed' | 'removed' | 'linked';
  /** The whole row as it was, as JSON. */
  readonly before: string | null;
}
