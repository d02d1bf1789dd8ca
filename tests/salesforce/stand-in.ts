/** A Salesforce organisation on loopback, with NPSP or without, that fails in the ways in which a real one does. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { FaultKnobs } from '../../sync/practice/faults.ts';
import { OAuth } from './oauth.ts';
import { objectsOf, statusesOf, type Objects, type StandInOptions } from './objects.ts';
import { emptyState, newId, stampOf, type OrgState, type Tables } from './org-data.ts';
import { OrgError } from './org-error.ts';
import { answerRest, guarded, type RestAnswer, type RestOrg, type RestRequest } from './rest.ts';
import { createRecord, tableOf, type Writing } from './write.ts';

export interface SalesforceOptions extends StandInOptions {
  readonly clock?: () => Date;
  /** Where the organisation is kept between two starts; absent: nowhere. */
  readonly file?: string;
  readonly name?: string;
}

export interface SalesforceStandIn {
  readonly url: string;
  readonly oauth: OAuth;
  readonly faults: FaultKnobs;
  readonly state: OrgState;
  /** So many writes find their record locked. */
  locks: number;
  /** How often a rule against duplicates was overruled. */
  readonly overruled: number;
  /** What the day allows, and what was asked. */
  readonly limit: { most: number; used: number };
  /** Rows of one page of an answer. */
  batch: number;
  /** As the administrator, past all faults and rights. */
  readonly admin: () => Writing;
  /** What this user sees from now on. */
  change(options: StandInOptions): void;
  save(): void;
  stop(): Promise<void>;
}

const secondOf = (at: Date): number => Math.floor(at.getTime() / 1_000) * 1_000;
const PAGE = '<html><body><h1>We are down for maintenance</h1></body></html>';

class Organisation implements SalesforceStandIn {
  url = '';
  readonly faults = new FaultKnobs();
  readonly oauth: OAuth;
  readonly state: OrgState;
  locks = 0;
  overruled = 0;
  readonly limit = { most: 100_000, used: 0 };
  batch = 2_000;
  stop: () => Promise<void> = () => Promise.resolve();
  readonly #file: string | undefined;
  readonly #clock: () => Date;
  readonly #userId: string;
  readonly #organisationId: string;
  readonly #cursors = new Map<string, readonly unknown[]>();
  #changedAt: number;
  #options: StandInOptions;
  #objects: Objects;
  #before: LastWrite | null = null;

  constructor({ clock = () => new Date(), file, name = 'Stichting Voorbeeld', ...options }: SalesforceOptions) {
    this.#clock = clock;
    this.#changedAt = secondOf(clock());
    this.#file = file;
    this.#options = options;
    this.#objects = objectsOf(options);
    this.oauth = new OAuth(() => clock().getTime());
    const isKept = file !== undefined && existsSync(file);
    this.state = isKept ? (JSON.parse(readFileSync(file, 'utf8')) as OrgState) : emptyState();
    if (!isKept) this.#found(name);
    this.#userId = Object.keys(tableOf(this.state, 'User'))[0] ?? '';
    this.#organisationId = Object.keys(tableOf(this.state, 'Organization'))[0] ?? '';
  }

