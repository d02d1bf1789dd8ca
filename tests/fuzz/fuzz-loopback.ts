/**
 * The loopback host, written to with raw sockets, in front of a real backend. Whatever is sent:
 *
 * - what lacks one of the things that our own page has reaches nothing: the backend is not asked, no session begins;
 * - a request that hides in another one is never answered; a file is only one of the page's own;
 * - every answer carries the policy, none is an error of ours, and to whom is no browser nothing is told;
 * - a body that has come in is answered or refused, whatever is in it; the host answers on.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { answerSchema } from '../../contract/failure.ts';
import { PROCEDURES } from '../../contract/index.ts';
import { PROCEDURE_NAMES } from '../../contract/roles-table.ts';
import { startLoopbackHost, type LoopbackHost } from '../../electron/loopback/loopback-host.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { openWorkstation } from '../support/workstation.ts';
import { createDice, type Dice } from './dice.ts';
import { makeNearlyValid } from './from-schema.ts';
import { Harvest } from './harvest.ts';
import { CANARY, hostileText, hostileValue } from './hostile.ts';
import { bytesOf, BREAKS, GREETINGS, ownRequest, type Caller } from './raw-request.ts';
import { shown, type FuzzOptions, type FuzzReport } from './report.ts';

const PAGES = { '/': '<!doctype html><title>page</title>', '/assets/index-B2x9QmTf.js': 'export {};' } as const;
/** Nobody waits as long: then the host does not answer any more. */
const GIVES_UP_MILLISECONDS = 20_000;
const STATUSES = new Set([200, 204, 400, 401, 403, 404, 405, 408, 411, 413, 415, 417, 421, 431, 503, 505]);

interface Going {
  readonly host: LoopbackHost;
  readonly caller: Caller;
  readonly asked: () => number;
  readonly dice: Dice;
  readonly wrong: (what: string) => void;
  inputs: number;
  refused: number;
}

export async function fuzzLoopback({ seed, goesOn }: FuzzOptions): Promise<FuzzReport> {
  const violations: string[] = [];
  const { backend } = await openWorkstation();
  let asked = 0;
  const counted = {
    listen: (...heard: Parameters<typeof backend.listen>) => backend.listen(...heard),
    ask: (...question: Parameters<typeof backend.ask>) => {
      asked += 1;
      return backend.ask(...question);
    },
  };
  const errors: string[] = [];
  const note = (...said: unknown[]): void => void errors.push(JSON.stringify(said));
  const host = await startLoopbackHost({
    backend: counted,
    rendererDirectory: pagesFolder(),
    random: randomBytes,
    now: () => performance.now(),
    log: { info: () => undefined, warn: (...said) => said.some(hasCanary) && note(...said), error: note },
  });
  const caller: Caller = { port: host.port, cookie: await beginSession(host) };
  const ways = [tryBroken, tryBroken, tryBroken, tryBody, tryBody, tryHidden, tryGreeting, tryToken, tryFile];
  let [inputs, refused] = [0, 0];
  for (let round = 0; goesOn(round) && violations.length < 20; round += 1) {
    const dice = createDice(seed + round);
    const wrong = (what: string): void => void violations.push(`seed ${seed + round}: ${what}`);
    const going: Going = { host, caller, asked: () => asked, dice, wrong, inputs: 0, refused: 0 };
    for (const way of ways) await way(going);
    if (!(await isAlive(going))) wrong('the host no longer answers its own page');
    inputs += going.inputs;
    refused += going.refused;
  }
  await host.stop();
  if (Object.hasOwn(Object.prototype, 'polluted') || Object.hasOwn(Object.prototype, 'isAdmin')) {
    violations.push('the prototype of all objects was changed');
  }
  violations.push(...errors.map((error) => `logged: ${error}`));
  return { name: 'loopback', inputs, refused, figures: { reachedTheBackend: asked }, violations };
}

function hasCanary(said: unknown): boolean {
  return JSON.stringify(said).includes(CANARY);
}

function pagesFolder(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'assets'));
  for (const [path, text] of Object.entries(PAGES)) {
    writeFileSync(join(folder, path === '/' ? 'index.html' : path), text);
  }
  return folder;
}

