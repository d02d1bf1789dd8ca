/** People of a workstation: coming in with a PIN, misses, what a coordinator changes, and somebody who left. */
import { describe, expect, it } from 'vitest';
import { FailureError } from '../../../contract/client.ts';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import { connectProfile } from '../../../electron/backend/connect.ts';
import type { Role } from '../../../domain/role.ts';
import {
  connectedWorkstation,
  openWorkstation,
  practiceCrm,
  testClock,
  type Workstation,
} from '../../support/workstation.ts';

const PIN = '7413';

/** A profile of files has somebody who does everything; here without any donor. */
async function station(name = 'Corrie', roles: readonly Role[] = ['caller', 'coordinator']): Promise<Workstation> {
  const workstation = await openWorkstation();
  await workstation.backend.store.write((writer) => setCurrentPerson(writer, { crmId: null, name, roles }));
  return workstation;
}

async function add(workstation: Workstation, name: string, roles: readonly Role[] = ['caller']): Promise<number> {
  const saved = await workstation.ask('people.add', { name, crmId: null, roles: [...roles] });
  if (!saved.isSaved) throw new Error(saved.refusals[0]?.sentence.en);
  return saved.id;
}

async function failureOf(asked: Promise<unknown>): Promise<string> {
  const error = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof FailureError ? `${error.failure.code}: ${error.failure.sentence.en}` : 'answered';
}

const whoIsIn = async (workstation: Workstation): Promise<string> =>
  (await workstation.ask('session.get', {})).person.name;
const idOf = async (workstation: Workstation, name: string): Promise<number> =>
  (await workstation.ask('session.people', {})).people.find((person) => person.name === name)?.id ?? 0;
const auditOf = async ({ backend }: Workstation) =>
  (await backend.store.reader.selectFrom('audit').select(['action', 'subject']).orderBy('id').execute()).map(
    ({ action, subject }) => `${action} ${subject}`,
  );

