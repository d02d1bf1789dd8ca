/**
 * An objection against calls: `DoNotCall`, and never `npsp__Do_Not_Contact__c`, which NPSP's trigger turns into a flag
 * for e-mail as well (salesforce.md §6). Each leaves a mark of its own, for the flag does not say whose it is.
 */
import { OBJECTION_CLEARED, OBJECTION_WAS_SET } from '../../../db/mirror/apply-operation.ts';
import { dayOfInstant, type Instant } from '../../../domain/calendar/day.ts';
import type { OperationAnswer, UndoneOperation } from '../../connector.ts';
import { CrmFailure } from '../../crm-failure.ts';
import {
  OBJECTION_BEGIN,
  readObjectionSubject,
  writeEndedObjection,
  writeObjectionSubject,
} from '../marks/objection-subject.ts';
import { setOnContact } from './contact.ts';
import type { Talk } from './org-session.ts';
import { query } from './query.ts';
import { readRows, taskRow, type ContactRow } from './rows.ts';
import { anywhere, soql } from './soql.ts';
import { changeTask, findTask, writeTask } from './task.ts';
import { requireStatuses, taskColumns } from './task-columns.ts';

interface SentObjection {
  readonly id: string;
  readonly at: Instant;
  readonly wasSetBefore: boolean;
  /** Then the flag may be set by this very objection. */
  readonly wasTried: boolean;
}

/** The flag comes first, whatever becomes of the mark. @throws CrmFailure */
export async function sendObjection(
  talk: Talk,
  contact: ContactRow,
  { id, at, wasSetBefore, wasTried }: SentObjection,
): Promise<OperationAnswer> {
  const wasSet = wasSetBefore || (contact.DoNotCall === true && !wasTried);
  await setOnContact(talk, contact, { DoNotCall: true }, 'now');
  await unlessForbidden(async () => {
    if (wasTried && (await findTask(talk, id, 'now')) !== null) return;
    const values = {
      WhoId: contact.Id,
      Subject: writeObjectionSubject(id, !wasSet),
      Status: requireStatuses(talk.schema).closed,
      Priority: 'Normal',
      ActivityDate: dayOfInstant(at),
    };
    await writeTask(talk, { id, values, purpose: 'now' });
  });
  return { kind: 'applied', reference: wasSet ? 'was set' : OBJECTION_WAS_SET };
}

/**
 * Takes an objection back that was recorded by mistake. A flag that stood there before stays, and so does one that the
 * donor asked for another time, here or at another workstation; unless she gave consent since.
 *
 * @throws CrmFailure
 */
export async function undoObjection(
  talk: Talk,
  contact: ContactRow,
  { id, body, reference, wasApplied, byConsent }: UndoneOperation & { readonly byConsent: boolean },
): Promise<OperationAnswer> {
  const marks = await readMarks(talk, contact.Id);
  const own = marks.filter(({ objectionId }) => objectionId === id);
  const [heir] = byConsent ? [] : marks.filter(({ objectionId }) => objectionId !== id);
  const setIt = wasApplied ? reference === OBJECTION_WAS_SET : body.kind === 'objection' && !body.wasSetBefore;
  const holdsFlag = setIt || own.some((mark) => mark.holdsFlag);
  if (holdsFlag && heir === undefined) await setOnContact(talk, contact, { DoNotCall: false }, 'now');
  if (holdsFlag && heir?.holdsFlag === false) {
    await changeTask(talk, heir.objectionId, { Subject: writeObjectionSubject(heir.objectionId, true) }, 'now');
  }
  for (const { objectionId } of own) {
    await changeTask(talk, objectionId, { Subject: writeEndedObjection(objectionId) }, 'now');
  }
  // Who wants no contact at all is not called either, whatever this flag says.
  const isCleared = holdsFlag && heir === undefined && contact.npsp__Do_Not_Contact__c !== true;
  return { kind: 'applied', reference: isCleared ? OBJECTION_CLEARED : null };
}

interface ObjectionMark {
  readonly objectionId: string;
  readonly holdsFlag: boolean;
}

/** The objections of a contact that stand, oldest first. @throws CrmFailure */
export async function readMarks({ org, schema }: Talk, contactId: string): Promise<readonly ObjectionMark[]> {
  const rows = await query(
    org,
    soql`SELECT Id, ${taskColumns(schema)} FROM Task WHERE WhoId = ${contactId} AND IsDeleted = false AND Subject LIKE ${anywhere(OBJECTION_BEGIN)} ORDER BY CreatedDate, Id`,
    { purpose: 'now', all: true },
  );
  return readRows(taskRow, rows).read.flatMap(({ Subject: subject }) => readObjectionSubject(subject ?? '') ?? []);
}

/** Where a mark cannot be made, the objection has arrived all the same. */
async function unlessForbidden(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CrmFailure) || error.kind !== 'forbidden') throw error;
  }
}
