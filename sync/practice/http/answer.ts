import { randomInt } from 'node:crypto';
import { ApiError, UnknownRequestError } from '../errors.ts';
import type { Json, Row } from '../json.ts';
import type { User } from '../access/user.ts';
import type { Version } from '../metadata/field.ts';

/** What goes back over the wire. */
export interface HttpAnswer {
  readonly status: number;
  readonly type: 'application/json' | 'text/html; charset=UTF-8' | 'text/plain';
  readonly body: string;
}

const ALPHANUMERIC = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** `7LAq-CwGX-SZul`: with it the administrator finds the error in the server's log. */
function errorId(): string {
  const characters = Array.from({ length: 12 }, () => ALPHANUMERIC[randomInt(ALPHANUMERIC.length)]).join('');
  return `${characters.slice(0, 4)}-${characters.slice(4, 8)}-${characters.slice(8)}`;
}

/** An answer in JSON. */
export function jsonAnswer(status: number, body: Json): HttpAnswer {
  return { status, type: 'application/json', body: JSON.stringify(body) };
}

/** An answer in plain text. */
export function textAnswer(status: number, body: string): HttpAnswer {
  return { status, type: 'text/plain', body };
}

/** A page as a CMS makes it. */
export function pageAnswer(status: number, title: string): HttpAnswer {
  const text = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const body = `<!DOCTYPE html>\n<html lang="en">\n<head><title>${text}</title></head>\n<body><h1>${text}</h1></body>\n</html>\n`;
  return { status, type: 'text/html; charset=UTF-8', body };
}

/** Before version 6 the status is in the body only, and HTTP says 200 (civicrm-api4.md §0). */
export function httpStatus(version: Version, status: number): number {
  return version === '5.77' ? 200 : status;
}

/** Who may not see debug output learns nothing but an error id, and whether it was a matter of permission. */
export function errorBody(version: Version, user: User, error: ApiError | UnknownRequestError): Row {
  const status = error instanceof ApiError ? error.status : 500;
  if (!user.permissions.has('view debug output')) {
    return {
      error_code: '1',
      error_message: `Sorry an error occurred and your request was not completed. (Error ID: ${errorId()})`,
      status,
    };
  }
  const id: Row = version === '5.77' ? {} : { error_id: errorId() };
  return { ...id, error_code: 0, error_message: error.message, status };
}

/** The answer to a request that failed; what version 6 does not know at all, the CMS answers with a page and 200. */
export function errorAnswer(version: Version, user: User, error: ApiError | UnknownRequestError): HttpAnswer {
  if (error instanceof UnknownRequestError && version !== '5.77') return pageAnswer(200, error.message);
  const status = error instanceof ApiError ? error.status : 500;
  return jsonAnswer(httpStatus(version, status), errorBody(version, user, error));
}

/** The refusals of the page that receives the requests, before the API sees them. */
export function securityAnswer(version: Version, status: 400 | 405, message: string): HttpAnswer {
  return jsonAnswer(httpStatus(version, status), { error_code: status, error_message: message });
}

/** The refusal of a site that is being worked on; its keys are not those of other errors. */
export function maintenanceAnswer(): HttpAnswer {
  return jsonAnswer(503, { status_code: 503, status_message: 'Temporarily unavailable for maintenance.' });
}
