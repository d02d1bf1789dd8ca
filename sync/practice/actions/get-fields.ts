import { holdsOne } from '../access/user.ts';
import type { Json, Row } from '../json.ts';
import { listOf } from '../json.ts';
import type { EntitySpec } from '../metadata/entity.ts';
import type { FieldSpec } from '../metadata/field.ts';
import { textOf } from '../php.ts';
import { filterRows } from '../query/in-memory.ts';
import type { Caller } from '../site.ts';
import type { Action } from './action.ts';

const SERIALIZE = { bookend: 1, comma: 5 } as const;

function optionsOf(caller: Caller, field: FieldSpec, load: Json): Json {
  if (field.options === undefined) return false;
  if (load === null || load === false) return true;
  const numeric = field.dataType === 'Integer' || field.dataType === 'Array' || field.dataType === 'Boolean';
  const options = caller.site.catalogue.options.of(field.options).filter((option) => option.active);
  if (load === true) return Object.fromEntries(options.map((option) => [option.id, option.label]));
  const wanted = listOf(load);
  return options.map((option) => {
    const all: Row = { id: numeric ? Number(option.id) : option.id, label: option.label, name: option.name };
    return Object.fromEntries(Object.entries(all).filter(([name]) => wanted.includes(name)));
  });
}

function described(caller: Caller, entity: EntitySpec, field: FieldSpec, action: string, load: Json): Row {
  const isCreate = action === 'create' || action === 'save' || action === 'replace';
  return {
    name: field.name,
    title: field.title,
    label: field.title,
    description: null,
    type: field.kind,
    default_value: (isCreate ? field.supplied : undefined) ?? field.initial ?? null,
    required: isCreate && field.required === true,
    nullable: field.notNull !== true,
    required_if: null,
    options: optionsOf(caller, field, load),
    suffixes: field.options === undefined ? null : ['name', 'label'],
    operators: field.operators === undefined ? null : [...field.operators],
    data_type: field.dataType,
    input_type: null,
    input_attrs: null,
    fk_entity: field.references ?? null,
    serialize: field.serialize === undefined ? null : SERIALIZE[field.serialize],
    entity: entity.name,
    localizable: false,
    readonly: field.readOnly === true || field.name === 'id',
    deprecated: false,
    permission: field.permission === undefined ? null : [...field.permission],
    usage: [],
  };
}

function isVisible(caller: Caller, field: FieldSpec): boolean {
  if (!caller.checkPermissions) return true;
  if (field.kind === 'Custom') return caller.user.permissions.has('access all custom data');
  return field.permission === undefined || holdsOne(caller.user, field.permission);
}

/** What can be searched only is no field of a write, and the other way round. */
function belongs(field: FieldSpec, action: string): boolean {
  return action === 'get' || (field.kind !== 'Filter' && field.derivation?.kind !== 'age');
}

/** Lists the fields of an entity, as this user may use them in this action. */
export const getFields: Action = ({ caller, entity, parameters }) => {
  const action = textOf(parameters['action'] ?? 'get');
  const rows = caller.site.catalogue
    .fields(entity)
    .filter((field) => isVisible(caller, field) && belongs(field, action))
    .map((field) => described(caller, entity, field, action, parameters['loadOptions'] ?? null));
  return filterRows(rows, parameters);
};
