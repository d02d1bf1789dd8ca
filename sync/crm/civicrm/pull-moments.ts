/** Activities that reached a donor, or are planned to, a page at a time. */
import type { MirrorMoment } from '../../../db/mirror/records.ts';
import type { CursorPosition, PullPage, PullScope } from '../../connector.ts';
import { markColumns, readCallFieldsOf, type CallField } from './call-fields.ts';
import { readCallSubject, type CallMark } from '../marks/call-subject.ts';
import { isClaimSubject } from '../marks/claim-subject.ts';
import { isObjectionMark } from '../marks/objection-subject.ts';
import { readMomentSubject } from '../marks/moment-subject.ts';
import { callApi, type CiviCrmSite } from './http.ts';
import { followChangesOnly, nextPage, type PagedEntity } from './paging.ts';
import { activityRow, columnsOf, readRows } from './rows.ts';
import { dayOf, instantOf } from './values.ts';
import { z } from 'zod';

/** Bookkeeping of the CRM itself: no contact moments, and on many sites the larger part of all activities. */
const NO_CONTACT = [
  'Contribution',
  'Membership Signup',
  'Membership Renewal',
  'Change Membership Status',
  'Change Membership Type',
  'Change Custom Data',
  'Contact Merged',
  'Contact Deleted by Merge',
  'Create Batch',
  'Edit Batch',
  'Export Accounting Batch',
  'Update Recurring Contribution',
  'Update Recurring Contribution Billing Details',
];

/** By number: an option name that a site does not know could empty the whole answer of a NOT IN. @throws CrmFailure */
export async function readBookkeepingTypes(site: CiviCrmSite): Promise<readonly number[]> {
  const { values } = await callApi(site, 'OptionValue', 'get', {
    select: ['id', 'value'],
    where: [
      ['option_group_id:name', '=', 'activity_type'],
      ['name', 'IN', NO_CONTACT],
    ],
    limit: 0,
  });
  return readRows(optionRow, values).read.map(({ value }) => value);
}

const optionRow = z.object({ value: z.string().regex(/^\d+$/).transform(Number) });

export function activities(bookkeepingTypes: readonly number[], callFields: ReadonlySet<CallField>): PagedEntity {
  return {
    entity: 'Activity',
    select: [...columnsOf(activityRow), ...markColumns(callFields)],
    where: [['activity_type_id', 'NOT IN', bookkeepingTypes]],
    hasModifiedDate: true,
  };
}

/** @param scope `facts`: the activities of before come with the donors who are needed */
export async function pullMoments(
  site: CiviCrmSite,
  at: CursorPosition,
  bookkeepingTypes: readonly number[],
  callFields: ReadonlySet<CallField>,
  scope: PullScope,
): Promise<PullPage> {
  const from = scope === 'facts' ? followChangesOnly(at) : at;
  const { rows, ...page } = await nextPage(site, activities(bookkeepingTypes, callFields), from);
  const { records, leftOut } = readMoments(rows);
  return { ...page, pulled: { entity: 'moments', records }, rows: rows.length, leftOut };
}

export function readMoments(rows: readonly unknown[]): {
  readonly records: readonly MirrorMoment[];
  readonly leftOut: number;
} {
  const { read: activities, leftOut } = readRows(activityRow, rows);
  // Claims are no moments; `claims.ts` reads them. The mark of an objection is none either.
  const read = activities.filter(({ subject }) => !isClaimSubject(subject ?? '') && !isObjectionMark(subject ?? ''));
  const moments = read.map(toMoment).filter((moment) => moment !== null);
  return {
    records: moments.filter(({ donorCrmIds }) => donorCrmIds.length > 0),
    leftOut: leftOut + read.length - moments.length,
  };
}

/**
 * Somebody may have changed the subject in the CRM; the fields stay as they were written. But a subject that says that
 * the call was taken back, or replaced, is believed.
 */
function readMark(subject: string, row: Readonly<Record<string, unknown>>): CallMark | null {
  return readCallSubject(subject) ?? (subject.includes('[Dankbel-') ? null : readCallFieldsOf(row));
}

/** Null for what has no day. */
export function toMoment(row: z.output<typeof activityRow>): MirrorMoment | null {
  const day = dayOf(row.activity_date_time);
  const at = instantOf(row.activity_date_time);
  const subject = row.subject ?? '';
  if (day === null || at === null) return null;
  const mark = readMark(subject, row);
  return {
    crmId: row.id,
    donorCrmIds: row.target_contact_id ?? [],
    typeName: row['activity_type_id:name'],
    statusName: row['status_id:name'] ?? '',
    subject,
    day,
    at,
    assignees: row.assignee_contact_id ?? [],
    operationId: mark?.operationId ?? readMomentSubject(subject),
    programme: mark?.programme ?? null,
    promisedIn: mark?.promisedIn ?? null,
    outcome: mark?.outcome ?? null,
    callerCrmId: row.source_contact_id ?? null,
    number: mark === null ? null : (row.phone_number ?? null),
  };
}
