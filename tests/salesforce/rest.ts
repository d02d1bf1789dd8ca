/** The REST API of the stand-in: paths, conditional requests, pages, composite and collections (salesforce.md §3 to §5). */
import { describeObject } from './describe.ts';
import type { Objects, StandInOptions } from './objects.ts';
import { millisecondsOf, stampOf, type OrgRecord, type OrgState, type Tables } from './org-data.ts';
import { OrgError } from './org-error.ts';
import { answerSoql } from './soql.ts';
import { createRecord, deleteRecord, findRecord, tableOf, updateRecord, type Writing } from './write.ts';

export interface RestRequest {
  readonly method: string;
  /** After `/services/data/vXX.X`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export interface RestAnswer {
  readonly status: number;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RestOrg {
  readonly state: OrgState;
  readonly objects: Objects;
  readonly options: StandInOptions;
  readonly userId: string;
  readonly now: Date;
  /** Records as they were before the last write, for a stale read. */
  readonly tables: Tables;
  /** When its objects, or what this user sees of them, last changed: in whole seconds. */
  readonly changedAt: number;
  /** Rows of a page of an answer. */
  readonly batch: number;
  readonly cursors: Map<string, readonly unknown[]>;
}

type Row = Readonly<Record<string, unknown>>;
const DAY = 24 * 3_600_000;
const MOST_TOGETHER = 25;
const MOST_QUERIES_TOGETHER = 5;
const MOST_IN_COLLECTION = 200;

/** @throws OrgError */
export function answerRest(org: RestOrg, request: RestRequest): RestAnswer {
  const { method, path, body } = request;
  const parts = path
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent);
  const [resource = '', object = '', third = '', fourth = ''] = parts;
  if (resource === 'query' || resource === 'queryAll') return answerQuery(org, resource, object, request.query);
  if (resource === 'limits') return { status: 200, json: { DailyApiRequests: { Max: 100_000, Remaining: 90_000 } } };
  if (resource === 'composite' && object === '' && method === 'POST') return answerComposite(org, body);
  if (resource === 'composite' && object === 'sobjects' && method === 'POST') return answerCollection(org, body);
  if (resource !== 'sobjects') throw new OrgError('NOT_FOUND', 'The requested resource does not exist', 404);
  if (object === '') {
    const sobjects = Object.keys(org.objects).map((name) => ({ name, queryable: true }));
    return { status: 200, json: { sobjects } };
  }
  if (third === 'describe') return answerDescribe(org, object, request);
  if (third === 'deleted') return answerDeleted(org, object, request.query);
  if (method === 'POST' && third === '') {
    const id = createRecord(writing(org), object, rowOf(body));
    return { status: 201, json: { id, success: true, errors: [] } };
  }
  if (fourth !== '') return answerByExternalId(org, { object, field: third, value: fourth }, request);
  return answerById(org, object, third, request);
}

export function writing({ state, objects, options, now, userId }: RestOrg): Writing {
  return { state, objects, options, now, userId };
}

function rowOf(body: unknown): Row {
  if (typeof body !== 'object' || body === null) throw new OrgError('JSON_PARSER_ERROR', 'no object');
  return body as Row;
}

function answerQuery(org: RestOrg, resource: 'query' | 'queryAll', cursor: string, query: URLSearchParams): RestAnswer {
  if (cursor !== '') {
    const kept = org.cursors.get(cursor);
    if (kept === undefined) throw new OrgError('INVALID_QUERY_LOCATOR', 'invalid query locator');
    return pageOf(org, kept, kept.length, resource);
  }
  const { total, rows } = answerSoql(org, query.get('q') ?? '', resource === 'queryAll');
  if (rows === null) return { status: 200, json: { totalSize: total, done: true, records: [] } };
  return pageOf(org, rows, total, resource);
}

