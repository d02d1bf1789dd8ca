/** What every kind of file is: its columns, and the rows of some donors. */
import type { Donor } from '../../../../db/queries/donor-details.ts';
import type { Reader } from '../../../../db/store.ts';
import type { Language } from '../../../../domain/language.ts';
import type { Choice } from './choose-donors.ts';
import type { ExportCell } from './cell.ts';

export type ExportRow = readonly ExportCell[];

export interface Layout {
  /** Name of the file without its day, and of the sheet. */
  readonly name: Readonly<Record<Language, string>>;
  readonly header: (language: Language) => readonly string[];
  /** Rows of these donors, in their order. A donor can have none, or several. */
  readonly rows: (
    reader: Reader,
    donorIds: readonly number[],
    language: Language,
    choice: Choice,
  ) => Promise<readonly ExportRow[]>;
}

/** The number by which an administration knows her. */
export function fileNumber({ externalId, crmId, donorId }: Donor): string {
  return externalId ?? String(crmId ?? donorId);
}

/** The first name of each header, in one language. */
export function headersOf<Field extends string>(
  headers: Readonly<Record<Field, Readonly<Record<Language, string>>>>,
  fields: readonly Field[],
): (language: Language) => readonly string[] {
  return (language) => fields.map((field) => headers[field][language].split(', ')[0] ?? field);
}
