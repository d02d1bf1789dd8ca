/** Vervolgacties: who sees what, and how an answer reaches the CRM, once. */
import { describe, expect, it } from 'vitest';
import { FailureError } from '../../../contract/client.ts';
import { readFacts } from '../../../db/queries/facts.ts';
import { findVerifiable } from '../../../db/queries/tasks.ts';
import { DEFAULT_SETTINGS } from '../../../domain/programmes/settings.ts';
import { buildTaskList } from '../../../domain/tasks/task-list.ts';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import type { Role } from '../../../domain/role.ts';
import { holdCall, openCall } from '../../support/hold-call.ts';
import { askCrm, connectedWorkstation, donorIdOf, practiceCrm, type Workstation } from '../../support/workstation.ts';
import type { PracticeCrm } from '../../../sync/practice/server.ts';

async function workAs(workstation: Workstation, name: string, roles: readonly Role[], crmId: number): Promise<void> {
  await workstation.backend.store.write((writer) => setCurrentPerson(writer, { crmId, name, roles }));
}

async function codeOf(asked: Promise<unknown>): Promise<string> {
  const error = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof FailureError ? error.failure.code : 'answered';
}

/** A call in which the donor complains and asks something. */
async function complain(workstation: Workstation): Promise<number> {
  const { callItemId } = await openCall(workstation, 'NIEUW-0009');
  await workstation.ask('call.addFollowUp', { callItemId, followUp: 'complaint', text: 'Te veel post', topic: null });
  await workstation.ask('call.addFollowUp', {
    callItemId,
    followUp: 'question',
    text: 'Kan het per jaar?',
    topic: null,
  });
  expect((await workstation.ask('followups.list', {})).items.filter(({ kind }) => kind !== 'thanks')).toEqual([]);
  await holdCall(workstation, 'NIEUW-0009', { outcome: 'conversation', objectionAnswer: 'offered' });
  return donorIdOf(workstation, 'NIEUW-0009');
}

const said = async (workstation: Workstation) =>
  (await workstation.ask('followups.list', {})).items.filter(({ kind }) => kind !== 'thanks');

async function answersInCrm(crm: PracticeCrm, subject: string) {
  return askCrm(crm, 'Activity', 'get', {
    select: ['activity_type_id:name', 'status_id:name', 'subject', 'details'],
    where: [['subject', 'LIKE', `%${subject}%`]],
  });
}

