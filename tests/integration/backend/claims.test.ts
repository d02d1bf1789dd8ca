/** Two callers on one CRM: claims keep them apart, and never outlive their reason. */
import { describe, expect, it } from 'vitest';
import { holdCall, openCall } from '../../support/hold-call.ts';
import {
  activities,
  claimAs,
  codeOf,
  DONOR,
  LINK,
  nextOf,
  OTHER_ID,
  statuses,
  twoCallers,
} from '../../support/two-callers.ts';
import {
  askCrm,
  connectedWorkstation,
  mergeContacts,
  openWorkstation,
  practiceCrm,
} from '../../support/workstation.ts';

describe('a claim', () => {
  it('is a scheduled call of the user, with its end and its id', async () => {
    const crm = await practiceCrm();
    const { koen } = await twoCallers(crm);
    await openCall(koen, 'NIEUW-0009');
    expect(await activities(crm)).toEqual([
      {
        id: expect.any(Number),
        'status_id:name': 'Scheduled',
        subject: expect.stringMatching(
          /^Wordt nu gebeld \[Dankbel-claim 2026-11-21T13:30:00Z [0-9a-f-]{36}\]$/,
        ) as string,
        source_contact_id: LINK,
        assignee_contact_id: [LINK],
        activity_date_time: '2026-11-21 14:00:00',
      },
    ]);
  });

  it('takes the donor off the other’s list, and says who and until when', async () => {
    const crm = await practiceCrm();
    const { koen, bea, clock } = await twoCallers(crm);
    const first = await nextOf(bea);
    await koen.ask('call.open', { donorId: (await nextOf(koen))!.donorId });
    expect((await nextOf(bea))?.donorId).toBe(first?.donorId);
    await bea.backend.claims.refresh();
    expect((await nextOf(bea))?.donorId).not.toBe(first?.donorId);
    const explanation = await bea.ask('list.explain', { donor: { donorId: first!.donorId } });
    expect(explanation).toMatchObject({
      on: false,
      suppressions: ['claimed'],
      sentence: {
        nl: 'Koen Koppeling is met deze donateur bezig, tot 14:30.',
        en: 'Koen Koppeling is on this donor until 14:30.',
      },
    });
    expect(await koen.ask('list.explain', { donor: { donorId: first!.donorId } })).toMatchObject({ on: true });
    clock.advance(31 * 60);
    expect(await bea.ask('list.explain', { donor: { donorId: first!.donorId } })).toMatchObject({ on: true });
  });

  it('is asked for before a call begins: who comes second gets another name', async () => {
    const crm = await practiceCrm();
    const { koen, bea } = await twoCallers(crm);
    const { donorId } = (await nextOf(bea))!;
    await koen.ask('call.open', { donorId: (await nextOf(koen))!.donorId });
    expect(await codeOf(bea.ask('call.open', { donorId }))).toBe('claimed');
    const next = await nextOf(bea);
    expect(next?.donorId).not.toBe(donorId);
    expect(await codeOf(bea.ask('call.open', { donorId: next!.donorId }))).toBe('ok');
  });

  it('is asked for once by two windows of one workstation, and lost by both', async () => {
    const crm = await practiceCrm();
    const { koen, bea } = await twoCallers(crm);
    await openCall(bea, 'NIEUW-0009');
    expect(await Promise.all([codeOf(openCall(koen, 'NIEUW-0009')), codeOf(openCall(koen, 'NIEUW-0009'))])).toEqual([
      'claimed',
      'claimed',
    ]);
  });

  it('is no longer needed when she was called a moment ago: the other hears of the call itself', async () => {
    const crm = await practiceCrm();
    const { koen, bea } = await twoCallers(crm);
    await holdCall(koen, 'NIEUW-0009', { outcome: 'no-answer' });
    await koen.sync();
    expect(await codeOf(openCall(bea, 'NIEUW-0009'))).toBe('claimed');
    expect(await bea.ask('list.explain', { donor: { externalId: 'NIEUW-0009' } })).toMatchObject({
      suppressions: ['attempt-today'],
    });
  });

  it('keeps two workstations of one person apart as well', async () => {
    const crm = await practiceCrm();
    const { koen, clock } = await twoCallers(crm);
    const laptop = await connectedWorkstation(crm, { clock });
    await openCall(koen, 'NIEUW-0009');
    expect(await codeOf(openCall(laptop, 'NIEUW-0009'))).toBe('claimed');
  });

  it('does not count as somebody’s appointment, nor as a moment', async () => {
    const crm = await practiceCrm();
    const { koen, bea, clock } = await twoCallers(crm);
    await openCall(koen, 'NIEUW-0009');
    await bea.sync();
    clock.advance(40 * 60);
    await bea.sync();
    expect(await bea.ask('list.explain', { donor: { externalId: 'NIEUW-0009' } })).toMatchObject({ on: true });
  });
});

