/** Reaches the backend over http on 127.0.0.1 (contract/wire.ts, Loopback host). */
import type { Transport } from '../../contract/client.ts';
import { TOPICS, backendEventSchema, type BackendEvent } from '../../contract/event.ts';
import { answerSchema, type Answer } from '../../contract/failure.ts';
import { API_PATHS, type Request } from '../../contract/wire.ts';
import { DisconnectedError, UnreachableError } from './errors.ts';

/** As much of an EventSource as is used here. */
export interface EventStream {
  addEventListener(type: 'open' | 'error', listener: () => void): void;
  addEventListener(type: 'message', listener: (message: { readonly data: unknown }) => void): void;
  readonly readyState: number;
  close(): void;
}

export interface LoopbackHost {
  fetch(path: string, init: RequestInit): Promise<Response>;
  openEvents(path: string): EventStream;
  wait(milliseconds: number, then: () => void): void;
}

const CLOSED = 2;
const REOPEN_AFTER_MILLISECONDS = 3_000;

/** @param isPractice somebody practises in this window: it asks for that, and hears only of that */
export function createLoopbackTransport(host: LoopbackHost, token: string | null, isPractice = false): Transport {
  const session = token === null ? Promise.resolve() : beginSession(host, token);
  // Every question waits for the session and meets its failure there; on its own it is no unhandled rejection.
  session.catch(() => undefined);

  return {
    async ask(procedure, input) {
      await session;
      const request: Request = { procedure, input, ...(isPractice ? { practice: true } : {}) };
      return readAnswer(await post(host, API_PATHS.call, request));
    },
    listen(listener) {
      let stream: EventStream | null = null;
      let isOver = false;
      const open = (isAgain: boolean): void => {
        if (isOver) return;
        const heard = (event: BackendEvent): void => {
          if ((event.practice === true) === isPractice) listener(event);
        };
        stream = followEvents(host, { heard, missed: listener }, isAgain, () => {
          host.wait(REOPEN_AFTER_MILLISECONDS, () => open(true));
        });
      };
      session.then(
        () => open(false),
        () => undefined,
      );
      return () => {
        isOver = true;
        stream?.close();
      };
    },
  };
}

async function beginSession(host: LoopbackHost, token: string): Promise<void> {
  const response = await post(host, API_PATHS.session, { token });
  if (!response.ok) throw new UnreachableError(`the session could not begin (${response.status})`);
}

async function post(host: LoopbackHost, path: string, body: unknown): Promise<Response> {
  let response: Response;
  try {
    response = await host.fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch (error) {
    throw new UnreachableError('the backend cannot be reached', { cause: error });
  }
  if (response.status === 401) throw new DisconnectedError('the backend does not know this page');
  return response;
}

async function readAnswer(response: Response): Promise<Answer> {
  if (!response.ok) throw new UnreachableError(`the backend answered ${response.status}`);
  try {
    return answerSchema.parse(await response.json());
  } catch (error) {
    throw new UnreachableError('the answer cannot be read', { cause: error });
  }
}

/** What happened while the stream was away is unknown, so after a gap everything counts as changed. */
function followEvents(
  host: LoopbackHost,
  tell: Readonly<Record<'heard' | 'missed', (event: BackendEvent) => void>>,
  isAgain: boolean,
  onLost: () => void,
): EventStream {
  const stream = host.openEvents(API_PATHS.events);
  let hadGap = isAgain;
  stream.addEventListener('open', () => {
    if (hadGap) tell.missed({ changed: [...TOPICS] });
    hadGap = false;
  });
  stream.addEventListener('error', () => {
    hadGap = true;
    if (stream.readyState === CLOSED) onLost();
  });
  stream.addEventListener('message', ({ data }) => {
    const event = readEvent(data);
    if (event !== null) tell.heard(event);
  });
  return stream;
}

function readEvent(data: unknown): BackendEvent | null {
  if (typeof data !== 'string') return null;
  try {
    return backendEventSchema.parse(JSON.parse(data));
  } catch {
    return null;
  }
}
