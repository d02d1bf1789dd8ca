/** A workstation tells the CRM of itself; revoked there, it sends what waited and takes itself off the disk. By no guess. */
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createClient, type Client } from '../../../contract/client.ts';
import { WIPE_POINTS } from '../../../db/wipe.ts';
import { readAnnouncement } from '../../../domain/workstation/announcement.ts';
import { readState } from '../../../domain/workstation/revocation.ts';
import { openBackend } from '../../../electron/backend/open-backend.ts';
import { openLockable } from '../../../electron/backend/lockable-backend.ts';
import { SILENT_LOG } from '../../../electron/backend/log.ts';
import { keepCrashReport } from '../../../electron/launch/crash-report.ts';
import { logFolder, rotatingLog } from '../../../electron/launch/log-file.ts';
import type { PracticeCrm } from '../../../sync/practice/server.ts';
import { lyingCrm, type Answered, type LyingCrm } from '../../support/lying-crm.ts';
import { moveTo } from '../../support/ready.ts';
import { whenDone } from '../../support/when-done.ts';
import {
  askCrm,
  CHEAP,
  connectedWorkstation,
  practiceCrm,
  seededRandom,
  type TestClock,
} from '../../support/workstation.ts';

interface Station extends Client {
  readonly crm: PracticeCrm;
  /** Between it and the CRM. */
  readonly proxy: LyingCrm;
  readonly folder: string;
  readonly clock: TestClock;
  close(): Promise<void>;
}

const options = (folder: string, clock: TestClock) => ({
  folder,
  now: clock.now,
  random: seededRandom(11),
  log: SILENT_LOG,
  syncsByItself: false,
  costs: CHEAP,
});

async function start(folder: string, clock: TestClock): Promise<Client & { close(): Promise<void> }> {
  const backend = await openLockable(options(folder, clock));
  whenDone(() => backend.close());
  return { ...createClient(backend), close: () => backend.close() };
}

/** On a CRM that knows of it: a call waits to be sent. */
async function announced(): Promise<Station> {
  const crm = await practiceCrm();
  const proxy = await lyingCrm(() => crm.url);
  const workstation = await connectedWorkstation(crm);
  const { folder, clock, backend } = workstation;
  await moveTo({ ...crm, url: proxy.url }, backend);
  await workstation.close();
  const client = await start(folder, clock);
  await client.ask('sync.run', {});
  return { ...client, crm, proxy, folder, clock };
}

interface Row {
  readonly id: number;
  readonly subject: string;
  readonly details: string;
}

async function rowsIn(crm: PracticeCrm): Promise<readonly Row[]> {
  const rows = await askCrm(crm, 'Activity', 'get', {
    select: ['id', 'subject', 'details'],
    where: [['subject', 'LIKE', '%[Dankbel-workstation %']],
  });
  return rows as unknown as readonly Row[];
}

/** As a coordinator does it in CiviCRM: INTREKKEN before the subject; the editor makes HTML of its own of the text. */
async function revoke(crm: PracticeCrm): Promise<void> {
  const [row] = await rowsIn(crm);
  const details = `<div>${row?.details.replaceAll(' ', '&nbsp;') ?? ''}<br /></div>`;
  const values = { subject: `Intrekken: ${row?.subject ?? ''}`, details };
  await askCrm(crm, 'Activity', 'update', { where: [['id', '=', row?.id ?? 0]], values });
}

const stateOf = async (client: Client) => (await client.ask('session.people', {})).state;

/** Every file of the profile, with what is in it. */
function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
}

/** What the program wrote about itself, as it does in a profile that is used. */
function leaveTraces(folder: string, { now }: TestClock): void {
  const log = rotatingLog({ path: join(logFolder(folder), 'main.log'), bytes: 40 });
  for (const line of ['started', 'backend started', 'backend ended']) log.write(`${line}, a line of the log\n`);
  keepCrashReport(folder, {
    at: now(),
    part: 'backend',
    reason: 'TypeError',
    code: 1,
    places: [],
    version: '0.1.0',
    system: 'linux',
  });
}