function pageOf(org: RestOrg, rows: readonly unknown[], total: number, resource: string): RestAnswer {
  const records = rows.slice(0, org.batch);
  const rest = rows.slice(org.batch);
  if (rest.length === 0) return { status: 200, json: { totalSize: total, done: true, records } };
  const cursor = `01g${org.cursors.size}-${org.batch}`;
  org.cursors.set(cursor, rest);
  const nextRecordsUrl = `/services/data/v68.0/${resource}/${cursor}`;
  return { status: 200, json: { totalSize: total, done: false, nextRecordsUrl, records } };
}

function answerDescribe(org: RestOrg, object: string, { headers }: RestRequest): RestAnswer {
  const since = Date.parse(headers['if-modified-since'] ?? '');
  const json = describeObject(org.objects, object, org.options);
  if (!Number.isNaN(since) && since >= org.changedAt) return { status: 304 };
  return { status: 200, json, headers: { 'Last-Modified': new Date(org.changedAt).toUTCString() } };
}

function answerDeleted(org: RestOrg, object: string, query: URLSearchParams): RestAnswer {
  const [start, end] = ['start', 'end'].map((name) => Date.parse(query.get(name) ?? ''));
  if (start === undefined || end === undefined || Number.isNaN(start + end) || end - start < 60_000) {
    throw new OrgError('INVALID_REPLICATION_DATE', 'startDate must be at least one minute before endDate');
  }
  if (org.now.getTime() - start > 15 * DAY)
    throw new OrgError('INVALID_REPLICATION_DATE', 'startDate before org replication enabled date');
  const isInside = (at: string): boolean => millisecondsOf(at) >= start && millisecondsOf(at) <= end;
  const inBin = Object.values(org.tables[object] ?? {})
    .filter((record) => record['IsDeleted'] === true && isInside(String(record['SystemModstamp'])))
    .map((record) => ({ id: String(record['Id']), deletedDate: record['SystemModstamp'] }));
  const gone = org.state.tombs
    .filter((tomb) => tomb.object === object && isInside(tomb.at))
    .map(({ id, at }) => ({ id, deletedDate: at }));
  return {
    status: 200,
    json: {
      deletedRecords: [...inBin, ...gone],
      earliestDateAvailable: stampOf(new Date(org.now.getTime() - 14 * DAY)),
      latestDateCovered: stampOf(new Date(end)),
    },
  };
}

function fieldsOf(org: RestOrg, object: string, record: OrgRecord, query: URLSearchParams): Row {
  const asked = query.get('fields')?.split(',') ?? Object.keys(record);
  for (const name of asked) {
    if (org.objects[object]?.[name] === undefined)
      throw new OrgError('INVALID_FIELD', `No such column '${name}' on entity '${object}'`);
  }
  return {
    attributes: { type: object, url: `/services/data/v68.0/sobjects/${object}/${String(record['Id'])}` },
    ...Object.fromEntries(asked.map((name) => [name, record[name] ?? null])),
    Id: record['Id'] ?? null,
  };
}

function answerById(
  org: RestOrg,
  object: string,
  id: string,
  { method, body, query, headers }: RestRequest,
): RestAnswer {
  if (method === 'GET') {
    const record = findRecord({ ...org.state, tables: org.tables }, object, id);
    return { status: 200, json: fieldsOf(org, object, record, query) };
  }
  const record = findRecord(org.state, object, id);
  const condition = headers['if-unmodified-since'];
  if (condition !== undefined) {
    const before = Date.parse(condition);
    if (Number.isNaN(before)) throw new OrgError('INVALID_HEADER', 'invalid date');
    // In whole seconds, and what a process of its own changed does not count.
    if (Math.floor(millisecondsOf(String(record['LastModifiedDate'])) / 1_000) * 1_000 > before) return { status: 412 };
  }
  if (method === 'DELETE') {
    deleteRecord(writing(org), object, id);
    return { status: 204 };
  }
  updateRecord(writing(org), object, id, rowOf(body));
  return { status: 204 };
}

interface ExternalId {
  readonly object: string;
  readonly field: string;
  readonly value: string;
}

