import type { Row } from '../json.ts';
import type { EntitySpec } from '../metadata/entity.ts';
import { isEmpty, numberOf, textOf } from '../php.ts';
import type { Site } from '../site.ts';
import { writeOwned } from './location.ts';
import { settleBilling, settlePrimary } from './primary.ts';
import type { StoredRow } from './rows.ts';
import { columnsOf, storedRow, touchContact, updateRow } from './rows.ts';

/** These belong to each contact alone, also when the address is shared. */
const NEVER_SHARED = new Set(['id', 'contact_id', 'is_primary', 'is_billing', 'location_type_id', 'master_id']);

/** An American postcode is split in two; a country must be a country's id. */
function tidy(item: Row): Row {
  const split = /^(\d{4,5})[+-](\d{4})$/.exec(textOf(item['postal_code']));
  const code = split === null ? {} : { postal_code: split[1] ?? '', postal_code_suffix: split[2] ?? '' };
  const badCountry = item['country_id'] !== undefined && numberOf(item['country_id']) < 1000;
  return { ...item, ...code, ...(badCountry ? { country_id: '' } : {}) };
}

function sharedValues(entity: EntitySpec, row: StoredRow): Row {
  const names = columnsOf(entity).map((field) => field.name);
  return Object.fromEntries(names.filter((name) => !NEVER_SHARED.has(name)).map((name) => [name, row[name] ?? '']));
}

/** A copy takes over what its master says, where it says nothing itself; a copy of a copy belongs to the same master. */
function withMaster(site: Site, entity: EntitySpec, item: Row): Row {
  if (isEmpty(item['master_id'])) return item;
  const asked = numberOf(item['master_id']);
  const masterId = numberOf(storedRow(site, entity, asked)?.['master_id']) || asked;
  if (masterId === numberOf(item['id'])) return { ...item, master_id: '' };
  const master = storedRow(site, entity, masterId);
  const values = master === undefined ? {} : sharedValues(entity, master);
  return { ...values, ...item, master_id: masterId };
}

function copyTo(site: Site, entity: EntitySpec, row: StoredRow, values: Row): void {
  updateRow(site, entity, numberOf(row['id']), values);
  touchContact(site, row['contact_id']);
}

/**
 * What was written to a shared address is written to all who share it: from the master down to its copies, and also from
 * a copy up to its master (civicrm-api4.md §7, measured twice).
 */
function share(site: Site, entity: EntitySpec, id: number, item: Row): void {
  const stored = storedRow(site, entity, id);
  const masterId = item['master_id'] === undefined ? numberOf(stored?.['master_id']) : numberOf(item['master_id']);
  const values = Object.fromEntries(Object.entries(item).filter(([name]) => !NEVER_SHARED.has(name)));
  const copies = site.database
    .prepare<[number], StoredRow>('SELECT id, contact_id FROM address WHERE master_id = ?')
    .all(id);
  for (const copy of copies) copyTo(site, entity, copy, { ...values, master_id: masterId || id });
  const master = masterId === 0 ? undefined : storedRow(site, entity, masterId);
  if (master !== undefined) copyTo(site, entity, master, values);
}

/** Writes an address, and the addresses that are shared with it. */
export function writeAddress(site: Site, entity: EntitySpec, given: Row): Row {
  const item = settlePrimary(site, entity, tidy(given));
  settleBilling(site, entity, item);
  const shared = withMaster(site, entity, item);
  const written = writeOwned(site, entity, shared);
  share(site, entity, numberOf(written['id']), shared);
  return written;
}
