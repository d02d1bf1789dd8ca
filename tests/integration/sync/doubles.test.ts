/** A call that the network delivered twice, or that was written behind an error: one of it stands. */
import { describe, expect, it } from 'vitest';
import { recordOperation } from '../../../db/queries/operations.ts';
import { holdCall } from '../../support/hold-call.ts';
import { askCrm, connectedWorkstation, donorIdOf, practiceCrm } from '../../support/workstation.ts';
import type { PracticeCrm } from '../../../sync/practice/server.ts';

const calls = async (crm: PracticeCrm) =>
  (
    await askCrm(crm, 'Activity', 'get', {
      select: ['id', 'subject', 'status_id:name'],
      where: [
        ['target_contact_id', '=', 2016],
        ['activity_type_id:name', '=', 'Phone Call'],
      ],
      orderBy: { id: 'ASC' },
    })
  ).map((call) => [call['status_id:name'], String(call['subject']).replace(/.*\[/, '[')]);

/** Writes the call of an operation into the CRM once more, as a proxy does that repeats a request. */
async function writeAgain(crm: PracticeCrm, operationId: string): Promise<void> {
  await askCrm(crm, 'Activity', 'create', {
    values: {
      subject: `Bedanktelefoontje: gesprek gevoerd [Dankbel thank-you-call conversation ${operationId}]`,
      activity_date_time: '2026-11-21 14:00:00',
      'activity_type_id:name': 'Phone Call',
      'status_id:name': 'Completed',
      source_contact_id: 'user_contact_id',
      target_contact_id: [2016],
    },
  });
}

describe('a call that is in the CRM twice', () => {
  it('stands once after the next round, whichever workstation makes it; the other says what replaced it', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    const other = await connectedWorkstation(crm);
    const id = await holdCall(workstation, 'NIEUW-0009', { outcome: 'conversation', objectionAnswer: 'offered' });
    await workstation.sync();
    await writeAgain(crm, id);
    await other.sync();
    const expected = [
      ['Completed', `[Dankbel thank-you-call conversation ${id}]`],
      ['Cancelled', `[Dankbel-rest ${id}]`],
    ];
    expect(await calls(crm)).toEqual(expected);
    await workstation.sync();
    await other.sync();
    expect(await calls(crm)).toEqual(expected);
  });

  it('does not stand at all when it was taken back', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    const attemptId = await holdCall(workstation, 'NIEUW-0009', {
      outcome: 'conversation',
      objectionAnswer: 'offered',
    });
    await workstation.sync();
    await workstation.ask('call.undo', { attemptId });
    await workstation.sync();
    await writeAgain(crm, attemptId);
    await workstation.sync();
    expect((await calls(crm)).map(([status]) => status)).not.toContain('Completed');
  });
});

describe('a correction that CiviCRM would silently change', () => {
  it('is refused before it leaves here, with a sentence, when an older version recorded it', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    const { store } = workstation.backend;
    const donorId = await donorIdOf(workstation, 'NIEUW-0009');
    const name = { firstName: 'Jan', prefix: '', surname: 'x'.repeat(65) };
    const body = { kind: 'correction', at: workstation.clock.now(), checkedBy: 'heard' } as const;
    await store.write((writer) =>
      recordOperation(writer, {
        id: '01990000-0000-7000-8000-000000000001',
        donorId,
        personId: 1,
        recordedAt: workstation.clock.now(),
        body: { ...body, correction: { field: 'name', base: { ...name, surname: '' }, value: name } },
      }),
    );
    crm.faults.forgetRequests();
    expect(await workstation.sync()).toMatchObject({ rejected: 1, waiting: 0 });
    expect(crm.faults.requests.filter(({ action }) => action === 'update')).toEqual([]);
    const { operations } = await workstation.ask('sync.operations', {});
    expect(operations[0]?.why).toEqual({
      nl: 'Een naam mag 64 tekens lang zijn.',
      en: 'A name may be 64 characters long.',
    });
  });
});

describe('an error 500 behind a write', () => {
  it('is looked up at once: the call is applied in the same round', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    await holdCall(workstation, 'NIEUW-0009', { outcome: 'conversation', objectionAnswer: 'offered' });
    crm.faults.set('errorAfterWrite', { next: 1 });
    expect(await workstation.sync()).toMatchObject({ pushed: 1, waiting: 0 });
    expect(await calls(crm)).toHaveLength(1);
  });
});
