/**
 * Asks CiviCRM's APIv4 over HTTP. One form field `params` with JSON, because a JSON body is ignored and answers with
 * the whole table (civicrm-api4.md §1); `X-Civi-Auth`, because proxies strip `Authorization` (§2); never a cookie.
 */
import { z } from 'zod';
import type { KnownOrganisation } from '../../connector.ts';
import { CrmFailure } from '../../crm-failure.ts';
import type { StatusMapping } from './call-statuses.ts';
import {
  apiFailure,
  badCertificate,
  maintenance,
  notCiviCrm,
  redirected,
  unreachable,
  wordsOfPage,
  type ApiError,
} from './failures.ts';
import { endpointOf } from './site-address.ts';

export interface CiviCrmSite {
  /** What stands before `/civicrm/…`: `https://crm.voorbeeld.nl` (site-address.ts). */
  readonly address: string;
  readonly apiKey: string;
  /** The organisation that the site belonged to when it was connected; another one is refused. */
  readonly known?: KnownOrganisation;
  /** Statuses of this site where the usual ones were renamed. */
  readonly statuses?: StatusMapping;
  /** Injected by tests; Node's own otherwise. */
  readonly fetch?: typeof fetch;
  readonly timeoutMilliseconds?: number;
}

export interface ApiAnswer {
  readonly values: readonly unknown[];
  readonly count: number;
}

const DEFAULT_TIMEOUT_MILLISECONDS = 60_000;
/** A page of 1,000 rows is under a megabyte; an answer of this size is not what was asked for. */
const LARGEST_ANSWER_BYTES = 64 * 1024 * 1024;

const answerSchema = z.object({ values: z.array(z.unknown()), count: z.int().optional() });
const errorSchema = z.looseObject({
  error_message: z.string().optional(),
  is_error: z.unknown().optional(),
  status: z.int().optional(),
  error_code: z.union([z.int(), z.string()]).optional(),
  status_code: z.int().optional(),
  status_message: z.string().optional(),
});

/** @throws CrmFailure unless the answer is what §3 calls success: HTTP 200, JSON, `values`, and no error in it. */
export async function callApi(site: CiviCrmSite, entity: string, action: string, params: object): Promise<ApiAnswer> {
  const body = new URLSearchParams({ params: JSON.stringify(params) });
  const response = await request(site, `/civicrm/ajax/api4/${entity}/${action}`, { method: 'POST', body });
  const answer = response.json === null ? null : answerSchema.safeParse(response.json);
  const failure = failureIn(response);
  if (failure !== null) throw failure;
  if (answer?.success !== true) throw notCiviCrm(response.text);
  return { values: answer.data.values, count: answer.data.count ?? answer.data.values.length };
}

export interface JsonAnswer {
  readonly json: unknown;
  readonly headers: Headers;
}

/** A plain GET of a path below the site. @throws CrmFailure when nothing usable came back. */
export async function getJson(site: CiviCrmSite, path: `/${string}`): Promise<JsonAnswer> {
  const response = await request(site, path, { method: 'GET' });
  const failure = failureIn(response);
  if (failure !== null) throw failure;
  if (response.json === null) throw notCiviCrm(response.text);
  return { json: response.json, headers: response.headers };
}

interface RawResponse {
  readonly status: number;
  readonly text: string;
  readonly json: unknown;
  readonly headers: Headers;
}

async function request(
  site: CiviCrmSite,
  path: `/${string}`,
  options: { readonly method: 'GET' | 'POST'; readonly body?: URLSearchParams },
): Promise<RawResponse> {
  const ask = site.fetch ?? fetch;
  const url = endpointOf(site.address, path);
  try {
    const response = await ask(url, {
      ...options,
      headers: {
        'X-Civi-Auth': `Bearer ${site.apiKey}`,
        'X-Requested-With': 'XMLHttpRequest',
        Accept: 'application/json',
      },
      // A redirect would carry the key to wherever it points.
      redirect: 'manual',
      signal: AbortSignal.timeout(site.timeoutMilliseconds ?? DEFAULT_TIMEOUT_MILLISECONDS),
    });
    if (response.status >= 300 && response.status < 400) {
      const location = response.headers.get('location');
      throw redirected(location === null ? null : (URL.parse(location, url)?.href ?? null));
    }
    const text = withoutKey(await readBounded(response), site.apiKey);
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    const { status, headers } = response;
    return { status, text, headers, json: isJson ? parseJson(text) : null };
  } catch (error) {
    if (error instanceof CrmFailure) throw error;
    const code = causeCode(error);
    throw code !== null && CERTIFICATE_ERRORS.test(code) ? badCertificate(error, code) : unreachable(error);
  }
}

const CERTIFICATE_ERRORS = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME|ERR_TLS|ERR_SSL/;

function causeCode(error: unknown): string | null {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : null;
}

/** A server that repeats what it was sent must not bring the key onto a screen, or into what is kept of its words. */
function withoutKey(text: string, apiKey: string): string {
  return apiKey === '' ? text : text.replaceAll(apiKey, '…');
}

async function readBounded(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > LARGEST_ANSWER_BYTES) throw notCiviCrm('answer too large');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function failureIn({ status, text, json }: RawResponse): CrmFailure | null {
  if (status === 401) return apiFailure({ status: 401, message: text });
  if (status === 503) return maintenance();
  // A page of the web server or of a firewall says nothing about what the user of the key may do.
  if (json === null) return status < 500 ? notCiviCrm(text) : apiFailure({ status, message: wordsOfPage(text) });
  const error = errorIn(status, json);
  return error === null ? null : apiFailure(error);
}

function errorIn(status: number, json: unknown): ApiError | null {
  const parsed = errorSchema.safeParse(json);
  if (!parsed.success) return status === 200 ? null : { status, message: '' };
  const { error_message: message, is_error: isError, error_code: code } = parsed.data;
  if (message === undefined && isError === undefined) return status === 200 ? null : { status, message: '' };
  // 5.77 answers with HTTP 200 and the status inside; the oldest form is `is_error` with "Invalid credential".
  const inside = parsed.data.status ?? (Number(code) >= 400 ? Number(code) : status === 200 ? 500 : status);
  return { status: /invalid credential/i.test(message ?? '') ? 401 : inside, message: message ?? '' };
}
