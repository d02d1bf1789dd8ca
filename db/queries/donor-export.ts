/** Reads everything about one donor, and about those whom the CRM merged into her: the same person. */
import { sql, type RawBuilder } from 'kysely';
import { exportColumns, exportKey } from '../../domain/privacy/donor-export.ts';
import { EXPORTED_TABLES, type ExportedTable, type ExportKind } from '../../domain/privacy/export-tables.ts';
import { sameDonors } from '../erasure/erase-donors.ts';
import type { Reader } from '../store.ts';
import { inList } from './many.ts';

export type ExportedRow = Readonly<Record<string, unknown>>;

export async function readDonorExport(
  reader: Reader,
  donorId: number,
): Promise<Readonly<Record<ExportedTable, readonly ExportedRow[]>>> {
  const data: Partial<Record<ExportedTable, readonly ExportedRow[]>> = {};
  const donorIds = await sameDonors(reader, donorId);
  const people = await reader.selectFrom('person').select(['id', 'name']).execute();
  const names = new Map(people.map(({ id, name }) => [id, name]));
  for (const table of EXPORTED_TABLES) {
    const { rows } = await sql<Record<string, unknown>>`
      SELECT * FROM ${sql.table(table)} WHERE ${isAbout(table, donorIds)} ORDER BY 1`.execute(reader);
    data[table] = rows.map((row) =>
      Object.fromEntries(
        exportColumns(table).map(([name, [kind]]) => [exportKey(name, kind), valueOf(row[name], kind, names)]),
      ),
    );
  }
  return data as Record<ExportedTable, readonly ExportedRow[]>;
}

function isAbout(table: ExportedTable, donorIds: readonly number[]): RawBuilder<boolean> {
  const list = inList(donorIds);
  const knownThere = sql`(SELECT source_donor_id FROM source_link WHERE donor_id IN ${list})`;
  if (table === 'donor') return sql<boolean>`id IN ${list}`;
  if (table === 'source_donor') return sql<boolean>`id IN ${knownThere}`;
  if (table === 'source_gift' || table === 'source_recurring' || table === 'source_consent') {
    return sql<boolean>`source_donor_id IN ${knownThere}`;
  }
  return sql<boolean>`donor_id IN ${list}`;
}

function valueOf(value: unknown, kind: ExportKind, names: ReadonlyMap<number, string>): unknown {
  if (value === null || value === undefined) return null;
  if (kind === 'flag') return value === 1;
  if (kind === 'json') return typeof value === 'string' ? (JSON.parse(value) as unknown) : null;
  if (kind === 'person') return names.get(Number(value)) ?? null;
  return value;
}
