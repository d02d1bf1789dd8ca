/**
 * The custom fields that Dankbel offers to make, in two groups because a group extends one entity. All are plain text
 * or a date: a list of options would coerce what it does not know (civicrm-api4.md §7).
 */
import { z } from 'zod';
import { CALL_GROUP, CONTACT_GROUP } from './call-fields.ts';
import { callApi, type CiviCrmSite } from './http.ts';
import { readRows } from './rows.ts';

interface FieldPlan {
  readonly name: string;
  readonly label: string;
  readonly isDate?: true;
  /** CiviCRM makes an index for what can be searched. */
  readonly isSearchable?: true;
}

export interface GroupPlan {
  readonly name: string;
  readonly title: string;
  readonly extends: 'Activity' | 'Contact';
  readonly fields: readonly FieldPlan[];
}

export const DANKBEL_GROUPS: readonly GroupPlan[] = [
  {
    name: CALL_GROUP,
    title: 'Dankbel',
    extends: 'Activity',
    fields: [
      { name: 'operation_id', label: 'Kenmerk van Dankbel', isSearchable: true },
      { name: 'programme', label: 'Belprogramma' },
      { name: 'outcome', label: 'Uitkomst' },
      { name: 'objection_offered', label: 'Verzet aangeboden' },
      { name: 'emotion', label: 'Klonk' },
      { name: 'thumb', label: 'Duim' },
      { name: 'nps', label: 'Beveelt aan (0-10)' },
    ],
  },
  {
    name: CONTACT_GROUP,
    title: 'Dankbel: gegevens',
    extends: 'Contact',
    fields: [
      { name: 'verified_on', label: 'Nagekeken op', isDate: true },
      { name: 'salutations', label: 'Aanhef' },
    ],
  },
];

/** `Dankbel.operation_id` of the fields that the user of the key cannot see. @throws CrmFailure */
export async function missingFields(site: CiviCrmSite): Promise<readonly string[]> {
  const missing = DANKBEL_GROUPS.map(async ({ name: group, extends: entity, fields }) => {
    const columns = fields.map(({ name }) => `${group}.${name}`);
    const { values } = await callApi(site, entity, 'getFields', { select: ['name'], where: [['name', 'IN', columns]] });
    const found = new Set(readRows(z.object({ name: z.string() }), values).read.map(({ name }) => name));
    return columns.filter((column) => !found.has(column));
  });
  return (await Promise.all(missing)).flat();
}

/**
 * Makes the groups and fields that are not there; what is there stays as it is. Needs "administer CiviCRM". One request
 * after the other: when one fails, the next try goes on from there.
 *
 * @throws CrmFailure
 */
export async function makeDankbelFields(site: CiviCrmSite): Promise<void> {
  for (const { fields, ...group } of DANKBEL_GROUPS) {
    if (!(await exists(site, 'CustomGroup', [['name', '=', group.name]]))) {
      await callApi(site, 'CustomGroup', 'create', { values: { ...group, style: 'Inline', is_active: true } });
    }
    for (const { name, label, isDate, isSearchable } of fields) {
      const where = [
        ['custom_group_id:name', '=', group.name],
        ['name', '=', name],
      ];
      if (await exists(site, 'CustomField', where)) continue;
      await callApi(site, 'CustomField', 'create', {
        values: {
          'custom_group_id:name': group.name,
          name,
          label,
          ...(isDate === true
            ? { data_type: 'Date', html_type: 'Select Date', date_format: 'yy-mm-dd' }
            : { data_type: 'String', html_type: 'Text', text_length: 255 }),
          is_searchable: isSearchable === true,
        },
      });
    }
  }
}

async function exists(site: CiviCrmSite, entity: string, where: readonly unknown[]): Promise<boolean> {
  const { values } = await callApi(site, entity, 'get', { select: ['id'], where, limit: 1 });
  return values.length > 0;
}
