/** The key of the CRM goes into one header of a question, and nowhere else: no address, no log, no answer. */
import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import type { Log } from '../../../electron/backend/log.ts';
import { connectProfile } from '../../../electron/backend/connect.ts';
import { PROCEDURES } from '../../../contract/index.ts';
import { PROCEDURE_NAMES } from '../../../contract/roles-table.ts';
import { whenDone } from '../../support/when-done.ts';
import { openWorkstation, practiceCrm } from '../../support/workstation.ts';

it('is in no address, no log and no answer, whatever goes wrong on the way', async () => {
  const crm = await practiceCrm({ fill: { kind: 'invented', donors: 6, seed: 7, date: '2026-11-21' } });
  const { hostname, port } = new URL(crm.url);
  const addresses: string[] = [];
  const carriers = new Set<string>();
  let goesWrong = 0;
  const server = createServer((question, answer) => {
    const { url = '', method, headers } = question;
    addresses.push(url);
    for (const [name, value] of Object.entries(headers)) if (String(value).includes(crm.apiKey)) carriers.add(name);
    goesWrong += 1;
    // Every fifth answer is an error that repeats what it was sent, as frameworks in development do.
    if (goesWrong % 5 === 0) return void answer.writeHead(500).end(`<pre>${JSON.stringify(headers)}</pre>`);
    if (goesWrong % 7 === 0) return void question.socket.destroy();
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
  const logged: string[] = [];
  const write = (...said: unknown[]): void => void logged.push(JSON.stringify(said));
  const log: Log = { info: write, warn: write, error: write };
  const workstation = await openWorkstation({ log });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await connectProfile(workstation.backend.store, { url, apiKey: crm.apiKey, isPractice: false });
  await workstation.backend.reconnect();
  const words: (string | null)[] = [];
  for (let round = 0; round < 6; round += 1) {
    const failure = (await workstation.sync())?.failure ?? null;
    if (failure !== null) words.push(failure.crmWords);
  }
  const answers: string[] = [];
  for (const name of PROCEDURE_NAMES.filter((each) => PROCEDURES[each].kind === 'query')) {
    answers.push(JSON.stringify(await workstation.backend.ask(name, {})));
  }
  expect(words.join(' ')).toContain('x-civi-auth');
  expect(words.join(' ')).not.toContain(crm.apiKey);
  expect([...carriers]).toEqual(['x-civi-auth']);
  expect(addresses.filter((address) => address.includes(crm.apiKey))).toEqual([]);
  expect(logged.filter((line) => line.includes(crm.apiKey))).toEqual([]);
  expect(answers.filter((answer) => answer.includes(crm.apiKey))).toEqual([]);
});
