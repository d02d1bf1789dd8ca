/** Hold-out, consent after an objection, requested calls, and a household: by the questions of the contract. */
import { describe, expect, it } from 'vitest';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import { holdCall, openCall } from '../../support/hold-call.ts';
import { askCrm, connectedWorkstation, donorIdOf, practiceCrm, type Workstation } from '../../support/workstation.ts';
import { failureOf } from '../../support/failure-of.ts';

async function coordinate(workstation: Workstation): Promise<Workstation> {
  const person = { crmId: 901, name: 'Corrie', roles: ['coordinator', 'caller', 'director'] } as const;
  await workstation.backend.store.write((writer) => setCurrentPerson(writer, person));
  return workstation;
}

const thanked = async (workstation: Workstation): Promise<readonly (string | null)[]> =>
  (await workstation.ask('list.get', { lane: 'caller' })).items
    .filter(({ programme }) => programme === 'thank-you-call')
    .map(({ externalId }) => externalId);

describe('hold-out', () => {
  const change = { thankYouCall: { holdOutPercent: 30 } };

  it('is drawn once and stored before the list is shown, alike on two workstations, and stays when the share changes', async () => {
    const crm = await practiceCrm();
    const one = await coordinate(await connectedWorkstation(crm));
    const two = await coordinate(await connectedWorkstation(crm));
    const all = await thanked(one);
    const { version } = await one.ask('settings.saveProgrammes', { change, version: null });
    await two.ask('settings.saveProgrammes', { change, version: null });
    const list = await one.ask('list.get', { lane: 'caller' });
    const held = list.suppressed['held-out'] ?? 0;
    expect(held).toBeGreaterThan(5);
    expect(held).toBeLessThan(40);
    const called = await thanked(one);
    expect(called.length).toBeLessThan(all.length);
    expect(await thanked(two)).toEqual(called);
    const { reader } = one.backend.store;
    const stored = await reader.selectFrom('hold_out').selectAll().execute();
    expect(stored.filter(({ is_held }) => is_held === 1).length).toBeGreaterThanOrEqual(held);
    expect(new Set(stored.map(({ programme }) => programme))).toEqual(new Set(['thank-you-call']));
    await one.ask('settings.saveProgrammes', { change: { thankYouCall: { holdOutPercent: 50 } }, version });
    expect(await thanked(one)).toEqual(called);
  });

  it('says so to whoever asks first, and never on the director’s list', async () => {
    const workstation = await coordinate(await connectedWorkstation(await practiceCrm()));
    const all = await thanked(workstation);
    await workstation.ask('settings.saveProgrammes', { change, version: null });
    const answers = new Map<string, boolean>();
    for (const externalId of all.slice(0, 12)) {
      const { on, suppressions } = await workstation.ask('list.explain', { donor: { externalId: externalId ?? '' } });
      answers.set(externalId ?? '', on);
      expect(suppressions).toEqual(on ? [] : ['held-out']);
    }
    const called = await thanked(workstation);
    for (const [externalId, on] of answers) expect(called.includes(externalId)).toBe(on);
    expect((await workstation.ask('list.get', { lane: 'director' })).items).toHaveLength(6);
  });
});

