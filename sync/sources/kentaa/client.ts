/** Asks Kentaa's API v1 over HTTP: reading only, one key for one site (kentaa.md §1). */
import { isEncrypted } from '../../crm/civicrm/site-address.ts';
import type { Budget } from './budget.ts';
import {
  badCertificate,
  forbidden,
  missing,
  notKentaa,
  ownError,
  redirected,
  tooMuch,
  unreachable,
  wrongKey,
} from './failures.ts';
import { SourceFailure } from '../source-failure.ts';

export const USUAL_ADDRESS = 'https://api.kentaa.nl/v1';

export interface KentaaSite {
  /** Up to and including the version: "https://api.kentaa.nl/v1". */
  readonly address: string;
  readonly apiKey: string;
  readonly budget: Budget;
  /** Injected by tests; Node's own otherwise. */
  readonly fetch?: typeof fetch;
  readonly timeoutMilliseconds?: number;
}

export interface KentaaAnswer {
  readonly json: Readonly<Record<string, unknown>>;
  /** The clock of the server; null when it does not say. */
  readonly serverTime: string | null;
}

const TIMEOUT_MILLISECONDS = 30_000;
/** A hundred donations with long answers are a few hundred kilobytes. */
const LARGEST_ANSWER_BYTES = 8 * 1024 * 1024;
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME|ERR_TLS|ERR_SSL/;

/** @throws SourceFailure unless an object of JSON came back with a status of success and no `message` */
export async function askKentaa(
  site: KentaaSite,
  path: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<KentaaAnswer> {
  if (!site.budget.take()) throw tooMuch();
  const { status, headers, text } = await request(site, path, parameters);
  site.budget.hear(headers);
  if (status === 429) {
    site.budget.refused();
    throw tooMuch();
  }
  if (status >= 300 && status < 400) throw redirected();
  if (status === 401) throw wrongKey();
  if (status === 403) throw forbidden();
  if (status === 404) throw missing();
  if (status >= 500) throw ownError();
  const json = objectIn(text);
  if (json === null || status >= 400) throw notKentaa();
  // Kentaa's own library takes a success with a message for an error.
  if (typeof json['message'] === 'string') throw ownError();
  const date = headers.get('date');
  const time = date === null ? Number.NaN : Date.parse(date);
  return { json, serverTime: Number.isNaN(time) ? null : new Date(time).toISOString() };
}

interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

async function request(
  site: KentaaSite,
  path: string,
  parameters: Readonly<Record<string, string>>,
): Promise<RawAnswer> {
  // The key never travels where it can be read.
  if (!isEncrypted(site.address)) throw redirected();
  const query = new URLSearchParams(parameters).toString();
  const ask = site.fetch ?? fetch;
  try {
    const response = await ask(`${site.address}${path}${query === '' ? '' : `?${query}`}`, {
      headers: { 'X-Api-Key': site.apiKey, Accept: 'application/json', 'User-Agent': 'Dankbel' },
      // A redirect would carry the key to wherever it points.
      redirect: 'manual',
      signal: AbortSignal.timeout(site.timeoutMilliseconds ?? TIMEOUT_MILLISECONDS),
    });
    return { status: response.status, headers: response.headers, text: await readBounded(response) };
  } catch (error) {
    if (error instanceof SourceFailure) throw error;
    const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
    const code = typeof cause?.code === 'string' ? cause.code : '';
    throw CERTIFICATE.test(code) ? badCertificate(error) : unreachable(error);
  }
}

async function readBounded(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.byteLength;
    if (bytes > LARGEST_ANSWER_BYTES) throw notKentaa();
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}

function objectIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null && !Array.isArray(json)
      ? (json as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}
