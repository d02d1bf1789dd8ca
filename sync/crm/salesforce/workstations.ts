/**
 * Workstations as closed Tasks without a contact, with the workstation as their id: they count nowhere, and a coordinator
 * finds them by "Dankbel-werkplek".
 */
import { z } from 'zod';
import { readAnnouncement } from '../../../domain/workstation/announcement.ts';
import { readState, workstationIdIn, workstationMark, writeSubject } from '../../../domain/workstation/revocation.ts';
import type { WorkstationInCrm, WorkstationsOfCrm } from '../../workstations/workstations-of-crm.ts';
import { whoOf, workstationLines } from '../marks/workstation-text.ts';
import { numberOf } from './numbers.ts';
import type { OrgSession, Talk } from './org-session.ts';
import { query } from './query.ts';
import { idSchema, readRows } from './rows.ts';
import { anywhere, names, soql, type Soql } from './soql.ts';
import { changeTask, describeIn, writeTask } from './task.ts';
import { hasIdField, ID_FIELD, requireStatuses } from './task-columns.ts';

const MOST = 500;
const workstationRow = z.object({
  Id: idSchema,
  Subject: z.string(),
  Description: z.string().nullish(),
  Owner: z.object({ Name: z.string().nullish() }).nullish(),
  [ID_FIELD]: z.string(),
});
type Row = z.output<typeof workstationRow>;

export function createWorkstations(session: OrgSession): WorkstationsOfCrm {
  const run: OrgSession['run'] = (work) => session.run(work);
  return {
    find: (id) => run((talk) => find(talk, id)),
    readAll: () =>
      run(async (talk) => {
        const rows = await read(talk, soql`Subject LIKE ${anywhere('[Dankbel-workstation ')}`);
        return rows.flatMap((row) => {
          const id = workstationIdIn(row.Subject);
          return id === null ? [] : [toWorkstation(row, id)];
        });
      }),
    announce: (id, announcement) =>
      run(async (talk) =>
        numberOf(
          await writeTask(talk, {
            id,
            purpose: 'now',
            values: {
              Subject: writeSubject(id, { state: 'working', at: null }, whoOf(announcement)),
              Status: requireStatuses(talk.schema).closed,
              Priority: 'Normal',
              ActivityDate: announcement.since.slice(0, 10),
              Description: describeIn(workstationLines(id, announcement)),
            },
          }),
        ),
      ),
    renew: (seen, announcement) =>
      change(run, seen, { Description: describeIn(workstationLines(seen.id, announcement)) }),
    setState: (seen, state, announcement) =>
      change(run, seen, {
        Subject: writeSubject(seen.id, state, seen.who),
        ...(announcement === null ? {} : { Description: describeIn(workstationLines(seen.id, announcement)) }),
      }),
  };
}

async function find(talk: Talk, id: string): Promise<WorkstationInCrm | null> {
  if (!hasIdField(talk.schema)) return null;
  const [row] = await read(talk, soql`${names(ID_FIELD)} = ${id}`);
  return row === undefined ? null : toWorkstation(row, id);
}

async function read({ org, schema }: Talk, where: Soql): Promise<readonly Row[]> {
  if (!hasIdField(schema)) return [];
  const rows = await query(
    org,
    soql`SELECT Id, Subject, Description, Owner.Name, ${names(ID_FIELD)} FROM Task WHERE IsDeleted = false AND ${where} ORDER BY CreatedDate DESC LIMIT ${MOST}`,
    { purpose: 'now', all: true },
  );
  const { read: found } = readRows(workstationRow, rows);
  await org.numbers.keep(
    'task',
    found.map(({ Id }) => Id),
  );
  return found;
}

/** Only while the subject is as it was read: a revocation that came meanwhile is never written over. */
function change(
  run: OrgSession['run'],
  { id, subject }: WorkstationInCrm,
  values: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  return run(async (talk) => {
    const now = await find(talk, id);
    if (now === null || now.subject !== subject) return false;
    return changeTask(talk, id, values, 'now');
  });
}

function toWorkstation(row: Row, id: string): WorkstationInCrm {
  const text = row.Description ?? '';
  return {
    crmId: numberOf(row.Id),
    id,
    subject: row.Subject,
    who: row.Owner?.Name ?? '',
    announcement: text.includes(workstationMark(id)) ? readAnnouncement(text) : null,
    ...readState(row.Subject),
  };
}
