/** Asks Salesforce's REST API. A session that ended is renewed once, and the question repeated once (salesforce.md §2). */
import type { KnownOrganisation } from '../../connector.ts';
import { CrmFailure } from '../../crm-failure.ts';
import type { Budget, Purpose } from './budget.ts';
import { changedMeanwhile, errorsIn, failureOfError, hasCode, odd, signInAgain, webPage } from './failures.ts';
import type { Descriptions } from './descriptions.ts';
import type { CrmNumbers } from './numbers.ts';
import { networkFailure, parseJson, type TokenKeeper } from './tokens.ts';

export interface SalesforceOrg {
  readonly tokens: TokenKeeper;
  readonly numbers: CrmNumbers;
  readonly budget: Budget;
  /** What it said of its objects before; absent: nothing is kept, and all is asked for. */
  readonly descriptions?: Descriptions | undefined;
  /** The organisation of the profile; another one is refused. */
  readonly known?: KnownOrganisation | undefined;
  /** Injected by tests; Node's own otherwise. */
  readonly fetch?: typeof fetch | undefined;
  /** Lets time pass before a second try; the clock's own when absent. */
  readonly pause?: ((milliseconds: number) => Promise<void>) | undefined;
  readonly timeoutMilliseconds?: number | undefined;
  /** Our own clock; the computer's when absent. */
  readonly now?: (() => number) | undefined;
  /** The organisation's own clock, as its last answer told it; null before one did. */
  readonly serverTime?: (() => number | null) | undefined;
  readonly noteServerTime?: ((date: string | null) => void) | undefined;
  /** `66.0`; what the organisation and we both know. */
  readonly version?: string | undefined;
}

export interface Question {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** After `/services/data/vXX.0`, or from `/services` on for what has no version. */
  readonly path: `/${string}`;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly purpose: Purpose;
}

export interface Answer {
  readonly status: number;
  readonly json: unknown;
  readonly headers: Headers;
}

/** Of the newest that this was written for; older ones stay for years (salesforce.md §1). */
export const TESTED_VERSION = 68;
export const OLDEST_VERSION = 60;

const DEFAULT_TIMEOUT_MILLISECONDS = 60_000;
const LARGEST_ANSWER_BYTES = 64 * 1024 * 1024;
/** A lock goes by itself: so long is waited, with some chance added so that two do not meet again. */
const LOCK_PAUSES = [1_000, 2_000] as const;

/** @throws CrmFailure unless it was done */
export async function ask(org: SalesforceOrg, question: Question): Promise<Answer> {
  for (const pause of [...LOCK_PAUSES, null]) {
    try {
      return await askUnlocked(org, question);
    } catch (error) {
      if (pause === null || !hasCode(error, 'UNABLE_TO_LOCK_ROW')) throw error;
      await pauseFor(org, pause + Math.random() * pause);
    }
  }
  throw odd();
}

export async function pauseFor({ pause = wait }: SalesforceOrg, milliseconds: number): Promise<void> {
  await pause(milliseconds);
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds).unref());
}

async function askUnlocked(org: SalesforceOrg, question: Question): Promise<Answer> {
  org.budget.require(question.purpose);
  const tokens = await org.tokens.read();
  const answer = await send(org, question, tokens);
  if (!hasSessionEnded(answer)) return demandDone(org, answer);
  if (/not valid for use with the REST API|not attached to Agent/i.test(answer.text)) throw signInAgain();
  const again = await send(org, question, await org.tokens.renew(tokens));
  if (hasSessionEnded(again)) throw signInAgain();
  return demandDone(org, again);
}

interface RawAnswer extends Answer {
  readonly text: string;
}

async function send(
  { fetch: asked = fetch, version = `${OLDEST_VERSION}.0`, budget, noteServerTime, timeoutMilliseconds }: SalesforceOrg,
  { method, path, body, headers = {} }: Question,
  { accessToken, instanceUrl, refreshToken }: { accessToken: string; instanceUrl: string; refreshToken: string },
): Promise<RawAnswer> {
  const url = instanceUrl + (path.startsWith('/services/') ? path : `/services/data/v${version}${path}`);
  try {
    const response = await asked(url, {
      method,
      headers: {
        Authorization: `Bearer ${accessToken}`,
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      // A redirect would carry the token to wherever it points.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMilliseconds ?? DEFAULT_TIMEOUT_MILLISECONDS),
    });
    noteServerTime?.(response.headers.get('date'));
    budget.note(response.headers.get('sforce-limit-info'));
    // A server that repeats what it was sent must not bring a token onto a screen, or into what is kept of its words.
    const text = (await readBounded(response)).replaceAll(accessToken, '…').replaceAll(refreshToken, '…');
    return { status: response.status, headers: response.headers, text, json: parseJson(text) };
  } catch (error) {
    throw networkFailure(error);
  }
}

async function readBounded(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > LARGEST_ANSWER_BYTES) throw odd();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function hasSessionEnded({ status, json }: Answer): boolean {
  return status === 401 || errorsIn(json).some(({ code }) => code === 'INVALID_SESSION_ID');
}

/** @throws CrmFailure */
function demandDone(org: SalesforceOrg, answer: RawAnswer): Answer {
  const { status, json, text } = answer;
  if (status === 304 || (status >= 200 && status < 300 && (json !== null || text.trim() === ''))) return answer;
  if (status === 412) throw changedMeanwhile();
  const [error] = errorsIn(json);
  if (error?.code === 'REQUEST_LIMIT_EXCEEDED') org.budget.noteSpent();
  if (error !== undefined) throw failureOfError(error);
  // Several records with one external id: nothing was written, and a person has to look.
  if (status === 300) throw ambiguous();
  throw webPage();
}

function ambiguous(): CrmFailure {
  return new CrmFailure('forbidden', {
    nl: 'In Salesforce staan er meer met dit kenmerk van Dankbel. Vraag de beheerder om het veld Dankbel_Id__c uniek te maken.',
    en: 'Salesforce has several with this mark of Dankbel. Ask the administrator to make the field Dankbel_Id__c unique.',
  });
}
