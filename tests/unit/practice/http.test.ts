import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../sync/practice/json.ts';
import type { PracticeCrm } from '../../../sync/practice/server.ts';
import type { Reply } from './support/server.ts';
import { call, readReply, startServer } from './support/server.ts';

const GET_CONTACT = '/civicrm/ajax/api4/Contact/get';
const SCRIPT = { 'X-Requested-With': 'XMLHttpRequest' };

async function send(crm: PracticeCrm, path: string, init: RequestInit = {}): Promise<Reply> {
  return readReply(await fetch(`${crm.url}${path}`, { method: 'POST', ...init }));
}

function form(parameters: JsonObject, extra: Record<string, string> = {}): URLSearchParams {
  return new URLSearchParams({ params: JSON.stringify(parameters), ...extra });
}

const ME: JsonObject = { select: ['display_name'], where: [['id', '=', 'user_contact_id']] };

describe('the credential of a request', () => {
  it('is taken from X-Civi-Auth, from Authorization, from the form or from the query', async () => {
    const crm = await startServer();
    const bearer = `Bearer ${crm.keys.link}`;
    const ways: readonly RequestInit[] = [
      { body: form(ME), headers: { 'X-Civi-Auth': bearer } },
      { body: form(ME), headers: { ...SCRIPT, Authorization: bearer } },
      { body: form(ME, { _authx: bearer }) },
      { body: form(ME, { api_key: crm.keys.link }) },
    ];
    for (const way of ways) {
      expect((await send(crm, GET_CONTACT, way)).body).toMatchObject({ values: [{ display_name: 'Koen Koppeling' }] });
    }
    const inQuery = await send(crm, `${GET_CONTACT}?api_key=${crm.keys.caller}`, { body: form(ME) });
    expect(inQuery.body).toMatchObject({ values: [{ display_name: 'Bea Beller' }] });
  });

  it('is refused in words that depend on where it came from', async () => {
    const crm = await startServer();
    const wrong = await call(crm, 'Contact', 'get', ME, 'wrong');
    expect(wrong).toMatchObject({ status: 401, type: 'text/plain', text: 'HTTP 401 Invalid credential' });
    const basic = await send(crm, GET_CONTACT, { body: form(ME), headers: { ...SCRIPT, Authorization: 'Basic YTpi' } });
    expect(basic.status).toBe(401);
    const legacy = await send(crm, GET_CONTACT, { body: form(ME, { api_key: 'wrong' }) });
    expect(legacy.status).toBe(200);
    expect(legacy.body).toEqual({ error_message: 'FATAL: Invalid credential', is_error: 1 });
    const withoutPermission = await call(crm, 'Contact', 'get', ME, crm.keys.nokey);
    expect(withoutPermission.text).toBe('HTTP 401 Login not permitted. Must satisfy guard (site_key, perm).');
  });

  it('is needed, unless the request looks like one of a script: then it is answered, with nothing', async () => {
    const crm = await startServer();
    const refused = await send(crm, GET_CONTACT, { body: form({}) });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('SECURITY ALERT');
    const nobody = await send(crm, GET_CONTACT, { body: form({}), headers: SCRIPT });
    expect(nobody.status).toBe(200);
    expect(nobody.body).toMatchObject({ values: [], count: 0 });
  });

  it('in Authorization does not prove that a script sent it', async () => {
    const crm = await startServer();
    const init = { body: form(ME), headers: { Authorization: `Bearer ${crm.keys.link}` } };
    expect((await send(crm, GET_CONTACT, init)).status).toBe(400);
  });

  it('of a contact in the bin still counts, and of a contact without an account it does not', async () => {
    const crm = await startServer();
    const id = { where: [['id', '=', 6]] };
    await call(crm, 'Contact', 'update', { ...id, values: { is_deleted: true } }, crm.keys.admin);
    expect((await call(crm, 'Contact', 'get', { select: ['id'], ...id })).body).toMatchObject({ count: 1 });
    const values = { first_name: 'Sleutel', api_key: 'abcdef0123456789' };
    await call(crm, 'Contact', 'create', { values }, crm.keys.admin);
    expect((await call(crm, 'Contact', 'get', {}, 'abcdef0123456789')).status).toBe(401);
  });

  it('tells who somebody is', async () => {
    const crm = await startServer();
    const init = { method: 'GET', headers: { 'X-Civi-Auth': `Bearer ${crm.apiKey}` } };
    const known = await send(crm, '/civicrm/authx/id', init);
    expect(known.body).toEqual({ contact_id: 6, user_id: 2, flow: 'xheader', cred: 'api_key' });
    const nobody = await send(crm, '/civicrm/authx/id', { method: 'GET' });
    expect(nobody.body).toEqual({ contact_id: null, user_id: null, flow: null, cred: null });
  });
});

