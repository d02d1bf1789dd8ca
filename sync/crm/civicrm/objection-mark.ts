/**
 * The flag `do_not_phone` does not say whose it is, nor how often a donor asked for it. So every objection leaves a mark
 * of its own in the CRM: a cancelled "Phone Call", which counts nowhere as a call. The flag goes away with the last
 * one, unless it stood there before the first.
 */
import { z } from 'zod';
import type { Instant } from '../../../domain/calendar/day.ts';
import { statusFor } from './call-statuses.ts';
import { operationMark } from './call-subject.ts';
import { targetsOf } from './find-winner.ts';
import { callApi, type CiviCrmSite } from './http.ts';
import { readRows } from './rows.ts';

const BEGIN = '[Dankbel-objection ';
/** Whether the flag was set by this objection, or found set. */
const FLAGS = { set: `${BEGIN}set `, found: `${BEGIN}found ` } as const;

/** True for one that was taken back too. */
export function isObjectionMark(subject: string): boolean {
  return subject.includes('[Dankbel-objection');
}

export interface ObjectionMark {
  readonly activityId: number;
  readonly objectionId: string;
  /** The flag is there because of this one. */
  readonly holdsFlag: boolean;
}

const markRow = z.object({ id: z.int(), subject: z.string() });

/** The objections of a contact that stand, oldest first. @throws CrmFailure */
export async function readObjectionMarks(site: CiviCrmSite, contactId: number): Promise<readonly ObjectionMark[]> {
  const targets = await targetsOf(site, ['contact_id', '=', contactId]);
  if (targets.length === 0) return [];
  const { values } = await callApi(site, 'Activity', 'get', {
    select: ['id', 'subject'],
    where: [
      ['id', 'IN', targets.map(({ activity_id }) => activity_id)],
      ['subject', 'LIKE', `%${BEGIN}%`],
    ],
    orderBy: { id: 'ASC' },
    limit: targets.length,
  });
  return readRows(markRow, values).read.flatMap(({ id, subject }) => {
    const objectionId = / ([0-9a-f-]{36})\]$/.exec(subject)?.[1];
    return objectionId === undefined ? [] : [{ activityId: id, objectionId, holdsFlag: subject.includes(FLAGS.set) }];
  });
}

interface NewMark {
  readonly id: string;
  readonly at: Instant;
  readonly holdsFlag: boolean;
}

/** @throws CrmFailure */
export async function markObjection(
  site: CiviCrmSite,
  contactId: number,
  { id, at, holdsFlag }: NewMark,
): Promise<void> {
  await callApi(site, 'Activity', 'create', {
    values: {
      'activity_type_id:name': 'Phone Call',
      'status_id:name': statusFor('undone', site.statuses),
      source_contact_id: 'user_contact_id',
      target_contact_id: [contactId],
      subject: writeSubject(id, holdsFlag),
      activity_date_time: at,
    },
  });
}

/** The flag is there because of this one from now on. @throws CrmFailure */
export async function giveFlagTo(site: CiviCrmSite, { activityId, objectionId }: ObjectionMark): Promise<void> {
  await setSubject(site, activityId, writeSubject(objectionId, true));
}

/** @throws CrmFailure */
export async function endMark(site: CiviCrmSite, { activityId, objectionId }: ObjectionMark): Promise<void> {
  await setSubject(site, activityId, `Verzet teruggedraaid [Dankbel-objection-undone${operationMark(objectionId)}`);
}

function writeSubject(id: string, holdsFlag: boolean): string {
  return `Verzet tegen bellen vastgelegd ${(holdsFlag ? FLAGS.set : FLAGS.found).trimEnd()}${operationMark(id)}`;
}

async function setSubject(site: CiviCrmSite, activityId: number, subject: string): Promise<void> {
  await callApi(site, 'Activity', 'update', { where: [['id', 'IN', [activityId]]], values: { subject } });
}