describe('claims that cross', () => {
  it('are decided by the lowest number: who looked too early moves on, and ends her own', async () => {
    const crm = await practiceCrm();
    const { koen } = await twoCallers(crm);
    let looks = 0;
    // The first look is answered from before their claim.
    crm.faults.set(
      'staleReads',
      ({ entity, action }) => entity === 'Activity' && action === 'get' && (looks += 1) === 1,
    );
    await claimAs(crm, OTHER_ID, '2026-11-21T13:30:00Z');
    expect(await codeOf(openCall(koen, 'NIEUW-0009'))).toBe('claimed');
    crm.faults.clear();
    expect(await statuses(crm)).toEqual(['Scheduled', 'Scheduled']);
    await koen.sync();
    expect(await statuses(crm)).toEqual(['Scheduled', 'Cancelled']);
    expect(await koen.ask('list.explain', { donor: { externalId: 'NIEUW-0009' } })).toMatchObject({
      suppressions: ['claimed'],
    });
  });

  it('and who has the lowest number goes on', async () => {
    const crm = await practiceCrm();
    const { koen } = await twoCallers(crm);
    await openCall(koen, 'NIEUW-0009');
    await claimAs(crm, OTHER_ID, '2026-11-21T13:30:00Z');
    await koen.sync();
    expect(await statuses(crm)).toEqual(['Scheduled', 'Scheduled']);
    expect(await codeOf(openCall(koen, 'NIEUW-0009'))).toBe('ok');
  });

  it('and showed themselves late do not disturb the call that has begun; it arrives as a call', async () => {
    const crm = await practiceCrm();
    const { koen } = await twoCallers(crm);
    const late = await claimAs(crm, OTHER_ID, '2026-11-21T13:30:00Z');
    const change = (status: string) =>
      askCrm(crm, 'Activity', 'update', { where: [['id', '=', late]], values: { 'status_id:name': status } });
    await change('Not Required');
    const { callItemId } = await openCall(koen, 'NIEUW-0009');
    await change('Scheduled');
    await koen.sync();
    expect(await statuses(crm)).toEqual(['Scheduled', 'Cancelled']);
    await koen.ask('call.finish', { callItemId, outcome: 'no-answer', callback: null, number: null });
    await koen.sync();
    expect(await statuses(crm)).toEqual(['Scheduled', 'Cancelled', 'Unreachable']);
  });
});

describe('a finished call', () => {
  it('takes the place of its claim: one activity, whatever was tried', async () => {
    const crm = await practiceCrm();
    const { koen } = await twoCallers(crm);
    const id = await holdCall(koen, 'NIEUW-0009', { outcome: 'no-answer' });
    crm.faults.set('errorAfterWrite', ({ entity, action }) => entity === 'Activity' && action === 'update');
    await koen.sync();
    crm.faults.clear();
    await koen.sync();
    await koen.sync();
    const all = await activities(crm);
    expect(all.map((activity) => activity['status_id:name'])).toEqual(['Unreachable']);
    expect(all[0]!.subject).toContain(id);
  });

  it('whose claim was taken back is an activity of its own', async () => {
    const crm = await practiceCrm();
    const { koen } = await twoCallers(crm);
    await openCall(koen, 'NIEUW-0009');
    const [claim] = await activities(crm);
    await askCrm(crm, 'Activity', 'update', {
      where: [['id', '=', claim!['id']]],
      values: { 'status_id:name': 'Cancelled' },
    });
    await holdCall(koen, 'NIEUW-0009', { outcome: 'no-answer' });
    await koen.sync();
    expect(await statuses(crm)).toEqual(['Cancelled', 'Unreachable']);
  });

  it('takes along one of two claims when the request arrived twice; the other is ended', async () => {
    const crm = await practiceCrm();
    const { koen } = await twoCallers(crm);
    await openCall(koen, 'NIEUW-0009');
    const [claim] = await activities(crm);
    const [, end = '', id = ''] = /\[Dankbel-claim (\S+) (\S+)\]/.exec(claim!.subject) ?? [];
    await claimAs(crm, id, end, LINK);
    await holdCall(koen, 'NIEUW-0009', { outcome: 'no-answer' });
    await koen.sync();
    await koen.sync();
    expect(await statuses(crm)).toEqual(['Unreachable', 'Cancelled']);
  });
});

