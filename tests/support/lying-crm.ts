/**
 * Stands between a workstation and a practice CRM and changes what comes back: what a broken proxy, a cache, or a CRM that
 * was put back would do.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { whenDone } from './when-done.ts';

export interface Asked {
  readonly entity: string;
  readonly action: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The number of this question, from 1. */
  readonly number: number;
}

export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

export interface LyingCrm {
  readonly url: string;
  /** Whether the key is held back from a question: a proxy that strips headers. */
  strip: (asked: Asked) => boolean;
  /** The answer that is given instead; it may be the true one. */
  lie: (asked: Asked, truth: Answered) => Answered;
  /** Questions so far. */
  count: number;
}

export async function lyingCrm(behind: () => string): Promise<LyingCrm> {
  const server = createServer((message, response) => void serve(message, response));
  const serve = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const { status, type, body } = await pass(message);
      response.writeHead(status, { 'Content-Type': type });
      response.end(body);
    } catch {
      message.socket.destroy();
    }
  };
  const pass = async (message: IncomingMessage): Promise<Answered> => {
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const [, entity = '', action = ''] = /api4\/(\w+)\/(\w+)/.exec(message.url ?? '') ?? [];
    crm.count += 1;
    const params = JSON.parse(new URLSearchParams(text).get('params') ?? '{}') as Asked['params'];
    const asked: Asked = { entity, action, params, number: crm.count };
    const headers: Record<string, string> = { 'X-Requested-With': 'XMLHttpRequest' };
    const key = message.headers['x-civi-auth'];
    if (typeof key === 'string' && !crm.strip(asked)) headers['X-Civi-Auth'] = key;
    const isPost = message.method === 'POST';
    if (isPost) headers['Content-Type'] = 'application/x-www-form-urlencoded';
    const answer = await fetch(behind() + (message.url ?? ''), {
      method: isPost ? 'POST' : 'GET',
      headers,
      ...(isPost ? { body: text } : {}),
    });
    const type = answer.headers.get('content-type') ?? '';
    return crm.lie(asked, { status: answer.status, type, body: await answer.text() });
  };
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  whenDone(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  const crm: LyingCrm = {
    url: `http://127.0.0.1:${port}`,
    strip: () => false,
    lie: (_asked, truth) => truth,
    count: 0,
  };
  return crm;
}

/** Changes the rows of an answer that has any. */
export function changeRows(
  truth: Answered,
  change: (rows: readonly Record<string, unknown>[]) => readonly Record<string, unknown>[],
): Answered {
  if (!truth.type.includes('json')) return truth;
  const body = JSON.parse(truth.body) as { values?: Record<string, unknown>[] };
  if (!Array.isArray(body.values)) return truth;
  return { ...truth, body: JSON.stringify({ ...body, values: change(body.values) }) };
}