describe('what a workstation tells', () => {
  it('is in the CRM once, in words and for Dankbel, is told anew after an hour, and is no contact of anybody', async () => {
    const station = await announced();
    const { crm, clock } = station;
    const [row, ...more] = await rowsIn(crm);
    expect(more).toEqual([]);
    expect(row?.subject).toMatch(/^Dankbel-werkplek van Koen Koppeling \[Dankbel-workstation [0-9a-f-]{36}\]$/);
    const first = readAnnouncement(row?.details ?? '');
    expect(first).toMatchObject({
      seen: clock.now(),
      since: clock.now(),
      keptBy: 'key-file',
      people: ['Koen Koppeling'],
    });
    expect(first?.most).toBe(first?.held);
    expect(first?.kinds).toEqual(expect.arrayContaining(['names', 'addresses', 'phones', 'gifts']));
    clock.advance(600);
    await station.ask('sync.run', {});
    expect((await rowsIn(crm)).map(({ details }) => details)).toEqual([row?.details]);
    clock.advance(3_600);
    await station.ask('sync.run', {});
    const [later, ...others] = await rowsIn(crm);
    expect(others).toEqual([]);
    expect(readAnnouncement(later?.details ?? '')).toMatchObject({ seen: clock.now(), since: first?.since });
    expect(await stateOf(station)).toBe('signed-in');
    const other = await connectedWorkstation(crm);
    const moments = await other.backend.store.reader
      .selectFrom('moment')
      .select('subject')
      .where('subject', 'like', '%Dankbel-w%')
      .execute();
    expect(moments).toEqual([]);
  });
});

/** A call that no CRM knows of yet. @returns its note */
async function recordCall(station: Client, donorId: number): Promise<string> {
  const notes = 'Wil graag een kaart van het project.';
  const { callItemId } = await station.ask('call.open', { donorId });
  await station.ask('call.saveNotes', { callItemId, notes });
  await station.ask('call.answerObjection', { callItemId, answer: 'offered' });
  await station.ask('call.finish', { callItemId, outcome: 'conversation', callback: null, number: null });
  return notes;
}

async function nextDonor(station: Client): Promise<number> {
  const { next } = await station.ask('today.get', { lane: 'caller' });
  return next?.donorId ?? 0;
}

describe('a workstation that is revoked', () => {
  it('sends what waited, wipes itself, says so here and in the CRM, and begins anew once it was started again', async () => {
    const station = await announced();
    const { crm, folder, clock } = station;
    writeFileSync(join(folder, 'eigen-bestand.txt'), 'van iemand anders');
    leaveTraces(folder, clock);
    expect(filesOf(folder).filter((name) => /^(?:logs|crash-reports)/.test(name))).toHaveLength(4);
    const notes = await recordCall(station, await nextDonor(station));
    await revoke(crm);
    await station.ask('sync.run', {});
    const { state, wiped, people } = await station.ask('session.people', {});
    expect({ state, people, mayStartAnew: wiped?.mayStartAnew }).toEqual({
      state: 'wiped',
      people: [],
      mayStartAnew: false,
    });
    expect(wiped?.sentences.map(({ nl }) => nl)).toEqual([
      'De coördinator heeft deze werkplek ingetrokken. Op 21 november 2026 14:00 heeft Dankbel alles gewist wat hier stond.',
      'Wat hier was opgeschreven, staat in het CRM.',
    ]);
    expect(filesOf(folder)).toEqual(['eigen-bestand.txt', 'wiped.json']);
    expect(existsSync(join(folder, 'logs')) || existsSync(join(folder, 'crash-reports'))).toBe(false);
    const calls = await askCrm(crm, 'Activity', 'get', {
      select: ['details'],
      where: [['details', 'LIKE', `%${notes}%`]],
    });
    expect(calls).toHaveLength(1);
    await expect(station.ask('today.get', { lane: 'caller' })).rejects.toMatchObject({ failure: { code: 'locked' } });
    const [row] = await rowsIn(crm);
    expect(readState(row?.subject ?? '')).toEqual({ state: 'wiped', at: clock.now() });
    expect(readAnnouncement(row?.details ?? '')).toMatchObject({ revokedAt: clock.now(), keptBy: 'key-file' });
    // Not before it was started again: a host may hold the old key.
    await expect(station.ask('session.startAnew', {})).rejects.toMatchObject({ failure: { code: 'locked' } });
    expect(await stateOf(station)).toBe('wiped');
    await station.close();
    await expect(openBackend(options(folder, clock))).rejects.toMatchObject({ code: 'wiped' });
    const again = await start(folder, clock);
    expect(await again.ask('session.people', {})).toMatchObject({ state: 'wiped', wiped: { mayStartAnew: true } });
    await again.ask('session.startAnew', {});
    expect(await stateOf(again)).toBe('signed-in');
    expect(await again.ask('connection.get', {})).toMatchObject({ connected: null });
  });

  it('waits for the CRM to take what was recorded, an hour at the most, and then says what is lost', async () => {
    const station = await announced();
    const { crm, folder, clock } = station;
    await recordCall(station, await nextDonor(station));
    await revoke(crm);
    crm.faults.set('htmlPage', ({ entity, action }) => entity === 'Activity' && action !== 'get');
    await station.ask('sync.run', {}).catch(() => undefined);
    expect(await stateOf(station)).toBe('signed-in');
    clock.advance(3_590);
    await station.ask('sync.run', {}).catch(() => undefined);
    expect(await stateOf(station)).toBe('signed-in');
    clock.advance(20);
    await station.ask('sync.run', {}).catch(() => undefined);
    const { state, wiped } = await station.ask('session.people', {});
    expect({ state, said: wiped?.sentences[1]?.en }).toEqual({
      state: 'wiped',
      said: 'The CRM did not take 1 operation; they are gone. Ask the coordinator.',
    });
    expect(filesOf(folder)).toEqual(['wiped.json']);
  });

  it.each(WIPE_POINTS)('is wiped by the next start when it was ended at %s', async (point) => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    const { backend, folder, clock } = workstation;
    await backend.store.snapshot(clock.now());
    leaveTraces(folder, clock);
    await recordCall(workstation, await nextDonor(workstation));
    const ended = backend.wipe((reached) => {
      if (reached === point) throw new Error(`ended at ${point}`);
    });
    await expect(ended).rejects.toThrow(`ended at ${point}`);
    const again = await start(folder, clock);
    expect(await stateOf(again)).toBe('wiped');
    expect(filesOf(folder)).toEqual(['wiped.json']);
  });
});

