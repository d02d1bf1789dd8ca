/** Salesforce with NPSP, by its REST API, as docs/decisions/0046 tells. */
import { refuseCorrection } from '../../../domain/correction.ts';
import { reverse } from '../../../db/mirror/apply-operation.ts';
import type { Connector, OperationAnswer, OutgoingOperation } from '../../connector.ts';
import { addContact } from './add-contact.ts';
import { createClaims } from './claims.ts';
import { findLivingContact } from './contact.ts';
import { hasCode, isGone } from './failures.ts';
import { findLike } from './find-like.ts';
import { findWinner } from './find-winner.ts';
import type { SalesforceOrg } from './http.ts';
import { identify } from './identity.ts';
import { openOrg, type OrgSession, type Talk } from './org-session.ts';
import { beginPull, type PagedObject } from './paging.ts';
import { contacts, pullDonors } from './pull-donors.ts';
import { gifts, mandates, pullGifts, pullMandates } from './pull-giving.ts';
import { readExisting, readIds, readMissed, type IdLists } from './pull-ids.ts';
import { pullMoments, tasks } from './pull-moments.ts';
import { findRecent, readWhole } from './pull-whole.ts';
import type { ContactRow } from './rows.ts';
import { sendCall, undoTask } from './send-call.ts';
import { removeCreated, sendCorrection } from './send-correction.ts';
import { sendFlag, undoFlag } from './send-flag.ts';
import { sendMoment } from './send-moment.ts';
import { sendObjection, undoObjection } from './send-objection.ts';
import { createWorkstations } from './workstations.ts';

export function createSalesforceConnector(base: SalesforceOrg): Connector {
  const org = withServerTime(base);
  const session = openOrg(org, () => ourTime(base));
  const run: OrgSession['run'] = (work) => session.run(work);
  const lists: IdLists = { list: null };
  return {
    budget: () => org.budget.current(),
    claims: createClaims(session),
    workstations: createWorkstations(session),
    identify: () => run((talk) => identify(talk.org)),
    begin: (entity) =>
      run(async ({ org: asked, schema }) => {
        const paged: Readonly<Record<typeof entity, PagedObject | null>> = {
          donors: contacts(schema, 'whole'),
          mandates: mandates(schema),
          gifts: gifts(schema),
          moments: tasks(schema),
        };
        const object = paged[entity];
        return object === null ? { position: null, total: 0 } : beginPull(asked, object);
      }),
    pull: (entity, position, scope) =>
      run((talk) => {
        switch (entity) {
          case 'donors':
            return pullDonors(talk, position, scope);
          case 'mandates':
            return pullMandates(talk, position);
          case 'gifts':
            return pullGifts(talk, position);
          case 'moments':
            return pullMoments(talk, position, scope);
        }
      }),
    // A unique id cannot be there twice; what is there of a call that was taken back says so.
    endDoubles: (operationId, keeps) => (keeps === 1 ? Promise.resolve() : run((talk) => undoTask(talk, operationId))),
    readWhole: (crmIds, losers) => run((talk) => readWhole(talk, crmIds, losers)),
    // Campaigns are not what groups are for a CRM; no list depends on them.
    readGroups: () => Promise.resolve([]),
    findRecent: (since, after) => run((talk) => findRecent(talk, since, after)),
    readIds: (entity, afterId) => run((talk) => readIds(talk, lists, entity, afterId)),
    readExisting: (entity, ids) => run((talk) => readExisting(talk, entity, ids)),
    readRows: (entity, ids) => run((talk) => readMissed(talk, lists, entity, ids)),
    findWinner: (crmId) => run((talk) => findWinner(talk, crmId)),
    findLike: (people) => run((talk) => findLike(talk, people)),
    addContact: (person) => run((talk) => addContact(talk, person)),
    send: (operation) => run((talk) => send(talk, operation)),
  };
}

const GONE: OperationAnswer = {
  kind: 'rejected',
  why: {
    nl: 'Deze donateur staat niet meer in Salesforce, of ligt daar in de prullenbak. Wat is vastgelegd, blijft hier bewaard.',
    en: 'This donor is no longer in Salesforce, or is in its bin. What was recorded stays here.',
  },
  crmWords: null,
};

async function send(talk: Talk, operation: OutgoingOperation): Promise<OperationAnswer> {
  const { undone, donorCrmId } = operation;
  const contact = await findLivingContact(talk, donorCrmId, 'now');
  if (contact === null) {
    // Nobody knows whether it arrived, and it needs no donor to be found.
    if (undone?.wasApplied !== false) return GONE;
    if (undone.body.kind === 'call' || undone.body.kind === 'moment') await undoTask(talk, undone.id);
    return { kind: 'applied', reference: null };
  }
  try {
    return await sendTo(talk, contact, operation);
  } catch (error) {
    // She was merged or thrown away while this was on its way: asked once more, who she is now.
    if (!isGone(error) && !hasCode(error, 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY')) throw error;
    const again = await findLivingContact(talk, donorCrmId, 'now');
    if (again === null) return GONE;
    throw error;
  }
}

async function sendTo(talk: Talk, contact: ContactRow, operation: OutgoingOperation): Promise<OperationAnswer> {
  const { body, undone } = operation;
  switch (body.kind) {
    case 'call':
      return sendCall(talk, contact.Id, operation, body);
    case 'moment':
      return sendMoment(talk, contact.Id, operation, body);
    case 'objection':
      return sendObjection(talk, contact, { ...operation, ...body });
    case 'flag':
      return sendFlag(talk, contact, body);
    case 'correction': {
      const refusal = refuseCorrection(body.correction);
      if (refusal !== null) return { kind: 'rejected', why: refusal, crmWords: null };
      return sendCorrection(talk, contact, body.correction);
    }
    case 'undo':
      if (undone?.body.kind === 'call' || undone?.body.kind === 'moment') await undoTask(talk, undone.id);
      if (undone?.body.kind === 'objection') {
        return undoObjection(talk, contact, { ...undone, byConsent: body.byConsent === true });
      }
      if (undone?.body.kind === 'flag') return undoFlag(talk, contact, undone.body, undone);
      if (undone?.body.kind === 'correction') {
        const reversed = reverse(undone.body.correction);
        if (reversed !== null) return sendCorrection(talk, contact, reversed);
        await removeCreated(talk, contact, undone.body.correction);
      }
      return { kind: 'applied', reference: null };
  }
}

/** The clock of the organisation goes on between its answers as ours does. */
function withServerTime(base: SalesforceOrg): SalesforceOrg {
  let apart: number | null = null;
  return {
    ...base,
    noteServerTime: (date) => {
      const told = Date.parse(date ?? '');
      // A server that tells whole seconds is at most one of them further.
      if (!Number.isNaN(told)) apart = told - ourTime(base);
    },
    serverTime: () => (apart === null ? null : ourTime(base) + apart),
  };
}

function ourTime({ now = Date.now }: SalesforceOrg): number {
  return now();
}
