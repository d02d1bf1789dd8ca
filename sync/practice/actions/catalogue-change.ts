import type { EntitySpec } from '../metadata/entity.ts';
import type { Site } from '../site.ts';

const LISTS = new Set(['Campaign', 'Country', 'FinancialType', 'Group', 'LocationType', 'OptionGroup', 'OptionValue']);

/** After a write: custom fields appear and go at once, and so do options. */
export function noteCatalogueChange(site: Site, entity: EntitySpec): void {
  if (entity.name === 'CustomField' || entity.name === 'CustomGroup') site.catalogue.refresh();
  else if (LISTS.has(entity.name)) site.catalogue.options.forget();
}
