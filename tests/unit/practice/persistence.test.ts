import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openSqlite } from '../../../db/sqlite.ts';
import type { PracticeCrmOptions } from '../../../sync/practice/server.ts';
import { call, startServer } from './support/server.ts';

const SERVE = fileURLToPath(new URL('support/serve.ts', import.meta.url));
const FILL: PracticeCrmOptions['fill'] = { kind: 'invented', donors: 10, seed: 1, date: '2026-11-21' };

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'practice-test-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
});

interface Running {
  readonly process: ChildProcess;
  readonly url: string;
  readonly apiKey: string;
}

async function startProcess(): Promise<Running> {
  const child = spawn(process.execPath, [SERVE, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const lines = createInterface({ input: child.stdout });
  const [line] = (await once(lines, 'line')) as [string];
  return { process: child, ...(JSON.parse(line) as { readonly url: string; readonly apiKey: string }) };
}

/** Creates activities until the server is gone; answers the subjects whose creation was acknowledged. */
async function writeUntilKilled(
  { url, apiKey, process: child }: Running,
  killAfter: number,
): Promise<readonly string[]> {
  const acknowledged: string[] = [];
  for (let count = 1; ; count += 1) {
    const subject = `write ${count}`;
    const values = { activity_type_id: 2, source_contact_id: 'user_contact_id', target_contact_id: [7], subject };
    const request = fetch(`${url}/civicrm/ajax/api4/Activity/create`, {
      method: 'POST',
      headers: { 'X-Civi-Auth': `Bearer ${apiKey}` },
      body: new URLSearchParams({ params: JSON.stringify({ values }) }),
    });
    if (count === killAfter) child.kill('SIGKILL');
    try {
      await (await request).text();
      acknowledged.push(subject);
    } catch {
      return acknowledged;
    }
  }
}

describe('the data of a practice CRM', () => {
  it('survive the end of the process at any moment, with the keys', async () => {
    const running = await startProcess();
    const acknowledged = await writeUntilKilled(running, 20);
    expect(acknowledged.length).toBeGreaterThanOrEqual(19);

    const crm = await startServer({ dataDir });
    expect(crm.apiKey).toBe(running.apiKey);
    const query = { select: ['subject', 'target_contact_id'], where: [['subject', 'LIKE', 'write %']] };
    const reply = await call(crm, 'Activity', 'get', query);
    const { values } = reply.body as { readonly values: readonly { subject: string; target_contact_id: unknown }[] };
    expect(values.map((row) => row.subject)).toEqual(expect.arrayContaining([...acknowledged]));
    for (const row of values) expect(row.target_contact_id).toEqual([7]);
  });

  it('are the same when the folder is opened again, and are not filled anew', async () => {
    const first = await startServer({ dataDir, fill: FILL });
    const { keys } = first;
    const values = { first_name: 'Blijvend' };
    const created = await call(first, 'Contact', 'create', { values });
    await first.stop();

    const again = await startServer({ dataDir, fill: { kind: 'invented', donors: 500, seed: 9, date: '2026-11-21' } });
    expect(again.keys).toEqual(keys);
    const everybody = await call(again, 'Contact', 'get', { select: ['row_count'] });
    expect(everybody.body).toMatchObject({ count: 16 });
    const [{ id }] = (created.body as { readonly values: [{ readonly id: number }] }).values;
    const found = await call(again, 'Contact', 'get', { select: ['first_name'], where: [['id', '=', id]] });
    expect(found.body).toMatchObject({ values: [{ first_name: 'Blijvend' }] });
  });

  it('do not give an id out again after a deletion and a restart', async () => {
    const first = await startServer({ dataDir });
    const create = { values: { first_name: 'Kort' } };
    const [{ id }] = ((await call(first, 'Contact', 'create', create)).body as { values: [{ id: number }] }).values;
    await call(first, 'Contact', 'delete', { where: [['id', '=', id]], useTrash: false }, first.keys.admin);
    await first.stop();
    const again = await startServer({ dataDir });
    const [next] = ((await call(again, 'Contact', 'create', create)).body as { values: [{ id: number }] }).values;
    expect(next.id).toBe(id + 1);
  });

  it('remember their dialect, and refuse to be opened in another one', async () => {
    const first = await startServer({ dataDir, version: '5.77' });
    await first.stop();
    const again = await startServer({ dataDir });
    const reply = await call(again, 'Contact', 'get', { where: [['nope', '=', 1]] });
    expect(reply.status).toBe(200);
    await again.stop();
    await expect(startServer({ dataDir, version: '6.17' })).rejects.toThrow('version 5.77, not 6.17');
  });

  it('are not half there when the fill fails', async () => {
    const fill: PracticeCrmOptions['fill'] = { kind: 'invented', donors: 5, seed: 1, date: 'tomorrow' };
    await expect(startServer({ dataDir, fill })).rejects.toThrow('tomorrow is no date');
    const crm = await startServer({ dataDir, fill: FILL });
    const everybody = await call(crm, 'Contact', 'get', { select: ['row_count'] });
    expect(everybody.body).toMatchObject({ count: 15 });
  });

  it('are refused when another program made the file', async () => {
    const database = await openSqlite(join(dataDir, 'practice-crm.db'));
    database.exec('PRAGMA user_version = 99');
    database.close();
    await expect(startServer({ dataDir })).rejects.toThrow('was made by another version of Dankbel');
  });

  it('are in a folder that is made when it is missing, and nowhere when they are in memory', async () => {
    const crm = await startServer({ dataDir: join(dataDir, 'a', 'b') });
    expect(await readdir(join(dataDir, 'a', 'b'))).toContain('practice-crm.db');
    await crm.stop();
    expect(await readdir(join(dataDir, 'a', 'b'))).toEqual(['practice-crm.db']);
  });
});
