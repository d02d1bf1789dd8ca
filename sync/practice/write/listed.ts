import type { Row } from '../json.ts';
import type { EntitySpec } from '../metadata/entity.ts';
import { isEmpty, numberOf, textOf } from '../php.ts';
import type { Caller, Site } from '../site.ts';
import { compactDate } from '../time/local-date.ts';
import { nameFrom } from './custom-metadata.ts';
import type { StoredRow } from './rows.ts';
import { insertRow, storedRow, writeRow } from './rows.ts';

/** A name made of the title or label, for things that are listed under both. */
function named(item: Row, from: string): Row {
  return isEmpty(item['id']) && isEmpty(item['name']) ? { name: nameFrom(textOf(item[from])) } : {};
}

/** Writes a group; a new one is named after its title, and remembers who made it. */
export function writeGroup(caller: Caller, entity: EntitySpec, given: Row): Row {
  const frontend =
    isEmpty(given['id']) && isEmpty(given['frontend_title']) ? { frontend_title: given['title'] ?? '' } : {};
  const creator = isEmpty(given['id']) ? { created_id: given['created_id'] ?? caller.user.contactId } : {};
  return writeRow(caller.site, entity, { ...given, ...named(given, 'title'), ...frontend, ...creator });
}

/** Writes a row that is named after its title when it has no name of its own. */
export function writeTitled(caller: Caller, entity: EntitySpec, given: Row): Row {
  return writeRow(caller.site, entity, { ...given, ...named(given, 'title') });
}

/** Every change of a membership is kept in its history. */
export function recordMembership(site: Site, row: StoredRow | undefined, status: string, method: string): void {
  if (row === undefined) return;
  insertRow(site, site.catalogue.known('SubscriptionHistory'), {
    contact_id: row['contact_id'] ?? null,
    group_id: row['group_id'] ?? null,
    date: compactDate(site.time.localNow()),
    method,
    status,
  });
}

/** Writes a membership, and an entry in its history. */
export function writeGroupContact(caller: Caller, entity: EntitySpec, given: Row): Row {
  const written = writeRow(caller.site, entity, given);
  const row = storedRow(caller.site, entity, numberOf(written['id']));
  recordMembership(caller.site, row, textOf(row?.['status']), textOf(given['method'] ?? 'API'));
  return written;
}

/** A new option gets the next value and the last place of its group. */
export function writeOption(caller: Caller, entity: EntitySpec, given: Row): Row {
  if (!isEmpty(given['id'])) return writeRow(caller.site, entity, given);
  const last = caller.site.database
    .prepare<[number], { readonly value: number | null; readonly weight: number | null }>(
      'SELECT max(CAST(value AS INTEGER)) AS value, max(weight) AS weight FROM option_value WHERE option_group_id = ?',
    )
    .get(numberOf(given['option_group_id']));
  const value = isEmpty(given['value']) ? { value: String((last?.value ?? 0) + 1) } : {};
  const weight = isEmpty(given['weight']) ? { weight: (last?.weight ?? 0) + 1 } : {};
  return writeRow(caller.site, entity, { ...given, ...named(given, 'label'), ...value, ...weight });
}
