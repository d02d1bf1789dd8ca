/** Corrections on their way to the CRM: only the row that was corrected, and nothing over what somebody else changed. */
import { describe, expect, it } from 'vitest';
import { detailKey, openCall } from '../../support/hold-call.ts';
import { askCrm, connectedWorkstation, practiceCrm } from '../../support/workstation.ts';
import type { PracticeCrm } from '../../../sync/practice/server.ts';

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
