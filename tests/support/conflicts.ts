/** Brings a workstation into a conflict, or a refusal, by the questions of the contract and by hands in the CRM. */
import type { OutputOf } from '../../contract/index.ts';
import type { Role } from '../../domain/role.ts';
import type { PracticeCrm } from '../../sync/practice/server.ts';
import { detailKey, openCall } from './hold-call.ts';
import { askCrm, type Workstation } from './workstation.ts';

/** A CRM whose clock stands later than the captured data, so that what changes in it is pulled. */
export const AHEAD = { clock: () => new Date('2026-11-22T09:00:00.000Z') };

/** NIEUW-0009 in the CRM. */
export const DONOR = 2016;

type Item = OutputOf<'sync.operations'>['operations'][number];

export async function emailInCrm(crm: PracticeCrm): Promise<readonly unknown[]> {
  const rows = await askCrm(crm, 'Email', 'get', { select: ['email'], where: [['contact_id', '=', DONOR]] });
  return rows.map(({ email }) => email);
}

export async function setEmailInCrm(crm: PracticeCrm, email: string): Promise<void> {
  await askCrm(crm, 'Email', 'update', { where: [['contact_id', '=', DONOR]], values: { email } });
}

/** @returns the call in which it was corrected */
export async function correctEmail(workstation: Workstation, value: string): Promise<OutputOf<'call.open'>> {
  const call = await openCall(workstation, 'NIEUW-0009');
  await workstation.ask('call.correctDetail', {
    callItemId: call.callItemId,
    key: detailKey(call, 'email'),
    correction: { field: 'email', value },
    checkedBy: 'spelled',
  });
  return call;
}

export async function itemsOf(workstation: Workstation): Promise<readonly Item[]> {
  return (await workstation.ask('sync.operations', {})).operations;
}

/** The only conflict there is. */
export async function onlyConflict(
  workstation: Workstation,
): Promise<Item & { conflict: NonNullable<Item['conflict']> }> {
  const [item, ...more] = await itemsOf(workstation);
  if (item?.conflict === null || item === undefined || more.length > 0) throw new Error('not one conflict');
  return { ...item, conflict: item.conflict };
}

export async function setRoles({ backend }: Workstation, roles: readonly Role[]): Promise<void> {
  await backend.store.write(async ({ transaction }) => {
    await transaction
      .updateTable('person')
      .set({ roles: JSON.stringify(roles) })
      .execute();
  });
}

/** Everything that was recorded becomes somebody else's. */
export async function giveToColleague({ backend }: Workstation): Promise<void> {
  await backend.store.write(async ({ transaction }) => {
    const { id } = await transaction
      .insertInto('person')
      .values({ crm_id: null, name: 'Anneke Postma', roles: '["caller"]', is_active: 1 })
      .returning('id')
      .executeTakeFirstOrThrow();
    await transaction.updateTable('operation').set({ person_id: id }).execute();
  });
}
