import { checkRecord } from '../access/authorize.ts';
import { ApiError } from '../errors.ts';
import type { Row } from '../json.ts';
import type { EntitySpec } from '../metadata/entity.ts';
import { numberOf } from '../php.ts';
import type { GetQuery } from '../query/get.ts';
import { findIds } from '../query/get.ts';
import type { Caller, Site } from '../site.ts';
import { quoted } from '../store/schema.ts';
import { deleteCustomValues } from '../write/custom-value.ts';
import { recordMembership } from '../write/listed.ts';
import { promoteAnother } from '../write/primary.ts';
import type { StoredRow } from '../write/rows.ts';
import { storedRow, touchContact, updateRow } from '../write/rows.ts';
import type { Action } from './action.ts';
import { noteCatalogueChange } from './catalogue-change.ts';

const DEFAULT_ORGANIZATION = 1;
const CONTRIBUTION_ACTIVITY = 6;

function deleteRow(site: Site, entity: EntitySpec, id: number): void {
  deleteCustomValues(site, entity, id);
  site.database.prepare<[number]>(`DELETE FROM ${quoted(entity.table)} WHERE id = ?`).run(id);
}

/** What goes with a row, or is put right after it went. */
function cleanUp(site: Site, entity: EntitySpec, row: StoredRow): void {
  switch (entity.name) {
    case 'Address':
    case 'Email':
    case 'Phone':
      if (row['is_primary'] === 1) promoteAnother(site, entity, numberOf(row['contact_id']));
      touchContact(site, row['contact_id']);
      return;
    case 'Contribution':
      site.database
        .prepare<[number, number]>('DELETE FROM activity WHERE source_record_id = ? AND activity_type_id = ?')
        .run(numberOf(row['id']), CONTRIBUTION_ACTIVITY);
      return;
    case 'GroupContact':
      recordMembership(site, row, 'Deleted', 'API');
      return;
    default:
  }
}

function removeOne(site: Site, entity: EntitySpec, id: number, useTrash: boolean): void {
  if (entity.name === 'Contact' && useTrash) {
    updateRow(site, entity, id, { is_deleted: true });
    return;
  }
  if (entity.name === 'Contact' && id === DEFAULT_ORGANIZATION) throw new ApiError(`Could not delete Contact id ${id}`);
  const row = storedRow(site, entity, id);
  deleteRow(site, entity, id);
  if (row !== undefined) cleanUp(site, entity, row);
}

/** Deletes what a where clause finds. Contacts go to the bin, unless `useTrash` says otherwise. */
export function removeWhere(caller: Caller, entity: EntitySpec, query: GetQuery, useTrash: boolean): readonly Row[] {
  const ids = findIds(caller, entity, query);
  for (const id of ids) checkRecord(caller, entity, 'delete', { id });
  for (const id of ids) removeOne(caller.site, entity, id, useTrash);
  noteCatalogueChange(caller.site, entity);
  return ids.map((id) => ({ id: entity.deletesWithNumber === true ? id : String(id) }));
}

export const remove: Action = ({ caller, entity, parameters }) => ({
  rows: removeWhere(caller, entity, parameters, parameters['useTrash'] !== false),
});
