/** What was written down of crashes: shown whole, and sent only when an administrator and a coordinator both said so. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { policySchema } from '../../../electron/backend/policy/policy.ts';
import { sendCrashes } from '../../../electron/backend/crashes/send-crashes.ts';
import { profilePaths } from '../../../db/open/profile-folder.ts';
import { keepCrashReport, type CrashReport } from '../../../electron/launch/crash-report.ts';
import { failureOf } from '../../support/failure-of.ts';
import { whenDone } from '../../support/when-done.ts';
import { connectedWorkstation, practiceCrm, type WorkstationOptions } from '../../support/workstation.ts';

const REPORT: CrashReport = {
  at: '2026-11-20T17:30:00.000Z',
  part: 'backend',
  reason: 'exited',
  code: 139,
  places: ['backend.js:120:7'],
  version: '0.1.0',
  system: 'linux x64',
};

async function receiver(status = 204): Promise<{ address: string; bodies: string[] }> {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      bodies.push(body);
      response.writeHead(status, { location: '/elsewhere' }).end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  whenDone(() => {
    server.close();
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/crashes`, bodies };
}

async function withCrash(options: WorkstationOptions = {}) {
  const workstation = await connectedWorkstation(await practiceCrm(), options);
  keepCrashReport(workstation.folder, REPORT);
  return workstation;
}

/** Sends as a start does. */
function start({ backend, folder }: Awaited<ReturnType<typeof withCrash>>): Promise<number> {
  return sendCrashes({ store: backend.store, policy: backend.policy, paths: profilePaths(folder), isSafe: false });
}

describe('a crash', () => {
  it('is shown to the coordinator, whole, until it is removed', async () => {
    const workstation = await withCrash();
    const before = await workstation.ask('crashes.list', {});
    expect(before.crashes).toEqual([
      {
        at: REPORT.at,
        isSent: false,
        words: {
          nl: expect.stringContaining('het deel dat bewaart en verstuurt (exited 139)'),
          en: expect.stringContaining('the part that keeps and sends (exited 139)'),
        },
      },
    ]);
    expect(JSON.parse(before.text)).toEqual(REPORT);
    expect([before.address, before.isSending]).toEqual([null, false]);
    await workstation.ask('crashes.remove', {});
    expect((await workstation.ask('crashes.list', {})).crashes).toEqual([]);
  });

  it('is sent nowhere without an address of the administrator', async () => {
    const workstation = await withCrash();
    await workstation.ask('crashes.setSending', { isOn: true });
    expect(await start(workstation)).toBe(0);
  });

  it('is sent nowhere without a yes of the coordinator', async () => {
    const { address, bodies } = await receiver();
    const workstation = await withCrash({ policy: { crashReports: address } });
    expect(await start(workstation)).toBe(0);
    expect(bodies).toEqual([]);
    expect((await workstation.ask('crashes.list', {})).address).toBe(address);
  });

  it('is sent once, as it was shown, after both have said so', async () => {
    const { address, bodies } = await receiver();
    const workstation = await withCrash({ policy: { crashReports: address } });
    await workstation.ask('crashes.setSending', { isOn: true });
    expect(bodies.map((body) => JSON.parse(body) as unknown)).toEqual([REPORT]);
    expect((await workstation.ask('crashes.list', {})).crashes).toMatchObject([{ isSent: true }]);
    expect(await start(workstation)).toBe(0);
    expect(bodies).toHaveLength(1);
  });

  it.each([307, 500])('is tried again later after an answer %i, and follows nobody elsewhere', async (status) => {
    const { address, bodies } = await receiver(status);
    const workstation = await withCrash({ policy: { crashReports: address } });
    await workstation.ask('crashes.setSending', { isOn: true });
    expect(bodies).toHaveLength(1);
    expect((await workstation.ask('crashes.list', {})).crashes).toMatchObject([{ isSent: false }]);
    expect(await start(workstation)).toBe(0);
    expect(bodies).toHaveLength(2);
  });

  it('is nobody else’s affair', async () => {
    const workstation = await withCrash({ policy: { roles: ['caller'] } });
    for (const name of ['crashes.list', 'crashes.remove'] as const) {
      expect((await failureOf(workstation.ask(name, {}))).code).toBe('not-allowed');
    }
  });
});

it.each(['http://meldingen.example/', 'ftp://x/', 'meldingen.example', ''])('%j is no address for reports', (url) => {
  expect(policySchema.safeParse({ crashReports: url }).success).toBe(false);
});
