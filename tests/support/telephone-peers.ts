/**
 * Stand-ins for telephone systems on loopback. No Asterisk is in Debian 12, and no VoIPGRID or 3CX can be had here: these
 * answer as the makers' descriptions say, and remember what they were asked.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ASTERISK, GENERIC, THREE_CX, VOIPGRID, type TelephoneSystem } from '../../domain/telephone/systems.ts';
import { serve } from './web-server.ts';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  readonly body: string;
}

export interface Peer {
  readonly system: TelephoneSystem;
  readonly asked: readonly Asked[];
  /** In the system's own word. */
  setState(word: string): void;
}

const SECRET = 'sleutel-van-de-centrale';
export const PEER_SECRET = SECRET;

type Answer = (asked: Asked, reply: (status: number, value?: unknown) => void) => void;

async function peer(
  systemAt: (url: string) => TelephoneSystem,
  answer: (state: () => string) => Answer,
): Promise<Peer> {
  const asked: Asked[] = [];
  let state = '';
  const respond = answer(() => state);
  const url = await serve(async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const question = {
      method: request.method ?? '',
      path: request.url ?? '',
      authorization: request.headers.authorization ?? '',
      body: Buffer.concat(chunks).toString(),
    };
    asked.push(question);
    respond(question, (status, value) => {
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(value === undefined ? '' : JSON.stringify(value));
    });
  });
  return { system: systemAt(url), asked, setState: (word) => void (state = word) };
}

export function voipgrid(): Promise<Peer> {
  return peer(
    (url) => ({
      ...VOIPGRID,
      dial: { ...VOIPGRID.dial, url: `${url}/api/clicktodial/` },
      state: VOIPGRID.state === null ? null : { ...VOIPGRID.state, url: `${url}/api/clicktodial/{line}/` },
    }),
    (state) =>
      ({ method, path, authorization }, reply) => {
        if (authorization !== `token ${SECRET}`) reply(401, { detail: 'Invalid token' });
        else if (method === 'POST' && path === '/api/clicktodial/') reply(201, { callid: '9a-77', status: 'confirm' });
        else if (path === '/api/clicktodial/9a-77/') reply(200, { callid: '9a-77', status: state() });
        else reply(404);
      },
  );
}

export function threeCx(): Promise<Peer> {
  return peer(
    (url) => ({
      ...THREE_CX,
      clientId: 'dankbel',
      dial: { ...THREE_CX.dial, url: `${url}/callcontrol/{device}/makecall` },
      tokenUrl: `${url}/connect/token`,
    }),
    () =>
      ({ path, authorization, body }, reply) => {
        if (path === '/connect/token') {
          const isRight = new URLSearchParams(body).get('client_secret') === SECRET;
          reply(isRight ? 200 : 401, isRight ? { access_token: 'een-uur-geldig', token_type: 'Bearer' } : {});
        } else if (authorization !== 'Bearer een-uur-geldig') reply(401);
        else reply(path === '/callcontrol/201/makecall' ? 200 : 404, { finalstatus: 'Success' });
      },
  );
}

export function generic(): Promise<Peer> {
  return peer(
    (url) => ({ ...GENERIC, dial: { ...GENERIC.dial, url: `${url}/bel` } }),
    () =>
      ({ authorization }, reply) =>
        reply(authorization === `Bearer ${SECRET}` ? 204 : 403),
  );
}

/** Asterisk REST Interface: a channel is there as long as the call lasts. */
export function asterisk(): Promise<Peer> {
  return peer(
    (url) => ({ ...ASTERISK, url: `${url}/ari`, callerId: '+31201234567' }),
    (state) => {
      const right = `Basic ${Buffer.from(`dankbel:${SECRET}`).toString('base64')}`;
      return ({ method, path, authorization }, reply) => {
        const { pathname } = new URL(path, 'http://asterisk');
        if (authorization !== right) reply(401, { message: 'Authentication required' });
        else if (method === 'POST' && pathname === '/ari/channels') reply(200, { id: '1732280000.12', state: 'Down' });
        else if (pathname === '/ari/channels/1732280000.12' && state() !== 'gone')
          reply(200, { id: '1732280000.12', state: state() });
        else reply(404, { message: 'Channel not found' });
      };
    },
  );
}

/** Answers anything at all. */
export function hostile(answer: (response: ServerResponse) => void): Promise<Peer> {
  return serve((_request, response) => answer(response)).then((url) => ({
    system: { ...GENERIC, dial: { ...GENERIC.dial, url: `${url}/bel` } },
    asked: [],
    setState: () => undefined,
  }));
}
