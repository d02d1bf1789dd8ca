/** From a finished call to the CRM: each operation once, whatever the network does. */
import { describe, expect, it } from 'vitest';
import { detailKey, holdCall, openCall } from '../../support/hold-call.ts';
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
      select: [
        'first_name',
        'middle_name',
        'last_name',
        'do_not_phone',
        'email_primary.email',
        'phone_primary.phone',
        'address_primary.street_address',
        'address_primary.postal_code',
        'address_primary.city',
      ],
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
      // What only this workstation can know: the number that is wrong, the donor who died.
      const isKnownHereOnly = ['wrong-number', 'not-in-service', 'moved', 'deceased'].includes(outcome);
      expect(isKnownHereOnly ? null : there).toEqual(isKnownHereOnly ? null : here);
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

describe('a correction', () => {
  it('of every kind reaches the row that was corrected, and only that', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    const call = await openCall(workstation, 'NIEUW-0009');
    const correct = (correction: Parameters<typeof workstation.ask<'call.correctDetail'>>[1]['correction']) =>
      workstation.ask('call.correctDetail', {
        callItemId: call.callItemId,
        key: detailKey(call, correction.field),
        correction,
        checkedBy: 'read-back',
      });
    await correct({ field: 'name', value: { firstName: 'Hanneke', prefix: 'van der', surname: 'Knaap' } });
    await correct({
      field: 'address',
      value: { street: 'Wilgenhof 41', postcode: '8031xd', town: 'Zwolle', country: 'NL' },
    });
    await correct({ field: 'phone', value: '06 12 34 56 78' });
    const last = await correct({ field: 'email', value: 'H.vdKnaap@voorbeeld.nl' });
    expect(last.details.map(({ state, text }) => [state, text])).toEqual([
      ['corrected', 'Hanneke van der Knaap'],
      ['corrected', 'Wilgenhof 41, 8031 XD Zwolle'],
      ['corrected', '06 12 34 56 78'],
      ['corrected', 'H.vdKnaap@voorbeeld.nl'],
    ]);
    expect(last.envelope).toEqual(['H. van der Knaap', 'Wilgenhof 41', '8031 XD  ZWOLLE']);
    expect(await workstation.sync()).toMatchObject({ pushed: 4, waiting: 0, conflicts: 0 });
    expect(await contact(crm, 2016)).toEqual({
      id: 2016,
      first_name: 'Hanneke',
      middle_name: 'van der',
      last_name: 'Knaap',
      do_not_phone: false,
      'email_primary.email': 'h.vdknaap@voorbeeld.nl',
      'phone_primary.phone': '+31612345678',
      'address_primary.street_address': 'Wilgenhof 41',
      'address_primary.postal_code': '8031 XD',
      'address_primary.city': 'Zwolle',
    });
    for (const entity of ['Email', 'Phone', 'Address']) {
      expect(await askCrm(crm, entity, 'get', { where: [['contact_id', '=', 2016]] })).toHaveLength(1);
    }
    expect(await workstation.sync()).toMatchObject({ pushed: 0 });
  });

  it('that meets another change in the CRM is a conflict, and writes nothing', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    const call = await openCall(workstation, 'NIEUW-0009');
    await workstation.ask('call.correctDetail', {
      callItemId: call.callItemId,
      key: detailKey(call, 'email'),
      correction: { field: 'email', value: 'mijn@voorbeeld.nl' },
      checkedBy: 'spelled',
    });
    await askCrm(crm, 'Email', 'update', {
      where: [['contact_id', '=', 2016]],
      values: { email: 'ander@voorbeeld.nl' },
    });
    expect(await workstation.sync()).toMatchObject({ pushed: 0, conflicts: 1, waiting: 0 });
    expect(await contact(crm, 2016)).toMatchObject({ 'email_primary.email': 'ander@voorbeeld.nl' });
    const { operations } = await workstation.ask('sync.operations', {});
    expect(operations).toMatchObject([{ state: 'conflict', what: { nl: 'E-mail: mijn@voorbeeld.nl' } }]);
    expect(operations[0]?.why.nl).toContain('ander@voorbeeld.nl');
  });

  it('that the CRM has already is done', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    const call = await openCall(workstation, 'NIEUW-0009');
    await workstation.ask('call.correctDetail', {
      callItemId: call.callItemId,
      key: detailKey(call, 'phone'),
      correction: { field: 'phone', value: '06 12345678' },
      checkedBy: 'heard',
    });
    await askCrm(crm, 'Phone', 'update', { where: [['contact_id', '=', 2016]], values: { phone: '0612345678' } });
    expect(await workstation.sync()).toMatchObject({ pushed: 1, conflicts: 0 });
  });

  it('of a donor without an e-mail makes one, and taking it back takes it away', async () => {
    const crm = await practiceCrm();
    await askCrm(crm, 'Email', 'delete', { where: [['contact_id', '=', 2016]] });
    const workstation = await connectedWorkstation(crm);
    const call = await openCall(workstation, 'NIEUW-0009');
    const key = detailKey(call, 'email');
    await workstation.ask('call.correctDetail', {
      callItemId: call.callItemId,
      key,
      correction: { field: 'email', value: 'nieuw@voorbeeld.nl' },
      checkedBy: 'spelled',
    });
    await workstation.sync();
    expect(
      await askCrm(crm, 'Email', 'get', { select: ['email', 'is_primary'], where: [['contact_id', '=', 2016]] }),
    ).toMatchObject([{ email: 'nieuw@voorbeeld.nl', is_primary: true }]);
    await workstation.ask('call.undoCorrection', { callItemId: call.callItemId, key });
    await workstation.sync();
    expect(await askCrm(crm, 'Email', 'get', { where: [['contact_id', '=', 2016]] })).toEqual([]);
  });

  it('of a shared address moves this donor only', async () => {
    const crm = await practiceCrm();
    const [master] = await askCrm(crm, 'Address', 'get', { where: [['contact_id', '=', 2017]] });
    await askCrm(crm, 'Address', 'update', {
      where: [['contact_id', '=', 2016]],
      values: { master_id: master!['id'] },
    });
    const workstation = await connectedWorkstation(crm);
    const call = await openCall(workstation, 'NIEUW-0009');
    await workstation.ask('call.correctDetail', {
      callItemId: call.callItemId,
      key: detailKey(call, 'address'),
      correction: {
        field: 'address',
        value: { street: 'Elders 1', postcode: '1012 JS', town: 'Amsterdam', country: 'NL' },
      },
      checkedBy: 'read-back',
    });
    expect(await workstation.sync()).toMatchObject({ pushed: 1, conflicts: 0 });
    expect(await contact(crm, 2016)).toMatchObject({ 'address_primary.street_address': 'Elders 1' });
    expect(await contact(crm, 2017)).toMatchObject({ 'address_primary.street_address': master!['street_address'] });
  });

  it('that was sent and taken back brings the old value back', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    const before = await contact(crm, 2016);
    const call = await openCall(workstation, 'NIEUW-0009');
    const key = detailKey(call, 'email');
    await workstation.ask('call.correctDetail', {
      callItemId: call.callItemId,
      key,
      correction: { field: 'email', value: 'fout@voorbeeld.nl' },
      checkedBy: 'heard',
    });
    await workstation.sync();
    const undone = await workstation.ask('call.undoCorrection', { callItemId: call.callItemId, key });
    expect(undone.details.find((detail) => detail.key === key)?.state).toBe('not-asked');
    await workstation.sync();
    expect(await contact(crm, 2016)).toEqual(before);
  });
});

describe('a donor who changes during the call', () => {
  it('is mentioned when somebody else did it, and not when the CRM only took what was corrected here', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    const call = await openCall(workstation, 'NIEUW-0009');
    const { callItemId } = call;
    const key = detailKey(call, 'email');
    const correction = { field: 'email', value: 'nieuw@voorbeeld.nl' } as const;
    await workstation.ask('call.correctDetail', { callItemId, key, correction, checkedBy: 'heard' });
    await workstation.ask('call.answerObjection', { callItemId, answer: 'used' });
    // The first round sends, the second brings back what was sent.
    for (let round = 1; round <= 2; round += 1) {
      expect(await workstation.sync()).toMatchObject({ failure: null });
      expect((await workstation.ask('call.get', { callItemId })).notice).toBeNull();
    }
    await askCrm(crm, 'Contact', 'update', { where: [['id', '=', 2016]], values: { last_name: 'Veranderd' } });
    await askCrm(crm, 'Contact', 'update', {
      where: [['id', '=', 2016]],
      values: { modified_date: '2026-11-22 09:00:00' },
    });
    await workstation.sync();
    expect((await workstation.ask('call.get', { callItemId })).notice?.nl).toContain('in het CRM veranderd');
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
