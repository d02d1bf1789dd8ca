/** Asks a telephone system something over http. What it answers is outside text: bounded, parsed, and never shown. */
import {
  fillIn,
  inAddress,
  inHeader,
  inJson,
  type DialWords,
  type Escape,
} from '../../../domain/telephone/placeholders.ts';
import type { SystemQuestion } from '../../../domain/telephone/systems.ts';

export type TelephoneTrouble = 'unreachable' | 'certificate' | 'refused' | 'number' | 'odd';

/** What went wrong, for the sentence; neither address nor answer is in it. */
export class TelephoneFailure extends Error {
  override readonly name = 'TelephoneFailure';
  readonly trouble: TelephoneTrouble;
  constructor(trouble: TelephoneTrouble, options?: ErrorOptions) {
    super(`telephone: ${trouble}`, options);
    this.trouble = trouble;
  }
}

/** How a telephone system is reached. */
export interface Reach {
  readonly fetch: typeof fetch;
  readonly timeoutMilliseconds: number;
}

/** Somebody stands with the receiver in her hand. */
export const USUAL_REACH: Reach = { fetch: (...question) => fetch(...question), timeoutMilliseconds: 8_000 };

const LARGEST_ANSWER_BYTES = 64 * 1024;
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME|ERR_TLS|ERR_SSL/;

/** @returns the answer as JSON; null when it is none. @throws TelephoneFailure */
export function askSystem(reach: Reach, question: SystemQuestion, words: DialWords): Promise<unknown> {
  const { method, url, headers, body } = question;
  return send(reach, fillIn(url, words, inAddress), {
    method,
    headers: headers.map(({ name, value }): [string, string] => [name, fillIn(value, words, inHeader)]),
    ...(method === 'GET' || body === '' ? {} : { body: fillIn(body, words, escapeFor(body)) }),
  });
}

function escapeFor(body: string): Escape {
  return body.trimStart().startsWith('{') ? inJson : inAddress;
}

/** @throws TelephoneFailure; a 404 is `number` */
export async function send(reach: Reach, url: string, init: RequestInit): Promise<unknown> {
  let response: Response;
  let text: string;
  try {
    response = await reach.fetch(url, {
      ...init,
      // A redirect would carry the secret to wherever it points.
      redirect: 'manual',
      signal: AbortSignal.timeout(reach.timeoutMilliseconds),
    });
    text = await readBounded(response);
  } catch (error) {
    if (error instanceof TelephoneFailure) throw error;
    throw new TelephoneFailure(CERTIFICATE.test(codeOf(error)) ? 'certificate' : 'unreachable', { cause: error });
  }
  const { status } = response;
  if (status === 401 || status === 403) throw new TelephoneFailure('refused');
  if (status === 400 || status === 404 || status === 422) throw new TelephoneFailure('number');
  if (status >= 500) throw new TelephoneFailure('unreachable');
  if (status < 200 || status >= 300) throw new TelephoneFailure('odd');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

async function readBounded(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += (piece as Uint8Array).byteLength;
    if (bytes > LARGEST_ANSWER_BYTES) throw new TelephoneFailure('odd');
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  return typeof cause?.code === 'string' ? cause.code : '';
}

/** A field of an answer as text; empty when it is not there, or is no text or number. */
export function fieldOf(answer: unknown, name: string): string {
  if (name === '' || typeof answer !== 'object' || answer === null || !Object.hasOwn(answer, name)) return '';
  const value = (answer as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) : '';
}
