import type { JsonObject } from '../../json.ts';
import { textOf } from '../../php.ts';
import { splitSuffix } from '../../query/expression.ts';
import type { Site } from '../../site.ts';
import { Inserter } from '../inserter.ts';

/** What the keys of the captured contacts tell of one custom field. */
interface FoundField {
  readonly group: string;
  readonly name: string;
  /** The names of its options, when the capture asked for names or labels. */
  readonly options: readonly string[] | undefined;
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Keys with a dot are custom fields, unless the part before it is a field itself: then it is a joined row. */
function findFields(site: Site, rows: readonly JsonObject[]): readonly FoundField[] {
  const contact = site.catalogue.known('Contact');
  const keys = new Set(rows.flatMap((row) => Object.keys(row)));
  return [...keys].flatMap((key): FoundField[] => {
    const [path, suffix] = splitSuffix(key);
    const [group = '', name = '', more] = path.split('.');
    if (name === '' || more !== undefined || site.catalogue.field(contact, group) !== undefined) return [];
    const values = new Set(
      rows
        .map((row) => row[key] ?? null)
        .filter((value) => value !== null)
        .map(textOf),
    );
    return [{ group, name, options: suffix === undefined ? undefined : [...values].toSorted() }];
  });
}

function addField(inserter: Inserter, groupId: number, field: FoundField): void {
  const optionGroupId =
    field.options === undefined
      ? null
      : inserter.insert('option_group', {
          name: `${field.group}_${field.name}`,
          title: `${field.group} :: ${field.name}`,
        });
  (field.options ?? []).forEach((name, index) => {
    const value = name.toLowerCase();
    inserter.insert('option_value', {
      option_group_id: optionGroupId,
      value,
      name: value,
      label: capitalized(name),
      weight: index + 1,
    });
  });
  inserter.insert('custom_field', {
    custom_group_id: groupId,
    name: field.name,
    label: field.name,
    data_type: 'String',
    html_type: optionGroupId === null ? 'Text' : 'Select',
    option_group_id: optionGroupId,
    column_name: field.name.toLowerCase(),
  });
}

/** Makes the custom groups and fields of the contacts that a capture speaks of. They were there before the triggers. */
export function loadCustomFields(site: Site, rows: readonly JsonObject[]): void {
  const inserter = new Inserter(site.database);
  const groups = new Map<string, number>();
  for (const field of findFields(site, rows)) {
    const known = groups.get(field.group);
    const groupId =
      known ?? inserter.insert('custom_group', { name: field.group, title: field.group, extends: 'Contact' });
    if (known === undefined) inserter.insert('custom_trigger', { custom_group_id: groupId });
    groups.set(field.group, groupId);
    addField(inserter, groupId, field);
  }
  site.catalogue.refresh();
}
