/** Connecting, and everything that can be wrong with it: each in a sentence, nothing kept before it is right. */
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { gzipSync } from 'node:zlib';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { connectProfile, ConnectRefusal } from '../../../electron/backend/connect.ts';
import { CONNECTION, FROM_FILES } from '../../../electron/backend/profile-settings.ts';
import { readSetting, writeSetting } from '../../../db/queries/settings.ts';
import { CrmFailure } from '../../../sync/crm-failure.ts';
import { holdCall } from '../../support/hold-call.ts';
import { CERTIFICATE, PRIVATE_KEY } from '../../support/self-signed.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { serve } from '../../support/web-server.ts';
import {
  askCrm,
  connectedWorkstation,
  openWorkstation,
  practiceCrm,
  type Workstation,
} from '../../support/workstation.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function refusal(
  workstation: Workstation,
  url: string,
  apiKey = 'sleutel',
): Promise<{ kind: string; nl: string }> {
  try {
    await connectProfile(workstation.backend.store, { url, apiKey, isPractice: false });
  } catch (error) {
    if (error instanceof CrmFailure) return { kind: error.kind, nl: error.sentence.nl };
    if (error instanceof ConnectRefusal) return { kind: 'request', nl: error.sentence.nl };
    throw error;
  }
  return { kind: 'connected', nl: '' };
}

