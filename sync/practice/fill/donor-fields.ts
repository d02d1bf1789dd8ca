import type { Site } from '../site.ts';
import { Inserter } from './inserter.ts';

/** The custom fields of a donor: where the donor came from, and when the donor likes to be called. */
const MOMENTS: readonly (readonly [string, string])[] = [
  ['ochtend', 'Ochtend'],
  ['middag', 'Middag'],
  ['avond', 'Avond'],
];

/** Adds the custom group `Donateur`. It was there before the triggers were made: a change in it moves the stamp. */
export function fillDonorFields(site: Site): void {
  const inserter = new Inserter(site.database);
  const groupId = inserter.insert('custom_group', {
    name: 'Donateur',
    title: 'Donateur',
    extends: 'Contact',
    table_name: 'civicrm_value_donateur_1',
  });
  inserter.insert('custom_trigger', { custom_group_id: groupId });
  const optionGroupId = inserter.insert('option_group', {
    name: 'Donateur_Belvoorkeur',
    title: 'Donateur :: Belvoorkeur',
  });
  MOMENTS.forEach(([name, label], index) => {
    inserter.insert('option_value', { option_group_id: optionGroupId, value: name, name, label, weight: index + 1 });
  });
  inserter.insert('custom_field', {
    custom_group_id: groupId,
    name: 'Bron',
    label: 'Bron',
    data_type: 'String',
    html_type: 'Text',
    column_name: 'bron_1',
    text_length: 255,
    weight: 1,
  });
  inserter.insert('custom_field', {
    custom_group_id: groupId,
    name: 'Belvoorkeur',
    label: 'Belvoorkeur',
    data_type: 'String',
    html_type: 'Select',
    column_name: 'belvoorkeur_2',
    option_group_id: optionGroupId,
    weight: 2,
  });
  site.catalogue.refresh();
}
