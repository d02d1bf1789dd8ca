/**
 * Kentaa's API v1 on loopback, as far as it is read (kentaa.md §6): one site, one key, lists with pages that shift when
 * something changes, limits for a minute and an hour, and ways to go wrong.
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { whenDone } from '../when-done.ts';
import { stamp, type KentaaObject } from './objects.ts';

export const KENTAA_KEY = 'dankbel-kentaa-testsleutel';

const RESOURCES = [
  'projects',
  'companies',
  'teams',
  'actions',
  'users',
  'donations',
  'manual-donations',
  'recurring-donors',
  'newsletter-subscriptions',
] as const;
export type KentaaResource = (typeof RESOURCES)[number];

export interface KentaaFaults {
  /** The newest first. */
  descending: boolean;
  /** Without the newer names of fields, as older lists were. */
  oldLists: boolean;
  /** The whole server answers with this page. */
  page: 'none' | 'html-500' | 'html-200' | 'redirect' | 'silence' | 'cut-off' | 'endless' | 'drip' | 'nested' | 'list';
  /** Every page is full, of others, and there is always a next one. */
  neverEnds: boolean;
  limits: { minute: number; hour: number };
  /** Told before a page is made: something may change meanwhile. */
  beforePage: (resource: string, page: number) => void;
}

