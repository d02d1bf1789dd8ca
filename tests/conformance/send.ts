import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import type { Json, JsonObject } from '../../sync/practice/json.ts';
import { isObject } from '../../sync/practice/json.ts';
import type { Memory } from './memory.ts';
import type { RawRequest, Step } from './recording.ts';

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Json;
}

/** Values that are no text travel as JSON. */
function encodeForm(values: JsonObject): string {
  const entries = Object.entries(values).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return entries.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
}

function credential(step: Step, memory: Memory): Readonly<Record<string, string>> {
  if (step.as === 'none') return {};
  const key = step.as === 'bad' ? `no-such-key-${memory.recallText('run')}` : memory.key(step.as);
  return { 'X-Civi-Auth': `Bearer ${key}` };
}

interface Body {
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

function bodyOf(step: Step, raw: RawRequest, method: string, memory: Memory): Body {
  if (raw.bodyText !== undefined) return { text: raw.bodyText, headers: {} };
  const params = step.params === undefined || method === 'GET' ? undefined : { params: memory.fill(step.params) };
  const form = raw.form ?? params;
  if (form === undefined) return { text: '', headers: {} };
  return { text: encodeForm(form), headers: { 'Content-Type': 'application/x-www-form-urlencoded' } };
}

function typeOf(message: IncomingMessage): string {
  const header = message.headers['content-type'] ?? '';
  if (/json/i.test(header)) return 'json';
  return /html/i.test(header) ? 'html' : 'text';
}

async function readAnswer(message: IncomingMessage): Promise<Answer> {
  const type = typeOf(message);
  const text = await readText(message);
  return { status: message.statusCode ?? 0, type, body: type === 'json' ? (JSON.parse(text) as Json) : text };
}

/** Sends the request of a step, and reads its answer. */
export function send(url: string, step: Step, memory: Memory): Promise<Answer> {
  const filled = memory.fill((step.raw ?? {}) as JsonObject);
  const raw: RawRequest = isObject(filled) ? filled : {};
  const method = raw.method ?? 'POST';
  const path = raw.path ?? `/civicrm/ajax/api4/${step.entity}/${step.action}`;
  const query = raw.query === undefined ? '' : `${path.includes('?') ? '&' : '?'}${encodeForm(raw.query)}`;
  const body = bodyOf(step, raw, method, memory);
  const length = method === 'GET' ? {} : { 'Content-Length': Buffer.byteLength(body.text) };
  const headers = { ...length, ...body.headers, ...credential(step, memory), ...raw.headers };
  return new Promise((resolve, reject) => {
    const sent = request(new URL(`${url}${path}${query}`), { method, headers }, (message) => {
      readAnswer(message).then(resolve, reject);
    });
    sent.once('error', reject);
    sent.end(method === 'GET' ? undefined : body.text);
  });
}
