/** The custom fields of Dankbel, made in a practice CRM as its administrator would. */
import type { PracticeCrm } from '../../sync/practice/server.ts';
import { CALL_FIELDS } from '../../sync/crm/civicrm/call-fields.ts';
import { askCrm } from './workstation.ts';

export async function makeCallFields(crm: PracticeCrm, fields: readonly string[] = CALL_FIELDS): Promise<void> {
  await askCrm(crm, 'CustomGroup', 'create', { values: { name: 'Dankbel', title: 'Dankbel', extends: 'Activity' } });
  for (const name of fields) {
    await askCrm(crm, 'CustomField', 'create', {
      values: { 'custom_group_id:name': 'Dankbel', name, label: name, data_type: 'String', html_type: 'Text' },
    });
  }
}