export interface KentaaStandIn {
  /** As it is filled in: up to and including the version. */
  readonly url: string;
  readonly apiKey: string;
  readonly faults: KentaaFaults;
  /** Paths with their query, the oldest first. */
  readonly requests: readonly string[];
  site: { id: number; name: string };
  put(resource: KentaaResource, object: KentaaObject): void;
  /** Changes fields, and the time of the change. */
  change(resource: KentaaResource, id: number, fields: Readonly<Record<string, unknown>>): void;
  remove(resource: KentaaResource, id: number): void;
  stop(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface StandInOptions {
  readonly clock: () => string;
  readonly apiKey?: string;
  /** Any free one when nothing is said. */
  readonly port?: number;
}

export async function startKentaa({ clock, apiKey = KENTAA_KEY, port = 0 }: StandInOptions): Promise<KentaaStandIn> {
  const lists = new Map<string, Map<number, KentaaObject>>(RESOURCES.map((name) => [name, new Map()]));
  const requests: string[] = [];
  const asked = { minute: { of: '', count: 0 }, hour: { of: '', count: 0 } };
  const faults: KentaaFaults = {
    descending: false,
    oldLists: false,
    page: 'none',
    neverEnds: false,
    limits: { minute: 100, hour: 500 },
    beforePage: () => undefined,
  };
  const listOf = (resource: string): Map<number, KentaaObject> =>
    lists.get(resource) ?? new Map<number, KentaaObject>();

  const count = (unit: 'minute' | 'hour', length: number): number => {
    const of = clock().slice(0, length);
    if (asked[unit].of !== of) asked[unit] = { of, count: 0 };
    asked[unit].count += 1;
    return faults.limits[unit] - asked[unit].count;
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://stand-in');
    requests.push(url.pathname.replace(/^\/v1/, '') + url.search);
    const left = { minute: count('minute', 16), hour: count('hour', 13) };
    response.setHeader('Date', new Date(clock()).toUTCString());
    response.setHeader('X-RateLimit-Limit-Minute', faults.limits.minute);
    response.setHeader('X-RateLimit-Remaining-Minute', Math.max(0, left.minute));
    response.setHeader('X-RateLimit-Limit-Hour', faults.limits.hour);
    response.setHeader('X-RateLimit-Remaining-Hour', Math.max(0, left.hour));
    if (misbehaves(response)) return;
    if (left.minute < 0 || left.hour < 0) return send(response, { status: 429, body: 'Retry later\n' });
    if (request.headers['x-api-key'] !== apiKey) {
      return send(response, { status: 401, body: { message: 'Invalid API key provided.' } });
    }
    send(response, request.method === 'GET' ? answer(url) : { status: 403, body: { message: 'Forbidden.' } });
  });

  const misbehaves = (response: ServerResponse): boolean => {
    const html = '<!DOCTYPE html><html><body><h1>We zijn zo terug</h1></body></html>';
    switch (faults.page) {
      case 'none':
        return false;
      case 'silence':
        return true;
      case 'redirect':
        response.writeHead(302, { Location: 'http://127.0.0.1:9/elsewhere' }).end();
        return true;
      case 'cut-off':
        response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"donations":[{"id":1,');
        return true;
      case 'endless':
        response.writeHead(200, { 'Content-Type': 'application/json' });
        endless(response);
        return true;
      case 'drip':
        response.writeHead(200, { 'Content-Type': 'application/json' });
        drip(response);
        return true;
      case 'nested':
        response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"site":'.repeat(900_000));
        return true;
      case 'list':
        response.writeHead(200, { 'Content-Type': 'application/json' }).end('[{"site":{"id":"6","name":[]}}]');
        return true;
      case 'html-500':
      case 'html-200':
        response.writeHead(faults.page === 'html-500' ? 500 : 200, { 'Content-Type': 'text/html' }).end(html);
        return true;
    }
  };

  const answer = (url: URL): Answer => {
    const [resource = '', id] = url.pathname.replace(/^\/v1\//, '').split('/');
    if (resource === 'sites') return { status: 200, body: { site: { ...state.site, default_currency: 'EUR' } } };
    if (!lists.has(resource)) return { status: 404, body: { message: 'Requested resource was not found.' } };
    if (id !== undefined) {
      const found = listOf(resource).get(Number(id));
      if (found === undefined) return { status: 404, body: { message: 'Requested resource was not found.' } };
      return {
        status: 200,
        body: { [resource.replace(/s$/, '').replace('companie', 'company').replaceAll('-', '_')]: found },
      };
    }
    return page(resource, url.searchParams);
  };

  const page = (resource: string, query: URLSearchParams): Answer => {
    for (const name of ['created_after', 'created_before', 'updated_after', 'updated_before']) {
      const value = query.get(name);
      if (value !== null && Number.isNaN(Date.parse(value))) {
        return { status: 400, body: { message: `Invalid syntax for parameter ${name} (expected ISO 8601 string).` } };
      }
    }
    const current = Number(query.get('page') ?? '1');
    const perPage = Math.min(Number(query.get('per_page') ?? '25'), 100);
    faults.beforePage(resource, current);
    if (faults.neverEnds) {
      const more = Array.from({ length: perPage }, (_, index) => ({
        id: current * 1_000 + index,
        updated_at: clock(),
      }));
      return {
        status: 200,
        body: {
          [resource.replaceAll('-', '_')]: more,
          total_entries: perPage,
          total_pages: 100_000,
          current_page: current,
        },
      };
    }
    const by = query.has('updated_after') || query.has('updated_before') ? 'updated_at' : 'created_at';
    const from = query.get(by.replace('_at', '_after'));
    const until = query.get(by.replace('_at', '_before'));
    const time = (object: KentaaObject): number => Date.parse(String(object[by]));
    const rows = [...listOf(resource).values()]
      .filter((object) => from === null || time(object) >= Date.parse(from))
      .filter((object) => until === null || time(object) <= Date.parse(until))
      .toSorted((a, b) => (faults.descending ? -1 : 1) * (time(a) - time(b) || a.id - b.id));
    const totalPages = Math.max(1, Math.ceil(rows.length / perPage));
    const shown = rows.slice((current - 1) * perPage, current * perPage);
    return {
      status: 200,
      body: {
        [resource.replaceAll('-', '_')]: faults.oldLists ? shown.map(older) : shown,
        ...(totalPages > 1 ? { links: { pages: { last: `http://stand-in?page=${totalPages}` } } } : {}),
        total_entries: rows.length,
        total_pages: totalPages,
        per_page: perPage,
        current_page: current,
      },
    };
  };

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  const state: KentaaStandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    apiKey,
    faults,
    requests,
    site: { id: 6, name: 'Stichting Voorbeeld' },
    put: (resource, object) => void listOf(resource).set(object.id, object),
    change: (resource, id, fields) => {
      const known = listOf(resource).get(id);
      if (known === undefined) throw new Error(`no ${resource} ${id}`);
      listOf(resource).set(id, { ...known, updated_at: stamp(clock()), ...fields });
    },
    remove: (resource, id) => void listOf(resource).delete(id),
    stop,
  };
  return state;
}

/** The same, ended with the test. */
export async function kentaaStandIn(options: StandInOptions): Promise<KentaaStandIn> {
  const standIn = await startKentaa(options);
  whenDone(() => standIn.stop());
  return standIn;
}

/** Lists of before 2025 lack some fields of single objects. */
function older(object: KentaaObject): object {
  const { donation_amount: _amount, consents: _consents, ...others } = object;
  return others;
}

function send(response: ServerResponse, { status, body }: Answer): void {
  const isText = typeof body === 'string';
  response.writeHead(status, { 'Content-Type': isText ? 'text/plain' : 'application/json; charset=utf-8' });
  response.end(isText ? body : JSON.stringify(body));
}

/** A byte now and then, for ever. */
function drip(response: ServerResponse): void {
  const timer = setInterval(() => response.write(' '), 20);
  response.once('close', () => clearInterval(timer));
}

/** More than anybody should read. */
function endless(response: ServerResponse): void {
  const piece = 'x'.repeat(1024 * 1024);
  const more = (): void => {
    if (!response.destroyed) response.write(piece, () => setImmediate(more));
  };
  more();
}
