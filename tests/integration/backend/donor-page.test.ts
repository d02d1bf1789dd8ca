/** Everything of one donor: who may look, what is shown, and where it came from. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { FailureError } from '../../../contract/client.ts';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import type { Role } from '../../../domain/role.ts';
import { detailKey, holdCall, openCall } from '../../support/hold-call.ts';
import { connectedWorkstation, donorIdOf, practiceCrm, type Workstation } from '../../support/workstation.ts';

async function workAs(workstation: Workstation, roles: readonly Role[]): Promise<void> {
  const person = { crmId: 901, name: 'Corrie', roles };
  await workstation.backend.store.write((writer) => setCurrentPerson(writer, person));
}

async function codeOf(asked: Promise<unknown>): Promise<string> {
  const error = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof FailureError ? error.failure.code : 'answered';
}

describe('who may look', () => {
  it('a caller at her own list, and at no other lane', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const [major] = (await workstation.ask('list.get', { lane: 'director' })).items;
    const donorId = major?.donorId ?? 0;
    await workAs(workstation, ['caller']);
    expect(await codeOf(workstation.ask('list.get', { lane: 'caller' }))).toBe('answered');
    expect(await codeOf(workstation.ask('list.get', { lane: 'director' }))).toBe('not-allowed');
    expect(await codeOf(workstation.ask('today.get', { lane: 'director' }))).toBe('not-allowed');
    expect(await codeOf(workstation.ask('call.open', { donorId }))).toBe('not-allowed');
    expect(await codeOf(workstation.ask('donor.page', { donorId }))).toBe('needs-reason');
    await workAs(workstation, ['coordinator']);
    expect(await codeOf(workstation.ask('list.get', { lane: 'director' }))).toBe('answered');
    await workAs(workstation, ['director']);
    expect(await codeOf(workstation.ask('call.open', { donorId }))).toBe('answered');
  });

  it('a caller at those on her list, and at others when she says why; a verifier at nobody', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const onList = await donorIdOf(workstation, 'NIEUW-0009');
    const elsewhere = await donorIdOf(workstation, 'NIEUW-0043');
    await workAs(workstation, ['caller']);
    expect(await codeOf(workstation.ask('donor.page', { donorId: onList }))).toBe('answered');
    expect(await codeOf(workstation.ask('donor.page', { donorId: elsewhere }))).toBe('needs-reason');
    expect(await codeOf(workstation.ask('donor.look', { donorId: elsewhere, reason: ' x ' }))).toBe('invalid-input');
    await workstation.ask('donor.look', { donorId: elsewhere, reason: 'belde zelf terug' });
    expect(await codeOf(workstation.ask('donor.page', { donorId: elsewhere }))).toBe('answered');
    const { reader } = workstation.backend.store;
    const looks = (): Promise<unknown> =>
      reader.selectFrom('audit').select(['action', 'about_donor_id', 'detail']).orderBy('id').execute();
    const first = { action: 'look', about_donor_id: elsewhere, detail: '{"why":"other","day":"2026-11-21"}' };
    expect(await looks()).toEqual([first]);
    // What she typed can be about the donor, and goes when the donor goes.
    expect(await reader.selectFrom('audit_words').select(['donor_id', 'words']).execute()).toEqual([
      { donor_id: elsewhere, words: 'belde zelf terug' },
    ]);

    // It holds for the day on which it was said.
    workstation.clock.set('2026-11-23T13:00:00.000Z');
    expect(await codeOf(workstation.ask('donor.page', { donorId: elsewhere }))).toBe('needs-reason');
    await workAs(workstation, ['verifier']);
    expect(await codeOf(workstation.ask('donor.page', { donorId: onList }))).toBe('not-allowed');
    expect(await codeOf(workstation.ask('donor.look', { donorId: onList, reason: 'zomaar' }))).toBe('not-allowed');
    await workAs(workstation, ['coordinator']);
    // A coordinator is asked nothing, and it is in the trail once a day.
    for (const donorId of [elsewhere, elsewhere]) {
      expect(await codeOf(workstation.ask('donor.page', { donorId }))).toBe('answered');
    }
    expect(await looks()).toEqual([first, { ...first, detail: '{"why":"coordinates","day":"2026-11-23"}' }]);
  });
});

describe('the page', () => {
  it('shows what was said, corrected and felt in a call, once, also after the CRM gave it back', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const donorId = await donorIdOf(workstation, 'NIEUW-0009');
    const before = await workstation.ask('donor.page', { donorId });
    expect(before.journey.start?.nl).toMatch(/^Eerste gift van|^Machtiging van/);
    expect(before.journey.steps.map(({ id }) => id)).toContain('call');
    const call = await openCall(workstation, 'NIEUW-0009');
    await workstation.ask('call.correctDetail', {
      callItemId: call.callItemId,
      key: detailKey(call, 'email'),
      correction: { field: 'email', value: 'nieuw@voorbeeld.nl' },
      checkedBy: 'spelled',
    });
    await workstation.ask('call.setEmotion', { callItemId: call.callItemId, emotion: 'happy' });
    await holdCall(workstation, 'NIEUW-0009', {
      outcome: 'conversation',
      notes: 'Zingt in een koor',
      objectionAnswer: 'offered',
    });
    await workstation.sync();
    const page = await workstation.ask('donor.page', { donorId });
    const told = page.timeline.filter(({ text }) => text === 'Zingt in een koor');
    expect(told).toMatchObject([{ channel: 'phone', emotion: 'happy', isTakenBack: false }]);
    expect(page.timeline.filter(({ channel, day }) => channel === 'phone' && day === '2026-11-21')).toHaveLength(1);
    expect(page.corrections).toMatchObject([
      { now: 'nieuw@voorbeeld.nl', checkedBy: 'spelled', state: 'applied', isTakenBack: false },
    ]);
    expect(page.emails).toContain('nieuw@voorbeeld.nl');
    expect(page.journey.steps.find(({ id }) => id === 'call')).toMatchObject({ state: 'done', emotion: 'happy' });
    expect(page.giving.total).toBe(page.giving.years.reduce((sum, { received }) => sum + received, 0));
  });

  it('keeps an objection and the consent that undid it', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    await workAs(workstation, ['coordinator', 'caller', 'director']);
    const donorId = await donorIdOf(workstation, 'NIEUW-0009');
    await holdCall(workstation, 'NIEUW-0009', { outcome: 'objection', objectionAnswer: 'used' });
    expect((await workstation.ask('donor.page', { donorId })).rights).toMatchObject({
      hasObjected: true,
      objections: [{ by: 'Corrie', undoneText: null }],
    });
    const consent = { donorId, day: '2026-11-21', words: 'bel gerust weer', source: 'telefoon' } as const;
    await workstation.ask('donor.recordConsent', consent);
    const { rights } = await workstation.ask('donor.page', { donorId });
    expect(rights).toMatchObject({
      hasObjected: false,
      objections: [{ undoneText: { nl: expect.stringContaining('21 november') } }],
      consents: [{ words: 'bel gerust weer', by: 'Corrie' }],
    });
  });

  it('names the others with the same number', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    await workAs(workstation, ['coordinator']);
    const { rows } = await sql<{ a: number; b: number }>`
      SELECT own.donor_id AS a, other.donor_id AS b FROM donor_phone AS own
        JOIN donor_phone AS other ON other.number = own.number AND other.donor_id > own.donor_id
        JOIN donor AS one ON one.id = own.donor_id AND one.is_removed = 0
        JOIN donor AS two ON two.id = other.donor_id AND two.is_removed = 0 LIMIT 1`.execute(
      workstation.backend.store.reader,
    );
    const { a, b } = rows[0] ?? { a: 0, b: 0 };
    expect((await workstation.ask('donor.page', { donorId: a })).household.map(({ donorId }) => donorId)).toContain(b);
    expect((await workstation.ask('donor.page', { donorId: b })).household.map(({ donorId }) => donorId)).toContain(a);
  });
});