describe('connecting', () => {
  it('takes over who we are, and for whom', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    expect(await workstation.ask('session.get', {})).toMatchObject({
      person: { name: 'Koen Koppeling' },
      charityName: 'Stichting Elk Kind Zwemt',
      source: 'civicrm',
    });
  });

  it.each([
    ['a wrong key', 'xxxxxxxx', 'kent deze API-sleutel niet'],
    ['an empty key', ' \n', 'API-sleutel is leeg'],
    ['a file with more than a key', 'sleutel: abc def', 'meer dan één regel'],
  ])('with %s is refused, and nothing is kept', async (_, key, words) => {
    const crm = await practiceCrm();
    const workstation = await openWorkstation();
    expect((await refusal(workstation, crm.url, key)).nl).toContain(words);
    expect(await readSetting(workstation.backend.store.reader, CONNECTION)).toBeNull();
  });

  it('with a key whose user may not use it is refused', async () => {
    const crm = await practiceCrm();
    expect(await refusal(await openWorkstation(), crm.url, crm.keys.nokey)).toMatchObject({
      kind: 'refused',
      nl: expect.stringContaining('authenticate with api key'),
    });
  });

  it('to an address where nobody answers says that the CRM does not answer', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const gone = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.close();
    expect(await refusal(await openWorkstation(), gone)).toMatchObject({
      kind: 'unreachable',
      nl: expect.stringContaining('antwoordt niet'),
    });
  });

  it('to a web page instead of a CRM says so', async () => {
    const page = await serve((_, response) =>
      response.setHeader('Content-Type', 'text/html').end('<html><body>Welkom</body></html>'),
    );
    expect(await refusal(await openWorkstation(), page)).toMatchObject({
      kind: 'busy',
      nl: expect.stringContaining('webpagina'),
    });
  });

  it('does not believe an empty answer for a key that a proxy stripped', async () => {
    const stripping = await serve((request, response) => {
      const isIdentity = request.url === '/civicrm/authx/id';
      response.setHeader('Content-Type', 'application/json');
      response.end(
        JSON.stringify(
          isIdentity ? { contact_id: null, user_id: null, flow: null, cred: null } : { values: [], count: 0 },
        ),
      );
    });
    expect(await refusal(await openWorkstation(), stripping)).toMatchObject({
      kind: 'refused',
      nl: expect.stringContaining('geen API-sleutel'),
    });
  });

  it('to a CiviCRM that recognises no keys names the extension', async () => {
    const without = await serve((request, response) => {
      if (request.url?.includes('ajax/api4') !== true) {
        response.writeHead(404, { 'Content-Type': 'text/html' }).end('<html>Not found</html>');
        return;
      }
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ values: [], count: 0 }));
    });
    expect(await refusal(await openWorkstation(), without)).toMatchObject({
      kind: 'refused',
      nl: expect.stringContaining('AuthX'),
    });
  });

  it('follows no redirect, so the key goes nowhere else', async () => {
    const seen: (string | undefined)[] = [];
    const elsewhere = await serve((request, response) => {
      seen.push(request.headers['x-civi-auth'] as string | undefined);
      response.end();
    });
    const redirecting = await serve((_, response) => response.writeHead(302, { Location: `${elsewhere}/?a=b` }).end());
    expect(await refusal(await openWorkstation(), redirecting)).toMatchObject({
      kind: 'refused',
      nl: expect.stringContaining(`verwijst door naar ${elsewhere}/`),
    });
    expect(seen).toEqual([]);
  });

  it('to a server with an answer without an end reads no more than a bounded part of it', async () => {
    const piece = Buffer.alloc(4 * 1024 * 1024, ' ');
    let written = 0;
    const endless = await serve((_, response) => {
      response.setHeader('Content-Type', 'application/json');
      const write = (): void => {
        while (!response.destroyed && written < 2 ** 30) {
          written += piece.length;
          if (!response.write(piece)) return void response.once('drain', write);
        }
        response.end();
      };
      write();
    });
    expect((await refusal(await openWorkstation(), endless)).kind).toBe('busy');
    expect(written).toBeLessThan(2 ** 29);
  });

  it('to a server with an answer that unfolds to a thousand times its size stops where it is too large', async () => {
    const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024, ' '), { level: 1 });
    const folded = await serve((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }).end(bomb);
    });
    const { store } = (await openWorkstation()).backend;
    const connecting = connectProfile(store, { url: folded, apiKey: 'sleutel', isPractice: false });
    await expect(connecting).rejects.toMatchObject({ crmWords: 'answer too large' });
  });

  it('over a certificate that is not to be trusted is refused', async () => {
    const server = createTlsServer({ key: PRIVATE_KEY, cert: CERTIFICATE }, (_, response) => response.end()).listen(
      0,
      '127.0.0.1',
    );
    servers.push(server);
    await once(server, 'listening');
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await refusal(await openWorkstation(), url)).toMatchObject({
      kind: 'refused',
      nl: expect.stringContaining('certificaat'),
    });
  });

  it('a workstation that works with files, or for another organisation, is refused', async () => {
    const crm = await practiceCrm();
    const files = await openWorkstation();
    await files.backend.store.write((writer) => writeSetting(writer, FROM_FILES, true));
    expect((await refusal(files, crm.url, crm.apiKey)).nl).toContain('werkt met bestanden');
    const workstation = await connectedWorkstation(crm);
    // Filled by itself: a copy would be the same organisation under another name.
    const other = await practiceCrm({ dataDir: temporaryFolder() });
    await askCrm(other, 'Contact', 'update', {
      where: [['id', '=', 1]],
      values: { organization_name: 'Stichting Een Ander' },
    });
    expect((await refusal(workstation, other.url, other.apiKey)).nl).toContain(
      'hoort bij Stichting Elk Kind Zwemt, maar op dit adres antwoordt het CRM van Stichting Een Ander',
    );
  });
});

