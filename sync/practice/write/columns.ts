import { ApiError } from '../errors.ts';
import type { Json } from '../json.ts';
import type { FieldSpec } from '../metadata/field.ts';
import { charactersOf, integerOf, isEmpty, numberOf, textOf } from '../php.ts';
import type { SqlValue } from '../query/scope.ts';
import type { SiteTime } from '../time/site-time.ts';
import { expandDate } from '../time/local-date.ts';

const SEPARATOR = '\u0001';

/** Text too long for its column is cut, and ends in three dots. `<` and `>` count as the entities they are kept as. */
export function ellipsify(text: string, maximumLength: number): string {
  const kept = text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const characters = charactersOf(kept);
  if (characters.length <= maximumLength) return text;
  const cut = `${characters.slice(0, maximumLength - 3).join('')}...`;
  return cut.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}

/** '' clears a column, and so does the word null in any spelling but "Null". */
function clears(value: Json): boolean {
  return value === '' || (typeof value === 'string' && value !== 'Null' && value.toLowerCase() === 'null');
}

function textColumn(field: FieldSpec, value: Json): string {
  const text = textOf(value);
  return field.maximumLength === undefined || field.options !== undefined ? text : ellipsify(text, field.maximumLength);
}

function listColumn(field: FieldSpec, value: readonly Json[]): SqlValue {
  const parts = value.map(textOf);
  if (parts.length === 0) return null;
  return field.serialize === 'comma' ? parts.join(',') : `${SEPARATOR}${parts.join(SEPARATOR)}${SEPARATOR}`;
}

function scalarColumn(field: FieldSpec, value: Json, time: SiteTime): SqlValue {
  switch (field.storage) {
    case 'integer':
      return integerOf(value);
    case 'real':
      return field.dataType === 'Money' ? Math.round(numberOf(value) * 100) / 100 : numberOf(value);
    case 'date':
      return isEmpty(value) ? null : expandDate(textOf(value)).slice(0, 10);
    case 'datetime':
      return isEmpty(value) ? null : expandDate(textOf(value));
    case 'timestamp':
      return isEmpty(value) ? null : time.timestamp(expandDate(textOf(value)));
    case 'text':
      return textColumn(field, value);
  }
}

/** What a column keeps of a formatted value. @throws ApiError for a list where a single value belongs. */
export function columnValue(field: FieldSpec, value: Json, time: SiteTime): SqlValue {
  if (Array.isArray(value)) {
    if (field.serialize !== undefined) return listColumn(field, value);
    throw new ApiError('DB Error: unknown error');
  }
  if (typeof value === 'object' && value !== null) throw new ApiError('DB Error: unknown error');
  if (value === null || clears(value)) return field.notNull === true && field.storage !== 'text' ? 0 : null;
  return scalarColumn(field, value, time);
}
