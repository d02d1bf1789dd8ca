import type { Site } from '../site.ts';
import { LAST_OPTION_ID, OPTION_GROUPS } from '../metadata/options/groups.ts';
import { COUNTRIES, FINANCIAL_TYPES, LOCATION_TYPES } from '../metadata/options/tables.ts';
import { Inserter } from './inserter.ts';

/** Fills the lists that every installation starts with. */
export function fillOptions(site: Site): void {
  const inserter = new Inserter(site.database);
  for (const group of OPTION_GROUPS) {
    const groupId = inserter.insert('option_group', { name: group.name, title: group.title });
    group.options.forEach(([id, value, name, label = name], index) => {
      inserter.insert('option_value', { id, option_group_id: groupId, value, name, label, weight: index + 1 });
    });
  }
  for (const [id, name] of LOCATION_TYPES) {
    inserter.insert('location_type', { id, name, display_name: name, is_default: id === 1 ? 1 : 0 });
  }
  for (const [id, name] of FINANCIAL_TYPES) inserter.insert('financial_type', { id, name, label: name });
  for (const [id, name, code] of COUNTRIES) inserter.insert('country', { id, name, iso_code: code });
  site.database.prepare<[number]>("UPDATE sqlite_sequence SET seq = ? WHERE name = 'option_value'").run(LAST_OPTION_ID);
  site.catalogue.options.forget();
}