describe('a CRM that goes wrong later', () => {
  it.each([
    ['maintenance', 'offline', 'onderhoud'],
    ['htmlPage', 'offline', 'webpagina'],
    ['dropBefore', 'offline', 'antwoordt niet'],
  ] as const)('by %s is said in words, and what waits stays', async (fault, state, words) => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    await holdCall(workstation, 'NIEUW-0009', { outcome: 'no-answer' });
    crm.faults.set(fault, 'always');
    await workstation.sync();
    expect(await workstation.ask('sync.status', {})).toMatchObject({
      state,
      waiting: 1,
      problem: { nl: expect.stringContaining(words) },
    });
    crm.faults.clear();
    await workstation.sync();
    expect(await workstation.ask('sync.status', {})).toMatchObject({
      state: 'idle',
      waiting: 0,
      applied: 1,
      problem: null,
    });
  });

  it('by a page of a firewall with status 403 keeps what waits: it says nothing about rights', async () => {
    const crm = await practiceCrm();
    let isBlocking = false;
    const firewall = await serve(async (request, response) => {
      // A call is a new activity, or the claim on the donor that becomes the call.
      if (isBlocking && /\/Activity\/(create|update)$/.test(request.url ?? '')) {
        response.writeHead(403, { 'Content-Type': 'text/html' }).end('<html>Request blocked</html>');
        return;
      }
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { method = 'GET', headers } = request;
      const answer = await fetch(crm.url + request.url, {
        method,
        headers: { 'X-Civi-Auth': String(headers['x-civi-auth']), 'Content-Type': headers['content-type'] ?? '' },
        ...(method === 'POST' ? { body: Buffer.concat(chunks) } : {}),
      });
      const type = answer.headers.get('content-type') ?? '';
      response.writeHead(answer.status, { 'Content-Type': type }).end(await answer.text());
    });
    const workstation = await openWorkstation();
    await connectProfile(workstation.backend.store, { url: firewall, apiKey: crm.apiKey, isPractice: false });
    await workstation.backend.reconnect();
    await workstation.sync();
    await holdCall(workstation, 'NIEUW-0009', { outcome: 'no-answer' });
    isBlocking = true;
    expect(await workstation.sync()).toMatchObject({ rejected: 0, waiting: 1 });
    isBlocking = false;
    expect(await workstation.sync()).toMatchObject({ pushed: 1, waiting: 0 });
  });

  it('by an answer of another shape leaves out what it cannot read', async () => {
    const crm = await practiceCrm();
    const odd = await serve(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const answer = await fetch(crm.url + request.url, {
        method: request.method ?? 'GET',
        headers: {
          'X-Civi-Auth': String(request.headers['x-civi-auth']),
          'Content-Type': request.headers['content-type'] ?? '',
        },
        ...(request.method === 'POST' ? { body: Buffer.concat(chunks) } : {}),
      });
      const text = (await answer.text())
        .replaceAll('"total_amount":25,', '"total_amount":"veel",')
        .replaceAll('"receive_date":"2026-11-07 10:15:00"', '"receive_date":"0000-00-00 00:00:00"');
      response.writeHead(answer.status, { 'Content-Type': answer.headers.get('content-type') ?? '' }).end(text);
    });
    const workstation = await openWorkstation();
    await connectProfile(workstation.backend.store, { url: odd, apiKey: crm.apiKey, isPractice: false });
    await workstation.backend.reconnect();
    const report = await workstation.sync();
    expect(report?.failure).toBeNull();
    expect(report?.leftOut).toBeGreaterThan(10);
    expect((await workstation.ask('list.get', { lane: 'director' })).items.length).toBeGreaterThan(0);
  });
});

describe('what needs a person', () => {
  it('is listed, can be tried again, and can be ended', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    await holdCall(workstation, 'NIEUW-0009', { outcome: 'no-answer' });
    await holdCall(workstation, 'NIEUW-0010', { outcome: 'no-answer' });
    await workstation.backend.store.write(async ({ transaction }) => {
      await transaction.updateTable('donor').set({ crm_id: null }).where('external_id', '=', 'NIEUW-0009').execute();
    });
    expect(await workstation.sync()).toMatchObject({ pushed: 1, rejected: 1 });
    const [operation] = (await workstation.ask('sync.operations', {})).operations;
    expect(operation).toMatchObject({
      state: 'rejected',
      what: { nl: 'Gesprek: Neemt niet op' },
      recordedBy: 'Koen Koppeling',
      why: { nl: 'Deze donateur staat niet in het CRM.' },
    });
    const { operationId } = operation!;
    await workstation.ask('sync.retry', { operationId });
    expect(await workstation.ask('sync.status', {})).toMatchObject({ waiting: 1, attention: 0 });
    await workstation.sync();
    await workstation.ask('sync.withdraw', { operationId });
    expect(await workstation.ask('sync.status', {})).toMatchObject({ waiting: 0, attention: 0 });
    await expect(workstation.ask('sync.retry', { operationId })).rejects.toThrow('settled already');
  });
});