describe('the body of a request', () => {
  const columns = 30;

  it('is not read when it is JSON: the whole table is answered', async () => {
    const crm = await startServer();
    const headers = { 'X-Civi-Auth': `Bearer ${crm.apiKey}`, 'Content-Type': 'application/json' };
    const reply = await send(crm, GET_CONTACT, { headers, body: JSON.stringify({ ...ME, limit: 1 }) });
    expect(reply.body).toMatchObject({ count: 5 });
    const [row] = (reply.body as { readonly values: readonly JsonObject[] }).values;
    expect(Object.keys(row ?? {}).length).toBeGreaterThan(columns);
  });

  it('is not read when it is larger than PHP takes', async () => {
    const crm = await startServer();
    const headers = { 'X-Civi-Auth': `Bearer ${crm.apiKey}` };
    const body = form(ME, { ballast: 'x'.repeat(8 * 1024 * 1024) });
    expect((await send(crm, GET_CONTACT, { headers, body })).body).toMatchObject({ count: 5 });
    const create = await send(crm, '/civicrm/ajax/api4/Contact/save', { headers, body });
    expect(create.status).toBe(500);
    expect(create.body).toMatchObject({ error_message: 'Parameter "records" is required.' });
  });

  it.each(['{"select":["id"', '5', '"text"', 'null', 'nonsense'])(
    'ends in a page when params is %s',
    async (params) => {
      const crm = await startServer();
      const headers = { 'X-Civi-Auth': `Bearer ${crm.apiKey}` };
      const reply = await send(crm, GET_CONTACT, { headers, body: new URLSearchParams({ params }) });
      expect(reply).toMatchObject({ status: 200, type: 'text/html; charset=UTF-8' });
      const old = await startServer({ version: '5.77' });
      const oldHeaders = { 'X-Civi-Auth': `Bearer ${old.apiKey}` };
      const oldReply = await send(old, GET_CONTACT, { headers: oldHeaders, body: new URLSearchParams({ params }) });
      expect(oldReply).toMatchObject({ status: 500, type: 'text/html; charset=UTF-8' });
    },
  );

  it('may be left out of a read by GET, and only there', async () => {
    const crm = await startServer();
    const init = { method: 'GET', headers: { 'X-Civi-Auth': `Bearer ${crm.apiKey}` } };
    const query = form(ME).toString();
    expect((await send(crm, `${GET_CONTACT}?${query}`, init)).body).toMatchObject({ count: 1 });
    const write = await send(crm, `/civicrm/ajax/api4/Contact/create?${query}`, init);
    expect(write.status).toBe(405);
    expect(write.body).toEqual({
      error_code: 405,
      error_message: 'SECURITY: All requests that modify the database must be http POST, not GET.',
    });
  });

  it('re-shapes the values by index', async () => {
    const crm = await startServer();
    const headers = { 'X-Civi-Auth': `Bearer ${crm.apiKey}` };
    const single = await send(crm, GET_CONTACT, { headers, body: form(ME, { index: '0' }) });
    expect(single.body).toMatchObject({ values: { id: 6, display_name: 'Koen Koppeling' } });
    const byId = await send(crm, GET_CONTACT, { headers, body: form(ME, { index: 'id' }) });
    expect(byId.body).toMatchObject({ values: { 6: { display_name: 'Koen Koppeling' } } });
  });
});

