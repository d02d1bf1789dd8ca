/**
 * The practice CRM: an HTTP server on loopback that speaks the CiviCRM APIv4 dialect as it was measured on real servers
 * (docs and tests/conformance), with data of its own in a SQLite file.
 */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { ApiKeys } from './access/site-users.ts';
import { apiKeys } from './access/site-users.ts';
import { FaultKnobs } from './faults.ts';
import type { Fill } from './fill/fill.ts';
import { Frontend } from './http/frontend.ts';
import type { HttpAnswer } from './http/answer.ts';
import { readRequest } from './http/request.ts';
import { openPractice } from './open-practice.ts';

export { FaultKnobs } from './faults.ts';
export type { CallName, FaultName, FaultWhen, LoggedRequest } from './faults.ts';

export interface PracticeCrmOptions {
  /** The folder of the data; `:memory:` for data that are gone at the end. */
  readonly dataDir: string;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** The dialect, remembered in the data when they are made; 6.17 when nothing is said. */
  readonly version?: '5.77' | '6.17';
  /** The only source of "now". */
  readonly clock?: () => Date;
  /** Of the site; Europe/Amsterdam when nothing is said. */
  readonly timeZone?: string;
  /** What fresh data are made of. */
  readonly fill?: Fill;
}

export interface PracticeCrm {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  /** The key of the connector's user: `keys.link`. */
  readonly apiKey: string;
  readonly keys: ApiKeys;
  readonly faults: FaultKnobs;
  /** Closes the sockets at once, and then the data. */
  stop(): Promise<void>;
}

function send(response: ServerResponse, answer: HttpAnswer, now: Date): void {
  response.writeHead(answer.status, {
    Date: now.toUTCString(),
    // Never sent by a real server: whoever connects knows that its donors are invented.
    'X-Dankbel-Practice': '1',
    'Content-Type': answer.type,
    'Content-Length': Buffer.byteLength(answer.body),
    'Set-Cookie': 'PHPSESSID=practice; path=/; HttpOnly',
    'Cache-Control': 'no-store',
  });
  response.end(answer.body);
}

async function serve(
  frontend: Frontend,
  message: IncomingMessage,
  response: ServerResponse,
  clock: () => Date,
): Promise<void> {
  const request = await readRequest(message);
  const { delay } = frontend.prepare(request);
  // Nobody has to wait for a late answer at the end of the process.
  if (delay > 0) await wait(delay, undefined, { ref: false });
  const answer = frontend.answer(request);
  if (answer === 'dropped') message.socket.destroy();
  else send(response, answer, clock());
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Starts a practice CRM. Opening a folder again serves the same data with the same keys. */
export async function startPracticeCrm(options: PracticeCrmOptions): Promise<PracticeCrm> {
  const { dataDir, version, fill, timeZone, clock = () => new Date() } = options;
  const data = await openPractice({ dataDir, version, clock, fill, timeZone });
  const faults = new FaultKnobs();
  const frontend = new Frontend(data.engine, faults);
  const server = createServer((message, response) => {
    // A request that broke off has nobody to be answered.
    serve(frontend, message, response, clock).catch(() => message.socket.destroy());
  });
  try {
    const port = await listen(server, options.port ?? 0);
    const keys = apiKeys(data.engine.site.database);
    const stop = async (): Promise<void> => {
      frontend.stop();
      await close(server);
      await data.close();
    };
    return { url: `http://127.0.0.1:${port}`, apiKey: keys.link, keys, faults, stop };
  } catch (error) {
    await data.close();
    throw error;
  }
}
