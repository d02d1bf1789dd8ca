/** The request failed in the API itself: `status` is 403 for a missing permission, else 500. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: 403 | 500;
  constructor(message: string, status: 403 | 500 = 500) {
    super(message);
    this.status = status;
  }
}

/** An entity, an action or a `params` the server does not know: version 6.17 answers it with a page (see http/answer.ts). */
export class UnknownRequestError extends Error {
  override readonly name = 'UnknownRequestError';
}

/** The gatekeeper's refusal: the user's role does not cover this action of this entity. */
export function notAuthorized(entity: string, action: string): ApiError {
  return new ApiError(`Authorization failed: CiviCRM APIv4 (${entity}::${action})`, 403);
}

/** The refusal for one record. */
export function accessCheckFailed(): ApiError {
  return new ApiError('ACL check failed', 403);
}

/** The messages of the real server's database layer for the constraints our own database reports. */
const DATABASE_MESSAGES: Readonly<Record<string, string>> = {
  SQLITE_CONSTRAINT_UNIQUE: 'DB Error: already exists',
  SQLITE_CONSTRAINT_PRIMARYKEY: 'DB Error: already exists',
  SQLITE_CONSTRAINT_ROWID: 'DB Error: already exists',
  SQLITE_CONSTRAINT_FOREIGNKEY: 'DB Error: constraint violation',
  SQLITE_CONSTRAINT_TRIGGER: 'DB Error: constraint violation',
  SQLITE_CONSTRAINT_NOTNULL: 'DB Error: null value violates not-null constraint',
};

/** Whatever was thrown while a request was interpreted, as the API error it is answered with. */
export function asApiError(error: unknown): ApiError | UnknownRequestError {
  if (error instanceof ApiError || error instanceof UnknownRequestError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = DATABASE_MESSAGES[code] ?? 'DB Error: unknown error';
  return Object.assign(new ApiError(message), { cause: error });
}
