/** Connecting to Salesforce from the screen: what is refused before a browser opens, what comes back, and what an administrator allows. */
import { createServer } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { CALLBACK_PATH } from '../../../domain/salesforce/callback.ts';
import { writeSetting } from '../../../db/queries/settings.ts';
import { CONNECTION } from '../../../electron/backend/profile-settings.ts';
import { demandByPolicy } from '../../../electron/backend/salesforce/by-policy.ts';
import { TOKENS } from '../../../electron/backend/salesforce/tokens-in-store.ts';
import { readSetting } from '../../../db/queries/settings.ts';
import type { Policy } from '../../../electron/backend/policy/policy.ts';
import { CrmFailure } from '../../../sync/crm-failure.ts';
import { signInLink } from '../../../electron/desktop/sign-in-link.ts';
import { failureOf } from '../../support/failure-of.ts';
import { whenDone } from '../../support/when-done.ts';
import {
  AFTERNOON,
  connectedWorkstation,
  openWorkstation,
  practiceCrm,
  type Workstation,
} from '../../support/workstation.ts';
import { browse, freePort, here, signInAt } from '../../salesforce/browser.ts';
import { addRecord, startSalesforce, type SalesforceStandIn } from '../../salesforce/stand-in.ts';

interface Place {
  readonly org: SalesforceStandIn;
  readonly workstation: Workstation;
  /** What the system was asked to open. */
  readonly opened: readonly string[];
  readonly port: number;
  begin(
    change?: Partial<{ clientId: string; place: 'production' | 'sandbox' | 'own'; address: string }>,
  ): Promise<object>;
  state(): ReturnType<typeof stateOf>;
}

const stateOf = async (workstation: Workstation) => (await workstation.ask('connection.get', {})).signIn;

interface PlaceOptions {
  readonly policy?: Policy;
  readonly folder?: string;
  readonly patienceMilliseconds?: number;
}

async function place({ patienceMilliseconds, ...options }: PlaceOptions = {}): Promise<Place> {
  const org = await startSalesforce({ clock: () => new Date(AFTERNOON) });
  whenDone(() => org.stop());
  const port = await freePort();
  org.oauth.redirectUris.add(`http://localhost:${port}${CALLBACK_PATH}`);
  const opened: string[] = [];
  const workstation = await openWorkstation({
    ...options,
    signIn: { open: (address) => void opened.push(address), ports: [port], patienceMilliseconds },
  });
  return {
    org,
    workstation,
    opened,
    port,
    begin: (change = {}) =>
      workstation.ask('connection.beginSignIn', {
        clientId: ` ${org.oauth.clientId}\n`,
        place: 'own',
        address: org.url,
        ...change,
      }),
    state: () => stateOf(workstation),
  };
}

const until = (found: Place, kind: 'none' | 'failed') =>
  vi.waitFor(async () => {
    const state = await found.state();
    expect(state.kind).toBe(kind);
    return state;
  });

