/** Two callers on one CRM at the same time, and what the CRM has of their claims and calls. */
import { FailureError } from '../../contract/client.ts';
import type { PracticeCrm } from '../../sync/practice/server.ts';
import { askCrm, connectedWorkstation, testClock, type Workstation, type WorkstationOptions } from './workstation.ts';

/** NIEUW-0009. */
export const DONOR = 2016;
export const LINK = 6;
const CALLER = 4;

export type Activity = Record<string, unknown> & { readonly subject: string };

export const activities = async (crm: PracticeCrm, contactId = DONOR): Promise<readonly Activity[]> => {
  const found = await askCrm(crm, 'Activity', 'get', {
    select: ['subject', 'status_id:name', 'source_contact_id', 'assignee_contact_id', 'activity_date_time'],
    where: [
      ['target_contact_id', '=', contactId],
      ['activity_type_id:name', '=', 'Phone Call'],
    ],
    orderBy: { id: 'ASC' },
  });
  return found.map((activity) => ({ ...activity, subject: String(activity['subject']) }));
};

export const statuses = async (crm: PracticeCrm, contactId = DONOR) =>
  (await activities(crm, contactId)).map((activity) => activity['status_id:name']);

export const codeOf = async (asking: Promise<unknown>): Promise<string> => {
  const error: unknown = await asking.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof FailureError ? error.failure.code : 'ok';
};

export const nextOf = async (workstation: Workstation) => (await workstation.ask('today.get', { lane: 'caller' })).next;

/** Koen with the connector's key, Bea with her own, at the same time. */
export async function twoCallers(crm: PracticeCrm, options: WorkstationOptions = {}) {
  const clock = testClock();
  return {
    clock,
    koen: await connectedWorkstation(crm, { clock, ...options }),
    bea: await connectedWorkstation(crm, { clock, apiKey: crm.keys.caller, ...options }),
  };
}

/** As an older workstation, or one that was quicker, writes it. */
export async function claimAs(crm: PracticeCrm, id: string, endsAt: string, assignee = CALLER): Promise<number> {
  const [created] = await askCrm(crm, 'Activity', 'create', {
    values: {
      'activity_type_id:name': 'Phone Call',
      'status_id:name': 'Scheduled',
      source_contact_id: assignee,
      assignee_contact_id: [assignee],
      target_contact_id: [DONOR],
      subject: `Wordt nu gebeld [Dankbel-claim ${endsAt} ${id}]`,
      activity_date_time: '2026-11-21T13:00:00Z',
    },
  });
  return Number(created?.['id']);
}

export const OTHER_ID = '01999999-0000-7000-8000-000000000001';
