/** From the CRM to the list: the captured charity by way of the real connector over HTTP. */
import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../db/queries/facts.ts';
import type { DonorFacts } from '../../../domain/donor-facts.ts';
import { capturedDonors } from '../../support/captured-donors.ts';
import {
  askCrm,
  connectedWorkstation,
  openWorkstation,
  practiceCrm,
  type Workstation,
} from '../../support/workstation.ts';

/** Without what differs by design: the workstation's own id, and the order in which rows happen to come. */
function comparable({ crmId, gifts, mandates, calls, phones, ...rest }: DonorFacts): object {
  const byId = (a: { readonly id: number }, b: { readonly id: number }): number => a.id - b.id;
  return {
    crmId,
    gifts: gifts.toSorted(byId),
    mandates: mandates.toSorted(byId),
    phones: phones.toSorted(byId),
    calls: calls.map(({ day, at, result }) => ({ day, at, result })),
    isDeceased: rest.isDeceased,
    isRemoved: rest.isRemoved,
    hasObjected: rest.hasObjected,
    hasOpenComplaint: rest.hasOpenComplaint,
    scheduledCalls: rest.scheduledCalls,
    callbacks: rest.callbacks,
  };
}

async function factsByCrmId(workstation: Workstation): Promise<ReadonlyMap<number | null, DonorFacts>> {
  const { reader } = workstation.backend.store;
  const ids = (await reader.selectFrom('donor').select('id').execute()).map(({ id }) => id);
  return new Map((await readFacts(reader, ids)).map((facts) => [facts.crmId, facts]));
}

describe('a first pull', () => {
  it('brings every captured donor over exactly as the rules read her from the CRM', async () => {
    const workstation = await connectedWorkstation(await practiceCrm(), { sliceDays: null });
    const pulled = await factsByCrmId(workstation);
    for (const expected of capturedDonors()) {
      expect(comparable(pulled.get(expected.crmId)!)).toEqual(comparable(expected));
    }
  });

  it('gives the list of 2026-11-21', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const director = await workstation.ask('list.get', { lane: 'director', date: '2026-11-21' });
    const caller = await workstation.ask('list.get', { lane: 'caller', date: '2026-11-21' });
    expect(director.items).toHaveLength(6);
    expect(director.suppressed).toEqual({});
    expect(caller.items).toHaveLength(73);
    expect(caller.suppressed).toEqual({
      deceased: 1,
      objection: 1,
      'no-phone': 1,
      'bad-phone': 1,
      'cool-down': 1,
      'attempt-pause': 1,
      scheduled: 1,
      complaint: 1,
      'same-number': 1,
    });
  });

  it('keeps a summary of giving that is the sum of the gifts', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const { reader } = workstation.backend.store;
    const sums = await reader
      .selectFrom('gift')
      .select((select) => [
        'donor_id',
        select.fn.sum<number>('amount').as('total'),
        select.fn.countAll<number>().as('count'),
      ])
      .where('status', '=', 'received')
      .groupBy('donor_id')
      .orderBy('donor_id')
      .execute();
    const summaries = await reader
      .selectFrom('giving')
      .select(['donor_id', 'received_total as total', 'received_count as count'])
      .where('received_count', '>', 0)
      .orderBy('donor_id')
      .execute();
    expect(summaries).toEqual(sums);
  });
});

describe('a later pull', () => {
  it('brings nothing when nothing changed', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const report = await workstation.sync();
    expect(report).toMatchObject({ pulled: { donors: 0, mandates: 0, gifts: 0, moments: 0 }, failure: null });
  });

  it('brings what changed, of every kind', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    await askCrm(crm, 'Contact', 'update', { where: [['id', '=', 2016]], values: { do_not_phone: true } });
    await askCrm(crm, 'Phone', 'create', { values: { contact_id: 2017, phone: '0612345678' } });
    await askCrm(crm, 'Contribution', 'create', {
      values: {
        contact_id: 2018,
        total_amount: 2_000,
        'financial_type_id:name': 'Donation',
        receive_date: '2026-11-20 10:00:00',
        'contribution_status_id:name': 'Completed',
      },
    });
    await askCrm(crm, 'Activity', 'create', {
      values: {
        'activity_type_id:name': 'Phone Call',
        'status_id:name': 'Completed',
        source_contact_id: 'user_contact_id',
        target_contact_id: [2019],
        activity_date_time: '2026-11-20 19:00:00',
      },
    });
    const report = await workstation.sync();
    expect(report?.pulled).toEqual({ donors: 2, mandates: 0, gifts: 1, moments: 1 });
    const facts = await factsByCrmId(workstation);
    expect(facts.get(2016)?.hasObjected).toBe(true);
    expect(facts.get(2017)?.phones).toHaveLength(2);
    expect(facts.get(2018)?.gifts.at(-1)?.amount).toBe(200_000);
    expect(facts.get(2019)?.calls).toHaveLength(1);
  });

  it('notices that a donor went into the bin', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    await askCrm(crm, 'Contact', 'delete', { where: [['id', '=', 2016]] });
    await workstation.sync();
    expect((await factsByCrmId(workstation)).get(2016)?.isRemoved).toBe(true);
    expect((await workstation.ask('list.get', { lane: 'caller', date: '2026-11-21' })).suppressed).toMatchObject({
      removed: 1,
    });
  });
});

describe('a pull that is interrupted', () => {
  it.each(['dropBefore', 'dropAfter', 'htmlPage', 'maintenance'] as const)(
    'by %s at any request goes on where it stopped',
    async (fault) => {
      const crm = await practiceCrm();
      const whole = await factsByCrmId(await connectedWorkstation(crm));
      for (const request of [1, 3, 5, 8]) {
        let seen = 0;
        const workstation = await openWorkstation();
        crm.faults.set(fault, () => (seen += 1) === request);
        await connectIgnoringFailure(workstation, crm.url, crm.apiKey);
        crm.faults.clear();
        await connectIgnoringFailure(workstation, crm.url, crm.apiKey);
        const report = await workstation.sync();
        expect(report?.failure).toBeNull();
        const facts = await factsByCrmId(workstation);
        expect([...facts.keys()].sort()).toEqual([...whole.keys()].sort());
        expect(facts.get(2016)?.gifts).toEqual(whole.get(2016)?.gifts);
        await workstation.close();
      }
    },
  );
});

async function connectIgnoringFailure(workstation: Workstation, url: string, apiKey: string): Promise<void> {
  const { connectProfile } = await import('../../../electron/backend/connect.ts');
  try {
    await connectProfile(workstation.backend.store, { url, apiKey, isPractice: false });
    await workstation.backend.reconnect();
    await workstation.sync();
  } catch {
    // The fault struck the very first question.
  }
}

describe('CiviCRM 5.77', () => {
  it('without a stamp on contributions is read in full, and gives the same list', async () => {
    const crm = await practiceCrm({ version: '5.77' });
    const workstation = await connectedWorkstation(crm);
    expect((await workstation.ask('list.get', { lane: 'caller', date: '2026-11-21' })).items).toHaveLength(73);
    await askCrm(crm, 'Contribution', 'update', {
      where: [['contact_id', '=', 2016]],
      values: { 'contribution_status_id:name': 'Failed' },
    });
    expect((await workstation.sync())?.pulled.gifts).toBe(1);
    expect((await factsByCrmId(workstation)).get(2016)?.gifts[0]?.status).toBe('failed');
  });
});
