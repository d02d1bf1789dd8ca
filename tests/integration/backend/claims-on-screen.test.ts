/** What the screens ask about claims: a call that goes on or is left, taking donors back, and what happened twice. */
import { describe, expect, it } from 'vitest';
import type { Role } from '../../../domain/role.ts';
import { holdCall, openCall } from '../../support/hold-call.ts';
import { activities, claimAs, codeOf, nextOf, OTHER_ID, statuses, twoCallers } from '../../support/two-callers.ts';
import {
  askCrm,
  connectedWorkstation,
  donorIdOf,
  practiceCrm,
  testClock,
  type Workstation,
} from '../../support/workstation.ts';

const NOBODY = '00000000-0000-7000-8000-000000000000';

async function giveRoles({ backend }: Workstation, ...roles: readonly Role[]): Promise<void> {
  await backend.store.write(async ({ transaction }) => {
    await transaction
      .updateTable('person')
      .set({ roles: JSON.stringify(roles) })
      .execute();
  });
}

describe('a call on the screen', () => {
  it('lasts longer as long as it is kept, and is free again when it is left', async () => {
    const crm = await practiceCrm();
    const { koen, bea, clock } = await twoCallers(crm);
    const { callItemId } = await openCall(koen, 'NIEUW-0009');
    await koen.ask('claims.keep', { callItemId, isEntered: true });
    expect((await activities(crm))[0]!.subject).toContain('13:30:00Z');
    clock.advance(15 * 60);
    await koen.ask('claims.keep', { callItemId, isEntered: false });
    expect((await activities(crm))[0]!.subject).toContain('13:45:00Z');
    clock.advance(20 * 60);
    expect(await codeOf(openCall(bea, 'NIEUW-0009'))).toBe('claimed');
    await koen.ask('claims.leave', { callItemId });
    await koen.sync();
    expect(await statuses(crm)).toEqual(['Cancelled']);
    await bea.ask('claims.refresh', {});
    expect(await codeOf(openCall(bea, 'NIEUW-0009'))).toBe('ok');
  });

  it('left after its outcome keeps its claim for the call', async () => {
    const crm = await practiceCrm();
    const { koen } = await twoCallers(crm);
    const { callItemId } = await openCall(koen, 'NIEUW-0009');
    await koen.ask('call.finish', { callItemId, outcome: 'no-answer', callback: null, number: null });
    await koen.ask('claims.leave', { callItemId });
    await koen.sync();
    expect(await statuses(crm)).toEqual(['Unreachable']);
  });

  it('left and entered again is claimed again; only kept, it is not', async () => {
    const crm = await practiceCrm();
    const { koen } = await twoCallers(crm);
    const { callItemId } = await openCall(koen, 'NIEUW-0009');
    await koen.ask('claims.leave', { callItemId });
    await koen.sync();
    await koen.ask('claims.keep', { callItemId, isEntered: false });
    expect(await statuses(crm)).toEqual(['Cancelled']);
    await koen.ask('claims.keep', { callItemId, isEntered: true });
    expect(await statuses(crm)).toEqual(['Cancelled', 'Scheduled']);
  });

  it('that began without a network is claimed when there is one again', async () => {
    const crm = await practiceCrm();
    const { koen } = await twoCallers(crm);
    crm.faults.set('dropBefore', 'always');
    const { callItemId } = await openCall(koen, 'NIEUW-0009');
    crm.faults.clear();
    await koen.ask('claims.keep', { callItemId, isEntered: false });
    expect(await statuses(crm)).toEqual(['Scheduled']);
  });

  it('of a machine that slept past the end does not take the donor from who has her now', async () => {
    const crm = await practiceCrm();
    const { koen, bea, clock } = await twoCallers(crm);
    const slept = await openCall(koen, 'NIEUW-0009');
    clock.advance(31 * 60);
    const { callItemId } = await openCall(bea, 'NIEUW-0009');
    await koen.ask('claims.keep', { callItemId: slept.callItemId, isEntered: false });
    await bea.sync();
    expect(await codeOf(openCall(koen, 'NIEUW-0009'))).toBe('claimed');
    expect(await codeOf(openCall(bea, 'NIEUW-0009'))).toBe('ok');
    await bea.ask('call.finish', { callItemId, outcome: 'no-answer', callback: null, number: null });
    await bea.sync();
    await koen.sync();
    expect(await statuses(crm)).toEqual(['Cancelled', 'Unreachable']);
  });

  it('that is not there, or not on this workstation, is neither kept nor left', async () => {
    const crm = await practiceCrm();
    const { koen } = await twoCallers(crm);
    expect(await codeOf(koen.ask('claims.keep', { callItemId: 99, isEntered: true }))).toBe('ok');
    expect(await codeOf(koen.ask('claims.leave', { callItemId: 99 }))).toBe('ok');
    expect(await statuses(crm)).toEqual([]);
  });
});