describe('signing in', () => {
  it('asks nothing of somebody without a PIN, and the PIN of somebody who has one', async () => {
    const workstation = await station();
    const bea = await add(workstation, 'Bea');
    await workstation.ask('people.setPin', { id: bea, pin: PIN });
    await workstation.ask('session.lock', {});
    expect(await failureOf(workstation.ask('session.get', {}))).toMatch(/^locked: /);
    expect(await failureOf(workstation.ask('today.get', { lane: 'caller' }))).toMatch(/^locked: /);
    const { state, people } = await workstation.ask('session.people', {});
    expect(state).toBe('signed-out');
    expect(people.map(({ name, hasPin }) => [name, hasPin])).toEqual([
      ['Bea', true],
      ['Corrie', false],
    ]);
    expect(await failureOf(workstation.ask('session.signIn', { personId: bea, pin: null }))).toMatch(/Type your PIN/);
    expect(await failureOf(workstation.ask('session.signIn', { personId: bea, pin: '7414' }))).toMatch(/not your PIN/);
    await workstation.ask('session.signIn', { personId: bea, pin: PIN });
    expect(await whoIsIn(workstation)).toBe('Bea');
    // Whoever comes next does not pass by Bea's PIN, but by her own name.
    await workstation.ask('session.lock', {});
    await workstation.ask('session.signIn', { personId: await idOf(workstation, 'Corrie'), pin: null });
    expect(await whoIsIn(workstation)).toBe('Corrie');
  });

  it('makes whoever misses wait, longer each time, also after a restart; the right PIN begins anew', async () => {
    const workstation = await station();
    const bea = await add(workstation, 'Bea');
    await workstation.ask('people.setPin', { id: bea, pin: PIN });
    await workstation.ask('session.lock', {});
    const enter = (pin: string, on = workstation): Promise<string> =>
      failureOf(on.ask('session.signIn', { personId: bea, pin }));
    // Ten at once count as ten, and only those before the wait are looked at.
    const together = await Promise.all(Array.from({ length: 10 }, () => enter('0007')));
    expect(together.filter((said) => said.includes('not your PIN'))).toHaveLength(3);
    expect(await enter(PIN)).toBe('refused: Wait for 30 seconds. Then you can try again.');
    await workstation.close();
    const clock = testClock();
    clock.advance(29);
    const again = await openWorkstation({ folder: workstation.folder, clock });
    expect((await again.ask('session.people', {})).people[0]).toMatchObject({ name: 'Bea', wait: 1 });
    expect(await enter(PIN, again)).toBe('refused: Wait for 1 second. Then you can try again.');
    clock.advance(1);
    expect(await enter('0007', again)).toBe('refused: This is not your PIN. You can try again in 60 seconds.');
    clock.advance(60);
    expect(await enter(PIN, again)).toBe('answered');
    await again.ask('session.lock', {});
    expect(await enter('0007', again)).toBe('refused: This is not your PIN. Try once more.');
  });

  it('makes nobody wait for years whose clock was years ahead when she missed', async () => {
    const workstation = await station();
    const { clock } = workstation;
    const bea = await add(workstation, 'Bea');
    await workstation.ask('people.setPin', { id: bea, pin: PIN });
    await workstation.ask('session.lock', {});
    const enter = (pin: string): Promise<string> =>
      failureOf(workstation.ask('session.signIn', { personId: bea, pin }));
    clock.set('2036-11-21T13:00:00.000Z');
    for (let miss = 0; miss < 3; miss += 1) await enter('0007');
    clock.set('2026-11-21T13:00:00.000Z');
    expect(await enter(PIN)).toBe('refused: Wait for 30 seconds. Then you can try again.');
    clock.advance(30);
    expect(await enter(PIN)).toBe('answered');
  });

  it('is asked anew after a restart of whoever has a PIN, and of nobody else', async () => {
    const workstation = await station();
    await workstation.close();
    const second = await openWorkstation({ folder: workstation.folder });
    expect(await whoIsIn(second)).toBe('Corrie');
    await second.ask('people.setPin', { id: await idOf(second, 'Corrie'), pin: PIN });
    expect(await whoIsIn(second)).toBe('Corrie');
    await second.close();
    const third = await openWorkstation({ folder: workstation.folder });
    expect(await failureOf(third.ask('session.get', {}))).toMatch(/^locked/);
  });

  it('has a way back: a coordinator sets a new PIN, and the recovery code is hers, once', async () => {
    const workstation = await station();
    const corrie = await idOf(workstation, 'Corrie');
    const bea = await add(workstation, 'Bea');
    expect(await workstation.ask('people.setPin', { id: bea, pin: PIN })).toEqual({ code: null });
    const { code } = await workstation.ask('people.setPin', { id: corrie, pin: '8524' });
    expect(code).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{2}$/);
    expect(await workstation.ask('people.setPin', { id: corrie, pin: '8525' })).toEqual({ code: null });
    await workstation.ask('people.setPin', { id: bea, pin: '9631' });
    await workstation.ask('session.lock', {});
    await workstation.ask('session.signIn', { personId: bea, pin: '9631' });
    await workstation.ask('session.changePin', { old: '9631', pin: '3692' });
    expect(await failureOf(workstation.ask('session.changePin', { old: '9631', pin: '1478' }))).toMatch(/not your PIN/);
    await workstation.ask('session.lock', {});
    const recover = (personId: number, given: string): Promise<string> =>
      failureOf(workstation.ask('session.recover', { personId, code: given, pin: '1590' }));
    expect(await recover(bea, code ?? '')).toMatch(/^not-allowed/);
    expect(await recover(corrie, 'A'.repeat(26))).toMatch(/^refused/);
    expect(await recover(corrie, (code ?? '').toLowerCase())).toBe('answered');
    expect(await whoIsIn(workstation)).toBe('Corrie');
    expect(await recover(corrie, code ?? '')).toMatch(/^refused/);
    const kept = JSON.stringify(await workstation.backend.store.reader.selectFrom('setting').selectAll().execute());
    expect(kept).not.toContain((code ?? '').replaceAll('-', ''));
    expect(await auditOf(workstation)).toEqual(
      [
        ['person-added', bea],
        ['pin-set', bea],
        ['pin-set', corrie],
        ['pin-set', corrie],
        ['pin-set', bea],
        ['sign-in', bea],
        ['pin-changed', bea],
        ['pin-missed', bea],
        ['code-missed', corrie],
        ['recovered', corrie],
        ['code-missed', corrie],
      ].map((row) => row.join(' ')),
    );
  });
});

describe('locking by itself', () => {
  it('comes after the minutes that were set, in a call after an hour, and not without a PIN', async () => {
    const workstation = await station();
    const { clock } = workstation;
    const corrie = await idOf(workstation, 'Corrie');
    const isLocked = async (): Promise<boolean> =>
      (await failureOf(workstation.ask('session.get', {}))).startsWith('locked');
    clock.advance(24 * 3_600);
    expect(await isLocked()).toBe(false);
    await workstation.ask('people.setPin', { id: corrie, pin: PIN });
    await workstation.ask('people.setLock', { minutes: 5 });
    await workstation.ask('session.touch', { isInCall: false });
    clock.advance(299);
    expect(await isLocked()).toBe(false);
    clock.advance(1);
    expect(await isLocked()).toBe(true);
    await workstation.ask('session.signIn', { personId: corrie, pin: PIN });
    await workstation.ask('session.touch', { isInCall: true });
    clock.advance(3_599);
    expect(await isLocked()).toBe(false);
    clock.advance(1);
    // Also while nobody asks anything.
    await workstation.backend.presence.lockIfIdle();
    expect(await isLocked()).toBe(true);
    await workstation.ask('session.signIn', { personId: corrie, pin: PIN });
    // Also when the clock was years ahead while somebody was there.
    clock.set('2036-11-21T13:00:00.000Z');
    expect(await isLocked()).toBe(true);
    await workstation.ask('session.signIn', { personId: corrie, pin: PIN });
    await workstation.ask('session.touch', { isInCall: false });
    clock.set('2026-11-28T13:00:00.000Z');
    expect(await isLocked()).toBe(false);
    clock.advance(300);
    expect(await isLocked()).toBe(true);
    await workstation.ask('session.signIn', { personId: corrie, pin: PIN });
    await workstation.ask('people.setLock', { minutes: null });
    clock.advance(24 * 3_600);
    expect(await isLocked()).toBe(false);
  });
});

