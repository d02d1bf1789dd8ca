/**
 * The loopback host: the backend behind HTTP on 127.0.0.1, for a browser window on the same machine and for nobody
 * else. How a question travels stands in contract/wire.ts; who is let in, in request-guard.ts.
 */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Backend } from '../backend/backend.ts';
import type { HostLog } from '../launch/host-log.ts';
import { readRendererFiles } from '../launch/renderer-files.ts';
import { answerRequest } from './answer-request.ts';
import { createEventStreams } from './event-streams.ts';
import { DEFAULT_LIMITS, type LoopbackLimits } from './limits.ts';
import { createOneTimeToken, type Random } from './one-time-token.ts';
import { refuse, refuseUnreadable } from './respond.ts';
import { createSessions, sessionCookieName } from './sessions.ts';

export interface LoopbackOptions {
  readonly backend: Pick<Backend, 'ask' | 'listen'>;
  /** The built renderer, with its index.html. */
  readonly rendererDirectory: string;
  readonly random: Random;
  readonly log: HostLog;
  /** Milliseconds that never jump; only differences are looked at. */
  readonly now: () => number;
  readonly limits?: Partial<LoopbackLimits>;
}

export interface LoopbackHost {
  /** What to open: `http://127.0.0.1:PORT/#token=…`. The token is worth one session. */
  readonly address: string;
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly port: number;
  /** An address with a fresh token, to open the window again; the token before it is no longer valid. */
  issueToken(): string;
  /** Whether the app was ever opened in a window. */
  wasOpened(): boolean;
  /** Ends every connection at once. The backend stays open: it belongs to whoever opened it. */
  stop(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/** @throws RendererFilesError when there is no built renderer. */
export async function startLoopbackHost(options: LoopbackOptions): Promise<LoopbackHost> {
  const { backend, random, log, now } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const files = await readRendererFiles(options.rendererDirectory);
  const server = createServer({
    connectionsCheckingInterval: limits.checkMilliseconds,
    headersTimeout: limits.headersMilliseconds,
    insecureHTTPParser: false,
    keepAliveTimeout: limits.keepAliveMilliseconds,
    maxHeaderSize: limits.headerBytes,
    noDelay: true,
    requestTimeout: limits.requestMilliseconds,
    // The guard asks for it, with an answer that has our headers; Node's own has none.
    requireHostHeader: false,
  });
  server.maxConnections = limits.connections;
  server.maxHeadersCount = limits.headerCount;

  const port = await listen(server);
  const host = `${LOOPBACK}:${port}`;
  const origin = `http://${host}`;
  const cookieName = sessionCookieName(port);
  const token = createOneTimeToken({ random, now, lifetime: limits.tokenMilliseconds });
  const sessions = createSessions({ random, cookieName, limit: limits.sessions });
  const streams = createEventStreams(backend, limits);
  const parts = { own: { host, origin }, cookieName, files, backend, token, sessions, streams, limits, log, now };

  const answering = new WeakMap<Duplex, ServerResponse>();
  server.on('request', (request, response) => {
    const before = answering.get(request.socket);
    if (before?.writableFinished === false) return endAfter(before, request.socket);
    // It was hidden behind one that was refused: that answer ended the connection.
    if (!request.socket.writable) return;
    answering.set(request.socket, response);
    void answerRequest(parts, request, response);
  });
  // Nobody of ours asks whether they may go on, or for any other expectation.
  server.on('checkContinue', (_request, response) => refuse(response, { status: 417, refused: 'expectation' }));
  server.on('checkExpectation', (_request, response) => refuse(response, { status: 417, refused: 'expectation' }));
  server.on('connect', (_request, socket) => refuseUnreadable(socket, undefined));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    log.warn({ code: error.code ?? '' }, 'loopback: unreadable');
    // Nothing may be written into an answer that is already on its way.
    if (answering.get(socket)?.headersSent) socket.destroy();
    else refuseUnreadable(socket, error.code);
  });
  server.on('drop', () => log.warn({ limit: limits.connections }, 'loopback: too many connections'));

  const issueToken = (): string => `${origin}/#token=${token.issue()}`;
  let stopped: Promise<void> | null = null;
  return {
    address: issueToken(),
    origin,
    port,
    issueToken,
    wasOpened: () => sessions.hasBegun(),
    stop: () => (stopped ??= stop(server, () => [sessions.endAll(), streams.close()])),
  };
}

/**
 * No browser asks again on a connection before it has its answer: what comes behind a request that is still being
 * answered was hidden there, and is left unanswered.
 */
function endAfter(response: ServerResponse, socket: Duplex): void {
  if (response.headersSent) socket.destroy();
  else response.shouldKeepAlive = false;
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: LOOPBACK, port: 0, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return (server.address() as AddressInfo).port;
}

async function stop(server: Server, letGo: () => void): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  letGo();
  server.closeAllConnections();
  await closed;
}