function answerByExternalId(
  org: RestOrg,
  { object, field, value }: ExternalId,
  { method, body, query }: RestRequest,
): RestAnswer {
  if (org.objects[object]?.[field]?.isExternalId !== true) {
    throw new OrgError('NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${field}`, 404);
  }
  const matches = (tables: Tables): readonly OrgRecord[] =>
    Object.values(tables[object] ?? {}).filter(
      (record) => record['IsDeleted'] !== true && String(record[field]).toLowerCase() === value.toLowerCase(),
    );
  if (method === 'GET') {
    const [record] = matches(org.tables);
    if (record === undefined) throw new OrgError('NOT_FOUND', 'The requested resource does not exist', 404);
    return { status: 200, json: fieldsOf(org, object, record, query) };
  }
  const given = rowOf(body);
  if (field in given || 'Id' in given)
    throw new OrgError('INVALID_FIELD', `The ${field} field should not be specified in the sobject data.`, 400, [
      field,
    ]);
  const found = matches(org.state.tables);
  if (found.length > 1)
    return { status: 300, json: found.map(({ Id }) => `/services/data/v68.0/sobjects/${object}/${String(Id)}`) };
  const [record] = found;
  if (record !== undefined) {
    updateRecord(writing(org), object, String(record['Id']), given);
    return { status: 200, json: { id: record['Id'], success: true, errors: [], created: false } };
  }
  if (query.get('updateOnly') === 'true') throw new OrgError('NOT_FOUND', 'The requested resource does not exist', 404);
  const id = createRecord(writing(org), object, { ...given, [field]: value });
  return { status: 201, json: { id, success: true, errors: [], created: true } };
}

function answerComposite(org: RestOrg, body: unknown): RestAnswer {
  const { compositeRequest: requests = [] } = rowOf(body) as { compositeRequest?: readonly Row[] };
  const isQuery = ({ url }: Row): boolean => /\/query(?:All)?\?/.test(String(url));
  if (requests.length > MOST_TOGETHER || requests.filter(isQuery).length > MOST_QUERIES_TOGETHER) {
    throw new OrgError('LIMIT_EXCEEDED', 'too many subrequests');
  }
  const compositeResponse = requests.map(({ method, url, referenceId, body: inner, httpHeaders }) => {
    const address = new URL(String(url), 'http://here');
    const request: RestRequest = {
      method: String(method),
      path: address.pathname.replace(/^\/services\/data\/v[\d.]+/, ''),
      query: address.searchParams,
      body: inner,
      headers: (httpHeaders ?? {}) as RestRequest['headers'],
    };
    const answer = guarded(() => answerRest(org, request));
    return { body: answer.json ?? null, httpHeaders: {}, httpStatusCode: answer.status, referenceId };
  });
  return { status: 200, json: { compositeResponse } };
}

function answerCollection(org: RestOrg, body: unknown): RestAnswer {
  const { records = [] } = rowOf(body) as { records?: readonly Row[] };
  if (records.length > MOST_IN_COLLECTION) throw new OrgError('LIMIT_EXCEEDED', 'too many records');
  const json = records.map((record) => {
    const { type = '' } = (record['attributes'] ?? {}) as { type?: string };
    try {
      return { id: createRecord(writing(org), type, record), success: true, errors: [] };
    } catch (error) {
      if (!(error instanceof OrgError)) throw error;
      return { success: false, errors: [{ statusCode: error.code, message: error.message, fields: error.fields }] };
    }
  });
  return { status: 200, json };
}

/** What a request comes to, errors of the organisation in their own shape. */
export function guarded(work: () => RestAnswer): RestAnswer {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    const { code, message, fields, status } = error;
    return { status, json: [{ message, errorCode: code, ...(fields.length > 0 ? { fields } : {}) }] };
  }
}

/** Every record of an object that is not in the bin. */
export function livingOf(state: OrgState, object: string): readonly OrgRecord[] {
  return Object.values(tableOf(state, object)).filter((record) => record['IsDeleted'] !== true);
}
