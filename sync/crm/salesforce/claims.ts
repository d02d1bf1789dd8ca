/**
 * Claims as open Tasks "Call" with the contact in a unique field: Salesforce itself refuses a second one, so that
 * nothing depends on the order of ids, which is none (docs/decisions/0046). A claim is changed by its own id, never made
 * again by that; what became a call has another id, and is left alone.
 */
import { dayOfInstant, type Instant } from '../../../domain/calendar/day.ts';
import { isCurrent } from '../../../domain/claims/claim.ts';
import type { ClaimInCrm, ClaimsOfCrm, CrmClaim, LatelyInCrm, NewClaim } from '../../claims/claims-of-crm.ts';
import { CrmFailure } from '../../crm-failure.ts';
import { readClaimSubject, writeClaimSubject, writeEndedSubject } from '../marks/claim-subject.ts';
import { findLivingContact } from './contact.ts';
import { writable } from './object-info.ts';
import { isUnsure, odd } from './failures.ts';
import { ask } from './http.ts';
import { numberOf } from './numbers.ts';
import type { OrgSession, Talk } from './org-session.ts';
import { isContact, keepTasks, toMoment } from './pull-moments.ts';
import { query } from './query.ts';
import { idSchema, readRows, taskRow, type TaskRow } from './rows.ts';
import { names, soql, type Soql } from './soql.ts';
import { changeTask, findTask, isDuplicate } from './task.ts';
import { CLAIM_FIELD, hasClaimField, ID_FIELD, requireStatuses, taskColumns } from './task-columns.ts';
import { z } from 'zod';

/** More than every caller of an organisation makes in two hours. */
const MOST = 500;
const MOST_FORGOTTEN = 100;

export function createClaims(session: OrgSession): ClaimsOfCrm {
  const run: OrgSession['run'] = (work) => session.run(work);
  return {
    readLately: (since) => run((talk) => readLately(talk, since)),
    readForgotten: (before) => run((talk) => readForgotten(talk, before)),
    findContact: (donorCrmId) =>
      run(async (talk) => {
        const contact = await findLivingContact(talk, donorCrmId, 'now');
        return contact === null ? null : numberOf(contact.Id);
      }),
    make: (claim) => run((talk) => makeClaim(talk, claim)),
    extend: (claim, _now, endsAt) => run((talk) => extendClaim(talk, claim, endsAt)),
    end: (claim) => run((talk) => endClaim(talk, claim)),
    readNames: (crmIds) => run((talk) => readNames(talk, crmIds)),
  };
}

async function readTasks({ org, schema }: Talk, where: Soql, order: Soql): Promise<readonly TaskRow[]> {
  const rows = await query(
    org,
    soql`SELECT Id, ${taskColumns(schema)} FROM Task WHERE IsDeleted = false AND ${where} ORDER BY ${order}`,
    { purpose: 'now', all: true },
  );
  const { read } = readRows(taskRow, rows);
  const taken = await keepTasks(org, read);
  return read.filter(({ Id }) => !taken.has(numberOf(Id)));
}

async function readLately(talk: Talk, since: Instant): Promise<LatelyInCrm> {
  if (!hasClaimField(talk.schema)) return { claims: [], calls: [] };
  const read = await readTasks(
    talk,
    soql`${names(ID_FIELD)} != null AND WhoId != null AND SystemModstamp >= ${{ instant: since }}`,
    soql`SystemModstamp DESC, Id LIMIT ${MOST}`,
  );
  const moments = read.map(toMoment).filter((moment) => moment !== null);
  return {
    claims: read.flatMap(toClaim).toSorted((a, b) => a.crmId - b.crmId),
    calls: moments.filter(
      ({ operationId, outcome, donorCrmIds }) => operationId !== null && outcome !== null && donorCrmIds.length > 0,
    ),
  };
}

async function readForgotten(talk: Talk, before: Instant): Promise<readonly ClaimInCrm[]> {
  if (!hasClaimField(talk.schema)) return [];
  const read = await readTasks(
    talk,
    soql`${names(CLAIM_FIELD)} != null AND SystemModstamp < ${{ instant: before }}`,
    soql`SystemModstamp, Id LIMIT ${MOST_FORGOTTEN}`,
  );
  return read.flatMap(toClaim);
}

