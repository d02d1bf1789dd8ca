import type { SqliteDatabase } from '../../../db/sqlite.ts';
import { userOfKey } from '../access/site-users.ts';
import type { User } from '../access/user.ts';
import { ANONYMOUS } from '../access/user.ts';
import type { HttpAnswer } from './answer.ts';
import { jsonAnswer, textAnswer } from './answer.ts';
import type { HttpRequest } from './request.ts';
import { parameterOf } from './request.ts';

/** How the credential came: it decides whether the request still has to prove that it is a script's. */
export type Flow = 'header' | 'legacyrest' | 'param' | 'xheader';

export interface Authenticated {
  readonly user: User;
  readonly flow: Flow | null;
  /** The request cannot be a page's that was lured into sending it. */
  readonly isScript: boolean;
}

interface Credential {
  readonly flow: Flow;
  readonly text: string;
}

function headerOf(request: HttpRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

/** `X-Civi-Auth` wins; what comes after it is not looked at, even when it is wrong. */
function credentialIn(request: HttpRequest): Credential | undefined {
  const xheader = headerOf(request, 'x-civi-auth');
  if (xheader !== '') return { flow: 'xheader', text: xheader };
  const header = headerOf(request, 'authorization');
  if (header !== '') return { flow: 'header', text: header };
  const parameter = (request.method === 'GET' ? request.query : request.form).get('_authx') ?? '';
  if (parameter !== '') return { flow: 'param', text: parameter };
  const legacy = parameterOf(request, 'api_key') ?? '';
  return legacy === '' ? undefined : { flow: 'legacyrest', text: `Bearer ${legacy}` };
}

function invalid(flow: Flow): HttpAnswer {
  return flow === 'legacyrest'
    ? jsonAnswer(200, { error_message: 'FATAL: Invalid credential', is_error: 1 })
    : textAnswer(401, 'HTTP 401 Invalid credential');
}

/** Finds out on whose behalf a request comes; or answers it, when its credential is no good. */
export function authenticate(database: SqliteDatabase, request: HttpRequest): Authenticated | HttpAnswer {
  const asksAsScript = headerOf(request, 'x-requested-with') === 'XMLHttpRequest';
  const credential = credentialIn(request);
  if (credential === undefined) return { user: ANONYMOUS, flow: null, isScript: asksAsScript };
  const { flow, text } = credential;
  const [, key = ''] = /^Bearer\s+(\S+)\s*$/i.exec(text) ?? [];
  const user = key === '' ? undefined : userOfKey(database, key);
  if (user === undefined) return invalid(flow);
  if (!user.permissions.has('authenticate with api key')) {
    return textAnswer(401, 'HTTP 401 Login not permitted. Must satisfy guard (site_key, perm).');
  }
  return { user, flow, isScript: flow !== 'header' || asksAsScript };
}
