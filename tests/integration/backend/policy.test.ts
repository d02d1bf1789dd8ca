/** What an administrator fixed holds in the backend, whatever is asked and whatever was set before. */
import { describe, expect, it } from 'vitest';
import { CONNECTION } from '../../../electron/backend/profile-settings.ts';
import { readSetting, writeSetting } from '../../../db/queries/settings.ts';
import { connectedWorkstation, openWorkstation, practiceCrm } from '../../support/workstation.ts';
import { failureOf } from '../../support/failure-of.ts';

describe('a policy', () => {
  it('lets nobody have other roles at this machine, also who had them before', async () => {
    const before = await connectedWorkstation(await practiceCrm());
    expect((await before.ask('session.get', {})).person.roles).toContain('coordinator');
    await before.close();
    const after = await openWorkstation({ folder: before.folder, policy: { roles: ['caller', 'director'] } });
    expect((await after.ask('session.get', {})).person.roles).toEqual(['caller', 'director']);
    expect((await failureOf(after.ask('people.list', {}))).code).toBe('not-allowed');
    expect((await after.ask('today.get', { lane: 'caller' })).left).toBeGreaterThan(0);
    await after.close();
    // The roles only slept.
    const again = await openWorkstation({ folder: before.folder });
    expect((await again.ask('session.get', {})).person.roles).toContain('coordinator');
  });

  it('connects to no other CRM, and asks none that was connected before', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    await workstation.backend.store.write(async (writer) => {
      const connection = await readSetting(writer.transaction, CONNECTION);
      if (connection === null) throw new Error('not connected');
      await writeSetting(writer, CONNECTION, { ...connection, address: 'https://crm.elders.example' });
    });
    await workstation.close();
    const { folder } = workstation;
    const fixed = await openWorkstation({ folder, policy: { crmHost: 'crm.kik.nl' } });
    expect((await fixed.ask('sync.status', {})).state).toBe('unconnected');
    const request = { url: 'https://crm.elders.example', apiKey: 'sleutel', allowsPlainHttp: false };
    expect((await failureOf(fixed.ask('connection.connect', request))).sentence.nl).toBe(
      'Deze computer mag alleen met crm.kik.nl verbinden. Dat heeft je beheerder vastgelegd.',
    );
  });

  it('locks no later than it says, whatever was chosen', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    const { id } = (await workstation.ask('session.get', {})).person;
    await workstation.ask('people.setLock', { minutes: 60 });
    await workstation.ask('people.setPin', { id, pin: '840275' });
    await workstation.close();
    const fixed = await openWorkstation({ folder: workstation.folder, policy: { lockMinutes: 10 } });
    await fixed.ask('session.signIn', { personId: id, pin: '840275' });
    for (const minutes of [null, 30]) {
      expect((await failureOf(fixed.ask('people.setLock', { minutes }))).sentence.nl).toMatch(/hoogstens 10 minuten/);
    }
    fixed.clock.advance(9 * 60);
    expect((await fixed.ask('today.get', { lane: 'caller' })).left).toBeGreaterThan(0);
    fixed.clock.advance(2 * 60);
    expect((await failureOf(fixed.ask('today.get', { lane: 'caller' }))).code).toBe('locked');
  });
});
