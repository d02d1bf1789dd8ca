/**
 * The heart of the practice CRM: one API request in, one result out, without a socket in between. It does not wrap a
 * request in a transaction that could be undone, because the real server does not either: what was written before an
 * error stays.
 */
import type { User } from '../access/user.ts';
import { asApiError } from '../errors.ts';
import type { Row } from '../json.ts';
import type { Site } from '../site.ts';
import type { ApiRequest } from './perform.ts';
import { perform } from './perform.ts';

export type { ApiRequest } from './perform.ts';

/** The envelope of an answer. */
export type ApiResult = Row;

/** Interprets one request on behalf of a user. @throws ApiError, UnknownRequestError */
export function interpret(site: Site, user: User, request: ApiRequest): ApiResult {
  try {
    const { call, outcome, values } = perform({ site, user, checkPermissions: true }, request);
    const { rows, count = rows.length, matched, deleted } = outcome;
    return {
      values,
      ...(deleted === undefined ? {} : { deleted }),
      entity: call.entity.name,
      action: call.action,
      debug: null,
      version: 4,
      count,
      countFetched: rows.length,
      ...(matched === undefined ? {} : { countMatched: matched }),
    };
  } catch (error) {
    throw asApiError(error);
  }
}
