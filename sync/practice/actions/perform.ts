/** Runs one call of an action, and the calls that are chained to its rows. */
import { authorize } from '../access/authorize.ts';
import { ApiError, UnknownRequestError } from '../errors.ts';
import type { Json, JsonObject, Row } from '../json.ts';
import { entriesOf, isObject, listOf } from '../json.ts';
import { textOf } from '../php.ts';
import type { Caller } from '../site.ts';
import type { ActionCall, Outcome } from './action.ts';
import { actionsOf } from './all.ts';
import { addedBy, readIndex, reshape } from './index-rows.ts';
import { checkParameters, nameParameters } from './parameters.ts';

export interface ApiRequest {
  readonly entity: string;
  readonly action: string;
  readonly parameters: JsonObject;
  /** Re-shapes the values (see index-rows.ts). */
  readonly index?: Json;
}

/** What a call came to. */
export interface Performed {
  readonly call: ActionCall;
  readonly outcome: Outcome;
  /** The rows as `index` asks for them. */
  readonly values: Json;
}

/** Rows of rows: chains are as deep as somebody wrote them, and no deeper than a stack. */
const DEEPEST_CHAIN = 20;

function readCall(caller: Caller, request: ApiRequest): ActionCall & { readonly run: (call: ActionCall) => Outcome } {
  const { site } = caller;
  const name = request.entity.slice(0, 1).toUpperCase() + request.entity.slice(1);
  const entity = site.catalogue.entity(name);
  if (entity === undefined) {
    throw new UnknownRequestError(
      `API (${request.entity}, ${request.action}) does not exist (or the extension it belongs to is not enabled).`,
    );
  }
  const wanted = request.action.toLowerCase();
  const found = [...actionsOf(entity, site.version)].find(([known]) => known.toLowerCase() === wanted);
  if (found === undefined) throw new UnknownRequestError(`Api ${name} ${request.action} version 4 does not exist.`);
  const [action, run] = found;
  const parameters = nameParameters(entity, action, site.version, request.parameters);
  return { caller, entity, action, parameters, run };
}

function valueAt(row: Json, path: readonly string[]): Json {
  const [key, ...rest] = path;
  if (key === undefined) return row;
  const inner = entriesOf(row).find(([name]) => name === key)?.[1] ?? null;
  return valueAt(inner, rest);
}

/** Puts the values of a row where a chained call says `$id`, `$contact_id` or `$mails.0.email`; what is not there stays. */
function fillFrom(row: JsonObject, value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => fillFrom(row, item));
  if (isObject(value)) return Object.fromEntries(entriesOf(value).map(([key, item]) => [key, fillFrom(row, item)]));
  if (typeof value !== 'string' || value.length < 2 || !value.startsWith('$')) return value;
  const name = value.slice(1);
  return row[name] ?? valueAt(row, name.split('.')) ?? value;
}

/** A number that no row has is an error in a chain, while a request of its own is answered with nothing. */
function runLink(caller: Caller, row: JsonObject, link: Json, depth: number): Json {
  const [entity, action, parameters = {}, index = null] = listOf(link);
  const filled = fillFrom(row, parameters);
  const request = {
    entity: textOf(fillFrom(row, entity ?? null)),
    action: textOf(fillFrom(row, action ?? null)),
    parameters: isObject(filled) ? filled : {},
    index,
  };
  const { values } = perform(caller, request, depth + 1);
  if (values === null) throw new ApiError(`Index ${textOf(index)} not found in api results`);
  return values;
}

/** Link after link, each for all rows: a later link may use what an earlier one found. */
function runChain(caller: Caller, found: readonly Json[], chain: Json, depth: number): readonly Json[] {
  let rows = found;
  for (const [name, link] of entriesOf(chain)) {
    rows = rows.map((row): Json => (isObject(row) ? { ...row, [name]: runLink(caller, row, link, depth) } : row));
  }
  return rows;
}

/** Runs a call. @throws ApiError, UnknownRequestError, and whatever the database throws */
export function perform(caller: Caller, request: ApiRequest, depth = 0): Performed {
  if (depth > DEEPEST_CHAIN) throw new ApiError('Maximum depth of chains exceeded');
  const shape = readIndex(request.index ?? null);
  const added = addedBy(shape, request.parameters);
  const select = [...listOf(request.parameters['select']), ...added];
  const parameters: Row = added.length === 0 ? request.parameters : { ...request.parameters, select };
  const { run, ...call } = readCall(caller, { ...request, parameters });
  authorize(caller, call.entity, call.action);
  checkParameters(call.entity, call.action, caller.site.version, call.parameters);
  const outcome = run(call);
  const rows = runChain(caller, outcome.rows, call.parameters['chain'] ?? null, depth);
  return { call, outcome: { ...outcome, rows }, values: reshape(rows, shape, added) };
}
