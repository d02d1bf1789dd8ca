import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { JsonObject } from '../../../sync/practice/json.ts';
import type { PracticeCrm } from '../../../sync/practice/server.ts';
import { startPracticeCrm } from '../../../sync/practice/server.ts';
import { NOON, openCore } from './support/core.ts';
import { call } from './support/server.ts';
import { SetClock } from './support/set-clock.ts';

const CAPTURED = fileURLToPath(new URL('../../fixtures/civicrm/captured/', import.meta.url));
/** The highest id of a captured contact. */
const HIGHEST_CAPTURED = 2185;
const FILES = [
  'activities',
  'addresses',
  'contacts',
  'contributions',
  'emails',
  'options-activity-status',
  'options-activity-type',
  'options-contribution-status',
  'phones',
  'recurring',
];

interface Capture {
  readonly request: { readonly entity: string; readonly action: string; readonly params: JsonObject };
  readonly response: unknown;
}

async function readCapture(name: string): Promise<Capture> {
  return JSON.parse(await readFile(join(CAPTURED, `${name}.json`), 'utf8')) as Capture;
}

describe('a practice CRM with captured answers', () => {
  let crm: PracticeCrm;
  beforeAll(async () => {
    crm = await startPracticeCrm({
      dataDir: ':memory:',
      clock: new SetClock(NOON).now,
      fill: { kind: 'captured', directory: CAPTURED },
    });
  });
  afterAll(() => crm.stop());

  it('is tested with every captured file', async () => {
    const names = (await readdir(CAPTURED)).filter((name) => name.endsWith('.json'));
    expect(names.toSorted()).toEqual(FILES.map((name) => `${name}.json`));
  });

  it.each(FILES)('answers the request of %s as the real server did', async (name) => {
    const { request, response } = await readCapture(name);
    const reply = await call(crm, request.entity, request.action, request.params);
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual(response);
    // Down to the order of the keys.
    expect(reply.text).toBe(JSON.stringify(response));
  });

  it('has users of its own, where nobody was captured', async () => {
    const select = ['display_name'];
    const me = await call(crm, 'Contact', 'get', { select, where: [['id', '=', 'user_contact_id']] });
    expect(me.body).toMatchObject({ values: [{ id: 6, display_name: 'Koen Koppeling' }] });
    const organization = await call(crm, 'Contact', 'get', { select, where: [['id', '=', 1]] });
    expect(organization.body).toMatchObject({ values: [{ display_name: 'Stichting Elk Kind Zwemt' }] });
  });

  it('goes on with ids above the captured ones', async () => {
    const values = { first_name: 'Nieuw', last_name: 'Iemand' };
    const reply = await call(crm, 'Contact', 'create', { values });
    const [row] = (reply.body as { readonly values: readonly { readonly id: number }[] }).values;
    expect(row?.id).toBeGreaterThan(HIGHEST_CAPTURED);
  });
});

describe('a capture that cannot be loaded', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'capture-'));
    onTestFinished(() => rm(directory, { recursive: true, force: true }));
    await cp(CAPTURED, directory, { recursive: true });
  });

  const load = (): Promise<unknown> => openCore({ fill: { kind: 'captured', directory } });

  it('is loaded when nothing is wrong, whatever else is in the folder', async () => {
    await writeFile(join(directory, 'notes.txt'), 'not ours');
    await writeFile(join(directory, 'relationships.json'), '{');
    await expect(load()).resolves.toBeDefined();
  });

  it('is refused by the name of a file that is missing', async () => {
    await rm(join(directory, 'phones.json'));
    await expect(load()).rejects.toThrow(/phones\.json cannot be loaded: the file cannot be read\.$/);
  });

  it('is refused when the folder is missing', async () => {
    await rm(directory, { recursive: true });
    await expect(load()).rejects.toThrow(/capture-.* cannot be loaded: the folder cannot be read\.$/);
  });

  it.each([
    ['{', 'it is not a JSON object'],
    ['[]', 'it is not a JSON object'],
    ['{"response":{}}', 'it has no list "response.values"'],
    ['{"response":{"values":[{"id":1},{"id":"x"}]}}', 'row 2 has no whole number "id"'],
    ['{"response":{"values":[{"id":1,"contact_id":99999999}]}}', 'FOREIGN KEY constraint failed'],
  ])('is refused by the name of a file with %s', async (text, problem) => {
    await writeFile(join(directory, 'emails.json'), text);
    await expect(load()).rejects.toThrow(new RegExp(`emails\\.json cannot be loaded: ${problem}\\.$`));
  });
});
