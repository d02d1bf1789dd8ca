import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createClient, type Client } from '../../../contract/client.ts';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import { SITUATION_IDS } from '../../../domain/practice/situation.ts';
import { SILENT_LOG } from '../../../electron/backend/log.ts';
import type { WindowKind } from '../../../electron/backend/backend.ts';
import { openBackend } from '../../../electron/backend/open-backend.ts';
import { openWithPractice, type BackendWithPractice } from '../../../electron/backend/practice/open-with-practice.ts';
import type { PracticeCrm } from '../../../sync/practice/server.ts';
import { copyReadyProfile, moveTo } from '../../support/ready.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { whenDone } from '../../support/when-done.ts';
import { AFTERNOON, askCrm, practiceCrm, seededRandom, testClock, type TestClock } from '../../support/workstation.ts';

interface Place {
  readonly folder: string;
  readonly clock: TestClock;
  readonly backend: BackendWithPractice;
  readonly work: Client;
  readonly practice: Client;
}

function clientFor(backend: BackendWithPractice, kind: WindowKind): Client {
  return createClient({
    ask: (name, input) => backend.ask(name, input, kind),
    listen: (listener) => backend.listen(listener),
  });
}

async function open(options: { folder?: string; clock?: TestClock; random?: number } = {}): Promise<Place> {
  const { folder = temporaryFolder(), clock = testClock() } = options;
  const random = seededRandom(options.random ?? 7);
  const backend = await openWithPractice({ folder, now: clock.now, random, log: SILENT_LOG, syncsByItself: false });
  let isOpen = true;
  const close = backend.close.bind(backend);
  const once = { ...backend, close: async () => (isOpen ? ((isOpen = false), close()) : undefined) };
  whenDone(once.close);
  return { folder, clock, backend: once, work: clientFor(once, 'work'), practice: clientFor(once, 'practice') };
}

/** A workstation at work on the CRM of an organisation. */
async function openAtWork(crm: PracticeCrm): Promise<Place> {
  const folder = temporaryFolder();
  await copyReadyProfile(folder);
  const place = await open({ folder });
  await moveTo(crm, place.backend);
  return place;
}

const names = async (client: Client): Promise<readonly string[]> => {
  const { next, queue } = await client.ask('today.get', { lane: 'caller' });
  return [next, ...queue].map((donor) => donor?.name.nl.toLowerCase() ?? 'nobody');
};

const EVENING = [
  'mevrouw de wit',
  'meneer bakker',
  'mevrouw van dam',
  'meneer visser',
  'mevrouw mulder',
  'meneer prins',
];

/** One practice call, as the screen carries it out. */
async function call(
  { practice }: Pick<Place, 'practice'>,
  outcome: 'conversation' | 'no-answer' | 'objection',
): Promise<string> {
  const { next } = await practice.ask('today.get', { lane: 'caller' });
  const { callItemId, numbers } = await practice.ask('call.open', { donorId: next!.donorId });
  const number = numbers[0]!.number;
  const dialled = await practice.ask('call.dial', { callItemId, number });
  expect(dialled.numbers.map(({ link }) => link)).toEqual([null]);
  if (outcome === 'conversation') await practice.ask('call.answerObjection', { callItemId, answer: 'offered' });
  const { attemptId } = await practice.ask('call.finish', { callItemId, outcome, callback: null, number: null });
  return attemptId;
}

