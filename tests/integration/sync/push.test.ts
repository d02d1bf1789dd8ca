/** From a finished call to the CRM: each operation once, whatever the network does. */
import { describe, expect, it } from 'vitest';
import { holdCall, openCall } from '../../support/hold-call.ts';
import { askCrm, connectedWorkstation, mergeContacts, practiceCrm } from '../../support/workstation.ts';
import type { PracticeCrm } from '../../../sync/practice/server.ts';

const calls = (crm: PracticeCrm, contactId: number) =>
  askCrm(crm, 'Activity', 'get', {
    select: [
      'subject',
      'details',
      'duration',
      'activity_date_time',
      'status_id:name',
      'source_contact_id',
      'target_contact_id',
      'phone_number',
    ],
    where: [
      ['target_contact_id', '=', contactId],
      ['activity_type_id:name', '=', 'Phone Call'],
    ],
    orderBy: { id: 'ASC' },
  });

const contact = async (crm: PracticeCrm, id: number) =>
  (
    await askCrm(crm, 'Contact', 'get', {
      select: ['do_not_phone'],
      where: [['id', '=', id]],
    })
  )[0];

describe('a call', () => {
  it('reaches the CRM with everything that was recorded, and its text escaped', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    const attemptId = await holdCall(workstation, 'NIEUW-0009', {
      outcome: 'conversation',
      objectionAnswer: 'offered',
      notes: '<b>Kleindochter</b> & "Noor"\n😀 haalde haar A',
    });
    expect(await workstation.sync()).toMatchObject({ pushed: 1, waiting: 0, conflicts: 0, rejected: 0 });
    const { contactId } = await workstation.backend.store.reader
      .selectFrom('person')
      .select('crm_id as contactId')
      .executeTakeFirstOrThrow();
    expect(await calls(crm, 2016)).toEqual([
      {
        id: expect.any(Number),
        subject: `Bedanktelefoontje: gesprek gevoerd [Dankbel thank-you-call conversation ${attemptId}]`,
        details:
          '<p>Gesprek gevoerd</p>\n<p>Waarom gebeld: Eerste gift van € 25 op 7 november; vandaag is dag 14: tijd voor het bedanktelefoontje.</p>\n<p>Recht van verzet aangeboden, bellen mag.</p>\n<p>&lt;b&gt;Kleindochter&lt;/b&gt; &amp; &quot;Noor&quot;<br />😀 haalde haar A</p>',
        duration: 2,
        activity_date_time: '2026-11-21 14:00:00',
        'status_id:name': 'Completed',
        source_contact_id: contactId,
        target_contact_id: [2016],
        phone_number: '+31620001233',
      },
    ]);
  });

  it.each([
    ['no-answer', 'Unreachable'],
    ['busy', 'Unreachable'],
    ['voicemail-left', 'Left Message'],
    ['voicemail-nothing', 'Unreachable'],
    ['wrong-number', 'Unreachable'],
    ['not-in-service', 'Unreachable'],
    ['refused', 'Completed'],
    ['other-language', 'Unreachable'],
    ['other-person', 'Unreachable'],
    ['moved', 'Unreachable'],
    ['deceased', 'Completed'],
    ['cannot-decide', 'Completed'],
  ] as const)(
    'that ended as %s has status %s, and its exact outcome comes back to another workstation',
    async (outcome, status) => {
      const crm = await practiceCrm();
      const workstation = await connectedWorkstation(crm);
      await holdCall(workstation, 'NIEUW-0009', { outcome, objectionAnswer: 'not-offered' });
      await workstation.sync();
      expect((await calls(crm, 2016)).map((call) => call['status_id:name'])).toEqual([status]);
      const other = await connectedWorkstation(crm);
      const moment = await other.backend.store.reader
        .selectFrom('moment')
        .select(['outcome', 'programme'])
        .where('operation_id', 'is not', null)
        .execute();
      expect(moment).toEqual([{ outcome, programme: 'thank-you-call' }]);
      const explanation = { donor: { externalId: 'NIEUW-0009' }, date: '2026-11-22' } as const;
      const [here, there] = [
        await workstation.ask('list.explain', explanation),
        await other.ask('list.explain', explanation),
      ];
      expect(there).toEqual(here);
      const standsForGood = there.suppressions.filter((id) => id === outcome);
      expect(standsForGood).toEqual(['deceased', 'cannot-decide'].includes(outcome) ? [outcome] : []);
    },
  );

  const faults = ['dropBefore', 'dropAfter', 'htmlPage', 'maintenance'] as const;
  // Under a claim the call takes its place; begun without a network it is an activity of its own.
  const ways = [
    ['under a claim', 'update'],
    ['without a claim', 'create'],
  ] as const;
  it.each(ways.flatMap(([way, action]) => faults.map((fault) => [way, action, fault] as const)))(
    '%s is there exactly once (%s) after %s',
    async (way, write, fault) => {
      const crm = await practiceCrm();
      const workstation = await connectedWorkstation(crm);
      if (way === 'without a claim') crm.faults.set('dropBefore', 'always');
      await holdCall(workstation, 'NIEUW-0009', { outcome: 'conversation', objectionAnswer: 'offered' });
      crm.faults.clear();
      crm.faults.set(fault, ({ entity, action }) => entity === 'Activity' && action === write);
      expect((await workstation.sync())?.waiting).toBe(1);
      expect(await workstation.ask('sync.status', {})).toMatchObject({ waiting: 1, attention: 0 });
      crm.faults.clear();
      expect((await workstation.sync())?.waiting).toBe(0);
      expect(await calls(crm, 2016)).toHaveLength(1);
    },
  );

  it('that was taken back before it was sent is not sent; afterwards it stays, visibly cancelled', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    const first = await holdCall(workstation, 'NIEUW-0009', { outcome: 'refused', objectionAnswer: 'not-offered' });
    await workstation.ask('call.undo', { attemptId: first });
    await workstation.sync();
    // The claim under which it was made was given up.
    expect((await calls(crm, 2016)).map((call) => [call['status_id:name'], call['details']])).toEqual([
      ['Cancelled', null],
    ]);
    const second = await holdCall(workstation, 'NIEUW-0010', { outcome: 'conversation', objectionAnswer: 'offered' });
    await workstation.sync();
    await workstation.ask('call.undo', { attemptId: second });
    await workstation.sync();
    expect((await calls(crm, 2017)).map((call) => [call['status_id:name'], call['subject']])).toEqual([
      ['Cancelled', `Teruggedraaid [Dankbel-undone ${second}]`],
    ]);
    expect(
      await workstation.ask('list.explain', { donor: { externalId: 'NIEUW-0010' }, date: '2026-11-21' }),
    ).toMatchObject({ on: true });
  });
});