interface Received {
  readonly text: string;
  readonly statuses: readonly number[];
  readonly body: string;
}

/** Writes these bytes, says that there are no more, and reads to the end. */
async function send({ host, wrong }: Pick<Going, 'host' | 'wrong'>, bytes: Buffer): Promise<Received> {
  const text = await new Promise<string>((resolve) => {
    const socket = connect({ host: '127.0.0.1', port: host.port });
    let received = '';
    const timer = setTimeout(() => {
      wrong(`no end after ${GIVES_UP_MILLISECONDS} ms: ${shown(bytes.toString('latin1'))}`);
      socket.destroy();
    }, GIVES_UP_MILLISECONDS);
    socket.on('data', (chunk) => (received += chunk.toString('utf8')));
    // A refusal may reset the connection while we are still writing; what was received counts.
    socket.on('error', () => undefined);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve(received);
    });
    socket.end(bytes);
  });
  const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) => Number(status));
  return { text, statuses, body: text.split('\r\n\r\n').slice(1).join('\r\n\r\n') };
}

/** What holds for every answer. */
function check(going: Going, what: string, { text, statuses }: Received): void {
  going.inputs += 1;
  if (statuses.some((status) => status >= 400)) going.refused += 1;
  const odd = statuses.filter((status) => !STATUSES.has(status));
  if (odd.length > 0) going.wrong(`${what}: answered ${odd.join(', ')}`);
  const policies = text.split("default-src 'none'").length - 1;
  if (policies < statuses.length) going.wrong(`${what}: an answer without the policy`);
  if (/access-control-allow/i.test(text)) going.wrong(`${what}: an answer that lets other sites in`);
}

/** A valid question, broken in one place or two. */
async function tryBroken(going: Going): Promise<void> {
  const { caller, dice } = going;
  const kinds = Object.keys(BREAKS);
  const broken = [dice.pick(kinds), ...(dice.onceIn(3) ? [dice.pick(kinds)] : [])];
  let request = ownRequest(caller, JSON.stringify({ procedure: 'session.people', input: {} }));
  for (const kind of broken) request = dice.pick(BREAKS[kind] ?? [])(request, dice, caller);
  const before = going.asked();
  const received = await send(going, bytesOf(request));
  const what = `${broken.join(' and ')}: ${shown(bytesOf(request).toString('latin1').slice(0, 300))}`;
  check(going, what, received);
  if (going.asked() !== before) going.wrong(`${what} reached the backend`);
  if (/set-cookie/i.test(received.text)) going.wrong(`${what} began a session`);
}

/** The right head, and whatever body. */
async function tryBody(going: Going): Promise<void> {
  const { caller, dice } = going;
  const name = dice.pick(PROCEDURE_NAMES);
  const input = makeNearlyValid(PROCEDURES[name].input, { dice, harvest: new Harvest() });
  const bodies = [
    (): string => jsonOf({ procedure: name, input }),
    (): string => jsonOf({ procedure: hostileText(dice), input }),
    (): string => jsonOf({ procedure: name, input: hostileValue(dice) }),
    (): string => jsonOf({ procedure: name, input, practice: hostileValue(dice) }),
    (): string => jsonOf(hostileValue(dice)),
    (): string => hostileText(dice),
    (): string => jsonOf({ procedure: name, input }).slice(0, dice.number(40)),
    (): string => `{"procedure":"session.people","input":{"__proto__":{"polluted":true}}}`,
    (): string => `{"procedure":"session.people","constructor":{"prototype":{"polluted":true}}}`,
    (): string => '['.repeat(200_000),
    (): string => `{"procedure":"session.people","input":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`,
    (): string => `{"procedure":"session.people","input":{"a":${'9'.repeat(400_000)}}}`,
    (): string => JSON.stringify({ procedure: 'session.people', input: { a: 'x'.repeat(1_100_000) } }),
  ];
  const body = dice.pick(bodies)();
  const received = await send(going, bytesOf(ownRequest(caller, body)));
  const what = `the body ${shown(body)}`;
  check(going, what, received);
  const [status] = received.statuses;
  if (received.statuses.length !== 1) return going.wrong(`${what}: ${received.statuses.length} answers`);
  if (status !== 200) return;
  const answer = answerSchema.safeParse(JSON.parse(received.body));
  if (!answer.success) going.wrong(`${what}: an answer that is none`);
}

