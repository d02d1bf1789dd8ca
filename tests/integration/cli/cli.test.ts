/**
 * The command line as a user meets it: one JSON value or one sentence, and an exit code. Every command is really
 * started once, as are the ends that go wrong; what follows on that runs in this process.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { profilePaths } from '../../../db/open/profile-folder.ts';
import { startCommand, startCrmProcess } from '../../support/processes.ts';
import { runCommand, type CommandResult } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { practiceCrm } from '../../support/workstation.ts';

const CAPTURED = fileURLToPath(new URL('../../fixtures/civicrm/captured', import.meta.url));

/** Up to seven programs, one after the other: on a busy machine each takes seconds to start. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let folder: string;
let profile: string;

async function connect(
  crm: { readonly url: string; readonly apiKey: string },
  run: typeof runCommand = runCommand,
): Promise<CommandResult> {
  const keyFile = join(folder, 'api.key');
  writeFileSync(keyFile, `${crm.apiKey}\n`);
  return run(['connect', '--url', crm.url, '--api-key-file', keyFile, '--data', profile]);
}

const json = (result: CommandResult): Record<string, unknown> => JSON.parse(result.out) as Record<string, unknown>;

beforeEach(() => {
  folder = temporaryFolder();
  profile = join(folder, 'profiel');
});

describe('practice-crm, connect, sync, list and explain', () => {
  it('go from a CRM to the list of a day', async () => {
    // One line with its address and four keys.
    const crm = await startCrmProcess(['--load', CAPTURED, '--data', join(folder, 'crm')]);
    expect(crm.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(Object.keys(crm.keys).sort()).toEqual(['admin', 'caller', 'link', 'nokey']);
    expect(crm.apiKey).toBe(crm.keys['link']);
    expect(await connect(crm, startCommand)).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /^Connected to Stichting Elk Kind Zwemt as Koen Koppeling\.\n✓ Wie: .*\n[^]*✓ Statussen: /,
      ),
      problem: '',
    });
    const check = await startCommand(['check', '--data', profile, '--json']);
    expect(check).toMatchObject({ code: 0, problem: '' });
    expect(json(check)).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ id: 'identity', state: 'ok' })]),
      fields: { mayCreate: false },
      withoutStatus: [],
    });
    const sync = await startCommand(['sync', '--data', profile, '--json']);
    expect(sync.code).toBe(0);
    expect(json(sync)).toMatchObject({ pushed: 0, conflicts: 0, rejected: 0, waiting: 0, pulled: expect.any(Number) });
    const director = await startCommand([
      'list',
      '--lane',
      'director',
      '--date',
      '2026-11-21',
      '--json',
      '--data',
      profile,
    ]);
    expect(Object.keys(json(director))).toEqual(['date', 'lane', 'items', 'suppressed']);
    const items = json(director)['items'] as Record<string, unknown>[];
    expect(items).toHaveLength(6);
    expect(items[0]).toEqual({
      donorId: expect.any(Number),
      crmId: 2038,
      externalId: 'NIEUW-0031',
      name: "Grote van 't Gever1500x14",
      programme: 'major-call',
      due: '2026-11-14',
      reason: {
        nl: expect.stringContaining('€ 1.500 op 7 november'),
        en: expect.stringContaining('€1,500 on 7 November'),
      },
      phone: '+31620004247',
      attempts: 0,
      also: ['thank-you-call'],
    });
    const explain = await startCommand(['explain', '--donor', 'NIEUW-0043', '--date', '2026-11-21', '--json'], {
      DANKBEL_DATA: profile,
    });
    expect(json(explain)).toEqual({
      on: false,
      programme: 'thank-you-call',
      suppressions: ['cool-down'],
      next: null,
      sentence: {
        nl: 'Op 16 november was er een gesprek; tot en met 13 februari 2027 bellen we niet opnieuw.',
        en: 'There was a conversation on 16 November; we do not call again up to 13 February 2027.',
      },
    });
    const spoken = await runCommand([
      'explain',
      '--donor',
      'NIEUW-0043',
      '--now',
      '2026-11-21T12:00:00Z',
      '--data',
      profile,
    ]);
    expect(spoken.out).toBe('Op 16 november was er een gesprek; tot en met 13 februari 2027 bellen we niet opnieuw.\n');
    const people = await runCommand(['list', '--date', '2026-11-21', '--data', profile]);
    expect(people.out.trim().split('\n').at(-1)).toBe(
      '73 on the list of 2026-11-21; left out: attempt-pause 1, objection 1, deceased 1, no-phone 1, bad-phone 1, cool-down 1, scheduled 1, complaint 1, same-number 1',
    );
    // The same question in words, everything that was looked at, and the proof.
    const at = ['--date', '2026-11-21', '--data', profile];
    const asked = await runCommand(['explain', 'waarom', 'staat', 'NIEUW-0043', 'niet', 'op', 'mijn', 'lijst?', ...at]);
    expect(asked.out).toBe(`Pas Gebeld (NIEUW-0043): ${spoken.out}`);
    const nobody = await runCommand(['explain', 'why', 'is', 'Zzyzx', 'not', 'on', 'my', 'list', ...at]);
    expect(nobody).toMatchObject({ code: 1, problem: 'Nobody was found for "Zzyzx".\n' });
    const trace = await runCommand(['explain', '--donor', 'NIEUW-0043', '--trace', ...at]);
    expect(trace.out).toContain('bedanktelefoontje (suppressed): Op 16 november was er een gesprek');
    expect(trace.out).toMatch(/^- Op 16 november was er een gesprek.* \[call 2026-11-16T.*\]$/m);
    expect(trace.out).toContain('+ Verzet tegen bellen: nee.');
    const proof = await startCommand(['evidence', '--donor', 'NIEUW-0043', ...at]);
    expect(proof.out).toContain('Gaf het nummer bij de gift van');
  });

  it('ask any question of the contract', async () => {
    await connect(await practiceCrm());
    expect(json(await startCommand(['ask', 'sync.status', '{}', '--data', profile]))).toMatchObject({
      state: 'idle',
      waiting: 0,
    });
    expect(await runCommand(['ask', 'call.open', '{"donorId":1}', '--data', profile])).toMatchObject({
      code: 1,
      out: '',
      problem: expect.stringContaining('Dit is er niet meer'),
    });
  });
});

describe('a CRM that is not there', () => {
  it('sync without a CRM says what to do first', async () => {
    expect(await runCommand(['sync', '--data', profile])).toMatchObject({
      code: 1,
      problem: expect.stringContaining('Use connect first'),
    });
  });

  it('a CRM that does not answer exits with 3, a wrong key with 1', async () => {
    writeFileSync(join(folder, 'wrong.key'), 'xxxxxxxx');
    const crm = await practiceCrm();
    const parameters = ['connect', '--url', crm.url, '--api-key-file', join(folder, 'wrong.key'), '--data', profile];
    expect(await startCommand(parameters)).toMatchObject({
      code: 1,
      problem: expect.stringContaining('kent deze API-sleutel niet'),
    });
    await crm.stop();
    expect(await startCommand(parameters)).toMatchObject({
      code: 3,
      problem: expect.stringContaining('antwoordt niet'),
    });
  });
});

describe('backup and doctor', () => {
  it('save a copy, find damage, and bring everything back that was recorded', async () => {
    await connect(await practiceCrm());
    await runCommand(['sync', '--data', profile]);
    const backup = json(await startCommand(['backup', '--data', profile, '--json']));
    expect(existsSync(String(backup['path']))).toBe(true);
    const now = ['--now', '2026-11-21T13:00:00Z', '--data', profile];
    const { next } = json(await runCommand(['ask', 'today.get', '{"lane":"caller"}', ...now])) as {
      next: { donorId: number };
    };
    const call = json(await runCommand(['ask', 'call.open', JSON.stringify({ donorId: next.donorId }), ...now]));
    const finish = { callItemId: call['callItemId'], outcome: 'objection', callback: null, number: null };
    await runCommand(['ask', 'call.finish', JSON.stringify(finish), ...now]);
    const { database } = profilePaths(profile);
    const bytes = readFileSync(database);
    bytes.fill(7, 4_096, 8_192);
    writeFileSync(database, bytes);
    expect(await runCommand(['list', '--data', profile])).toMatchObject({
      code: 1,
      problem: expect.stringContaining('dankbel doctor --restore'),
    });
    expect(await runCommand(['doctor', '--data', profile])).toMatchObject({ code: 1 });
    const doctor = json(await startCommand(['doctor', '--restore', '--data', profile, '--json']));
    expect(doctor).toMatchObject({ whole: true, operations: { waiting: 2 } });
    expect(existsSync(String(doctor['setAside']))).toBe(true);
    expect(
      json(
        await runCommand([
          'ask',
          'list.explain',
          JSON.stringify({ donor: { donorId: next.donorId }, date: '2026-11-21' }),
          ...now,
        ]),
      ),
    ).toMatchObject({ on: false, suppressions: ['objection', 'attempt-today'] });
    expect(json(await runCommand(['sync', '--data', profile, '--json']))).toMatchObject({ pushed: 2, waiting: 0 });
  });
});
