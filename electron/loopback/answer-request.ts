/** Answers one request: guard, then the route it was let through to. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { isProcedureName } from '../../contract/index.ts';
import { requestSchema } from '../../contract/wire.ts';
import type { Backend } from '../backend/backend.ts';
import { kindOfError, type HostLog } from '../launch/host-log.ts';
import type { RendererFiles } from '../launch/renderer-files.ts';
import { UNEXPECTED_ANSWER } from '../launch/unexpected-answer.ts';
import type { EventStreams } from './event-streams.ts';
import type { LoopbackLimits } from './limits.ts';
import type { OneTimeToken } from './one-time-token.ts';
import { readJson } from './read-json.ts';
import { guardRequest, isRefusal, type OwnAddress, type Refusal } from './request-guard.ts';
import { refuse, sendFile, sendJson, sendSession } from './respond.ts';
import { sessionCookie, type Sessions } from './sessions.ts';

export interface Parts {
  readonly own: OwnAddress;
  readonly cookieName: string;
  readonly files: RendererFiles;
  readonly backend: Pick<Backend, 'ask'>;
  readonly token: OneTimeToken;
  readonly sessions: Sessions;
  readonly streams: EventStreams;
  readonly limits: LoopbackLimits;
  readonly log: HostLog;
  readonly now: () => number;
}

const tokenSchema = z.strictObject({ token: z.string().max(64) });

const NO_SESSION: Refusal = { status: 401, refused: 'no-session' };
/** Never rejects: what goes wrong in us is an answer without details, and its kind is in the log. */
export async function answerRequest(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const refusal = await answer(parts, request, response);
    if (refusal === null) return;
    parts.log.warn({ refused: refusal.refused, status: refusal.status }, 'loopback: refused');
    refuse(response, refusal);
  } catch (error) {
    // A client that leaves in the middle of its own question is owed no answer.
    if (request.destroyed && !request.complete) return;
    parts.log.error(kindOfError(error), 'loopback: unexpected');
    if (response.headersSent) response.destroy();
    else sendJson(response, 500, UNEXPECTED_ANSWER);
  }
}

async function answer(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<Refusal | null> {
  const head = {
    method: request.method ?? '',
    target: request.url ?? '',
    version: request.httpVersion,
    headers: request.headersDistinct,
  };
  const route = guardRequest(head, parts.own, parts.files);
  if (isRefusal(route)) return route;
  switch (route.to) {
    case 'file':
      sendFile(response, route.file);
      return null;
    case 'session':
      return await beginSession(parts, request, response);
    case 'call':
      return await call(parts, request, response);
    case 'events':
      if (!parts.sessions.isIn(request.headers.cookie)) return NO_SESSION;
      return parts.streams.open(response) ? null : { status: 503, refused: 'too-many-listeners' };
  }
}

async function beginSession(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<Refusal | null> {
  const body = await readJson(request, parts.limits.sessionBodyBytes);
  if (isRefusal(body)) return body;
  const parsed = tokenSchema.safeParse(body.value);
  if (!parsed.success || !parts.token.redeem(parsed.data.token)) return { status: 403, refused: 'token' };
  parts.log.info({}, 'loopback: session begins');
  sendSession(response, sessionCookie(parts.cookieName, parts.sessions.begin()));
  return null;
}

async function call(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<Refusal | null> {
  // Before the body: a stranger's megabyte is not even read.
  if (!parts.sessions.isIn(request.headers.cookie)) return NO_SESSION;
  const body = await readJson(request, parts.limits.bodyBytes);
  if (isRefusal(body)) return body;
  const parsed = requestSchema.safeParse(body.value);
  if (!parsed.success) return { status: 400, refused: 'request' };
  const { procedure, input, practice } = parsed.data;
  const startedAt = parts.now();
  const reply = await parts.backend.ask(procedure, input, practice === true ? 'practice' : 'work');
  parts.log.info(
    {
      procedure: isProcedureName(procedure) ? procedure : 'unknown',
      answer: reply.ok ? 'ok' : reply.failure.code,
      milliseconds: Math.round(parts.now() - startedAt),
    },
    'loopback: call',
  );
  sendJson(response, 200, reply);
  return null;
}