describe('signing in from the screen', () => {
  it('opens the browser, connects as whoever signed in, and says when, where and as whom', async () => {
    const found = await place();
    const { org, workstation, opened } = found;
    await found.begin();
    const waiting = await found.state();
    expect(waiting).toMatchObject({ kind: 'waiting', isOpened: true, until: '2026-11-21T13:10:00.000Z' });
    if (waiting.kind !== 'waiting') throw new Error('nobody is waited for');
    expect(opened).toEqual([waiting.address]);
    // At a real login page it is an address that the shell opens as it is.
    const shown = waiting.address.replace(org.url, 'https://login.salesforce.com').replace(`${found.port}`, '17172');
    expect(signInLink(shown)).toBe(shown);
    await workstation.ask('connection.openSignIn', {});
    expect(opened).toHaveLength(2);
    expect(await signInAt(opened[0] ?? '')).toBe(200);
    await until(found, 'none');
    expect(await workstation.ask('connection.get', {})).toMatchObject({
      connected: {
        kind: 'salesforce',
        organisation: 'Stichting Voorbeeld',
        user: 'Bella Beller',
        since: AFTERNOON,
        app: { clientId: org.oauth.clientId, place: 'own', address: org.url },
      },
      isPractice: false,
      asked: null,
    });
    addRecord(org, 'Contact', { FirstName: 'Noor', LastName: 'Bos', MobilePhone: '06 12345678' });
    expect(await workstation.sync()).toMatchObject({ failure: null, pulled: { donors: 1 } });
    const { budget } = await workstation.ask('connection.get', {});
    expect(budget).toEqual({ used: org.limit.used, most: 100_000, stopsAt: 80_000, allows: 'all' });
    expect(JSON.stringify(await workstation.ask('connection.get', {}))).not.toContain(
      (await readSetting(workstation.backend.store.reader, TOKENS))?.refreshToken,
    );
    const trail = await workstation.backend.store.reader.selectFrom('audit').select('action').execute();
    expect(trail).toContainEqual({ action: 'connected' });
  });

  it('says what goes on when few questions of the day are left', async () => {
    const found = await place();
    await found.begin();
    await signInAt(found.opened[0] ?? '');
    await until(found, 'none');
    const at = async (used: number) => {
      found.org.limit.most = 1_000;
      found.org.limit.used = used;
      await found.workstation.sync();
      return (await found.workstation.ask('connection.get', {})).budget?.allows;
    };
    expect(await at(100)).toBe('all');
    expect(await at(850)).toBe('now');
    expect(await at(1_000)).toBe('none');
  });

  it.each([
    ['a key that is none', { clientId: 'geheim!' }, 'geen Consumer Key'],
    ['an address of somebody else', { address: 'https://elders.example' }, 'geen adres van Salesforce'],
    ['an empty address', { address: ' ' }, 'geen adres van Salesforce'],
    ['a key that Salesforce does not know', { clientId: '3MVG9.another-consumer-key' }, 'kent deze Consumer Key niet'],
  ])('with %s is refused in words, and no browser opens', async (_, change, words) => {
    const found = await place();
    expect((await failureOf(found.begin(change))).sentence.nl).toContain(words);
    expect(found.opened).toEqual([]);
    expect(await found.workstation.ask('connection.get', {})).toMatchObject({
      signIn: { kind: 'none' },
      asked: { clientId: expect.any(String), place: 'own', ...change },
    });
    // The door is closed again.
    expect(await found.begin()).toEqual({});
  });

  it('where the callback address is not registered says which three are to be', async () => {
    const found = await place();
    found.org.oauth.redirectUris.clear();
    const { sentence } = await failureOf(found.begin());
    expect(sentence.nl).toContain('http://localhost:27172/dankbel');
    expect(found.opened).toEqual([]);
  });

  it('while Salesforce cannot be reached says so before a browser opens', async () => {
    const found = await place();
    await found.org.stop();
    expect(await failureOf(found.begin())).toMatchObject({
      code: 'crm-unreachable',
      sentence: { nl: expect.stringContaining('antwoordt niet') },
    });
  });

  it('with all ports taken says so', async () => {
    const found = await place();
    const taken = createServer().listen(found.port, '127.0.0.1');
    whenDone(() => new Promise((resolve) => void taken.close(resolve)));
    expect((await failureOf(found.begin())).sentence.nl).toContain('geen van de drie poorten');
  });

  it.each([
    ['that a person refused', { isDenied: true }, 'Weigeren'],
    ['by somebody who may not use the app', { isAppAllowed: false }, 'External Client App'],
  ])('%s says so, keeps nothing, and may be done again', async (_, how, words) => {
    const found = await place();
    Object.assign(found.org.oauth, how);
    await found.begin();
    await signInAt(found.opened[0] ?? '');
    expect(await until(found, 'failed')).toMatchObject({ sentence: { nl: expect.stringContaining(words) } });
    expect(await readSetting(found.workstation.backend.store.reader, CONNECTION)).toBeNull();
    Object.assign(found.org.oauth, { isDenied: false, isAppAllowed: true });
    await found.begin();
    await signInAt(found.opened[1] ?? '');
    await until(found, 'none');
    expect((await found.workstation.ask('connection.get', {})).connected?.user).toBe('Bella Beller');
  });

  it('that was cancelled closes the door, and an answer that comes later finds nobody', async () => {
    const found = await place();
    await found.begin();
    const { location } = await browse(found.opened[0] ?? '');
    await found.workstation.ask('connection.cancelSignIn', {});
    expect((await found.state()).kind).toBe('none');
    await expect(fetch(here(location))).rejects.toThrow('fetch failed');
    await found.workstation.ask('connection.openSignIn', {});
    expect(found.opened).toHaveLength(1);
  });

  it('that nobody came back from is over after its time, and says so', async () => {
    const found = await place({ patienceMilliseconds: 20 });
    await found.begin();
    expect(await until(found, 'failed')).toMatchObject({ sentence: { nl: expect.stringContaining('niet op tijd') } });
  });

  it('ends with the workstation', async () => {
    const found = await place();
    await found.begin();
    const { location } = await browse(found.opened[0] ?? '');
    await found.workstation.close();
    await expect(fetch(here(location))).rejects.toThrow('fetch failed');
  });

  it('takes the place of invented donors, and of no other organisation', async () => {
    const other = await connectedWorkstation(await practiceCrm());
    await other.close();
    const found = await place({ folder: other.folder });
    await found.begin();
    await signInAt(found.opened[0] ?? '');
    expect(await until(found, 'failed')).toMatchObject({
      sentence: { nl: expect.stringContaining('hoort bij Stichting Elk Kind Zwemt') },
    });
    const practice = await connectedWorkstation(await practiceCrm(), { isPractice: true });
    await practice.close();
    const again = await place({ folder: practice.folder });
    await again.begin();
    await signInAt(again.opened[0] ?? '');
    await until(again, 'none');
    expect(await again.workstation.ask('connection.get', {})).toMatchObject({
      isPractice: false,
      connected: { user: 'Bella Beller' },
    });
    const donors = await again.workstation.backend.store.reader.selectFrom('donor').select('id').execute();
    expect(donors).toEqual([]);
  });
});

