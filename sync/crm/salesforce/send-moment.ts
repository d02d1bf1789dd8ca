/** What was done for a donor outside a call, as a closed Task of the subtype that fits; never "Call". */
import { dayOfInstant } from '../../../domain/calendar/day.ts';
import type { MomentOperation } from '../../../domain/operation.ts';
import type { OperationAnswer, OutgoingOperation } from '../../connector.ts';
import { writeMomentSubject } from '../marks/moment-subject.ts';
import { momentLines } from '../marks/moment-text.ts';
import type { Talk } from './org-session.ts';
import { writeOwnTime } from './pull-moments.ts';
import { applied } from './send-call.ts';
import { describeIn, findTask, subjectIn, writeTask } from './task.ts';
import { requireStatuses } from './task-columns.ts';

/** @throws CrmFailure */
export async function sendMoment(
  talk: Talk,
  contactId: string,
  { id, wasTried }: OutgoingOperation,
  moment: MomentOperation,
): Promise<OperationAnswer> {
  const known = wasTried ? await findTask(talk, id, 'now') : null;
  if (known !== null) return applied(known.Id);
  const values = {
    WhoId: contactId,
    Subject: subjectIn(writeMomentSubject(moment.subject, moment.what, id)),
    Status: requireStatuses(talk.schema).closed,
    Priority: 'Normal',
    ActivityDate: dayOfInstant(moment.at),
    TaskSubtype: moment.channel === 'email' ? 'Email' : 'Task',
    CallObject: writeOwnTime(moment.at),
    Description: describeIn(momentLines(moment)),
  };
  return applied(await writeTask(talk, { id, values, purpose: 'now' }));
}
