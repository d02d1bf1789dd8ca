/** Operations as a workstation would send them, and a network that loses the answer to one of them. */
import { v7 as uuidv7 } from 'uuid';
import type { Correction } from '../../domain/correction.ts';
import type { CallOperation, OperationBody } from '../../domain/operation.ts';
import type { Connector, OperationAnswer, OutgoingOperation } from '../../sync/connector.ts';
import { createCiviCrmConnector } from '../../sync/crm/civicrm/connector.ts';
import type { CiviCrmSite } from '../../sync/crm/civicrm/http.ts';
import { CrmFailure } from '../../sync/crm-failure.ts';

const AT = '2026-07-01T12:34:56.000Z';

export function outgoing(donorCrmId: number, body: OperationBody): OutgoingOperation {
  return { id: uuidv7(), body, recordedAt: AT, donorCrmId, wasTried: false, undone: null };
}

export function call(donorCrmId: number, details: Partial<CallOperation> = {}): OutgoingOperation {
  return outgoing(donorCrmId, {
    kind: 'call',
    programme: 'thank-you-call',
    promisedIn: null,
    outcome: 'conversation',
    at: AT,
    durationSeconds: 125,
    number: '+31600417735',
    notes: '',
    objectionAnswer: 'offered',
    emotion: 'happy',
    promisedAt: null,
    confirmedFields: [],
    followUps: [],
    ...details,
  });
}

export function correction(donorCrmId: number, value: Correction): OutgoingOperation {
  return outgoing(donorCrmId, { kind: 'correction', at: AT, correction: value, checkedBy: 'read-back' });
}

export function undoOf(operation: OutgoingOperation, answer: OperationAnswer): OutgoingOperation {
  const { id, body, donorCrmId } = operation;
  const reference = answer.kind === 'applied' ? answer.reference : null;
  return {
    ...outgoing(donorCrmId, { kind: 'undo', at: AT, operationId: id }),
    undone: { id, body, reference, wasApplied: true },
  };
}

const WRITES = /\/(?:create|update|delete|save)$/;

/**
 * Sends an operation, of which the CRM's answer to the first write never arrives; and then again, as a workstation does
 * that cannot know whether it arrived.
 */
export async function sendLosingAnswer(site: CiviCrmSite, operation: OutgoingOperation): Promise<OperationAnswer> {
  const connect = (asked: typeof fetch): Connector => createCiviCrmConnector({ ...site, fetch: asked });
  return sendLosing(connect, ({ url }) => WRITES.test(url), operation);
}

/** The same for any CRM. @param isWrite whether a request changes something */
export async function sendLosing(
  connect: (asked: typeof fetch) => Connector,
  isWrite: (request: Request) => boolean,
  operation: OutgoingOperation,
): Promise<OperationAnswer> {
  let lost = 0;
  const losing: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    if (lost > 0 || !isWrite(new Request(input, init))) return response;
    lost += 1;
    await response.arrayBuffer();
    throw new TypeError('the answer was lost');
  };
  try {
    await connect(losing).send(operation);
    throw new Error('the answer was not lost: nothing was written');
  } catch (error) {
    if (!(error instanceof CrmFailure) || error.kind !== 'unreachable') throw error;
  }
  return connect(fetch).send({ ...operation, wasTried: true });
}
