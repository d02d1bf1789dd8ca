/** From an HTTP request to its answer: who asks, whether the page lets it through, and what the API says. */
import type { User } from '../access/user.ts';
import type { ApiError } from '../errors.ts';
import { asApiError, UnknownRequestError } from '../errors.ts';
import type { Json } from '../json.ts';
import { isObject, listOf, parseJson } from '../json.ts';
import { isEmpty, textOf } from '../php.ts';
import type { ApiRequest, ApiResult } from '../actions/interpret.ts';
import type { Version } from '../metadata/field.ts';
import type { HttpAnswer } from './answer.ts';
import {
  errorAnswer,
  errorBody,
  httpStatus,
  jsonAnswer,
  maintenanceAnswer,
  pageAnswer,
  securityAnswer,
} from './answer.ts';
import type { Authenticated } from './credential.ts';
import type { HttpRequest, Route } from './request.ts';
import { parameterOf } from './request.ts';

/** What the answers are made with. */
export interface Backend {
  readonly version: Version;
  authenticate(request: HttpRequest): Authenticated | HttpAnswer;
  interpret(user: User, request: ApiRequest): ApiResult;
  isInMaintenance(): boolean;
}

const NOT_A_SCRIPT = 'SECURITY ALERT: Ajax requests can only be issued by javascript clients, eg. CRM.api4().';
const NOT_BY_GET = 'SECURITY: All requests that modify the database must be http POST, not GET.';

function whoAmI({ user, flow }: Authenticated): HttpAnswer {
  const known = flow !== null;
  return jsonAnswer(200, {
    contact_id: user.contactId,
    user_id: user.userId,
    flow,
    cred: known ? 'api_key' : null,
  });
}

function mayBeGet(action: string): boolean {
  return action === 'autocomplete' || action.toLowerCase().startsWith('get');
}

/** `params` that are not an object end in a page of PHP's. */
function badParameters(version: Version): HttpAnswer {
  return version === '5.77'
    ? pageAnswer(500, 'Internal Server Error')
    : pageAnswer(200, 'There has been a critical error on this website.');
}

function attempt(backend: Backend, user: User, request: ApiRequest): ApiResult | ApiError | UnknownRequestError {
  try {
    return backend.interpret(user, request);
  } catch (error) {
    return asApiError(error);
  }
}

function answerCall(backend: Backend, user: User, request: HttpRequest, entity: string, action: string): HttpAnswer {
  const text = parameterOf(request, 'params');
  const parameters = isEmpty(text) ? {} : parseJson(text ?? '');
  if (!isObject(parameters) && !Array.isArray(parameters)) return badParameters(backend.version);
  const named = Array.isArray(parameters) ? Object.fromEntries(parameters.entries()) : parameters;
  const index = parameterOf(request, 'index');
  const result = attempt(backend, user, { entity, action, parameters: named, index });
  return result instanceof Error ? errorAnswer(backend.version, user, result) : jsonAnswer(200, result);
}

function readCall(call: Json): ApiRequest {
  const [entity, action, parameters = {}, index = null] = listOf(call);
  return { entity: textOf(entity), action: textOf(action), parameters: isObject(parameters) ? parameters : {}, index };
}

/** Several calls in one request, each with its own result. One that succeeds makes the whole a success. */
function answerCalls(backend: Backend, user: User, request: HttpRequest): HttpAnswer {
  const calls = parseJson(request.form.get('calls') ?? '');
  if (typeof calls !== 'object' || calls === null) return badParameters(backend.version);
  const statuses: number[] = [];
  const answers = Object.entries(calls).map(([key, call]): readonly [string, Json] => {
    const result = attempt(backend, user, readCall(call));
    if (!(result instanceof Error)) {
      statuses.unshift(200);
      return [key, result];
    }
    statuses.push(result instanceof UnknownRequestError ? 500 : result.status);
    return [key, errorBody(backend.version, user, result)];
  });
  const body: Json = Array.isArray(calls) ? answers.map(([, answer]) => answer) : Object.fromEntries(answers);
  return jsonAnswer(httpStatus(backend.version, statuses[0] ?? 200), body);
}

/** Answers a request. */
export function respond(backend: Backend, request: HttpRequest, route: Route): HttpAnswer {
  if (request.method === 'OPTIONS') return { status: 200, type: 'text/html; charset=UTF-8', body: '' };
  if (route.kind === 'nothing') return pageAnswer(404, 'Page not found');
  const authenticated = backend.authenticate(request);
  if (!('user' in authenticated)) return authenticated;
  const { user, isScript } = authenticated;
  if (route.kind === 'authx') return whoAmI(authenticated);
  if (!user.permissions.has('administer CiviCRM') && backend.isInMaintenance()) return maintenanceAnswer();
  if (!isScript) return securityAnswer(backend.version, 400, NOT_A_SCRIPT);
  const action = route.kind === 'call' ? route.action : '';
  if (request.method === 'GET' && !mayBeGet(action)) return securityAnswer(backend.version, 405, NOT_BY_GET);
  return route.kind === 'call'
    ? answerCall(backend, user, request, route.entity, action)
    : answerCalls(backend, user, request);
}
