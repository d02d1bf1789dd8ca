/** Updates as the settings ask for them, what stands in the way of one, and what is new for whom. */
import { describe, expect, it } from 'vitest';
import { readSetting, writeSetting } from '../../../db/queries/settings.ts';
import { listSnapshots } from '../../../db/snapshot.ts';
import { profilePaths } from '../../../db/open/profile-folder.ts';
import { FIRST_VERSION } from '../../../electron/backend/updates/settings.ts';
import { SILENT_LOG } from '../../../electron/backend/log.ts';
import { VERSION } from '../../../electron/launch/version.ts';
import { createUpdateKeeper, type UpdateKeeper } from '../../../electron/updates/keeper.ts';
import type { UpdateOrder } from '../../../electron/updates/messages.ts';
import { WAY_WORDS } from '../../../electron/updates/way.ts';
import { PIN } from '../../released/make-profile.ts';
import { copyReleased } from '../../released/released.ts';
import { failureOf } from '../../support/failure-of.ts';
import { holdCall, openCall } from '../../support/hold-call.ts';
import { connectedWorkstation, openWorkstation, practiceCrm, testClock } from '../../support/workstation.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

interface Kept {
  readonly keeper: UpdateKeeper;
  readonly orders: UpdateOrder[];
}

function keepOrders(clock = testClock()): Kept & { readonly clock: typeof clock } {
  const orders: UpdateOrder[] = [];
  const keeper = createUpdateKeeper({
    way: 'itself',
    now: clock.now,
    order: (order) => void orders.push(order),
    log: SILENT_LOG,
  });
  return { keeper, orders, clock };
}

describe('the settings of updates', () => {
  it('say where nothing is looked for who brings newer versions, and refuse the rest in the same words', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    expect(await workstation.ask('updates.get', {})).toEqual({ version: VERSION, way: WAY_WORDS.source, own: null });
    for (const asking of [
      workstation.ask('updates.check', {}),
      workstation.ask('updates.install', {}),
      workstation.ask('updates.setChannel', { channel: 'beta' }),
    ]) {
      expect((await failureOf(asking)).sentence).toEqual(WAY_WORDS.source);
    }
  });

  it('go from looking to ready, and say each step', async () => {
    const { keeper, orders } = keepOrders();
    const workstation = await connectedWorkstation(await practiceCrm(), { updates: keeper });
    const heard: string[] = [];
    workstation.listen(({ changed }) => heard.push(...changed));
    const state = async () => (await workstation.ask('updates.get', {})).own;
    expect(await state()).toMatchObject({ channel: 'stable', isChannelFixed: false, state: 'unknown', refusal: null });
    await workstation.ask('updates.check', {});
    expect(await state()).toMatchObject({ state: 'checking' });
    await keeper.hear({ told: 'found', version: '9.0.0' });
    await keeper.hear({ told: 'downloading', version: '9.0.0', percent: 40 });
    expect((await state())?.stateText.nl).toBe('Versie 9.0.0 wordt opgehaald: 40%.');
    await keeper.hear({ told: 'ready', version: '9.0.0' });
    expect(await state()).toMatchObject({ state: 'ready', refusal: null });
    await workstation.ask('updates.install', {});
    expect(orders.map(({ order }) => order)).toEqual(['tell', 'check', 'download', 'restart']);
    expect(heard.filter((topic) => topic === 'updates').length).toBeGreaterThan(3);
  });

  it('keep the channel that was chosen, with a line in the log', async () => {
    const { keeper, orders } = keepOrders();
    const workstation = await connectedWorkstation(await practiceCrm(), { updates: keeper });
    await workstation.ask('updates.setChannel', { channel: 'beta' });
    await workstation.ask('updates.check', {});
    expect(orders.at(-1)).toEqual({ order: 'check', channel: 'beta' });
    const { lines } = await workstation.ask('audit.list', {});
    expect(lines[0]?.what.nl).toContain('proefversies');
  });

  it('keep to the channel that an administrator fixed', async () => {
    const { keeper, orders } = keepOrders();
    const workstation = await connectedWorkstation(await practiceCrm(), {
      updates: keeper,
      policy: { updates: 'beta' },
    });
    expect((await workstation.ask('updates.get', {})).own).toMatchObject({ channel: 'beta', isChannelFixed: true });
    expect((await failureOf(workstation.ask('updates.setChannel', { channel: 'stable' }))).sentence.nl).toContain(
      'beheerder',
    );
    await workstation.ask('updates.check', {});
    expect(orders.at(-1)).toEqual({ order: 'check', channel: 'beta' });
  });

  it('say that what was ready is gone', async () => {
    const { keeper } = keepOrders();
    const workstation = await connectedWorkstation(await practiceCrm(), { updates: keeper });
    expect((await failureOf(workstation.ask('updates.install', {}))).code).toBe('out-of-date');
  });
});