describe('the path of a request', () => {
  it.each([
    '//civicrm/ajax/api4/Contact/get',
    '/civicrm/ajax/api4/contact/GET/',
    '/?civiwp=CiviCRM&q=civicrm/ajax/api4/Contact/get',
  ])('may be written %s', async (path) => {
    const crm = await startServer();
    const headers = { 'X-Civi-Auth': `Bearer ${crm.apiKey}` };
    expect((await send(crm, path, { headers, body: form(ME) })).body).toMatchObject({ count: 1 });
  });

  it.each(['/', '/crm/ajax/api4/Contact/get', '/wp-admin', '/%zz/%', '/civicrm/ajax'])(
    'leads nowhere: %s',
    async (path) => {
      const crm = await startServer();
      expect(await send(crm, path)).toMatchObject({ status: 404, type: 'text/html; charset=UTF-8' });
    },
  );

  it('answers OPTIONS without a word about other origins', async () => {
    const crm = await startServer();
    const response = await fetch(`${crm.url}${GET_CONTACT}`, { method: 'OPTIONS' });
    expect(response.status).toBe(200);
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(response.headers.get('set-cookie')).toMatch(/^PHPSESSID=/);
  });
});

describe('errors', () => {
  it('have a status of their own since version 6, and 200 before', async () => {
    const [crm, old] = [await startServer(), await startServer({ version: '5.77' })];
    const wrong = { select: ['id'], where: [['nope', '=', 1]] };
    expect(await call(crm, 'Contact', 'get', wrong)).toMatchObject({
      status: 500,
      body: { error_code: 0, error_message: "Invalid field 'nope'", status: 500 },
    });
    const answer = await call(old, 'Contact', 'get', wrong);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ error_code: 0, error_message: "Invalid field 'nope'", status: 500 });
    expect((await call(crm, 'Contact', 'delete', { where: [['id', '=', 1]] }, crm.keys.caller)).status).toBe(403);
    expect((await call(crm, 'Nope', 'get', {})).type).toBe('text/html; charset=UTF-8');
    expect((await call(old, 'Nope', 'get', {})).body).toMatchObject({ status: 500 });
  });

  it('tell nothing to a user without debug output', async () => {
    const crm = await startServer();
    const reply = await call(crm, 'Contact', 'get', { where: [['nope', '=', 1]] }, crm.keys.caller);
    expect(reply.body).toMatchObject({ error_code: '1', status: 500 });
    expect(reply.text).toMatch(/Sorry an error occurred and your request was not completed\. \(Error ID: [\w-]{14}\)/);
  });

  it('of one call do not spoil the others', async () => {
    const crm = await startServer();
    const calls = JSON.stringify({ good: ['Contact', 'get', ME], bad: ['Contact', 'get', { nope: 1 }], odd: 5 });
    const headers = { 'X-Civi-Auth': `Bearer ${crm.apiKey}` };
    const reply = await send(crm, '/civicrm/ajax/api4', { headers, body: new URLSearchParams({ calls }) });
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ good: { count: 1 }, bad: { error_message: 'Unknown api parameter: nope' } });
  });
});

describe('the server', () => {
  it('stays up when a client breaks off in the middle of a request', async () => {
    const crm = await startServer();
    const socket = connect(Number(new URL(crm.url).port), '127.0.0.1');
    await new Promise<void>((resolve) => {
      socket.once('connect', resolve);
    });
    socket.write(`POST ${GET_CONTACT} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nparams=`);
    socket.destroy();
    expect((await call(crm, 'Contact', 'get', ME)).status).toBe(200);
  });

  it('stops at once, whatever is still waiting', async () => {
    const crm = await startServer();
    crm.faults.set('latency', 'always', 60_000);
    const waiting = call(crm, 'Contact', 'get', ME).then(
      () => 'answered',
      () => 'broken off',
    );
    await crm.stop();
    expect(await waiting).toBe('broken off');
  });

  it('does not start on a port that is taken', async () => {
    const crm = await startServer();
    await expect(startServer({ port: Number(new URL(crm.url).port) })).rejects.toThrow('EADDRINUSE');
  });

  it('listens on loopback only', async () => {
    const crm = await startServer();
    expect(crm.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(crm.apiKey).toBe(crm.keys.link);
    expect(new Set(Object.values(crm.keys)).size).toBe(4);
    for (const key of Object.values(crm.keys)) expect(key).toMatch(/^[\da-f]{32,}$/);
  });
});
