/**
 * Claims as activities "Phone Call", Scheduled, assigned to the user of the key. Every change after the first names the
 * activity and its mark in `where`: what became a call, or was ended by somebody else, is left alone (civicrm-api4.md
 * §7). Never contact fields: those need "delete activities" on an activity that exists.
 */
import { z } from 'zod';
import type { Instant } from '../../../domain/calendar/day.ts';
import { CrmFailure } from '../../crm-failure.ts';
import type { ClaimInCrm, ClaimsOfCrm, CrmClaim, LatelyInCrm, NewClaim } from '../../claims/claims-of-crm.ts';
import { readClaimSubject, writeClaimSubject, writeEndedSubject } from '../marks/claim-subject.ts';
import { statusFor } from './call-statuses.ts';
import { operationMark } from '../marks/call-subject.ts';
import { findLivingContact } from './contact.ts';
import { callApi, type CiviCrmSite } from './http.ts';
import { readStatuses } from './option-values.ts';
import { toMoment } from './pull-moments.ts';
import { activityRow, columnsOf, readRows } from './rows.ts';

/** Nobody waits a minute for a claim. */
const TIMEOUT_MILLISECONDS = 10_000;
/** More than every caller of an organisation makes in two hours; the newest are the ones that count. */
const MOST = 500;
/** More are left for the next round. */
const MOST_FORGOTTEN = 100;
const SCHEDULED = 'Scheduled';

export function createClaims(base: CiviCrmSite): ClaimsOfCrm {
  const site = { timeoutMilliseconds: TIMEOUT_MILLISECONDS, ...base };
  const ended = statusFor('undone', site.statuses);
  /** A name that the site does not know would silently become another status, and the claim perhaps a conversation (§7). */
  let known: ReadonlySet<string> | null = null;
  const requireStatuses = async (): Promise<void> => {
    known ??= new Set((await readStatuses(site))?.map(({ name }) => name) ?? [SCHEDULED, ended]);
    for (const status of [SCHEDULED, ended]) if (!known.has(status)) throw noClaimsHere(status);
  };
  return {
    readLately: (since) => readLately(site, since),
    readForgotten: (before) => readForgotten(site, before),
    findContact: async (donorCrmId) => (await findLivingContact(site, donorCrmId))?.id ?? null,
    make: async (claim) => {
      await requireStatuses();
      return makeClaim(site, claim);
    },
    extend: (claim, now, endsAt) =>
      changeClaim(site, claim, { subject: writeClaimSubject(claim.id, endsAt), activity_date_time: now }),
    end: async (claim) => {
      await requireStatuses();
      await changeClaim(site, claim, { 'status_id:name': ended, subject: writeEndedSubject(claim.id) });
    },
    readNames: (crmIds) => readNames(site, crmIds),
  };
}

async function readLately(site: CiviCrmSite, since: Instant): Promise<LatelyInCrm> {
  const { values } = await callApi(site, 'Activity', 'get', {
    select: ['id', ...columnsOf(activityRow)],
    where: [
      ['activity_type_id:name', '=', 'Phone Call'],
      ['subject', 'LIKE', '%[Dankbel%'],
      ['activity_date_time', '>=', since],
    ],
    orderBy: { id: 'DESC' },
    limit: MOST,
  });
  const { read } = readRows(activityRow, values);
  const moments = read.map(toMoment).filter((moment) => moment !== null);
  return {
    claims: read.flatMap(toClaim).sort((a, b) => a.crmId - b.crmId),
    calls: moments.filter(({ operationId, donorCrmIds }) => operationId !== null && donorCrmIds.length > 0),
  };
}

async function readForgotten(site: CiviCrmSite, before: Instant): Promise<readonly ClaimInCrm[]> {
  const { values } = await callApi(site, 'Activity', 'get', {
    select: ['id', ...columnsOf(activityRow)],
    where: [
      ['activity_type_id:name', '=', 'Phone Call'],
      ['status_id:name', '=', SCHEDULED],
      ['subject', 'LIKE', '%[Dankbel-claim %'],
      ['activity_date_time', '<', before],
    ],
    orderBy: { id: 'ASC' },
    limit: MOST_FORGOTTEN,
  });
  return readRows(activityRow, values).read.flatMap(toClaim);
}

function toClaim(row: z.output<typeof activityRow>): readonly CrmClaim[] {
  const mark = row['status_id:name'] === SCHEDULED ? readClaimSubject(row.subject ?? '') : null;
  if (mark === null) return [];
  const holderCrmId = row.assignee_contact_id?.[0] ?? row.source_contact_id ?? null;
  return [{ ...mark, crmId: row.id, donorCrmIds: row.target_contact_id ?? [], holderCrmId }];
}

async function makeClaim(site: CiviCrmSite, { id, donorCrmId, now, endsAt }: NewClaim): Promise<number> {
  const { values } = await callApi(site, 'Activity', 'create', {
    values: {
      'activity_type_id:name': 'Phone Call',
      'status_id:name': SCHEDULED,
      source_contact_id: 'user_contact_id',
      assignee_contact_id: ['user_contact_id'],
      target_contact_id: [donorCrmId],
      subject: writeClaimSubject(id, endsAt),
      activity_date_time: now,
      'medium_id:name': 'phone',
    },
  });
  const [created] = readRows(z.object({ id: z.int() }), values).read;
  if (created !== undefined) return created.id;
  throw new CrmFailure('busy', {
    nl: 'Het CRM bevestigde de reservering niet.',
    en: 'The CRM did not confirm the claim.',
  });
}

function noClaimsHere(status: string): CrmFailure {
  return new CrmFailure('forbidden', {
    nl: `Dit CRM kent de status "${status}" niet; donateurs worden er niet gereserveerd.`,
    en: `This CRM does not know the status "${status}"; donors are not claimed there.`,
  });
}

/** @returns false when it is no longer the claim that it was */
async function changeClaim(site: CiviCrmSite, { id, crmId }: ClaimInCrm, values: object): Promise<boolean> {
  const { count } = await callApi(site, 'Activity', 'update', {
    where: [
      ['id', '=', crmId],
      ['status_id:name', '=', SCHEDULED],
      ['subject', 'LIKE', `%[Dankbel-claim %${operationMark(id)}`],
    ],
    values,
  });
  return count > 0;
}

async function readNames(site: CiviCrmSite, crmIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const { values } = await callApi(site, 'Contact', 'get', {
    select: ['id', 'display_name'],
    where: [['id', 'IN', crmIds]],
    limit: crmIds.length,
  });
  const { read } = readRows(z.object({ id: z.int(), display_name: z.string() }), values);
  return new Map(read.map(({ id, display_name: name }) => [id, name]));
}
