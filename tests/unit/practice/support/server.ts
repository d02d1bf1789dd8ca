import { onTestFinished } from 'vitest';
import type { Json, JsonObject } from '../../../../sync/practice/json.ts';
import type { PracticeCrm, PracticeCrmOptions } from '../../../../sync/practice/server.ts';
import { startPracticeCrm } from '../../../../sync/practice/server.ts';
import { NOON } from './core.ts';
import { SetClock } from './set-clock.ts';

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  /** The body, when it is JSON. */
  readonly body: Json;
}

/** Starts a practice CRM that stops when the test is done. */
export async function startServer(options: Partial<PracticeCrmOptions> = {}): Promise<PracticeCrm> {
  const crm = await startPracticeCrm({ dataDir: ':memory:', clock: new SetClock(NOON).now, ...options });
  onTestFinished(() => crm.stop());
  return crm;
}

export async function readReply(response: Response): Promise<Reply> {
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  return { status: response.status, type, text, body: type.includes('json') ? (JSON.parse(text) as Json) : null };
}

/** Sends a request as the connector does. */
export async function call(
  crm: PracticeCrm,
  entity: string,
  action: string,
  parameters: JsonObject,
  key = crm.apiKey,
): Promise<Reply> {
  const response = await fetch(`${crm.url}/civicrm/ajax/api4/${entity}/${action}`, {
    method: 'POST',
    headers: { 'X-Civi-Auth': `Bearer ${key}` },
    body: new URLSearchParams({ params: JSON.stringify(parameters) }),
  });
  return readReply(response);
}
