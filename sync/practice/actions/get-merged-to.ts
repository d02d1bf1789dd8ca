import { listOf } from '../json.ts';
import { TARGET } from '../metadata/entities/activity.ts';
import { getRows } from '../query/get.ts';
import type { Action } from './action.ts';

/**
 * Finds the contact that another one was merged into: the target of the activity "Contact Merged", of which the
 * "Contact Deleted by Merge" of the loser is a part. Without a find the answer is the odd `[[]]` (civicrm-api4.md §6).
 */
export const getMergedTo: Action = ({ caller, parameters }) => {
  const entity = caller.site.catalogue.known('ActivityContact');
  const [loss] = getRows(caller, entity, {
    select: ['activity_id.parent_id'],
    where: [
      ['contact_id', '=', parameters['contactId'] ?? null],
      ['activity_id.activity_type_id:name', '=', 'Contact Deleted by Merge'],
      ['activity_id.is_deleted', '=', false],
      ['activity_id.is_test', '=', parameters['isTest'] ?? false],
      ['record_type_id', '=', TARGET],
    ],
    orderBy: { 'activity_id.activity_date_time': 'DESC' },
    limit: 1,
  }).rows;
  const parent = loss?.['activity_id.parent_id'] ?? null;
  const [gain] = getRows(caller, entity, {
    select: ['contact_id'],
    where: [
      ['activity_id', '=', parent],
      ['record_type_id', '=', TARGET],
    ],
    limit: 1,
  }).rows;
  return { rows: [gain === undefined || parent === null ? listOf(null) : { id: gain['contact_id'] ?? null }] };
};
