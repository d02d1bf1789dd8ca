import type { Json, Row } from '../json.ts';
import { entriesOf, isObject } from '../json.ts';
import type { EntitySpec } from '../metadata/entity.ts';
import { isEmpty, numberOf, textOf } from '../php.ts';
import type { Caller, Site } from '../site.ts';
import { insertRow, storedRow, updateRow, writeRow } from './rows.ts';

const MANY_VALUES = new Set(['CheckBox', 'Multi-Select']);

/** A name that can stand in a path, made of a label. */
export function nameFrom(label: string): string {
  return label
    .trim()
    .replace(/[^a-zA-Z0-9]+/g, '_')
    .slice(0, 64);
}

/** Writes a custom group; a new one gets a name and a table of its own. */
export function writeCustomGroup(caller: Caller, entity: EntitySpec, given: Row): Row {
  const { site } = caller;
  if (!isEmpty(given['id'])) return writeRow(site, entity, given);
  const first: Row = {
    name: isEmpty(given['name']) ? nameFrom(textOf(given['title'])) : (given['name'] ?? null),
    extends: isEmpty(given['extends']) ? 'Contact' : (given['extends'] ?? null),
    style: isEmpty(given['style']) ? 'Inline' : (given['style'] ?? null),
    is_active: given['is_active'] ?? true,
    is_multiple: given['is_multiple'] ?? false,
  };
  const written = writeRow(site, entity, { ...given, ...first });
  const id = numberOf(written['id']);
  updateRow(site, entity, id, { table_name: `civicrm_value_${textOf(first['name']).toLowerCase()}_${id}` });
  return written;
}

/** The options of a new field: a list of id, name and label, or a map from value to label. */
function optionRows(given: Json): readonly Row[] {
  return entriesOf(given).map(([key, option]) => {
    if (!isObject(option)) return { value: key, name: nameFrom(textOf(option)), label: textOf(option) };
    const label = textOf(option['label'] ?? option['name'] ?? key);
    return {
      value: textOf(option['id'] ?? option['value'] ?? option['name'] ?? key),
      name: textOf(option['name'] ?? nameFrom(label)),
      label,
    };
  });
}

function makeOptionGroup(site: Site, groupId: number, field: Row, options: Json): number {
  const { catalogue } = site;
  const group = storedRow(site, catalogue.known('CustomGroup'), groupId);
  const name = `${nameFrom(textOf(group?.['name']))}_${nameFrom(textOf(field['name']))}`.slice(0, 64);
  const id = insertRow(site, catalogue.known('OptionGroup'), {
    name,
    title: `${textOf(group?.['title'])} :: ${textOf(field['label'])}`,
    data_type: textOf(field['data_type']),
  });
  optionRows(options).forEach((option, index) => {
    insertRow(site, catalogue.known('OptionValue'), {
      ...option,
      option_group_id: id,
      weight: index + 1,
      is_active: 1,
    });
  });
  return id;
}

/** Writes a custom field, and the options that come with it. */
export function writeCustomField(caller: Caller, entity: EntitySpec, given: Row): Row {
  const { site } = caller;
  if (!isEmpty(given['id'])) return writeRow(site, entity, given);
  const first: Row = {
    name: isEmpty(given['name']) ? nameFrom(textOf(given['label'])) : (given['name'] ?? null),
    is_active: given['is_active'] ?? true,
  };
  if (MANY_VALUES.has(textOf(given['html_type'])) && given['serialize'] === undefined) first['serialize'] = 1;
  const item: Row = { ...given, ...first };
  if (!isEmpty(given['option_values'])) {
    item['option_group_id'] = makeOptionGroup(
      site,
      numberOf(given['custom_group_id']),
      item,
      given['option_values'] ?? null,
    );
  }
  const written = writeRow(site, entity, item);
  const id = numberOf(written['id']);
  updateRow(site, entity, id, { column_name: `${textOf(item['name']).toLowerCase()}_${id}` });
  return written;
}