describe('rules-nl.md L8: an objection', () => {
  const consent = { day: '2026-11-21', words: 'bel mij gerust weer', source: 'telefoon' } as const;

  it('is undone by new consent in the donor’s words; both stay, and the CRM follows', async () => {
    const crm = await practiceCrm();
    const workstation = await coordinate(await connectedWorkstation(crm));
    await holdCall(workstation, 'NIEUW-0009', { outcome: 'objection' });
    await workstation.sync();
    const donorId = await donorIdOf(workstation, 'NIEUW-0009');
    const explain = () => workstation.ask('list.explain', { donor: { donorId } });
    expect((await explain()).suppressions).toContain('objection');
    expect(await workstation.ask('donor.recordConsent', { ...consent, donorId })).toEqual({ mayBeCalled: true });
    expect((await explain()).suppressions).not.toContain('objection');
    await workstation.sync();
    const [contact] = await askCrm(crm, 'Contact', 'get', {
      select: ['do_not_phone'],
      where: [['external_identifier', '=', 'NIEUW-0009']],
    });
    expect(contact).toMatchObject({ do_not_phone: false });
    const { reader } = workstation.backend.store;
    expect(await reader.selectFrom('objection').select('undone_at').execute()).toEqual([
      { undone_at: expect.any(String) as string },
    ]);
    expect(await reader.selectFrom('consent').select(['day', 'words', 'source']).execute()).toEqual([consent]);
  });

  it('that only the CRM knows stands, and a task asks for it to be taken away there', async () => {
    const workstation = await coordinate(await connectedWorkstation(await practiceCrm()));
    const donorId = await donorIdOf(workstation, 'NIEUW-0036');
    expect(await workstation.ask('donor.recordConsent', { ...consent, donorId })).toEqual({ mayBeCalled: false });
    expect((await workstation.ask('list.explain', { donor: { donorId } })).suppressions[0]).toBe('objection');
    expect(await workstation.backend.store.reader.selectFrom('follow_up').select('kind').execute()).toEqual([
      { kind: 'task' },
    ]);
  });

  it('is not undone by older consent, by consent of tomorrow, nor by a caller', async () => {
    const workstation = await coordinate(await connectedWorkstation(await practiceCrm()));
    await holdCall(workstation, 'NIEUW-0009', { outcome: 'objection' });
    const donorId = await donorIdOf(workstation, 'NIEUW-0009');
    expect(
      (await failureOf(workstation.ask('donor.recordConsent', { ...consent, day: '2026-11-20', donorId }))).code,
    ).toBe('refused');
    expect(
      (await failureOf(workstation.ask('donor.recordConsent', { ...consent, day: '2026-11-22', donorId }))).code,
    ).toBe('refused');
    expect((await failureOf(workstation.ask('donor.recordConsent', { ...consent, words: ' ', donorId }))).code).toBe(
      'invalid-input',
    );
    expect((await failureOf(workstation.ask('donor.recordConsent', { ...consent, donorId: 999_999 }))).code).toBe(
      'not-found',
    );
    const caller = { crmId: 902, name: 'Bea', roles: ['caller', 'director', 'verifier'] } as const;
    await workstation.backend.store.write((writer) => setCurrentPerson(writer, caller));
    expect((await failureOf(workstation.ask('donor.recordConsent', { ...consent, donorId }))).code).toBe('not-allowed');
    expect(await workstation.backend.store.reader.selectFrom('consent').selectAll().execute()).toEqual([]);
  });
});

describe('rules-nl.md L15: a promise', () => {
  it('opens the lines at the time that the donor asked for, and not for the rest of the night', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const callback = { day: '2026-11-21', time: '18:00', byMe: true } as const;
    await holdCall(workstation, 'NIEUW-0010', { outcome: 'callback', objectionAnswer: 'offered', callback });
    workstation.clock.set('2026-11-21T19:30:00.000Z');
    const { callItemId, numbers } = await openCall(workstation, 'NIEUW-0010');
    const dial = { callItemId, number: numbers[0]!.number };
    expect((await failureOf(workstation.ask('call.dial', dial))).code).toBe('closed');
    workstation.clock.set('2026-11-21T18:59:00.000Z');
    expect(await workstation.ask('call.dial', dial)).toMatchObject({ startedAt: '2026-11-21T18:59:00.000Z' });
  });
});

describe('a household', () => {
  it('is left in peace after a call on its number, when the setting says so', async () => {
    const workstation = await coordinate(await connectedWorkstation(await practiceCrm()));
    const shared = (await workstation.ask('list.get', { lane: 'caller' })).suppressed['same-number'];
    expect(shared).toBe(1);
    const { reader } = workstation.backend.store;
    const { number } = await reader
      .selectFrom('donor_phone')
      .innerJoin('donor', 'donor.id', 'donor_phone.donor_id')
      .select('number')
      .where('external_id', 'like', 'NIEUW-%')
      .groupBy('number')
      .having((having) => having.fn.countAll(), '>', 1)
      .executeTakeFirstOrThrow();
    const list = await workstation.ask('list.get', { lane: 'caller' });
    const first = list.items.find(({ phone }) => phone === number)!;
    await workstation.ask('settings.saveProgrammes', { change: { limits: { householdPauseDays: 1 } }, version: null });
    await holdCall(workstation, first.externalId ?? '', { outcome: 'no-answer' });
    const after = await workstation.ask('list.get', { lane: 'caller' });
    expect(after.items.filter(({ phone }) => phone === number)).toEqual([]);
    expect(after.suppressed['household-pause']).toBe(1);
  });
});