describe('what is no revocation', () => {
  it.each([
    [
      'an announcement that was deleted',
      (crm, row) => askCrm(crm, 'Activity', 'delete', { where: [['id', '=', row.id]] }),
    ],
    ['another status', (crm, row) => change(crm, row, { 'status_id:name': 'Completed' })],
    ['a subject that was emptied', (crm, row) => change(crm, row, { subject: '' })],
    ['the word somewhere else in it', (crm, row) => change(crm, row, { subject: `Niet intrekken ${row.subject}` })],
    ['a word that begins alike', (crm, row) => change(crm, row, { subject: `Intrekkend ${row.subject}` })],
    [
      'the revocation of another workstation',
      (crm, row) =>
        change(crm, row, {
          subject: `INTREKKEN ${row.subject.replace(/[0-9a-f]{12}\]/, '000000000000]')}`,
          details: '',
        }),
    ],
    ['a text that was made unreadable', (crm, row) => change(crm, row, { details: '<p>Hallo</p>' })],
  ] satisfies readonly (readonly [string, (crm: PracticeCrm, row: Row) => Promise<unknown>])[])(
    '%s',
    async (_, change) => {
      const station = await announced();
      const [row] = await rowsIn(station.crm);
      if (row === undefined) throw new Error('not announced');
      await change(station.crm, row);
      station.clock.advance(4_000);
      await station.ask('sync.run', {});
      expect(await stateOf(station)).toBe('signed-in');
    },
  );

  it.each([
    ['a network that breaks', (crm) => void (crm.strip = () => true)],
    [
      'a page in the place of an answer',
      (crm) => void (crm.lie = () => ({ status: 200, type: 'text/html', body: '<p>INTREKKEN</p>' })),
    ],
    ['not found', (crm) => void (crm.lie = () => ({ status: 404, type: 'application/json', body: '{}' }))],
    ['no rows', (crm) => void (crm.lie = ofActivities((truth) => ({ ...truth, body: '{"values":[],"count":0}' })))],
    [
      'rows of another kind',
      (crm) => void (crm.lie = ofActivities((truth) => ({ ...truth, body: '{"values":[{"subject":"INTREKKEN"}]}' }))),
    ],
    [
      'a revocation that is said once',
      (crm) => {
        let said = 0;
        crm.lie = ofActivities((truth) => {
          said += 1;
          return said > 1
            ? truth
            : { ...truth, body: truth.body.replace('"Dankbel-werkplek', '"INTREKKEN Dankbel-werkplek') };
        });
      },
    ],
  ] satisfies readonly (readonly [string, (crm: LyingCrm) => void])[])('%s', async (_, lie) => {
    const station = await announced();
    station.proxy.count = 0;
    lie(station.proxy);
    station.clock.advance(4_000);
    await station.ask('sync.run', {}).catch(() => undefined);
    expect(station.proxy.count).toBeGreaterThan(0);
    expect(await stateOf(station)).toBe('signed-in');
    expect(existsSync(join(station.folder, 'wiping.json'))).toBe(false);
  });
});

/** Lies about what is read of a workstation. */
function ofActivities(lie: (truth: Answered) => Answered): LyingCrm['lie'] {
  return ({ entity, action, params }, truth) =>
    entity === 'Activity' && action === 'get' && JSON.stringify(params).includes('source_contact_id.display_name')
      ? lie(truth)
      : truth;
}

function change(crm: PracticeCrm, { id }: Row, values: object): Promise<unknown> {
  return askCrm(crm, 'Activity', 'update', { where: [['id', '=', id]], values });
}