describe('an objection', () => {
  it('goes before everything else, and sets the flag', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    await holdCall(workstation, 'NIEUW-0009', { outcome: 'conversation', objectionAnswer: 'offered' });
    await holdCall(workstation, 'NIEUW-0010', { outcome: 'objection' });
    crm.faults.forgetRequests();
    await workstation.sync();
    const writes = crm.faults.requests.filter(({ action }) => ['update', 'create'].includes(action.toLowerCase()));
    expect(writes.map(({ entity, action }) => `${entity}.${action}`)).toEqual([
      'Contact.update',
      // The mark of the objection.
      'Activity.create',
      // The claims become the calls.
      'Activity.update',
      'Activity.update',
    ]);
    expect(await contact(crm, 2017)).toMatchObject({ do_not_phone: true });
  });

  it('holds on this workstation at once, also while the call goes on', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const { callItemId } = await openCall(workstation, 'NIEUW-0009');
    await workstation.ask('call.answerObjection', { callItemId, answer: 'used' });
    expect(await workstation.ask('list.explain', { donor: { externalId: 'NIEUW-0009' } })).toMatchObject({
      on: false,
      suppressions: ['objection'],
    });
    await workstation.ask('call.answerObjection', { callItemId, answer: 'offered' });
    expect(await workstation.ask('list.explain', { donor: { externalId: 'NIEUW-0009' } })).toMatchObject({ on: true });
    expect(await workstation.sync()).toMatchObject({ pushed: 0, waiting: 0 });
  });

  it('that was sent is taken back, and one that stood there before stays', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    const attemptId = await holdCall(workstation, 'NIEUW-0009', { outcome: 'objection' });
    await workstation.sync();
    expect(await contact(crm, 2016)).toMatchObject({ do_not_phone: true });
    await workstation.ask('call.undo', { attemptId });
    expect(await workstation.ask('list.explain', { donor: { externalId: 'NIEUW-0009' } })).toMatchObject({ on: true });
    await workstation.sync();
    expect(await contact(crm, 2016)).toMatchObject({ do_not_phone: false });
  });
});

describe('a donor who disappears', () => {
  it('from the CRM in the middle of a call: the call goes on, nothing is lost, and it says why', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    const { callItemId } = await openCall(workstation, 'NIEUW-0009');
    await workstation.ask('call.saveNotes', { callItemId, notes: 'blijft' });
    await askCrm(crm, 'Contact', 'delete', { where: [['id', '=', 2016]] });
    await workstation.sync();
    expect(await workstation.ask('call.get', { callItemId })).toMatchObject({
      notes: 'blijft',
      notice: { nl: expect.stringContaining('uit het CRM gehaald') },
    });
    await workstation.ask('call.answerObjection', { callItemId, answer: 'offered' });
    await workstation.ask('call.finish', { callItemId, outcome: 'conversation', callback: null, number: null });
    expect(await workstation.sync()).toMatchObject({ rejected: 1, waiting: 0 });
    const { operations } = await workstation.ask('sync.operations', {});
    expect(operations).toMatchObject([
      { state: 'rejected', why: { nl: expect.stringContaining('staat niet meer in het CRM') } },
    ]);
  });

  it('into another contact by a merge: the work goes to the winner', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    await holdCall(workstation, 'NIEUW-0009', { outcome: 'objection' });
    await mergeContacts(crm, { loser: 2016, winner: 2017 });
    expect(await workstation.sync()).toMatchObject({ pushed: 2, waiting: 0, rejected: 0 });
    // Her objection, and the call.
    expect((await calls(crm, 2017)).map((call) => call['status_id:name'])).toEqual(['Cancelled', 'Completed']);
    expect(await contact(crm, 2017)).toMatchObject({ do_not_phone: true });
  });
});