describe('an update', () => {
  it('waits for a call that is open, and for what is not in the CRM yet', async () => {
    const { keeper, orders, clock } = keepOrders();
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm, { updates: keeper, clock });
    await keeper.hear({ told: 'ready', version: '9.0.0' });
    const closing = async (): Promise<string | undefined> => {
      await keeper.hear({ told: 'closing' });
      return orders.at(-1)?.order;
    };
    await openCall(workstation, 'NIEUW-0009');
    expect((await failureOf(workstation.ask('updates.install', {}))).sentence.nl).toContain('gesprek open');
    expect(await closing()).toBe('leave');
    await holdCall(workstation, 'NIEUW-0009', { outcome: 'no-answer' });
    expect((await failureOf(workstation.ask('updates.install', {}))).sentence.nl).toContain('wacht nog iets');
    expect(await closing()).toBe('leave');
    await workstation.sync();
    expect(await closing()).toBe('install');
  });

  it('does not wait for a call that was left an hour ago', async () => {
    const { keeper, clock } = keepOrders();
    const workstation = await connectedWorkstation(await practiceCrm(), { updates: keeper, clock });
    await openCall(workstation, 'NIEUW-0009');
    expect(await keeper.refusal()).not.toBeNull();
    clock.advance(3_700);
    expect(await keeper.refusal()).toBeNull();
  });

  it('is installed with a copy of the data that was proved whole, or not at all', async () => {
    const { keeper, orders } = keepOrders();
    const workstation = await connectedWorkstation(await practiceCrm(), { updates: keeper });
    const copies = (): number => listSnapshots(profilePaths(workstation.folder).snapshots).length;
    const before = copies();
    await keeper.hear({ told: 'closing' });
    expect([orders.at(-1)?.order, copies()]).toEqual(['leave', before]);
    await keeper.hear({ told: 'ready', version: '9.0.0' });
    await keeper.hear({ told: 'closing' });
    expect([orders.at(-1)?.order, copies()]).toEqual(['install', before + 1]);
    await workstation.close();
    await keeper.hear({ told: 'closing' });
    expect(orders.at(-1)?.order).toBe('leave');
  });
});

describe('news', () => {
  it('is none for a new workstation', async () => {
    const workstation = await openWorkstation();
    expect(await readSetting(workstation.backend.store.reader, FIRST_VERSION)).toBe(VERSION);
  });

  it('begins where a profile of the first release left off', async () => {
    const folder = temporaryFolder();
    copyReleased('0.1.0', folder);
    const { backend } = await openWorkstation({ folder });
    expect(await readSetting(backend.store.reader, FIRST_VERSION)).toBe('0.1.0');
  });

  it('is told to each person once', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const { store } = workstation.backend;
    expect((await workstation.ask('news.get', {})).hasUnseen).toBe(false);
    await store.write((writer) => writeSetting(writer, FIRST_VERSION, '0.0.9'));
    const news = await workstation.ask('news.get', {});
    expect(news).toMatchObject({ version: VERSION, hasUnseen: true });
    expect(news.releases.at(-1)).toMatchObject({ version: '0.1.0', day: { nl: '22 november', en: '22 November' } });
    await workstation.ask('news.seen', {});
    expect((await workstation.ask('news.get', {})).hasUnseen).toBe(false);
    const added = await workstation.ask('people.add', { name: 'Joke Bakker', crmId: null, roles: ['caller'] });
    if (!added.isSaved) throw new Error('not added');
    const me = (await workstation.ask('session.get', {})).person.id;
    await workstation.ask('people.setPin', { id: me, pin: PIN });
    await workstation.ask('session.lock', {});
    await workstation.ask('session.signIn', { personId: added.id, pin: null });
    expect((await workstation.ask('news.get', {})).hasUnseen).toBe(true);
  });
});