describe('the poll', () => {
  it('tells of a colleague’s claim and of its end, and does not ask again within a moment', async () => {
    const crm = await practiceCrm();
    const { koen, bea, clock } = await twoCallers(crm);
    const first = (await nextOf(bea))!.donorId;
    await bea.ask('claims.refresh', {});
    const { callItemId } = await koen.ask('call.open', { donorId: first });
    await bea.ask('claims.refresh', {});
    expect((await nextOf(bea))?.donorId).toBe(first);
    clock.advance(60);
    await bea.ask('claims.refresh', {});
    expect((await nextOf(bea))?.donorId).not.toBe(first);
    await koen.ask('claims.leave', { callItemId });
    await koen.sync();
    clock.advance(60);
    await bea.ask('claims.refresh', {});
    expect((await nextOf(bea))?.donorId).toBe(first);
  });

  it('without an answer changes nothing and fails nowhere', async () => {
    const crm = await practiceCrm();
    const { bea } = await twoCallers(crm);
    crm.faults.set('dropBefore', 'always');
    expect(await bea.ask('claims.refresh', {})).toEqual({});
  });
});

describe('a coordinator', () => {
  it('takes a donor back from a caller who went home; her screen does not take her again', async () => {
    const crm = await practiceCrm();
    const { koen, bea, clock } = await twoCallers(crm);
    const { callItemId } = await openCall(bea, 'NIEUW-0009');
    await koen.ask('claims.refresh', {});
    const { claims } = await koen.ask('claims.list', {});
    expect(claims).toEqual([
      {
        claimId: expect.any(String) as string,
        donorName: expect.anything() as object,
        holder: 'Bea Beller',
        endsAt: '2026-11-21T13:30:00.000Z',
      },
    ]);
    await koen.ask('claims.takeBack', { claimId: claims[0]!.claimId });
    expect(await statuses(crm)).toEqual(['Cancelled']);
    expect(await koen.ask('claims.list', {})).toEqual({ claims: [] });
    clock.advance(15 * 60);
    await bea.ask('claims.keep', { callItemId, isEntered: false });
    await bea.ask('claims.keep', { callItemId, isEntered: false });
    expect(await statuses(crm)).toEqual(['Cancelled']);
    expect(await codeOf(openCall(koen, 'NIEUW-0009'))).toBe('ok');
  });

  it('who is too late with it disturbs no call', async () => {
    const crm = await practiceCrm();
    const { koen, bea } = await twoCallers(crm);
    await holdCall(bea, 'NIEUW-0009', { outcome: 'no-answer' });
    await koen.ask('claims.refresh', {});
    const [claim] = (await koen.ask('claims.list', {})).claims;
    await bea.sync();
    await koen.ask('claims.takeBack', { claimId: claim!.claimId });
    expect(await statuses(crm)).toEqual(['Unreachable']);
  });

  it('alone may see who is on whom and take it back', async () => {
    const crm = await practiceCrm();
    const { koen, bea } = await twoCallers(crm);
    await openCall(bea, 'NIEUW-0009');
    await koen.sync();
    const [claim] = (await koen.ask('claims.list', {})).claims;
    for (const role of ['caller', 'director', 'verifier'] as const) {
      await giveRoles(koen, role);
      expect(await codeOf(koen.ask('claims.list', {}))).toBe('not-allowed');
      expect(await codeOf(koen.ask('claims.takeBack', { claimId: claim!.claimId }))).toBe('not-allowed');
    }
    expect(await statuses(crm)).toEqual(['Scheduled']);
    // Who only verifies has no calls; the page of attention is everybody's.
    const { callItemId } = await bea.ask('call.open', { donorId: await donorIdOf(bea, 'NIEUW-0009') });
    expect(await codeOf(koen.ask('claims.keep', { callItemId, isEntered: true }))).toBe('not-allowed');
    expect(await codeOf(koen.ask('claims.leave', { callItemId }))).toBe('not-allowed');
    expect(await codeOf(koen.ask('claims.doubles', {}))).toBe('ok');
    expect(await codeOf(koen.ask('claims.refresh', {}))).toBe('ok');
  });

  it('is told when there is no such claim, and when the CRM does not answer', async () => {
    const crm = await practiceCrm();
    const { koen, bea } = await twoCallers(crm);
    await openCall(bea, 'NIEUW-0009');
    await koen.sync();
    const { claimId } = (await koen.ask('claims.list', {})).claims[0]!;
    expect(await codeOf(koen.ask('claims.takeBack', { claimId: NOBODY }))).toBe('not-found');
    crm.faults.set('dropBefore', 'always');
    expect(await codeOf(koen.ask('claims.takeBack', { claimId }))).toBe('crm-unreachable');
    crm.faults.clear();
    expect((await koen.ask('claims.list', {})).claims).toHaveLength(1);
    // One's own claim is left, not taken back.
    const own = await openCall(koen, 'NIEUW-0010');
    expect(own.callItemId).toBeGreaterThan(0);
    const [held] = await koen.backend.store.reader
      .selectFrom('claim')
      .select('id')
      .where('state', '=', 'held')
      .execute();
    expect(await codeOf(koen.ask('claims.takeBack', { claimId: held!.id }))).toBe('not-found');
  });

  it('sees no claim that has ended, whether or not anybody tidied it away', async () => {
    const crm = await practiceCrm();
    const clock = testClock();
    const koen = await connectedWorkstation(crm, { clock });
    await claimAs(crm, OTHER_ID, '2026-11-21T13:30:00Z');
    await koen.sync();
    expect((await koen.ask('claims.list', {})).claims).toHaveLength(1);
    clock.advance(31 * 60);
    expect(await koen.ask('claims.list', {})).toEqual({ claims: [] });
  });
});