describe('the practice evening', () => {
  it('has its six donors in their order, for a caller with the name and language of who practises', async () => {
    const place = await openAtWork(await practiceCrm());
    await place.work.ask('session.setLanguage', { language: 'en' });
    await place.work.ask('practice.begin', { anew: false });
    expect(await names(place.practice)).toEqual(EVENING);
    const working = await place.work.ask('session.get', {});
    const practising = await place.practice.ask('session.get', {});
    expect(practising).toMatchObject({
      isPractice: true,
      language: 'en',
      lines: { state: 'open' },
      person: { name: working.person.name, roles: ['caller'] },
    });
    expect(working.isPractice).toBe(false);
  });

  it.each([
    ['a Sunday', '2026-11-22T18:00:00.000Z'],
    ['Christmas', '2026-12-25T11:00:00.000Z'],
    ['a night', '2026-11-24T01:00:00.000Z'],
  ])('is there on %s, on a workstation that was never connected', async (_when, now) => {
    const place = await open({ clock: testClock(now) });
    await place.work.ask('practice.begin', { anew: false });
    expect(await names(place.practice)).toEqual(EVENING);
    expect((await place.practice.ask('session.get', {})).person.name).toBe('Vrijwilliger');
    expect((await place.work.ask('session.get', {})).person.name).toBe('');
  });

  it('reaches its own CRM, and neither the profile nor the CRM of the organisation', async () => {
    const crm = await practiceCrm();
    const place = await openAtWork(crm);
    const listBefore = await names(place.work);
    const askedBefore = crm.faults.requests.length;
    await place.work.ask('practice.begin', { anew: false });
    await call(place, 'conversation');
    await call(place, 'no-answer');
    await call(place, 'objection');
    const evening = await place.backend.practice();
    await evening!.backend.sync.run(true);
    const calls = await askCrm(evening!.crm, 'Activity', 'get', {
      select: ['status_id:name'],
      where: [
        ['subject', 'LIKE', '%[Dankbel%'],
        ['status_id:name', '!=', 'Cancelled'],
      ],
      orderBy: { id: 'ASC' },
    });
    expect(calls.map((activity) => activity['status_id:name'])).toEqual(['Completed', 'Unreachable', 'Completed']);
    const stopped = await askCrm(evening!.crm, 'Contact', 'get', {
      select: ['external_identifier'],
      where: [['do_not_phone', '=', true]],
    });
    expect(stopped.map((contact) => contact['external_identifier'])).toEqual(['OEFEN-3']);

    expect(crm.faults.requests).toHaveLength(askedBefore);
    expect(await names(place.work)).toEqual(listBefore);
    expect((await place.work.ask('sync.status', {})).waiting).toBe(0);
    const attempts = await place.backend.store.reader.selectFrom('attempt').select('id').execute();
    expect(attempts).toEqual([]);
  });

  it('knows what was done in each call, and what was taken back', async () => {
    const place = await open();
    await place.work.ask('practice.begin', { anew: false });
    const progress = async () => (await place.practice.ask('practice.progress', {})).situations;
    expect((await progress()).map(({ id }) => id)).toEqual([...SITUATION_IDS]);
    const attemptId = await call(place, 'conversation');
    expect((await progress())[0]).toMatchObject({
      outcome: 'conversation',
      objectionAnswer: 'offered',
      callItemId: null,
    });
    await place.practice.ask('call.undo', { attemptId });
    expect((await progress())[0]).toMatchObject({ outcome: null, hasUndone: true, isBegun: true });
    expect((await place.work.ask('practice.progress', {})).situations).toEqual([]);
  });

  it('can be stopped and gone on with, and begun anew', async () => {
    const place = await open();
    await place.work.ask('practice.begin', { anew: false });
    await call(place, 'conversation');
    await place.practice.ask('practice.leave', {});
    await place.backend.close();
    const later = await open({ folder: place.folder, random: 8 });
    await later.work.ask('practice.begin', { anew: false });
    expect(await names(later.practice)).toEqual(EVENING.slice(1));
    await later.practice.ask('practice.begin', { anew: true });
    expect(await names(later.practice)).toEqual(EVENING);
    expect((await later.practice.ask('practice.progress', {})).situations[0]?.outcome).toBeNull();
  });

  it('locks the workstation, whose PIN is the only one there is', async () => {
    const place = await openAtWork(await practiceCrm());
    const { person } = await place.work.ask('session.get', {});
    await place.work.ask('people.setPin', { id: person.id, pin: '482615' });
    await place.work.ask('practice.begin', { anew: false });
    await place.practice.ask('session.changePin', { old: '482615', pin: '730194' });
    await place.practice.ask('session.lock', {});
    await expect(place.work.ask('session.get', {})).rejects.toMatchObject({ failure: { code: 'locked' } });
    // Who practises loses nothing by it.
    expect(await names(place.practice)).toEqual(EVENING);
    await expect(place.work.ask('session.signIn', { personId: person.id, pin: '482615' })).rejects.toThrow(
      'This is not your PIN',
    );
    await place.work.ask('session.signIn', { personId: person.id, pin: '730194' });
    expect((await place.work.ask('session.get', {})).person.id).toBe(person.id);
  });

  it('keeps who practises signed in at work', async () => {
    const place = await openAtWork(await practiceCrm());
    const { person } = await place.work.ask('session.get', {});
    await place.work.ask('people.setPin', { id: person.id, pin: '482615' });
    await place.work.ask('practice.begin', { anew: false });
    for (let quarter = 0; quarter < 4; quarter += 1) {
      place.clock.advance(600);
      await place.practice.ask('session.touch', { isInCall: false });
    }
    expect((await place.work.ask('session.get', {})).person.id).toBe(person.id);
    place.clock.advance(1_200);
    await expect(place.work.ask('session.get', {})).rejects.toMatchObject({ failure: { code: 'locked' } });
  });

  it('is of whoever begins it', async () => {
    const place = await openAtWork(await practiceCrm());
    await place.work.ask('practice.begin', { anew: false });
    await call(place, 'conversation');
    await place.backend.store.write((writer) =>
      setCurrentPerson(writer, { crmId: null, name: 'Greet Nieuw', roles: ['verifier'] }),
    );
    expect((await names(place.practice))[0]).toBe(EVENING[1]);
    await place.work.ask('practice.begin', { anew: false });
    expect(await names(place.practice)).toEqual(EVENING);
    expect((await place.practice.ask('session.get', {})).person.name).toBe('Greet Nieuw');
  });

  it('is made anew when it has grown old, or does not open', async () => {
    const clock = testClock();
    const place = await open({ clock });
    await place.work.ask('practice.begin', { anew: false });
    await call(place, 'conversation');
    await place.backend.close();
    clock.advance(9 * 86_400);
    const later = await open({ folder: place.folder, clock, random: 8 });
    await later.work.ask('practice.begin', { anew: false });
    expect(await names(later.practice)).toEqual(EVENING);

    await later.backend.close();
    writeFileSync(join(place.folder, 'practice', 'dankbel.db'), 'no database');
    const last = await open({ folder: place.folder, clock, random: 9 });
    await last.work.ask('practice.begin', { anew: false });
    expect(await names(last.practice)).toEqual(EVENING);
  });

  it('takes nothing with it into a window that works, and no question to the wrong place', async () => {
    const place = await openAtWork(await practiceCrm());
    const heard: boolean[] = [];
    place.backend.listen(({ practice }) => heard.push(practice === true));
    await place.work.ask('practice.begin', { anew: false });
    heard.length = 0;
    await call(place, 'no-answer');
    expect(new Set(heard)).toEqual(new Set([true]));
    await place.practice.ask('session.setTheme', { theme: 'dark' });
    await place.practice.ask('session.setKeys', { keys: { 'call.notes': 'X' } });
    expect(await place.work.ask('session.get', {})).toMatchObject({ theme: 'dark', keys: { 'call.notes': 'X' } });
    expect((await place.practice.ask('session.get', {})).keys).toEqual({ 'call.notes': 'X' });
    const plain = await place.practice.ask('connection.get', {}).catch((error: unknown) => error);
    expect(plain).toMatchObject({ failure: { code: 'not-allowed' } });
  });

  it('invites who has neither called nor practised, until an answer', async () => {
    const place = await openAtWork(await practiceCrm());
    expect(await place.work.ask('practice.state', {})).toEqual({ isAvailable: true, isInvited: true });
    await place.work.ask('practice.decline', {});
    expect(await place.work.ask('practice.state', {})).toEqual({ isAvailable: true, isInvited: false });
    expect(existsSync(join(place.folder, 'practice'))).toBe(false);
    const newcomer = await open();
    await newcomer.work.ask('practice.begin', { anew: false });
    expect((await newcomer.work.ask('practice.state', {})).isInvited).toBe(false);
  });
});

describe('a profile without a practice evening', () => {
  it('answers no window that practises', async () => {
    const alone = await openBackend({
      folder: temporaryFolder(),
      now: () => AFTERNOON,
      random: seededRandom(9),
      log: SILENT_LOG,
      syncsByItself: false,
    });
    whenDone(() => alone.close());
    expect(await alone.ask('session.get', {}, 'practice')).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect(await alone.ask('practice.state', {})).toEqual({
      ok: true,
      value: { isAvailable: false, isInvited: false },
    });
  });
});
