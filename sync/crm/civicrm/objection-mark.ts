/**
 * The flag `do_not_phone` does not say whose it is, nor how often a donor asked for it. So every objection leaves a mark
 * of its own in the CRM: a cancelled "Phone Call", which counts nowhere as a call. The flag goes away with the last
 * one, unless it stood there before the first.
 */
import { z } from 'zod';
import type { Instant } from '../../../domain/calendar/day.ts';
import { statusFor } from './call-statuses.ts';
import {
  OBJECTION_BEGIN,
  readObjectionSubject,
  writeEndedObjection,
  writeObjectionSubject,
} from '../marks/objection-subject.ts';
import { targetsOf } from './find-winner.ts';
import { callApi, type CiviCrmSite } from './http.ts';
import { readRows } from './rows.ts';

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
      ['subject', 'LIKE', `%${OBJECTION_BEGIN}%`],
    ],
    orderBy: { id: 'ASC' },
    limit: targets.length,
  });
  return readRows(markRow, values).read.flatMap(({ id, subject }) => {
    const mark = readObjectionSubject(subject);
    return mark === null ? [] : [{ activityId: id, ...mark }];
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
      subject: writeObjectionSubject(id, holdsFlag),
      activity_date_time: at,
    },
  });
}

/** The flag is there because of this one from now on. @throws CrmFailure */
export async function giveFlagTo(site: CiviCrmSite, { activityId, objectionId }: ObjectionMark): Promise<void> {
  await setSubject(site, activityId, writeObjectionSubject(objectionId, true));
}

/** @throws CrmFailure */
export async function endMark(site: CiviCrmSite, { activityId, objectionId }: ObjectionMark): Promise<void> {
  await setSubject(site, activityId, writeEndedObjection(objectionId));
}

async function setSubject(site: CiviCrmSite, activityId: number, subject: string): Promise<void> {
  await callApi(site, 'Activity', 'update', { where: [['id', 'IN', [activityId]]], values: { subject } });
}