  #found(name: string): void {
    const stamps = stampOf(this.#clock());
    const add = (object: string, values: Readonly<Record<string, string | boolean>>): void => {
      const id = newId(this.state, object);
      const system = { CreatedDate: stamps, LastModifiedDate: stamps, SystemModstamp: stamps, IsDeleted: false };
      tableOf(this.state, object)[id] = { Id: id, ...system, ...values };
    };
    // Another organisation has another id, as everywhere.
    this.state.made = createHash('sha256').update(name).digest().readUInt32BE(0) % 1_000_000;
    add('Organization', { Name: name });
    add('User', { Name: 'Bella Beller', IsActive: true });
    for (const [index, { name: status, isClosed }] of statusesOf(this.#options).entries()) {
      add('TaskStatus', { ApiName: status, MasterLabel: status, IsClosed: isClosed, IsDefault: index === 0 });
    }
  }

  readonly admin = (): Writing => ({
    state: this.state,
    objects: objectsOf({ ...this.#options, hidden: [], frozen: [] }),
    options: this.#options,
    now: this.#clock(),
    userId: this.#userId,
  });

  change(options: StandInOptions): void {
    // Never in the second in which it was described before.
    this.#changedAt = Math.max(this.#changedAt + 1_000, secondOf(this.#clock()));
    this.#options = { ...this.#options, ...options };
    this.#objects = objectsOf(this.#options);
  }

  save(): void {
    if (this.#file === undefined) return;
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, JSON.stringify(this.state));
  }

  async serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await readBody(message);
    const url = new URL(message.url ?? '/', this.url);
    const method = message.method ?? 'GET';
    const name = nameOf(method, url.pathname);
    if (this.faults.strikes('latency', name)) await wait(this.faults.strength('latency'), undefined, { ref: false });
    if (this.faults.strikes('dropBefore', name)) return void message.socket.destroy();
    if (this.faults.strikes('refuse', name) || this.faults.strikes('maintenance', name))
      return this.#page(response, 503);
    if (this.faults.strikes('htmlPage', name)) return this.#page(response, 200);
    const answer = this.#answer(message, url, method, text, name.isRead && this.faults.strikes('staleReads', name));
    this.faults.log({ ...name, status: answer.status });
    if (this.faults.strikes('dropAfter', name)) return void message.socket.destroy();
    if (!name.isRead && answer.status < 300 && this.faults.strikes('errorAfterWrite', name)) {
      return this.#send(response, {
        status: 500,
        json: [{ message: 'An unexpected error occurred', errorCode: 'UNKNOWN_EXCEPTION' }],
      });
    }
    this.#send(response, answer);
  }

  #answer(message: IncomingMessage, url: URL, method: string, text: string, isStale: boolean): RestAnswer {
    const { pathname, searchParams } = url;
    if (pathname === '/services/oauth2/authorize') {
      const { status, location, json } = this.oauth.authorize(searchParams);
      return { status, json, ...(location === undefined ? {} : { headers: { Location: location } }) };
    }
    if (pathname === '/services/oauth2/token') return this.oauth.token(new URLSearchParams(text), this.url);
    if (pathname === '/services/oauth2/revoke') {
      this.oauth.revoke(new URLSearchParams(text).get('token') ?? '');
      return { status: 200 };
    }
    if (pathname === '/services/data/') {
      return {
        status: 200,
        json: [58, 60, 66, 68, 70].map((version) => ({ label: '', url: '', version: `${version}.0` })),
      };
    }
    const token = /^Bearer (.+)$/.exec(message.headers.authorization ?? '')?.[1] ?? '';
    if (!this.oauth.isSignedIn(token)) {
      return { status: 401, json: [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }] };
    }
    if (pathname === '/services/oauth2/userinfo') {
      const name = this.state.tables['User']?.[this.#userId]?.['Name'] ?? '';
      return {
        status: 200,
        json: { user_id: this.#userId, organization_id: this.#organisationId, name, active: true },
      };
    }
    this.limit.used += 1;
    if (this.limit.used > this.limit.most) {
      return { status: 403, json: [{ message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }] };
    }
    if ((message.url ?? '').length > 16_384) return { status: 414 };
    return guarded(() => this.#rest(message, url, method, text, isStale));
  }

  #rest(
    message: IncomingMessage,
    { pathname, searchParams }: URL,
    method: string,
    text: string,
    isStale: boolean,
  ): RestAnswer {
    const path = pathname.replace(/^\/services\/data\/v[\d.]+/, '');
    const request: RestRequest = {
      method,
      path,
      query: searchParams,
      body: text === '' ? null : (JSON.parse(text) as unknown),
      headers: Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, value?.toString()])),
    };
    const isWrite = !nameOf(method, pathname).isRead;
    if (isWrite && this.locks > 0) {
      this.locks -= 1;
      throw new OrgError(
        'UNABLE_TO_LOCK_ROW',
        'unable to obtain exclusive access to this record or 1 records: 001xx000003DGbYAAW',
      );
    }
    if (isWrite && this.faults.isOn('staleReads'))
      this.#before = { earlier: structuredClone(this.state.tables), written: null };
    const overrules = /allowSave=true/i.test(message.headers['sforce-duplicate-rule-header']?.toString() ?? '');
    if (overrules) this.overruled += 1;
    const org: RestOrg = {
      ...this.admin(),
      options: { ...this.#options, ...(overrules ? { hasDuplicateRule: false } : {}) },
      objects: this.#objects,
      tables: isStale && this.#before !== null ? withoutLastWrite(this.state.tables, this.#before) : this.state.tables,
      changedAt: this.#changedAt,
      batch: this.batch,
      cursors: this.#cursors,
    };
    const answer = answerRest(org, request);
    if (isWrite && this.#before !== null)
      this.#before.written = changedBetween(this.#before.earlier, this.state.tables);
    return answer;
  }

  #page(response: ServerResponse, status: number): void {
    response.writeHead(status, { 'Content-Type': 'text/html', Date: this.#clock().toUTCString() });
    response.end(PAGE);
  }

  #send(response: ServerResponse, { status, json, headers = {} }: RestAnswer): void {
    response.writeHead(status, {
      Date: this.#clock().toUTCString(),
      'Sforce-Limit-Info': `api-usage=${this.limit.used}/${this.limit.most}`,
      ...(json === undefined ? {} : { 'Content-Type': 'application/json;charset=UTF-8' }),
      ...headers,
    });
    response.end(json === undefined ? undefined : JSON.stringify(json));
  }
}

