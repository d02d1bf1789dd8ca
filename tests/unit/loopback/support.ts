/** A loopback host with a stand-in backend, and a client that writes raw bytes to its socket. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { BackendEvent } from '../../../contract/event.ts';
import type { Answer } from '../../../contract/failure.ts';
import type { Backend } from '../../../electron/backend/backend.ts';
import type { HostLog, LogFields } from '../../../electron/launch/host-log.ts';
import type { LoopbackLimits } from '../../../electron/loopback/limits.ts';
import { startLoopbackHost, type LoopbackHost } from '../../../electron/loopback/loopback-host.ts';

export const PAGE = '<!doctype html><title>Dankbel</title>';

export interface StandInBackend extends Backend {
  readonly asked: { procedure: string; input: unknown }[];
  readonly listeners: Set<(event: BackendEvent) => void>;
  emit(event: BackendEvent): void;
  answerWith(answer: (procedure: string, input: unknown) => Promise<Answer>): void;
}

/** Answers every question with its own input. */
export function standInBackend(): StandInBackend {
  const listeners = new Set<(event: BackendEvent) => void>();
  const asked: { procedure: string; input: unknown }[] = [];
  let answer = async (_procedure: string, input: unknown): Promise<Answer> => ({ ok: true, value: input });
  return {
    asked,
    listeners,
    emit: (event) => listeners.forEach((listener) => listener(event)),
    answerWith: (next) => {
      answer = next;
    },
    ask: (procedure, input) => {
      asked.push({ procedure, input });
      return answer(procedure, input);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    lock: async () => undefined,
    wake: async () => undefined,
    promised: async () => [],
    close: async () => {},
  };
}

/** A folder with these files, gone when the test is over. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'dankbel-loopback-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export const RENDERER = {
  'index.html': PAGE,
  'assets/index-B2x9QmTf.js': 'export {};',
  'assets/index-Zz_1-Abc.css': 'body{}',
  'fonts/a.woff2': 'font',
};

export interface Running {
  readonly host: LoopbackHost;
  readonly backend: StandInBackend;
  readonly logged: { level: string; fields: LogFields; message: string }[];
  /** Moves the clock of the host. */
  readonly pass: (milliseconds: number) => void;
}

export async function startHost(limits: Partial<LoopbackLimits> = {}): Promise<Running> {
  const backend = standInBackend();
  const logged: Running['logged'] = [];
  const write =
    (level: string): HostLog['info'] =>
    (fields, message) =>
      void logged.push({ level, fields, message });
  let time = 0;
  const host = await startLoopbackHost({
    backend,
    rendererDirectory: folderWith(RENDERER),
    random: randomBytes,
    now: () => time,
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    limits: { checkMilliseconds: 25, ...limits },
  });
  onTestFinished(() => host.stop());
  return { host, backend, logged, pass: (milliseconds) => void (time += milliseconds) };
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** Everything that came back, to see that there was one answer only. */
  readonly text: string;
}

export interface OpenSocket {
  readonly socket: Socket;
  /** Everything that was received, once the host has closed the connection. */
  readonly closed: Promise<string>;
  /** Everything that was received, once this text is in it. */
  readonly until: (text: string) => Promise<string>;
}

/** Opens a socket that collects what comes back until the other side closes it. */
export function openSocket(port: number): OpenSocket {
  const socket = connect({ host: '127.0.0.1', port });
  let received = '';
  const waiting = new Set<() => void>();
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1');
    waiting.forEach((check) => check());
  });
  // A refusal may reset the connection while we are still writing; what was received counts.
  socket.on('error', () => {});
  const closed = new Promise<string>((resolve) => {
    socket.once('close', () => resolve(received));
  });
  onTestFinished(() => void socket.destroy());
  return {
    socket,
    closed,
    until: (text) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          if (received.includes(text)) resolve(received);
        };
        waiting.add(check);
        void closed.then(() => reject(new Error(`closed before ${JSON.stringify(text)}: ${received}`)));
        check();
      }),
  };
}

/** Writes exactly this and reads until the host closes the connection. */
export async function send(port: number, ...pieces: (string | Buffer)[]): Promise<RawAnswer> {
  const { socket, closed } = openSocket(port);
  for (const piece of pieces) socket.write(piece);
  return parseAnswer(await closed);
}

export function parseAnswer(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [statusLine = '', ...lines] = head.split('\r\n');
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  return { status: Number(statusLine.split(' ')[1]), headers, body: rest.join('\r\n\r\n'), text };
}

export interface RequestParts {
  readonly method?: string;
  readonly target?: string;
  /** A header set to null is left out. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: string;
}

/** The text of a request as our own page would send it, with what the test changes. */
export function requestText(
  host: LoopbackHost,
  { method = 'GET', target = '/', headers = {}, body }: RequestParts,
): string {
  const usual: Record<string, string | null> = {
    Host: `127.0.0.1:${host.port}`,
    Connection: 'close',
    'Sec-Fetch-Site': 'same-origin',
    ...(method === 'POST' ? { Origin: host.origin, 'Content-Type': 'application/json' } : {}),
    ...(body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }),
  };
  const lines = Object.entries({ ...usual, ...headers }).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value}`],
  );
  return `${[`${method} ${target} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n${body ?? ''}`;
}

export function request(host: LoopbackHost, parts: RequestParts): Promise<RawAnswer> {
  return send(host.port, requestText(host, parts));
}

export function tokenIn(address: string): string {
  return new URL(address).hash.slice('#token='.length);
}

export function exchange(host: LoopbackHost, token: string): Promise<RawAnswer> {
  return request(host, { method: 'POST', target: '/api/session', body: JSON.stringify({ token }) });
}

/** Exchanges the token of the address; the value is what a browser would send back as Cookie. */
export async function signIn(host: LoopbackHost): Promise<string> {
  const answer = await exchange(host, tokenIn(host.address));
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

export function call(
  host: LoopbackHost,
  cookie: string | null,
  body: string,
  headers: RequestParts['headers'] = {},
): Promise<RawAnswer> {
  return request(host, { method: 'POST', target: '/api/call', body, headers: { Cookie: cookie, ...headers } });
}