describe('an answer', () => {
  it('ends the complaint, lets the journey go on, and is in the CRM once, also when the network fails in between', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    await workAs(workstation, 'Corrie', ['coordinator', 'caller', 'director'], 901);
    const donorId = await complain(workstation);
    const [complaint, question] = await said(workstation);
    expect([complaint?.kind, question?.kind]).toEqual(['complaint', 'question']);
    expect(complaint).toMatchObject({ donorId, text: { nl: 'Te veel post' }, by: 'Corrie', isClosed: false });
    expect((await workstation.ask('donor.page', { donorId })).flags.hasComplaint).toBe(true);
    const followUpId = complaint?.followUpId ?? 0;
    expect(await codeOf(workstation.ask('followups.close', { followUpId }))).toBe('refused');
    crm.faults.set('dropAfter', ({ entity, action }) => entity === 'Activity' && action === 'create');
    await workstation.ask('followups.answer', { followUpId, text: 'Wij sturen minder.', channel: 'email' });
    expect(await codeOf(workstation.ask('followups.answer', { followUpId, text: 'Nog eens', channel: 'email' }))).toBe(
      'out-of-date',
    );
    await workstation.sync();
    crm.faults.clear();
    await workstation.sync();
    await workstation.sync();
    expect(await answersInCrm(crm, 'Antwoord op een klacht')).toMatchObject([
      { 'activity_type_id:name': 'Email', 'status_id:name': 'Completed' },
    ]);
    expect((await workstation.ask('donor.page', { donorId })).flags.hasComplaint).toBe(false);
    expect((await said(workstation)).find(({ key }) => key === complaint?.key)).toMatchObject({
      isClosed: true,
      answer: { text: 'Wij sturen minder.', by: 'Corrie' },
    });

    const { timeline } = await workstation.ask('donor.page', { donorId });
    expect(timeline.map(({ text }) => text)).toContain('Te veel post\n→ Wij sturen minder.');

    // Taken back: the CRM has it cancelled, and the complaint is open again.
    await workstation.ask('followups.reopen', { followUpId });
    await workstation.sync();
    expect(await answersInCrm(crm, 'Antwoord op een klacht')).toEqual([]);
    expect((await workstation.ask('donor.page', { donorId })).flags.hasComplaint).toBe(true);
    expect(await codeOf(workstation.ask('followups.reopen', { followUpId }))).toBe('out-of-date');
  });

  it('may come from whom it was handed to, and from nobody else but a coordinator', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    await workAs(workstation, 'Corrie', ['coordinator', 'caller', 'director'], 901);
    await complain(workstation);
    const question = (await said(workstation)).find(({ kind }) => kind === 'question');
    const followUpId = question?.followUpId ?? 0;
    await workAs(workstation, 'Bart Beller', ['caller'], 902);
    expect(await said(workstation)).toEqual([]);
    expect(await codeOf(workstation.ask('followups.answer', { followUpId, text: 'Ja', channel: 'phone' }))).toBe(
      'not-found',
    );
    expect(await codeOf(workstation.ask('followups.thanked', { donorId: 1, text: '' }))).toBe('not-allowed');
    await workAs(workstation, 'Corrie', ['coordinator'], 901);
    expect((await workstation.ask('followups.list', {})).people).toEqual(
      expect.arrayContaining(['Bart Beller', 'Corrie']),
    );
    await workstation.ask('followups.handOver', { followUpId, name: 'Bart Beller' });
    await workAs(workstation, 'Bart Beller', ['caller'], 902);
    expect(await said(workstation)).toMatchObject([{ followUpId, assignee: 'Bart Beller', isMine: true }]);
    await workstation.ask('followups.close', { followUpId });
    expect(await said(workstation)).toMatchObject([{ isClosed: true, answer: null }]);
    await workAs(workstation, 'Vera', ['verifier'], 903);
    expect(await codeOf(workstation.ask('followups.list', {}))).toBe('not-allowed');
  });
});

describe('a missing thank-you e-mail', () => {
  it('is on the coordinator’s list until it was sent, and then in the CRM once', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    await workAs(workstation, 'Corrie', ['coordinator'], 901);
    const missing = async () =>
      (await workstation.ask('followups.list', {})).items.filter(({ kind }) => kind === 'thanks');
    const before = await missing();
    // Nobody is lost by asking only about those whom no e-mail thanked.
    const { reader } = workstation.backend.store;
    const all = await readFacts(reader, await findVerifiable(reader));
    const list = buildTaskList('missing-thanks', all, { today: '2026-11-21', settings: DEFAULT_SETTINGS });
    expect(before.map(({ donorId }) => donorId)).toEqual(list.items.map(({ donorId }) => donorId));
    expect(before.length).toBeGreaterThan(2);
    const [first] = before;
    expect(first?.email).toMatch(/@/);
    const donorId = first?.donorId ?? 0;
    await workstation.ask('followups.thanked', { donorId, text: '' });
    expect((await missing()).some((item) => item.donorId === donorId)).toBe(false);
    expect(await codeOf(workstation.ask('followups.thanked', { donorId, text: '' }))).toBe('out-of-date');
    await workstation.sync();
    await workstation.sync();
    expect(await answersInCrm(crm, 'Bedankt voor uw gift [Dankbel-moment')).toMatchObject([
      { 'activity_type_id:name': 'Email' },
    ]);
    const { journey } = await workstation.ask('donor.page', { donorId });
    expect(journey.steps.find(({ id }) => id === 'thanks-email')?.state).toBe('done');
  });
});
