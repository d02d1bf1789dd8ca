/** What the window around the screens asks of the backend: a donor of the CRM, promised calls, safe mode, waking. */
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../support/failure-of.ts';
import { holdCall } from '../../support/hold-call.ts';
import {
  connectedWorkstation,
  donorIdOf,
  mergeContacts,
  openWorkstation,
  practiceCrm,
} from '../../support/workstation.ts';

describe('a donor that was clicked in the CRM', () => {
  it('is found here by the number of the CRM, which is not asked', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    const before = crm.faults.requests.length;
    const { donors } = await workstation.ask('donor.search', { text: 'Jansen' });
    const [donor] = donors;
    expect(await workstation.ask('donor.ofCrm', { crmId: donor?.crmId ?? 0 })).toEqual({ donorId: donor?.donorId });
    expect(await workstation.ask('donor.ofCrm', { crmId: 2_000_000_000 })).toEqual({ donorId: null });
    expect(crm.faults.requests).toHaveLength(before);
  });

  it('is the winner after a merge', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    const [loser, winner] = await Promise.all(
      ['NIEUW-0009', 'NIEUW-0010'].map(async (externalId) => {
        const donorId = await donorIdOf(workstation, externalId);
        const { donors } = await workstation.ask('donor.search', { text: externalId });
        return { donorId, crmId: donors.find((each) => each.donorId === donorId)?.crmId ?? 0 };
      }),
    );
    await mergeContacts(crm, { loser: loser!.crmId, winner: winner!.crmId });
    await workstation.sync();
    expect(await workstation.ask('donor.ofCrm', { crmId: loser!.crmId })).toEqual({ donorId: winner!.donorId });
  });

  it('is nothing before somebody has signed in', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    await workstation.ask('session.lock', {});
    expect((await failureOf(workstation.ask('donor.ofCrm', { crmId: 1 }))).code).toBe('locked');
  });
});

describe('promised calls', () => {
  it('are told by their moment alone, to whoever is signed in', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const promise = (time: string | null) => ({
      outcome: 'callback' as const,
      objectionAnswer: 'offered' as const,
      callback: { day: '2026-11-23' as const, time, byMe: true },
    });
    await holdCall(workstation, 'NIEUW-0009', promise('11:30'));
    await holdCall(workstation, 'NIEUW-0010', promise(null));
    expect(await workstation.backend.promised()).toEqual([]);
    workstation.clock.set('2026-11-23T09:30:00.000Z');
    expect(await workstation.backend.promised()).toEqual([
      { id: expect.any(Number), at: Date.parse('2026-11-23T10:30:00.000Z') },
    ]);
    await workstation.ask('session.lock', {});
    expect(await workstation.backend.promised()).toEqual([]);
  });
});

describe('safe mode', () => {
  it('asks the CRM nothing, keeps what is written down, and says so; started as usual it is sent', async () => {
    const crm = await practiceCrm();
    const first = await connectedWorkstation(crm);
    await first.close();
    const before = crm.faults.requests.length;
    const { folder } = first;
    const safe = await openWorkstation({ folder, isSafe: true });
    expect((await safe.ask('session.get', {})).isSafe).toBe(true);
    await holdCall(safe, 'NIEUW-0009', { outcome: 'conversation', objectionAnswer: 'offered' });
    await safe.sync();
    await safe.backend.wake();
    await safe.backend.reconnect();
    await safe.sync();
    expect(crm.faults.requests).toHaveLength(before);
    expect((await safe.ask('sync.status', {})).waiting).toBeGreaterThan(0);
    await safe.close();
    const usual = await openWorkstation({ folder });
    expect((await usual.ask('session.get', {})).isSafe).toBe(false);
    await usual.backend.wake();
    expect((await usual.ask('sync.status', {})).waiting).toBe(0);
  });
});