describe('a donor who was called twice all the same', () => {
  it('is shown to both, with who and when, until each has seen it', async () => {
    const crm = await practiceCrm();
    const { koen, bea } = await twoCallers(crm);
    for (const each of [koen, bea]) await giveRoles(each, 'caller');
    await callTwice(crm, koen, bea);
    for (const [each, own] of [
      [koen, 'Koen Koppeling'],
      [bea, 'Bea Beller'],
    ] as const) {
      expect(await each.ask('sync.status', {})).toMatchObject({ attention: 1 });
      const [double] = (await each.ask('claims.doubles', {})).doubles;
      expect(double).toMatchObject({ day: '2026-11-21', programme: 'thank-you-call', isMine: true });
      expect(double?.calls.map(({ who, isMine }) => [who, isMine])).toEqual(
        ['Koen Koppeling', 'Bea Beller'].map((who) => [who, who === own]),
      );
      const { donorId, day, programme } = double!;
      await each.ask('claims.seen', { donorId, day, programme });
      await each.ask('claims.seen', { donorId, day, programme });
      expect(await each.ask('claims.doubles', {})).toEqual({ doubles: [] });
      expect(await each.ask('sync.status', {})).toMatchObject({ attention: 0 });
    }
  });

  it('is shown to a coordinator too, and to no other colleague', async () => {
    const crm = await practiceCrm();
    const { koen, bea, clock } = await twoCallers(crm);
    const third = await connectedWorkstation(crm, { clock, apiKey: crm.keys.admin });
    await callTwice(crm, koen, bea);
    await third.sync();
    const [double] = (await third.ask('claims.doubles', {})).doubles;
    expect(double).toMatchObject({ programme: 'thank-you-call', isMine: false });
    expect(double?.calls.map(({ who, isMine }) => [who, isMine])).toEqual([
      ['Koen Koppeling', false],
      ['Bea Beller', false],
    ]);
    expect(await third.ask('sync.status', {})).toMatchObject({ attention: 1 });
    await giveRoles(third, 'caller', 'director', 'verifier');
    expect(await third.ask('claims.doubles', {})).toEqual({ doubles: [] });
    expect(await third.ask('sync.status', {})).toMatchObject({ attention: 0 });
    await giveRoles(third, 'coordinator');
    const { donorId, day, programme } = double!;
    await third.ask('claims.seen', { donorId, day, programme });
    expect(await third.ask('claims.doubles', {})).toEqual({ doubles: [] });
    expect((await koen.ask('claims.doubles', {})).doubles).toHaveLength(1);
  });

  it('is none when one person called twice, or when one of the two calls was taken back', async () => {
    const crm = await practiceCrm();
    const { koen, bea } = await twoCallers(crm);
    crm.faults.set('dropBefore', 'always');
    const mistake = await holdCall(koen, 'NIEUW-0009', { outcome: 'no-answer' });
    await koen.ask('call.undo', { attemptId: mistake });
    await holdCall(koen, 'NIEUW-0009', { outcome: 'no-answer' });
    const undone = await holdCall(bea, 'NIEUW-0009', { outcome: 'busy' });
    crm.faults.clear();
    await bea.sync();
    await koen.sync();
    expect((await koen.ask('claims.doubles', {})).doubles).toHaveLength(1);
    await bea.ask('call.undo', { attemptId: undone });
    await bea.sync();
    await koen.sync();
    expect(await koen.ask('claims.doubles', {})).toEqual({ doubles: [] });
    expect(await bea.ask('claims.doubles', {})).toEqual({ doubles: [] });
  });

  it('is none when somebody cancelled one of them in the CRM', async () => {
    const crm = await practiceCrm();
    const { koen, bea, clock } = await twoCallers(crm);
    await callTwice(crm, koen, bea);
    const [first] = await activities(crm);
    clock.advance(60);
    await askCrm(crm, 'Activity', 'update', {
      where: [['id', '=', first!['id']]],
      values: { 'status_id:name': 'Cancelled' },
    });
    await bea.sync();
    expect(await bea.ask('claims.doubles', {})).toEqual({ doubles: [] });
  });
});

/** Both without a network, so that neither can know. */
async function callTwice(
  crm: Awaited<ReturnType<typeof practiceCrm>>,
  one: Workstation,
  other: Workstation,
): Promise<void> {
  crm.faults.set('dropBefore', 'always');
  await holdCall(one, 'NIEUW-0009', { outcome: 'no-answer' });
  await holdCall(other, 'NIEUW-0009', { outcome: 'busy' });
  crm.faults.clear();
  for (const each of [one, other, one]) await each.sync();
}
