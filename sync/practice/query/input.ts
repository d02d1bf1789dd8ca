import { ApiError } from '../errors.ts';
import type { Json } from '../json.ts';
import type { DataType, FieldSpec } from '../metadata/field.ts';
import { isEmpty, isNumeric, looselyEqual, textOf } from '../php.ts';
import type { Caller, Site } from '../site.ts';
import { localDateOf } from '../time/php-date.ts';

/** The operators with which "user_contact_id" means the user. */
const EXACT = new Set(['=', '!=', '<>', 'IN', 'NOT IN', 'CONTAINS', 'NOT CONTAINS']);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A value made ready for comparison; a day compared with a moment turns the operator into a range. */
export interface Operand {
  readonly operator: string;
  readonly value: Json;
}

/** The server keeps `<` and `>` as entities and decodes them in answers: an entity that was sent comes back decoded. */
export function decodeMarkup(text: string): string {
  return text.includes('&') ? text.replaceAll('&lt;', '<').replaceAll('&gt;', '>') : text;
}

/** The ids of the options with these names or labels: of none, nothing. */
export function optionIds(site: Site, field: FieldSpec, suffix: string, value: Json): Json {
  if (field.options === undefined) throw new ApiError(`No option list found for '${field.name}'`);
  const options = site.catalogue.options.of(field.options);
  const idOf = (wanted: Json): string | undefined =>
    options.find((option) => looselyEqual((suffix === 'name' ? option.name : option.label) ?? '', wanted))?.id;
  if (suffix !== 'name' && suffix !== 'label') throw new ApiError('Illegal expression');
  if (!Array.isArray(value)) return idOf(value) ?? null;
  return value.map(idOf).filter((id) => id !== undefined);
}

/** A contact id may be written as "user_contact_id"; any other text that is not a number is nobody. */
export function contactId(caller: Caller, value: Json): Json {
  if (value === null || isNumeric(value)) return value;
  return value === 'user_contact_id' ? caller.user.contactId : null;
}

function isContactId(field: FieldSpec, entity: string): boolean {
  return field.references === 'Contact' || (field.name === 'id' && entity === 'Contact');
}

function dateOperand(site: Site, dataType: DataType, operator: string, value: Json): Operand {
  const local = (text: string): string => localDateOf(text, site.time);
  if (dataType === 'Date') return { operator, value: local(textOf(value)).slice(0, 10) };
  const range = { '=': 'BETWEEN', '!=': 'NOT BETWEEN', '<>': 'NOT BETWEEN' }[operator];
  if (range !== undefined && typeof value === 'string' && DAY.test(value)) {
    return { operator: range, value: [local(`${value} 00:00:00`), local(`${value} 23:59:59`)] };
  }
  return { operator, value: local(textOf(value)) };
}

function operandOf(caller: Caller, field: FieldSpec, entity: string, operator: string, given: Json): Operand {
  const value = isContactId(field, entity) && EXACT.has(operator) ? contactId(caller, given) : given;
  if (field.dataType === 'Date' || field.dataType === 'Timestamp') {
    return dateOperand(caller.site, field.dataType, operator, value);
  }
  return { operator, value: typeof value === 'string' && field.markup !== true ? decodeMarkup(value) : value };
}

/** Reads the value of a condition as the field's kind of value: options by name, dates, the user himself. */
export function readOperand(
  caller: Caller,
  field: FieldSpec,
  entity: string,
  suffix: string | undefined,
  operator: string,
  value: Json,
): Operand {
  if (suffix !== undefined) return { operator, value: optionIds(caller.site, field, suffix, value) };
  if (typeof value === 'object' && value !== null) {
    const inner = isEmpty(value) ? [] : Object.values(value);
    return { operator, value: inner.map((item) => operandOf(caller, field, entity, 'IN', item).value) };
  }
  return operandOf(caller, field, entity, operator, value);
}
