import type { SqliteDatabase } from '../../../db/sqlite.ts';
import type { DataType, FieldSpec, OptionSource, Storage } from './field.ts';

interface CustomFieldRow {
  readonly id: number;
  readonly name: string;
  readonly label: string;
  readonly data_type: string;
  readonly time_format: number | null;
  readonly option_group_id: number | null;
  readonly serialize: number;
  readonly text_length: number | null;
  readonly is_view: number;
  readonly group_name: string;
}

const TYPES: Readonly<Record<string, readonly [DataType, Storage]>> = {
  Int: ['Integer', 'integer'],
  Float: ['Float', 'real'],
  Money: ['Money', 'real'],
  Boolean: ['Boolean', 'integer'],
  Memo: ['Text', 'text'],
  ContactReference: ['Integer', 'integer'],
  Country: ['Integer', 'integer'],
  StateProvince: ['Integer', 'integer'],
};

const YES_NO = [
  { id: 1, name: '1', label: 'Yes' },
  { id: 0, name: '0', label: 'No' },
];

function typeOf(row: CustomFieldRow): readonly [DataType, Storage] {
  if (row.data_type === 'Date') return row.time_format === null ? ['Date', 'date'] : ['Timestamp', 'datetime'];
  return TYPES[row.data_type] ?? ['String', 'text'];
}

function optionsOf(row: CustomFieldRow): OptionSource | undefined {
  if (row.option_group_id !== null) return { kind: 'groupId', groupId: row.option_group_id };
  return row.data_type === 'Boolean' ? { kind: 'fixed', options: YES_NO } : undefined;
}

function specOf(row: CustomFieldRow): FieldSpec {
  const [dataType, storage] = typeOf(row);
  const options = optionsOf(row);
  return {
    name: `${row.group_name}.${row.name}`,
    title: row.label,
    kind: 'Custom',
    dataType,
    storage,
    customFieldId: row.id,
    readOnly: row.is_view === 1,
    ...(options === undefined ? {} : { options }),
    ...(row.serialize > 0 ? { serialize: 'bookend' as const } : {}),
    ...(row.data_type === 'ContactReference' ? { references: 'Contact' } : {}),
    ...(storage === 'text' && row.text_length !== null ? { maximumLength: row.text_length } : {}),
  };
}

/** The fields of the active custom groups that extend one of these, under the name `Group.field`. */
export function customFieldSpecs(database: SqliteDatabase, extendedAs: readonly string[]): readonly FieldSpec[] {
  if (extendedAs.length === 0) return [];
  return database
    .prepare<[string], CustomFieldRow>(
      'SELECT f.id, f.name, f.label, f.data_type, f.time_format, f.option_group_id, f.serialize, f.text_length, ' +
        'f.is_view, g.name AS group_name FROM custom_field f JOIN custom_group g ON g.id = f.custom_group_id ' +
        'WHERE f.is_active AND g.is_active AND NOT g.is_multiple ' +
        'AND g.extends IN (SELECT value FROM json_each(?)) ORDER BY g.weight, g.id, f.weight, f.id',
    )
    .all(JSON.stringify(extendedAs))
    .map(specOf);
}
