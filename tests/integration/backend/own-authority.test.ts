/** A CRM whose certificate the organisation issued itself: trusted by setting, checked all the same. */
import { request as ask } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { readSetting, writeSetting } from '../../../db/queries/settings.ts';
import { GENERIC, type ClickToDial } from '../../../domain/telephone/systems.ts';
import { CONNECTION } from '../../../electron/backend/profile-settings.ts';
import { failureOf } from '../../support/failure-of.ts';
import { openCall } from '../../support/hold-call.ts';
import { CERTIFICATE, PRIVATE_KEY } from '../../support/self-signed.ts';
import { whenDone } from '../../support/when-done.ts';
import { connectedWorkstation, openWorkstation, practiceCrm, type Workstation } from '../../support/workstation.ts';

/** A practice CRM behind TLS, with a certificate that only its own issuer vouches for. */
async function behindTls(): Promise<{ readonly url: string; readonly apiKey: string; redirectsTo: string | null }> {
  const crm = await practiceCrm({ fill: { kind: 'invented', donors: 6, seed: 7, date: '2026-11-21' } });
  const { hostname, port } = new URL(crm.url);
  const server = createServer({ key: PRIVATE_KEY, cert: CERTIFICATE }, (question, answer) => {
    if (site.redirectsTo !== null) {
      answer.writeHead(302, { Location: site.redirectsTo }).end();
      return;
    }
    const { url, method, headers } = question;
    question.pipe(
      ask({ hostname, port, path: url, method, headers }, (passed) => {
        answer.writeHead(passed.statusCode ?? 500, passed.headers);
        passed.pipe(answer);
      }),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  whenDone(() => {
    server.closeAllConnections();
    server.close();
  });
  const site: { url: string; apiKey: string; redirectsTo: string | null } = {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    apiKey: crm.apiKey,
    redirectsTo: null,
  };
  return site;
}

async function connect(workstation: Workstation, url: string, authority: string | null, apiKey: string | null) {
  return workstation.backend.ask('connection.connect', { url, apiKey, authority, allowsPlainHttp: false });
}

it('is refused without its issuer, and with it everything goes as usual; a later round trusts it too', async () => {
  const { url, apiKey } = await behindTls();
  const workstation = await openWorkstation();
  const without = await connect(workstation, url, null, apiKey);
  expect(!without.ok && without.failure.sentence.nl).toContain('certificaatuitgever');
  const withIt = await connect(workstation, url, `Onderstaand is het certificaat:\n${CERTIFICATE}`, apiKey);
  expect(withIt.ok).toBe(true);
  expect((await workstation.sync())?.failure).toBeNull();
  const { connected } = await workstation.ask('connection.get', {});
  expect(connected?.authority).toEqual({ subject: 'CN=test.invalid', validUntil: '2126-10-29T01:22:27.000Z' });
  // Once more, without saying it again; and then without it.
  expect((await connect(workstation, url, null, null)).ok).toBe(true);
  expect((await connect(workstation, url, '', null)).ok).toBe(false);
});

it.each([
  ['the key of a server', PRIVATE_KEY],
  ['a certificate that was cut', CERTIFICATE.slice(0, 300)],
  ['one that is no certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'],
  ['more than a chain can hold', CERTIFICATE.repeat(9)],
  ['anything else', 'verify=false'],
])('takes no issuer from %s', async (_what, authority) => {
  const { url, apiKey } = await behindTls();
  const answer = await connect(await openWorkstation(), url, authority, apiKey);
  expect(!answer.ok && answer.failure.sentence.en).toContain('no certificate of an issuer');
});

it('follows no redirect either', async () => {
  const site = await behindTls();
  site.redirectsTo = 'https://127.0.0.1:1/elsewhere';
  const answer = await connect(await openWorkstation(), site.url, CERTIFICATE, site.apiKey);
  expect(!answer.ok && answer.failure.sentence.nl).toContain('verwijst door naar https://127.0.0.1:1/elsewhere');
});

it('does not vouch for another server than the one it issued a certificate for', async () => {
  const { url, apiKey } = await behindTls();
  // The certificate names 127.0.0.1 and nothing else.
  const answer = await connect(await openWorkstation(), url.replace('127.0.0.1', 'localhost'), CERTIFICATE, apiKey);
  expect(!answer.ok && answer.failure.sentence.nl).toContain('certificaat');
});

/** A telephone system behind TLS that makes every call, with a certificate that only its own issuer vouches for. */
async function telephoneBehindTls(): Promise<{ readonly system: ClickToDial; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const server = createServer({ key: PRIVATE_KEY, cert: CERTIFICATE }, (question, answer) => {
    asked.push(`${question.method} ${question.url}`);
    question.resume().on('end', () => answer.writeHead(200, { 'Content-Type': 'application/json' }).end('{}'));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  whenDone(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/bel`;
  return { system: { ...GENERIC, dial: { ...GENERIC.dial, url } }, asked };
}

it('vouches for the telephone system of the organisation as well, and for none without it', async () => {
  const telephone = await telephoneBehindTls();
  const workstation = await connectedWorkstation(await practiceCrm());
  await workstation.ask('telephone.save', { system: telephone.system, secret: 'sleutel-van-de-centrale' });
  await workstation.ask('telephone.setDevice', { device: '201' });
  const { callItemId, numbers } = await openCall(workstation, 'NIEUW-0009');
  const dial = () => workstation.ask('call.dial', { callItemId, number: numbers[0]?.number ?? '' });
  expect((await failureOf(dial())).sentence.nl).toMatch(/kan niet bewijzen wie zij is; er is niets verstuurd/);
  expect(telephone.asked).toEqual([]);
  const { store } = workstation.backend;
  const connection = await readSetting(store.reader, CONNECTION);
  if (connection?.kind !== 'civicrm') throw new Error('not connected');
  await store.write((writer) => writeSetting(writer, CONNECTION, { ...connection, authority: CERTIFICATE }));
  expect((await dial()).startedAt).not.toBeNull();
  expect(telephone.asked).toEqual(['POST /bel']);
});
