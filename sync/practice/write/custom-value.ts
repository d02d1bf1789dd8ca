import { ApiError } from '../errors.ts';
import type { Json, Row } from '../json.ts';
import type { EntitySpec } from '../metadata/entity.ts';
import type { FieldSpec } from '../metadata/field.ts';
import { isEmpty, isNumeric, numberOf, textOf } from '../php.ts';
import type { Caller, Site } from '../site.ts';
import { columnValue } from './columns.ts';
import { touchContact } from './rows.ts';

const CHECKED: Readonly<Partial<Record<FieldSpec['dataType'], string>>> = {
  Integer: 'Integer',
  Float: 'Float',
  Money: 'Money',
  Boolean: 'Boolean',
};

/** Custom values are the only ones that are checked: a text where a number belongs ends the request. */
function check(field: FieldSpec, value: Json): void {
  const type = CHECKED[field.dataType];
  const fits = isEmpty(value) || isNumeric(value) || typeof value === 'boolean' || Array.isArray(value);
  if (type !== undefined && !fits) {
    throw new ApiError(`One of parameters  (value: ${textOf(value)}) is not of the type ${type}`);
  }
}

/** Whether a change in this field moves the stamp of the contact: not for groups that were made through the API. */
function hasTrigger(site: Site, field: FieldSpec): boolean {
  const found = site.database
    .prepare<[number]>(
      'SELECT 1 FROM custom_trigger t JOIN custom_field f ON f.custom_group_id = t.custom_group_id WHERE f.id = ?',
    )
    .get(field.customFieldId ?? 0);
  return found !== undefined;
}

function store(site: Site, field: FieldSpec, entityId: number, value: Json): void {
  site.database
    .prepare<[number, number, number | string | null]>(
      'INSERT INTO custom_value (field_id, entity_id, value) VALUES (?, ?, ?) ' +
        'ON CONFLICT (field_id, entity_id) DO UPDATE SET value = excluded.value',
    )
    .run(field.customFieldId ?? 0, entityId, columnValue(field, value, site.time));
}

/** Writes the custom values of an item, after everything else of it was written. */
export function writeCustomValues(caller: Caller, entity: EntitySpec, id: number, item: Row): void {
  const { site, user, checkPermissions } = caller;
  if (checkPermissions && !user.permissions.has('access all custom data')) return;
  for (const [name, value] of Object.entries(item)) {
    const field = site.catalogue.field(entity, name);
    if (field?.kind !== 'Custom') continue;
    check(field, value);
    store(site, field, id, value);
    if (entity.name === 'Contact' && hasTrigger(site, field)) touchContact(site, id);
  }
}

/** Custom values have no reference to what they belong to: they go with it. */
export function deleteCustomValues(site: Site, entity: EntitySpec, id: number): void {
  for (const field of site.catalogue.fields(entity)) {
    if (field.customFieldId === undefined) continue;
    site.database
      .prepare<[number, number]>('DELETE FROM custom_value WHERE field_id = ? AND entity_id = ?')
      .run(field.customFieldId, numberOf(id));
  }
}