describe('the coordinator', () => {
  it('adds and changes people, and stays the last coordinator', async () => {
    const workstation = await station();
    const corrie = await idOf(workstation, 'Corrie');
    const change = { id: corrie, name: 'Corrie', crmId: null, roles: ['caller'] as Role[] };
    expect(await workstation.ask('people.change', change)).toMatchObject({
      isSaved: false,
      refusals: [{ field: 'roles' }],
    });
    expect(await failureOf(workstation.ask('people.leave', { id: corrie }))).toMatch(/^refused: A coordinator/);
    expect(await workstation.ask('people.add', { name: 'corrie', crmId: null, roles: [] })).toMatchObject({
      isSaved: false,
      refusals: [{ field: 'name' }, { field: 'roles' }],
    });
    const dirk = await add(workstation, 'Dirk', ['director', 'coordinator']);
    expect(await workstation.ask('people.change', change)).toEqual({ isSaved: true, id: corrie });
    // It holds from the next question on.
    expect(await failureOf(workstation.ask('people.list', {}))).toMatch(/^not-allowed/);
    await workstation.ask('session.signIn', { personId: dirk, pin: null });
    expect((await workstation.ask('people.list', {})).people).toMatchObject([
      { name: 'Corrie', roles: ['caller'], isSelf: false, isLastCoordinator: false },
      { name: 'Dirk', isSelf: true, isLastCoordinator: true },
    ]);
  });

  it('lets somebody leave: access ends, claims and promises are free, the history keeps the name', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    const { store } = workstation.backend;
    const bea = await add(workstation, 'Bea');
    await workstation.ask('people.setPin', { id: bea, pin: PIN });
    const koen = (await workstation.ask('session.get', {})).person.id;
    await workstation.ask('session.signIn', { personId: bea, pin: PIN });
    const { next } = await workstation.ask('today.get', { lane: 'caller' });
    await workstation.ask('call.open', { donorId: next?.donorId ?? 0 });
    await workstation.backend.claims.settled();
    const claims = async (): Promise<readonly string[]> =>
      (await store.reader.selectFrom('claim').select('state').where('state', '!=', 'theirs').execute()).map(
        ({ state }) => state,
      );
    expect(await claims()).toEqual(['held']);
    await workstation.ask('session.signIn', { personId: koen, pin: null });
    await workstation.ask('people.leave', { id: bea });
    expect(await claims()).toEqual(['over']);
    expect(await failureOf(workstation.ask('session.signIn', { personId: bea, pin: PIN }))).toMatch(/^not-found/);
    expect((await workstation.ask('session.people', {})).people.map(({ name }) => name)).not.toContain('Bea');
    expect((await workstation.ask('people.list', {})).people).toContainEqual(
      expect.objectContaining({ name: 'Bea', isActive: false, hasPin: false }),
    );
    // A coordinator who is signed in and leaves is out with the next question.
    await workstation.ask('people.comeBack', { id: bea });
    await workstation.ask('people.change', { id: bea, name: 'Bea', crmId: null, roles: ['coordinator'] });
    await workstation.ask('people.leave', { id: koen });
    expect(await failureOf(workstation.ask('session.get', {}))).toMatch(/^locked/);
  });

  it('is not passed by with another key of the CRM', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    const koen = (await workstation.ask('session.get', {})).person.id;
    await workstation.ask('people.setPin', { id: koen, pin: PIN });
    const { store } = workstation.backend;
    await connectProfile(store, { url: crm.url, apiKey: crm.keys.caller, isPractice: false });
    expect((await workstation.ask('session.get', {})).person.id).toBe(koen);
    const other = (await workstation.ask('people.list', {})).people.find(({ id }) => id !== koen);
    expect(other?.roles).toEqual(['caller']);
    await workstation.ask('session.lock', {});
    await connectProfile(store, { url: crm.url, apiKey: crm.apiKey, isPractice: false });
    expect(await failureOf(workstation.ask('session.get', {}))).toMatch(/^locked/);
  });
});