function toClaim(row: TaskRow): readonly CrmClaim[] {
  const mark = row.IsClosed || typeof row.Dankbel_Claim__c !== 'string' ? null : readClaimSubject(row.Subject ?? '');
  if (mark === null) return [];
  const donorCrmIds = isContact(row.WhoId) ? [numberOf(row.WhoId)] : [];
  const holderCrmId = typeof row.OwnerId === 'string' ? numberOf(row.OwnerId) : null;
  return [{ ...mark, crmId: numberOf(row.Id), donorCrmIds, holderCrmId }];
}

async function makeClaim(talk: Talk, claim: NewClaim): Promise<number | null> {
  if (!hasClaimField(talk.schema)) throw noClaimsHere();
  const contactId = (await talk.org.numbers.idsOf('contact', [claim.donorCrmId])).get(claim.donorCrmId);
  if (contactId === undefined) throw odd();
  // Once more when what stood in the way turned out to be over.
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      return await insertClaim(talk, claim, contactId);
    } catch (error) {
      if (!(error instanceof CrmFailure) || !isUnsure(error)) throw error;
      // It arrived twice, or its answer was lost.
      const own = await findTask(talk, claim.id, 'now');
      if (own !== null) return numberOf(own.Id);
      if (!isDuplicate(error)) throw error;
      const [holder] = await readTasks(talk, soql`${names(CLAIM_FIELD)} = ${contactId}`, soql`Id LIMIT 1`);
      const [held] = holder === undefined ? [] : toClaim(holder);
      if (holder !== undefined && held !== undefined && isCurrent(held, claim.now)) return null;
      if (holder !== undefined) await releaseTask(talk, holder);
    }
  }
  return null;
}

async function insertClaim({ org, schema }: Talk, { id, now, endsAt }: NewClaim, contactId: string): Promise<number> {
  const values = {
    [ID_FIELD]: id,
    [CLAIM_FIELD]: contactId,
    WhoId: contactId,
    Subject: writeClaimSubject(id, endsAt),
    Status: requireStatuses(schema).open,
    Priority: 'Normal',
    ActivityDate: dayOfInstant(now),
    TaskSubtype: 'Call',
    CallType: 'Outbound',
  };
  const { json } = await ask(org, {
    method: 'POST',
    path: '/sobjects/Task',
    body: writable(schema.task, values, 'createable'),
    purpose: 'now',
  });
  const answer = z.object({ id: idSchema }).safeParse(json);
  if (!answer.success) throw odd();
  return numberOf(answer.data.id);
}

/** What blocks a claim and is none any more: nobody ended it, or somebody changed it in Salesforce. */
async function releaseTask(talk: Talk, task: TaskRow): Promise<void> {
  const id = task.Dankbel_Id__c;
  if (typeof id === 'string' && readClaimSubject(task.Subject ?? '')?.id === id)
    return endClaim(talk, { id, crmId: 0 });
  await ask(talk.org, {
    method: 'PATCH',
    path: `/sobjects/Task/${task.Id}`,
    body: { [CLAIM_FIELD]: null },
    purpose: 'now',
  });
}

/** @returns false when it is no longer the claim that it was */
async function extendClaim(talk: Talk, { id }: ClaimInCrm, endsAt: Instant): Promise<boolean> {
  const task = await findTask(talk, id, 'now');
  if (task === null || toClaim(task).length === 0) return false;
  // Whoever ends it in between takes it out of the claims; this changes its words alone, and it stays out.
  return changeTask(talk, id, { Subject: writeClaimSubject(id, endsAt) }, 'now');
}

async function endClaim(talk: Talk, { id }: ClaimInCrm): Promise<void> {
  const values = {
    Subject: writeEndedSubject(id),
    Status: requireStatuses(talk.schema).closed,
    [CLAIM_FIELD]: null,
  };
  await changeTask(talk, id, values, 'now');
}

function noClaimsHere(): CrmFailure {
  return new CrmFailure('forbidden', {
    nl: `In Salesforce ontbreekt het veld ${CLAIM_FIELD} op Activiteit (uniek); donateurs worden er niet gereserveerd.`,
    en: `Salesforce lacks the field ${CLAIM_FIELD} on Activity (unique); donors are not claimed there.`,
  });
}

async function readNames({ org }: Talk, crmIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const ids = [...(await org.numbers.idsOf('user', crmIds)).values()];
  if (ids.length === 0) return new Map();
  const rows = await query(org, soql`SELECT Id, Name FROM User WHERE Id IN ${ids}`, { purpose: 'now' });
  const { read } = readRows(z.object({ Id: idSchema, Name: z.string().max(500) }), rows);
  return new Map(read.map(({ Id, Name }) => [numberOf(Id), Name]));
}
