/** CiviCRM 5.77 and later, by its APIv4 over HTTP, as measured in docs/protocol.md. */
import { refuseCorrection, type Correction } from '../../../domain/correction.ts';
import { reverse } from '../../../db/mirror/apply-operation.ts';
import type { Connector, OperationAnswer, OutgoingOperation, UndoneOperation } from '../../connector.ts';
import { readCallFields } from './call-fields.ts';
import { createClaims } from './claims.ts';
import { findLivingContact, type ContactState } from './contact.ts';
import { callApi, type CiviCrmSite } from './http.ts';
import { identify } from './identity.ts';
import { addContact } from './add-contact.ts';
import { findLike } from './find-like.ts';
import { findWinner } from './find-winner.ts';
import { beginPull } from './paging.ts';
import { CONTACTS, pullDonors } from './pull-donors.ts';
import { contributions, pullGifts, pullMandates, RECURRING } from './pull-giving.ts';
import { readByIds, readExisting, readIds } from './pull-ids.ts';
import { activities, pullMoments, readBookkeepingTypes } from './pull-moments.ts';
import { findRecent, readGroups, readWhole } from './pull-whole.ts';
import { readOptions, readStatuses } from './option-values.ts';
import { endDoubles, sendCall, undoCall, type CallValues } from './send-call.ts';
import { removeCreated, sendCorrection } from './send-correction.ts';
import { sendFlag, undoFlag } from './send-flag.ts';
import { endDoubledMoments, sendMoment, undoMoment, type MomentValues } from './send-moment.ts';
import { sendObjection, undoObjection } from './send-objection.ts';
import { createWorkstations } from './workstations.ts';

export function createCiviCrmConnector(site: CiviCrmSite): Connector {
  /** What a site can do does not change while we talk to it: asked once. */
  const giftsHaveModifiedDate = once(() => hasField(site, 'Contribution', 'modified_date'));
  const bookkeepingTypes = once(() => readBookkeepingTypes(site));
  const callFields = once(() => readCallFields(site));
  const statuses = once(() => readStatuses(site));
  const types = once(() => readOptions(site, 'activity_type'));
  const callValues = async (): Promise<CallValues> => ({
    fields: await callFields(),
    statuses: namesOf(await statuses()),
  });
  const momentValues = async (): Promise<MomentValues> => ({ ...(await callValues()), types: namesOf(await types()) });
  return {
    claims: createClaims(site),
    workstations: createWorkstations(site),
    identify: () => identify(site),
    begin: async (entity) => {
      switch (entity) {
        case 'donors':
          return beginPull(site, CONTACTS);
        case 'mandates':
          return beginPull(site, RECURRING);
        case 'gifts':
          return beginPull(site, contributions(await giftsHaveModifiedDate()));
        case 'moments':
          return beginPull(site, activities(await bookkeepingTypes(), await callFields()));
      }
    },
    pull: async (entity, position, scope) => {
      switch (entity) {
        case 'donors':
          return pullDonors(site, position, scope);
        case 'mandates':
          return pullMandates(site, position);
        case 'gifts':
          return pullGifts(site, position, await giftsHaveModifiedDate());
        case 'moments':
          return pullMoments(site, position, await bookkeepingTypes(), await callFields(), scope);
      }
    },
    endDoubles: async (operationId, keeps) => {
      await endDoubles(site, operationId, keeps, await callValues());
      await endDoubledMoments(site, operationId, keeps, await callValues());
    },
    readWhole: async (crmIds, losers) =>
      readWhole(site, crmIds, losers, activities(await bookkeepingTypes(), await callFields())),
    readGroups: (crmIds) => readGroups(site, crmIds),
    findRecent: (since, after) => findRecent(site, since, after),
    readIds: (entity, afterId) => readIds(site, entity, afterId),
    readExisting: (entity, ids) => readExisting(site, entity, ids),
    readRows: async (entity, ids) => readByIds(site, entity, ids),
    findWinner: (crmId) => findWinner(site, crmId),
    findLike: (people) => findLike(site, people),
    addContact: (person) => addContact(site, person),
    send: async (operation) => {
      const contact = await findLivingContact(site, operation.donorCrmId);
      if (contact !== null) return sendTo(site, contact, operation, { callValues, momentValues });
      // Nobody knows whether it arrived, and it needs no donor to be found.
      if (operation.undone?.wasApplied === false) return takeBackUnconfirmed(site, operation.undone, callValues);
      return GONE;
    },
  };
}

