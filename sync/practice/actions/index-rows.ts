import { ApiError } from '../errors.ts';
import type { Json, JsonObject, Row } from '../json.ts';
import { entriesOf, isObject, listOf } from '../json.ts';
import { isNumeric, numberOf, textOf } from '../php.ts';

/** How the values of an answer are to be shaped: one of them, keyed by a field, or one column of them. */
export type Shape =
  | { readonly kind: 'all' }
  | { readonly kind: 'one'; readonly at: number }
  | { readonly kind: 'shaped'; readonly key: string | undefined; readonly column: string | undefined };

/** Reads `index`: a number, the name of a field, `["column"]` or `{"key": "column"}`. */
export function readIndex(index: Json): Shape {
  if (index === null || index === '') return { kind: 'all' };
  if (isNumeric(index)) return { kind: 'one', at: numberOf(index) };
  if (typeof index === 'string') return { kind: 'shaped', key: index, column: undefined };
  const [pair] = entriesOf(index);
  if (pair === undefined) return { kind: 'all' };
  const [key, column] = pair;
  return { kind: 'shaped', key: Array.isArray(index) ? undefined : key, column: textOf(column) };
}

/** The fields that are selected only because of the shape. */
export function addedBy(shape: Shape, parameters: JsonObject): readonly string[] {
  const selected = new Set(listOf(parameters['select']));
  if (shape.kind !== 'shaped' || selected.size === 0 || selected.has('*')) return [];
  return [shape.key, shape.column].filter((name) => name !== undefined).filter((name) => !selected.has(name));
}

function without(row: JsonObject, names: readonly string[]): Json {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
}

/** Shapes rows. `added` is what is in them only for this. */
export function reshape(rows: readonly Json[], shape: Shape, added: readonly string[]): Json {
  if (shape.kind === 'all') return rows;
  if (shape.kind === 'one') return rows.at(shape.at) ?? null;
  const { key, column } = shape;
  const objects = rows.filter(isObject);
  const valueOf = (row: JsonObject): Json => (column === undefined ? without(row, added) : (row[column] ?? null));
  if (key === undefined || rows.length === 0) return objects.map(valueOf);
  const indexed: Row = {};
  for (const row of objects) if ((row[key] ?? null) !== null) indexed[textOf(row[key])] = valueOf(row);
  if (Object.keys(indexed).length === 0) throw new ApiError(`Key ${key} not found in api results`);
  return indexed;
}
