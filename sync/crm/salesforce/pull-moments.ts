/** Tasks that reached a contact, or are planned to, a page at a time; in the words that the mirror has for them. */
import type { MirrorMoment } from '../../../db/mirror/records.ts';
import { dayOfInstant, instantAt, isCalendarDay } from '../../../domain/calendar/day.ts';
import type { CursorPosition, PullPage, PullScope } from '../../connector.ts';
import { statusFor } from '../civicrm/call-statuses.ts';
import { readCallSubject } from '../marks/call-subject.ts';
import { isClaimSubject } from '../marks/claim-subject.ts';
import { readMomentSubject } from '../marks/moment-subject.ts';
import { isObjectionMark } from '../marks/objection-subject.ts';
import type { Schema } from './describe.ts';
import type { SalesforceOrg } from './http.ts';
import { numberOf } from './numbers.ts';
import type { Talk } from './org-session.ts';
import { followChangesOnly, nextPage, type PagedObject } from './paging.ts';
import { keptNumbers } from './pull-giving.ts';
import type { Row } from './query.ts';
import { readRows, taskRow, type TaskRow } from './rows.ts';
import { soql } from './soql.ts';
import { taskColumns } from './task-columns.ts';

/** `queryAll`, or old closed tasks are hidden; but not what is in the bin. */
export function tasks(schema: Schema): PagedObject {
  const where = soql`IsDeleted = false AND WhoId != null`;
  return { object: 'Task', select: taskColumns(schema), where, all: true, tellsDeleted: true };
}

/** @param scope `facts`: the tasks of before come with the donors who are needed */
export async function pullMoments({ org, schema }: Talk, at: CursorPosition, scope: PullScope): Promise<PullPage> {
  const { rows, deleted, ...page } = await nextPage(org, tasks(schema), scope === 'facts' ? followChangesOnly(at) : at);
  const { records, leftOut } = await readMoments(org, rows);
  return {
    ...page,
    isRewound: false,
    pulled: { entity: 'moments', records },
    rows: rows.length,
    leftOut,
    deleted: await keptNumbers(org, 'task', deleted),
  };
}

export async function readMoments(
  org: SalesforceOrg,
  rows: readonly Row[],
): Promise<{ readonly records: readonly MirrorMoment[]; readonly leftOut: number }> {
  const { read: all, leftOut } = readRows(taskRow, rows);
  // Claims are no moments; `claims.ts` reads them. The mark of an objection is none either, nor is what concerns a lead.
  const read = all.filter(
    ({ Subject: subject, WhoId }) =>
      isContact(WhoId) && !isClaimSubject(subject ?? '') && !isObjectionMark(subject ?? ''),
  );
  const moments = read.map(toMoment).filter((moment) => moment !== null);
  const taken = await keepTasks(org, read);
  const records = moments.filter(({ crmId }) => !taken.has(crmId));
  return { records, leftOut: leftOut + read.length - records.length };
}

/** @returns numbers that belong to another task already */
export async function keepTasks(org: SalesforceOrg, rows: readonly TaskRow[]): Promise<ReadonlySet<number>> {
  const taken = await org.numbers.keep(
    'task',
    rows.map(({ Id }) => Id),
  );
  await org.numbers.keep(
    'contact',
    rows.flatMap(({ WhoId }) => (isContact(WhoId) ? [WhoId] : [])),
  );
  await org.numbers.keep(
    'user',
    rows.flatMap(({ OwnerId }) => (typeof OwnerId === 'string' ? [OwnerId] : [])),
  );
  return new Set([...taken].map(numberOf));
}

export function isContact(id: string | null | undefined): id is string {
  return typeof id === 'string' && id.startsWith('003');
}

/** What the mirror calls a task that its subtype says it is; names of types are the organisation's own. */
const TYPES: Readonly<Record<string, string>> = { Call: 'Phone Call', Email: 'Email', 'List Email': 'Bulk Email' };
const OWN_TYPES: Readonly<Record<string, string>> = {
  'thanks-email': 'Email',
  card: 'Print PDF Letter',
  letter: 'Print PDF Letter',
};

/** Null for what has no day. */
export function toMoment(row: TaskRow): MirrorMoment | null {
  const subject = row.Subject ?? '';
  const mark = readCallSubject(subject);
  const at = instantOf(row);
  if (at === null) return null;
  return {
    crmId: numberOf(row.Id),
    donorCrmIds: isContact(row.WhoId) ? [numberOf(row.WhoId)] : [],
    typeName: typeOf(row, subject, mark !== null),
    statusName: statusOf(row, subject),
    subject,
    day: dayOfInstant(at),
    at,
    assignees: typeof row.OwnerId === 'string' ? [numberOf(row.OwnerId)] : [],
    operationId: mark?.operationId ?? readMomentSubject(subject),
    programme: mark?.programme ?? null,
    promisedIn: mark?.promisedIn ?? null,
    outcome: mark?.outcome ?? null,
    callerCrmId: typeof row.OwnerId === 'string' ? numberOf(row.OwnerId) : null,
    number: OWN_TIME.exec(row.CallObject ?? '')?.[2] ?? null,
  };
}

function typeOf(row: TaskRow, subject: string, isCall: boolean): string {
  if (isCall) return 'Phone Call';
  const what = /\[Dankbel-moment ([a-z-]+) /.exec(subject)?.[1];
  if (what !== undefined && Object.hasOwn(OWN_TYPES, what)) return OWN_TYPES[what] ?? 'Follow up';
  const subtype = row.TaskSubtype ?? row.Type ?? '';
  return Object.hasOwn(TYPES, subtype) ? (TYPES[subtype] ?? 'Follow up') : 'Follow up';
}

/** The lists of Salesforce have one status for what is over; the exact outcome of a call stands in its subject. */
function statusOf({ IsClosed: isClosed }: TaskRow, subject: string): string {
  if (subject.includes('[Dankbel-undone ')) return 'Cancelled';
  const outcome = readCallSubject(subject)?.outcome;
  if (outcome !== undefined) return statusFor(outcome);
  return isClosed ? 'Completed' : 'Scheduled';
}

const OWN_TIME = /^dankbel:(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z)(?: (\+\d{6,15}))?$/;

/** @param number in E.164 that was dialled; none for what was no call */
export function writeOwnTime(at: string, number: string | null = null): string {
  return `dankbel:${new Date(at).toISOString()}${number === null ? '' : ` ${number}`}`;
}

/** A task has a day and no time, and the moment of closing is when it was sent: our own calls carry theirs (salesforce.md §6). */
function instantOf({ ActivityDate: day, CallObject, CompletedDateTime, CreatedDate }: TaskRow): string | null {
  const own = OWN_TIME.exec(CallObject ?? '')?.[1];
  if (own !== undefined && !Number.isNaN(Date.parse(own))) return new Date(own).toISOString();
  const told = CompletedDateTime ?? CreatedDate;
  if (day === null || day === undefined) return told;
  if (!isCalendarDay(day)) return null;
  return dayOfInstant(told) === day ? told : instantAt(day, '12:00');
}