const GONE: OperationAnswer = {
  kind: 'rejected',
  why: {
    nl: 'Deze donateur staat niet meer in het CRM, of ligt daar in de prullenbak. Wat is vastgelegd, blijft hier bewaard.',
    en: 'This donor is no longer in the CRM, or is in its bin. What was recorded stays here.',
  },
  crmWords: null,
};

interface AskedValues {
  readonly callValues: () => Promise<CallValues>;
  readonly momentValues: () => Promise<MomentValues>;
}

async function sendTo(
  site: CiviCrmSite,
  contact: ContactState,
  operation: OutgoingOperation,
  { callValues, momentValues }: AskedValues,
): Promise<OperationAnswer> {
  const { body, undone } = operation;
  switch (body.kind) {
    case 'call':
      return sendCall(site, { ...operation, donorCrmId: contact.id }, body, await callValues());
    case 'objection':
      return sendObjection(site, contact, { ...operation, ...body }, callValues);
    case 'correction': {
      // CiviCRM would cut it or keep something else without a word: it does not leave here (civicrm-api4.md §7). The
      // screen refuses it too; this one was recorded by a version that did not.
      const refusal = refuseCorrection(body.correction);
      if (refusal !== null) return { kind: 'rejected', why: refusal, crmWords: null };
      return sendCorrection(site, contact, body.correction);
    }
    case 'moment':
      return sendMoment(site, { ...operation, donorCrmId: contact.id }, body, await momentValues());
    case 'flag':
      return sendFlag(site, contact, body);
    case 'undo':
      if (undone?.body.kind === 'call') await undoCall(site, undone, await callValues());
      if (undone?.body.kind === 'moment') await undoMoment(site, undone, await callValues());
      if (undone?.body.kind === 'objection') {
        return undoObjection(site, contact.id, { ...undone, byConsent: body.byConsent === true });
      }
      if (undone?.body.kind === 'flag') return undoFlag(site, contact, undone.body);
      if (undone?.body.kind === 'correction') return takeBack(site, contact, undone.body.correction, undone.reference);
      return { kind: 'applied', reference: null };
  }
}

async function takeBackUnconfirmed(
  site: CiviCrmSite,
  undone: UndoneOperation,
  callValues: () => Promise<CallValues>,
): Promise<OperationAnswer> {
  if (undone.body.kind === 'call') await undoCall(site, undone, await callValues());
  if (undone.body.kind === 'moment') await undoMoment(site, undone, await callValues());
  return { kind: 'applied', reference: null };
}

async function takeBack(
  site: CiviCrmSite,
  contact: ContactState,
  correction: Correction,
  reference: string | null,
): Promise<OperationAnswer> {
  const reversed = reverse(correction);
  if (reversed !== null) return sendCorrection(site, contact, reversed);
  await removeCreated(site, correction, reference);
  return { kind: 'applied', reference: null };
}

function namesOf(options: readonly { readonly name: string }[] | null): ReadonlySet<string> | null {
  return options === null ? null : new Set(options.map(({ name }) => name));
}

async function hasField(site: CiviCrmSite, entity: string, name: string): Promise<boolean> {
  const { values } = await callApi(site, entity, 'getFields', { select: ['name'], where: [['name', '=', name]] });
  return values.length > 0;
}

/** Asks once and remembers the answer; a failure is not remembered. */
function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let answer: Promise<Value> | null = null;
  return async () => {
    answer ??= ask();
    try {
      return await answer;
    } catch (error) {
      answer = null;
      throw error;
    }
  };
}