/** What the last write did: as it was before, and which records it changed. */
interface LastWrite {
  readonly earlier: Tables;
  written: readonly (readonly [object: string, id: string])[] | null;
}

function changedBetween(before: Tables, after: Tables): readonly (readonly [string, string])[] {
  return Object.entries(after).flatMap(([object, records]) =>
    Object.entries(records).flatMap(([id, record]) =>
      JSON.stringify(before[object]?.[id]) === JSON.stringify(record) ? [] : [[object, id] as const],
    ),
  );
}

/** A write that is not committed yet is not seen, whatever was committed after its stamp is (salesforce.md §4). */
function withoutLastWrite(now: Tables, { earlier, written }: LastWrite): Tables {
  const tables = Object.fromEntries(Object.entries(now).map(([object, records]) => [object, { ...records }]));
  for (const [object, id] of written ?? []) {
    const before = earlier[object]?.[id];
    if (before === undefined) delete tables[object]?.[id];
    else tables[object] = { ...tables[object], [id]: before };
  }
  return tables;
}

interface RequestName {
  readonly entity: string;
  readonly action: string;
  readonly isRead: boolean;
}

/** What a request asks, for the knobs: reading is `get…`. */
export function nameOf(method: string, pathname: string): RequestName {
  const [, , , , resource = '', object = '', , field = ''] = pathname.split('/');
  if (pathname.startsWith('/services/oauth2/')) {
    const isRead = method === 'GET';
    return { entity: 'oauth', action: isRead ? 'get' : 'token', isRead };
  }
  const isRead = method === 'GET' || (resource === 'composite' && object === '');
  const action = isRead
    ? `get-${resource}`
    : ({ POST: 'create', PATCH: field === '' ? 'update' : 'upsert' }[method] ?? 'delete');
  return { entity: object || resource, action, isRead };
}

async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

export async function startSalesforce(options: SalesforceOptions = {}): Promise<SalesforceStandIn> {
  const organisation = new Organisation(options);
  const server = createServer((message, response) => {
    // A request that broke off has nobody to be answered.
    organisation.serve(message, response).catch(() => message.socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  organisation.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  organisation.stop = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return organisation;
}

/** Adds a record as the administrator. @returns its id */
export function addRecord(org: SalesforceStandIn, object: string, values: Readonly<Record<string, unknown>>): string {
  return createRecord(org.admin(), object, values);
}
