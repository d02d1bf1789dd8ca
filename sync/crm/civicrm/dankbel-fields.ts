/**
 * The custom fields that Dankbel offers to make: those that a call writes, and none besides. All are plain text: a list of
 * options would coerce what it does not know (civicrm-api4.md §7).
 */
import { z } from 'zod';
import { CALL_GROUP, callColumn, type CallField } from './call-fields.ts';
import { callApi, type CiviCrmSite } from './http.ts';
import { readRows } from './rows.ts';

interface FieldPlan {
  readonly name: CallField;
  readonly label: string;
  /** CiviCRM makes an index for what can be searched. */
  readonly isSearchable?: true;
}

const FIELDS: readonly FieldPlan[] = [
  { name: 'operation_id', label: 'Kenmerk van Dankbel', isSearchable: true },
  { name: 'programme', label: 'Belprogramma' },
  { name: 'outcome', label: 'Uitkomst' },
  { name: 'objection_offered', label: 'Verzet aangeboden' },
  { name: 'emotion', label: 'Klonk' },
  { name: 'thumb', label: 'Duim' },
  { name: 'nps', label: 'Beveelt aan (0-10)' },
];

/** `Dankbel.operation_id` of the fields that the user of the key cannot see. @throws CrmFailure */
export async function missingFields(site: CiviCrmSite): Promise<readonly string[]> {
  const columns = FIELDS.map(({ name }) => callColumn(name));
  const { values } = await callApi(site, 'Activity', 'getFields', {
    select: ['name'],
    where: [['name', 'IN', columns]],
  });
  const found = new Set(readRows(z.object({ name: z.string() }), values).read.map(({ name }) => name));
  return columns.filter((column) => !found.has(column));
}

/**
 * Makes the group and the fields that are not there; what is there stays as it is. Needs "administer CiviCRM". One request
 * after the other: when one fails, the next try goes on from there.
 *
 * @throws CrmFailure
 */
export async function makeDankbelFields(site: CiviCrmSite): Promise<void> {
  if (!(await exists(site, 'CustomGroup', [['name', '=', CALL_GROUP]]))) {
    const group = { name: CALL_GROUP, title: 'Dankbel', extends: 'Activity' };
    await callApi(site, 'CustomGroup', 'create', { values: { ...group, style: 'Inline', is_active: true } });
  }
  for (const { name, label, isSearchable } of FIELDS) {
    const where = [
      ['custom_group_id:name', '=', CALL_GROUP],
      ['name', '=', name],
    ];
    if (await exists(site, 'CustomField', where)) continue;
    await callApi(site, 'CustomField', 'create', {
      values: {
        'custom_group_id:name': CALL_GROUP,
        name,
        label,
        data_type: 'String',
        html_type: 'Text',
        text_length: 255,
        is_searchable: isSearchable === true,
      },
    });
  }
}

async function exists(site: CiviCrmSite, entity: string, where: readonly unknown[]): Promise<boolean> {
  const { values } = await callApi(site, entity, 'get', { select: ['id'], where, limit: 1 });
  return values.length > 0;
}
