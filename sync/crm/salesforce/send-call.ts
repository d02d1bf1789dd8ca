/** A call as a closed Task with the operation as its id: the second time it is sent, it is there. */
import { dayOfInstant } from '../../../domain/calendar/day.ts';
import type { CallOperation } from '../../../domain/operation.ts';
import { OUTCOMES } from '../../../domain/outcome.ts';
import type { OperationAnswer, OutgoingOperation } from '../../connector.ts';
import { CrmFailure } from '../../crm-failure.ts';
import { writeCallSubject } from '../marks/call-subject.ts';
import { callLines } from '../marks/call-text.ts';
import { readClaimSubject } from '../marks/claim-subject.ts';
import { isUnsure } from './failures.ts';
import { numberOf } from './numbers.ts';
import type { Talk } from './org-session.ts';
import { writeOwnTime } from './pull-moments.ts';
import { changeTask, describeIn, findTask, subjectIn, turnTask, withoutClaim, writeTask } from './task.ts';
import { ID_FIELD, requireIdField, requireStatuses } from './task-columns.ts';

/** @throws CrmFailure */
export async function sendCall(
  talk: Talk,
  contactId: string,
  { id, wasTried }: OutgoingOperation,
  call: CallOperation,
): Promise<OperationAnswer> {
  requireIdField(talk.schema);
  const known = wasTried ? await findTask(talk, id, 'now') : null;
  if (known !== null) return applied(known.Id);
  const values = {
    WhoId: contactId,
    Subject: subjectIn(writeCallSubject({ operationId: id, ...call })),
    Status: requireStatuses(talk.schema).closed,
    ActivityDate: dayOfInstant(call.at),
    CallDisposition: OUTCOMES[call.outcome].name.nl,
    CallDurationInSeconds: call.durationSeconds,
    CallObject: writeOwnTime(call.at, call.number),
    Description: describeIn(callLines(call)),
  };
  const turned = call.claimId === undefined ? null : await turnClaim(talk, call.claimId, { contactId, id, values });
  if (turned !== null) return applied(turned);
  const first = { ...values, Priority: 'Normal', TaskSubtype: 'Call', CallType: 'Outbound' };
  return applied(await writeTask(talk, { id, values: first, purpose: 'now' }));
}

interface TurnedCall {
  readonly contactId: string;
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The claim under which the donor was called becomes the call. @returns null when there is no such claim any more */
async function turnClaim(talk: Talk, claimId: string, { contactId, id, values }: TurnedCall): Promise<string | null> {
  const claim = await findTask(talk, claimId, 'now');
  if (claim === null || claim.IsClosed || claim.WhoId !== contactId) return null;
  if (readClaimSubject(claim.Subject ?? '')?.id !== claimId) return null;
  try {
    await turnTask(talk, claim, { ...values, ...withoutClaim(talk), [ID_FIELD]: id });
    return claim.Id;
  } catch (error) {
    // Somebody was quicker, or nobody knows whether it was done: by its own id it can be there once only.
    if (!(error instanceof CrmFailure) || !isUnsure(error)) throw error;
    return (await findTask(talk, id, 'now'))?.Id ?? null;
  }
}

/** Takes a call back: it stays, and says of itself that it was. @throws CrmFailure */
export async function undoTask(talk: Talk, operationId: string): Promise<void> {
  const subject = `Teruggedraaid [Dankbel-undone ${operationId}]`;
  await changeTask(talk, operationId, { Subject: subject, Status: requireStatuses(talk.schema).closed }, 'now');
}

export function applied(taskId: string): OperationAnswer {
  return { kind: 'applied', reference: String(numberOf(taskId)) };
}
