import { describe, expect, it } from 'vitest';
import type { FaultName, PracticeCrm } from '../../../sync/practice/server.ts';
import { FaultKnobs } from '../../../sync/practice/server.ts';
import { call, startServer } from './support/server.ts';

const GET = { select: ['display_name'], where: [['id', '=', 'user_contact_id']] };

function subjects(crm: PracticeCrm): Promise<unknown> {
  const query = { select: ['subject'], where: [['subject', 'LIKE', 'fault %']], orderBy: { id: 'ASC' } };
  return call(crm, 'Activity', 'get', query).then(({ body }) =>
    (body as { readonly values: readonly { readonly subject: string }[] }).values.map((row) => row.subject),
  );
}

function write(crm: PracticeCrm, subject: string): ReturnType<typeof call> {
  const values = { 'activity_type_id:name': 'Phone Call', source_contact_id: 'user_contact_id', subject };
  return call(crm, 'Activity', 'create', { values });
}

describe('the faults of a connection', () => {
  it('break it before anything was done', async () => {
    const crm = await startServer();
    crm.faults.set('dropBefore', { next: 1 });
    await expect(write(crm, 'fault 1')).rejects.toThrow('fetch failed');
    expect(await subjects(crm)).toEqual([]);
    expect(crm.faults.struck('dropBefore')).toBe(1);
  });

  it('break it after everything was done', async () => {
    const crm = await startServer();
    crm.faults.set('dropAfter', { next: 1 });
    await expect(write(crm, 'fault 1')).rejects.toThrow('fetch failed');
    expect(await subjects(crm)).toEqual(['fault 1']);
  });

  it('make it slow', async () => {
    const crm = await startServer();
    crm.faults.set('latency', { next: 1 }, 40);
    const started = performance.now();
    await call(crm, 'Contact', 'get', GET);
    expect(performance.now() - started).toBeGreaterThanOrEqual(39);
    expect(crm.faults.struck('latency')).toBe(1);
  });

  it('refuse every so many-th request', async () => {
    const crm = await startServer();
    crm.faults.set('refuse', 'always', 0.25);
    const statuses: number[] = [];
    for (let count = 0; count < 8; count += 1) statuses.push((await call(crm, 'Contact', 'get', GET)).status);
    expect(statuses).toEqual([200, 200, 200, 503, 200, 200, 200, 503]);
    expect(crm.faults.struck('refuse')).toBe(2);
  });
});

describe('the faults of a server', () => {
  it('answer a write that was done with an error', async () => {
    const crm = await startServer();
    crm.faults.set('errorAfterWrite', { next: 1 });
    expect((await call(crm, 'Contact', 'get', GET)).status).toBe(200);
    expect(await write(crm, 'fault 1')).toMatchObject({ status: 500, body: { status: 500 } });
    expect((await write(crm, 'fault 2')).status).toBe(200);
    expect(await subjects(crm)).toEqual(['fault 1', 'fault 2']);
  });

  it('answer with a page instead of doing anything', async () => {
    const crm = await startServer();
    crm.faults.set('htmlPage', { next: 1 });
    expect(await write(crm, 'fault 1')).toMatchObject({ status: 200, type: 'text/html; charset=UTF-8' });
    expect(await subjects(crm)).toEqual([]);
  });

  it('are under maintenance, for all but the administrator', async () => {
    const crm = await startServer();
    crm.faults.set('maintenance', 'always');
    const reply = await call(crm, 'Contact', 'get', GET);
    expect(reply.status).toBe(503);
    expect(reply.body).toEqual({
      status_code: 503,
      status_message: 'Temporarily unavailable for maintenance.',
    });
    expect((await call(crm, 'Contact', 'get', GET, crm.keys.admin)).status).toBe(200);
    crm.faults.clear();
    expect((await call(crm, 'Contact', 'get', GET)).status).toBe(200);
  });

  it('read from before the last write', async () => {
    const crm = await startServer();
    await write(crm, 'fault 1');
    crm.faults.set('staleReads', { next: 2 });
    expect(await subjects(crm)).toEqual(['fault 1']);
    await write(crm, 'fault 2');
    expect(await subjects(crm)).toEqual(['fault 1']);
    expect(await subjects(crm)).toEqual(['fault 1', 'fault 2']);
    crm.faults.set('staleReads', 'always');
    await write(crm, 'fault 3');
    await write(crm, 'fault 4');
    expect(await subjects(crm)).toEqual(['fault 1', 'fault 2', 'fault 3']);
    expect(crm.faults.struck('staleReads')).toBe(3);
  });
});

describe('the knobs', () => {
  it('strike the requests that a predicate picks', async () => {
    const crm = await startServer();
    crm.faults.set('errorAfterWrite', ({ entity, action }) => entity === 'Activity' && action === 'create');
    expect((await write(crm, 'fault 1')).status).toBe(500);
    const values = { first_name: 'Nieuw' };
    expect((await call(crm, 'Contact', 'create', { values })).status).toBe(200);
  });

  it('keep a log of what was asked', async () => {
    const crm = await startServer();
    crm.faults.set('dropBefore', ({ action }) => action === 'create');
    await call(crm, 'Contact', 'get', GET);
    await call(crm, 'Contact', 'get', { where: 'x' });
    await expect(write(crm, 'fault 1')).rejects.toThrow('fetch failed');
    await fetch(`${crm.url}/civicrm/authx/id`);
    expect(crm.faults.requests).toEqual([
      { entity: 'Contact', action: 'get', status: 200 },
      { entity: 'Contact', action: 'get', status: 500 },
      { entity: 'Activity', action: 'create', status: 'dropped' },
      { entity: 'authx', action: 'id', status: 200 },
    ]);
    crm.faults.forgetRequests();
    expect(crm.faults.requests).toEqual([]);
  });

  it('keep no more than the latest thousand requests', () => {
    const faults = new FaultKnobs();
    for (let count = 0; count < 1200; count += 1) faults.log({ entity: 'Contact', action: `${count}`, status: 200 });
    expect(faults.requests).toHaveLength(1000);
    expect(faults.requests[0]?.action).toBe('200');
  });

  it('are all off at the beginning, and can be turned off again', () => {
    const faults = new FaultKnobs();
    const names: readonly FaultName[] = ['latency', 'refuse', 'dropBefore', 'dropAfter', 'staleReads'];
    const request = { entity: 'Contact', action: 'get' };
    for (const name of names) expect(faults.strikes(name, request)).toBe(false);
    faults.set('refuse', 'always');
    faults.set('dropAfter', { next: 2 });
    for (const name of ['refuse', 'dropAfter'] as const) expect(faults.strikes(name, request)).toBe(true);
    faults.clear();
    for (const name of names) expect(faults.strikes(name, request)).toBe(false);
    expect(faults.struck('dropAfter')).toBe(1);
  });
});