describe('a sign-in that is worth nothing any more', () => {
  it('asks for a new one, and everything goes on where it was', async () => {
    const found = await place();
    const { org, workstation } = found;
    await found.begin();
    await signInAt(found.opened[0] ?? '');
    await until(found, 'none');
    addRecord(org, 'Contact', { FirstName: 'Noor', LastName: 'Bos', MobilePhone: '06 12345678' });
    await workstation.sync();
    org.oauth.revokeAll();
    await workstation.sync();
    const status = await workstation.ask('sync.status', {});
    expect(status).toMatchObject({ state: 'stopped', needsSignIn: true });
    expect(status.problem?.nl).toContain('bij Koppelen');
    const { connected } = await workstation.ask('connection.get', {});
    if (connected?.app == null) throw new Error('not connected');
    await workstation.ask('connection.beginSignIn', connected.app);
    await signInAt(found.opened[1] ?? '');
    await until(found, 'none');
    expect(await workstation.sync()).toMatchObject({ failure: null });
    expect(await workstation.ask('sync.status', {})).toMatchObject({
      state: 'idle',
      needsSignIn: false,
      problem: null,
    });
    expect(await workstation.backend.store.reader.selectFrom('donor').select('id').execute()).toHaveLength(1);
  });
});

describe('what an administrator allows', () => {
  it('is where people sign in: another is refused before anything is asked', async () => {
    const found = await place({ policy: { crmHost: 'stichting--proef.sandbox.my.salesforce.com' } });
    const { workstation } = found;
    expect((await workstation.ask('connection.get', {})).onlyHost).toBe('stichting--proef.sandbox.my.salesforce.com');
    for (const change of [
      { place: 'production' },
      { place: 'sandbox' },
      { address: 'https://stichting.my.salesforce.com' },
    ] as const) {
      expect((await failureOf(found.begin(change))).sentence.nl).toBe(
        'Deze computer mag alleen met stichting--proef.sandbox.my.salesforce.com verbinden. Dat heeft je beheerder vastgelegd.',
      );
    }
    expect(found.opened).toEqual([]);
  });

  it.each([
    [undefined, 'https://anders.my.salesforce.com', true],
    ['stichting.my.salesforce.com', 'https://stichting.my.salesforce.com', true],
    ['stichting.my.salesforce.com', 'https://anders.my.salesforce.com', false],
    ['stichting.my.salesforce.com', 'https://stichting--proef.sandbox.my.salesforce.com', false],
    ['stichting--proef.sandbox.my.salesforce.com', 'https://stichting--proef.sandbox.my.salesforce.com', true],
    ['stichting--proef.sandbox.my.salesforce.com', 'https://stichting.my.salesforce.com', false],
    ['login.salesforce.com', 'https://stichting.my.salesforce.com', true],
    ['login.salesforce.com', 'http://stichting.my.salesforce.com', false],
    ['login.salesforce.com', 'https://salesforce.com.elders.example', false],
    ['login.salesforce.com', 'https://elders.example', false],
    ['crm.kik.nl', 'https://stichting.my.salesforce.com', false],
  ])('with %s is the data at %s: %s', (crmHost, instanceUrl, isAllowed) => {
    const answer = (): string => {
      try {
        demandByPolicy(crmHost === undefined ? {} : { crmHost })(instanceUrl);
        return 'allowed';
      } catch (error) {
        return error instanceof CrmFailure ? error.kind : 'a bug';
      }
    };
    expect(answer()).toBe(isAllowed ? 'allowed' : 'refused');
  });

  it('holds for where the data is too, whatever Salesforce says and whatever was kept before', async () => {
    const found = await place({ policy: { crmHost: 'stichting.my.salesforce.com' } });
    await found.begin();
    await signInAt(found.opened[0] ?? '');
    await until(found, 'none');
    const { store } = found.workstation.backend;
    const tokens = await readSetting(store.reader, TOKENS);
    if (tokens === null) throw new Error('not signed in');
    await store.write((writer) =>
      writeSetting(writer, TOKENS, { ...tokens, instanceUrl: 'https://anders.my.salesforce.com' }),
    );
    await found.workstation.sync();
    expect(await found.workstation.ask('sync.status', {})).toMatchObject({
      state: 'stopped',
      needsSignIn: false,
      problem: { nl: expect.stringContaining('mag alleen met stichting.my.salesforce.com verbinden') },
    });
  });
});