describe('without a network', () => {
  it('a call begins all the same, and is claimed by nobody', async () => {
    const crm = await practiceCrm();
    const { koen } = await twoCallers(crm);
    crm.faults.set('dropBefore', 'always');
    expect(await codeOf(openCall(koen, 'NIEUW-0009'))).toBe('ok');
    crm.faults.clear();
    expect(await statuses(crm)).toEqual([]);
  });

  it('a CRM that does not answer in two seconds is not waited for; its claim counts when it comes', async () => {
    const crm = await practiceCrm();
    const waited: number[] = [];
    const { koen } = await twoCallers(crm, {
      wait: (milliseconds) => {
        waited.push(milliseconds);
        return Promise.resolve();
      },
    });
    expect(await codeOf(openCall(koen, 'NIEUW-0009'))).toBe('ok');
    expect(waited).toEqual([2_000]);
    await koen.backend.claims.settled();
    expect(await statuses(crm)).toEqual(['Scheduled']);
    const id = await holdCall(koen, 'NIEUW-0009', { outcome: 'no-answer' });
    await koen.sync();
    const all = await activities(crm);
    expect(all.map((activity) => activity['status_id:name'])).toEqual(['Unreachable']);
    expect(all[0]!.subject).toContain(id);
  });

  it('two callers who know of each other are served different donors, all of them together', async () => {
    const crm = await practiceCrm();
    const { koen, bea } = await twoCallers(crm);
    await holdCall(koen, 'NIEUW-0009', { outcome: 'no-answer' });
    await holdCall(bea, 'NIEUW-0010', { outcome: 'no-answer' });
    await koen.sync();
    await bea.sync();
    await koen.sync();
    const lists = async () => Promise.all([koen, bea].map((each) => each.ask('today.get', { lane: 'caller' })));
    const online = await lists();
    expect(online[0]!.left).toBe(online[1]!.left);
    crm.faults.set('dropBefore', 'always');
    await koen.sync();
    await bea.sync();
    const offline = await lists();
    expect(offline[0]!.left + offline[1]!.left).toBe(online[0]!.left);
    expect(offline[0]!.next?.donorId).not.toBe(offline[1]!.next?.donorId);
  });
});

describe('a workstation that dies', () => {
  it('between claim and call goes on with its claim when it is back', async () => {
    const crm = await practiceCrm();
    const { koen, bea, clock } = await twoCallers(crm);
    await openCall(koen, 'NIEUW-0009');
    // As if the process had ended before it noted the answer.
    await koen.backend.store.write(async ({ transaction }) => {
      await transaction.updateTable('claim').set({ state: 'wanted', crm_id: null }).execute();
      await transaction.deleteFrom('call_item').execute();
    });
    await koen.close();
    expect(await codeOf(openCall(bea, 'NIEUW-0009'))).toBe('claimed');
    const again = await openWorkstation({ folder: koen.folder, clock });
    expect(await codeOf(openCall(again, 'NIEUW-0009'))).toBe('ok');
    expect(await statuses(crm)).toEqual(['Scheduled']);
  });

  it('for good leaves no orphan: the claim ends by itself, and the next to look tidies it away', async () => {
    const crm = await practiceCrm();
    const { koen, bea, clock } = await twoCallers(crm);
    await openCall(koen, 'NIEUW-0009');
    await koen.close();
    clock.advance(31 * 60);
    await bea.sync();
    expect(await bea.ask('list.explain', { donor: { externalId: 'NIEUW-0009' } })).toMatchObject({ on: true });
    clock.advance(60 * 60);
    await bea.sync();
    expect(await statuses(crm)).toEqual(['Cancelled']);
  });
});

describe('a donor who', () => {
  it('was merged is claimed as the one who won', async () => {
    const crm = await practiceCrm();
    const { koen } = await twoCallers(crm);
    await mergeContacts(crm, { loser: DONOR, winner: 2017 });
    await openCall(koen, 'NIEUW-0009');
    expect(await statuses(crm, DONOR)).toEqual([]);
    expect(await statuses(crm, 2017)).toEqual(['Scheduled']);
  });

  it('is in the bin is not claimed', async () => {
    const crm = await practiceCrm();
    const { koen } = await twoCallers(crm);
    await askCrm(crm, 'Contact', 'delete', { where: [['id', '=', DONOR]] });
    expect(await codeOf(openCall(koen, 'NIEUW-0009'))).toBe('ok');
    expect(await statuses(crm)).toEqual([]);
  });
});