/** A second request where the body of the first should be, or behind a length that lies. */
async function tryHidden(going: Going): Promise<void> {
  const { caller, dice } = going;
  const hidden = bytesOf(ownRequest(caller, '{"procedure":"session.people","input":{}}')).toString('latin1');
  const length = dice.pick([0, 1, 4, hidden.length]);
  const outer = ownRequest(caller, '');
  const headers = outer.headers.filter(([name]) => name !== 'Content-Length');
  const ways = [
    [['Transfer-Encoding', 'chunked']],
    [
      ['Content-Length', String(length)],
      ['Transfer-Encoding', 'chunked'],
    ],
    [
      ['Transfer-Encoding', 'chunked'],
      ['Content-Length', String(length)],
    ],
    [
      ['Content-Length', '0'],
      ['Content-Length', String(length)],
    ],
    [['Content-Length', `0\r\nContent-Length: ${length}`]],
    [['Content-Length ', String(length)]],
    [['Host', 'evil.example']],
  ] as const;
  const way = dice.pick(ways);
  const bytes = bytesOf({
    ...outer,
    method: dice.pick(['POST', 'GET', 'HEAD']),
    target: dice.pick(['/api/call', '/', '/api/events']),
    headers: [...way, ...headers],
    body: dice.pick([hidden, `0\r\n\r\n${hidden}`, `5\r\nabcde\r\n0\r\n\r\n${hidden}`]),
  });
  const before = going.asked();
  const received = await send(going, bytes);
  const what = `hidden behind ${shown(way)}`;
  check(going, what, received);
  if (going.asked() !== before) going.wrong(`${what}: reached the backend`);
  if (received.statuses.length > 1) going.wrong(`${what}: ${received.statuses.length} answers`);
}

async function tryGreeting(going: Going): Promise<void> {
  const greeting = going.dice.pick(GREETINGS);
  const received = await send(going, greeting);
  check(going, `the greeting ${shown(greeting.toString('latin1'))}`, received);
  if (/dankbel|node|express|donateur/i.test(received.text)) going.wrong('a port scan is told who is here');
}

/** Guessed tokens, and the one that was used already. */
async function tryToken(going: Going): Promise<void> {
  const { caller, dice, host } = going;
  const used = new URL(host.address).hash.slice('#token='.length);
  const body = jsonOf({
    token: dice.pick([used, used.toUpperCase(), '', hostileText(dice), hostileValue(dice), null]),
  });
  const request = { ...ownRequest(caller, body), target: '/api/session' };
  const received = await send(going, bytesOf(request));
  check(going, `the token ${shown(body)}`, received);
  if (received.statuses.some((status) => status < 400)) going.wrong(`the token ${shown(body)} was taken`);
}

async function tryFile(going: Going): Promise<void> {
  const { dice, host } = going;
  const parts = [
    '..',
    '%2e%2e',
    '%252e',
    '.',
    '',
    'assets',
    'index.html',
    'etc',
    'passwd',
    '%00',
    '\\',
    ';',
    'C:',
    '~',
  ];
  const path = Array.from({ length: 1 + dice.number(8) }, () => dice.pick(parts)).join(
    dice.pick(['/', '%2f', '\\', '//']),
  );
  const target = `/${path}`;
  const received = await send(
    going,
    Buffer.from(`GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nConnection: close\r\n\r\n`),
  );
  check(going, `the file ${target}`, received);
  if (received.statuses[0] === 200 && !(target in PAGES) && target !== '/index.html') {
    going.wrong(`the file ${target} was given`);
  }
}

async function isAlive(going: Going): Promise<boolean> {
  const received = await send(going, bytesOf(ownRequest(going.caller, '{"procedure":"session.people","input":{}}')));
  return received.statuses[0] === 200;
}

async function beginSession(host: LoopbackHost): Promise<string> {
  const answer = await fetch(`${host.origin}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: host.origin },
    body: JSON.stringify({ token: new URL(host.address).hash.slice('#token='.length) }),
  });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** What JSON can hold of it. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'null';
  } catch {
    return '{"again":1}';
  }
}
