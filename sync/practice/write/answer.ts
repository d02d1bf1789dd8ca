import type { Json, Row } from '../json.ts';
import { entriesOf } from '../json.ts';
import type { EntitySpec } from '../metadata/entity.ts';
import type { DataType, FieldSpec } from '../metadata/field.ts';
import { integerOf, isEmpty, numberOf, textOf } from '../php.ts';

function scalar(dataType: DataType, value: Json): Json {
  switch (dataType) {
    case 'Boolean':
      return !isEmpty(value);
    case 'Integer':
      return integerOf(value);
    case 'Float':
    case 'Money':
      return numberOf(value);
    case 'Date':
      return textOf(value).slice(0, 10);
    case 'Array':
    case 'String':
    case 'Text':
    case 'Timestamp':
      return value;
  }
}

/** A written value as the answer shows it: as it was written, not as it was stored. */
function shown(field: FieldSpec, value: Json): Json {
  if (value === '' || value === null) return null;
  if (typeof value === 'string' && value !== 'Null' && value.toLowerCase() === 'null') return null;
  if (typeof value === 'object') return entriesOf(value).map(([, item]) => (field.serialize ? textOf(item) : item));
  return scalar(field.dataType, value);
}

/**
 * The row of an answer to a write: the columns that were written, then everything else that came with the request, as
 * null: custom values, contacts of an activity, names nobody knows (civicrm-api4.md §5).
 */
export function writtenAnswer(entity: EntitySpec, written: Row, requested: readonly string[]): Row {
  const answer: Row = {};
  for (const field of entity.fields) {
    const value = written[field.name];
    if (field.derivation === undefined && value !== undefined) answer[field.name] = shown(field, value);
  }
  for (const name of requested) if (answer[name] === undefined) answer[name] = null;
  return answer;
}
