import { randomBytes } from 'node:crypto';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { keyFile } from '../../../db/key.ts';
import { profilePaths } from '../../../db/open/profile-folder.ts';
import { wrapKey } from '../../../db/wrapped-key.ts';
import { signInAddress } from '../../support/sign-in-address.ts';
import { CHEAP } from '../../support/workstation.ts';
import { POWER_EVENTS } from '../../../electron/desktop/power.ts';
import { startApp } from '../../../electron/shell/start-app.ts';
import { openPage, shellOptions, start, withBackend } from './started.ts';
import { standIn } from './stand-in.ts';
import { preventable, recordingLog, standInFrame, temporaryFolder } from './stand-in-parts.ts';
import { TOPICS } from '../../../contract/event.ts';

describe('the start', () => {
  it('does before the app is ready what can only be done then, in one turn', async () => {
    const { electron, calls } = standIn();
    void startApp(electron, shellOptions(temporaryFolder(), recordingLog()));
    expect(calls).toEqual([
      'app.requestSingleInstanceLock {"link":null}',
      'app.enableSandbox',
      'protocol.registerSchemesAsPrivileged',
      'app.whenReady',
    ]);
  });

  it('makes app:// a secure place of its own, without exemption from the policy', async () => {
    const { schemes } = await start();
    expect(schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
  });

  it('keeps what Chromium writes in a private folder of the profile', async () => {
    const { paths, profile } = await start();
    expect(paths).toEqual([['userData', join(profile, 'electron')]]);
    expect(statSync(join(profile, 'electron')).mode & 0o777).toBe(0o700);
  });

  it('goes no further when the profile is open already, and brings the other window forward there', async () => {
    const second = await start({ hasLock: false });
    expect(second.calls).toEqual(['app.requestSingleInstanceLock {"link":null}', 'app.quit']);
    expect(second.windows).toEqual([]);
    const first = await start();
    first.app.emit('second-instance');
    expect(first.window().did).toEqual(['restore', 'show', 'focus']);
  });

  it.each(['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address'])(
    'refuses %s once it is installed, and takes it from a developer',
    async (name) => {
      const installed = await start({ isPackaged: true, switches: [name] });
      expect(installed.exits).toEqual([1]);
      expect(installed.calls).toEqual([]);
      expect((await start({ switches: [name] })).windows).toHaveLength(1);
    },
  );

  it('shows its one page in a window without powers, in a session that is kept in memory', async () => {
    const { window, sessions } = await start();
    expect(sessions.partitions).toEqual([['dankbel', { cache: false }]]);
    expect(window().loaded).toEqual(['app://dankbel/']);
    expect(window().options.webPreferences).toMatchObject({
      preload: '/built/preload.cjs',
      session: sessions.own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      spellcheck: false,
    });
    expect(window().did).toEqual([]);
    window().emit('ready-to-show');
    expect(window().did).toEqual(['show']);
  });

  it('has developer tools for developers only', async () => {
    const installed = await start({ isPackaged: true });
    expect(installed.window().options.webPreferences['devTools']).toBe(false);
    expect(JSON.stringify(installed.menus)).not.toMatch(/toggleDevTools|reload/);
    const developer = await start();
    expect(developer.window().options.webPreferences['devTools']).toBe(true);
    expect(JSON.stringify(developer.menus)).toContain('toggleDevTools');
  });

  it('speaks Dutch, and English on an English system', async () => {
    expect(JSON.stringify((await start({ locale: 'fr' })).menus)).toContain('Bewerken');
    expect(JSON.stringify((await start({ locale: 'en-GB' })).menus)).toContain('Select all');
  });

  it('locks both sessions and guards every page that comes into being', async () => {
    const { sessions, window } = await start();
    for (const session of [sessions.own, sessions.default]) {
      expect(session.handler('setPermissionCheckHandler')()).toBe(false);
      const event = preventable();
      session.emit('will-download', event, { getURL: () => 'https://example.org/', getMimeType: () => 'text/html' });
      expect(event.wasPrevented).toBe(true);
    }
    const event = preventable({ url: 'https://example.org/' });
    window().webContents.emit('will-navigate', event);
    expect(event.wasPrevented).toBe(true);
  });

  it('serves the renderer in the session of the window, and nowhere else', async () => {
    const { sessions } = await start();
    const answer = (await sessions.own.handler('protocol app')({ method: 'GET', url: 'app://dankbel/' })) as Response;
    expect(await answer.text()).toContain('<title>Dankbel</title>');
    expect(sessions.default.handlers.has('protocol app')).toBe(false);
  });

  it('says in one sentence why it does not start, and ends', async () => {
    const { errorBoxes, exits, windows } = await start({}, temporaryFolder(), { rendererDirectory: '/nowhere' });
    expect(errorBoxes).toEqual([['Dankbel', expect.stringContaining('fout in het programma')]]);
    expect(exits).toEqual([1]);
    expect(windows).toEqual([]);
  });
});

describe('the key of the profile', () => {
  it('is made, kept in the key store, and handed to the backend over a port', async () => {
    const { children, calls, profile } = await start();
    await vi.waitFor(() => expect(children[0]?.posted).toHaveLength(1));
    const { message } = children[0]!.posted[0]!;
    expect(message).toMatchObject({ kind: 'open', profileDirectory: profile });
    expect(message['key']).toHaveLength(32);
    expect(existsSync(join(profile, 'key.electron'))).toBe(true);
    const fork = calls.find((call) => call.startsWith('utilityProcess.fork')) ?? '';
    expect(fork).toBe(
      'utilityProcess.fork ["/built/backend.js",[],{"serviceName":"Dankbel backend","stdio":"inherit"}]',
    );
  });

  it('is refused where the key would lie open, with a sentence, and nothing is written', async () => {
    const { errorBoxes, exits, profile, children } = await start({ storageBackend: 'basic_text' });
    await vi.waitFor(() => expect(exits).toEqual([1]));
    expect(errorBoxes).toEqual([['Dankbel', expect.stringContaining('geen sleutelbos')]]);
    expect(existsSync(join(profile, 'key.electron'))).toBe(false);
    expect(children[0]?.posted).toEqual([]);
    expect(children[0]?.wasKilled()).toBe(true);
  });

  it('is taken over from the loopback host, so that both open the same data', async () => {
    const profile = temporaryFolder();
    const key = randomBytes(32);
    await keyFile(join(profile, 'dankbel.key')).save(key);
    const { children } = await start({}, profile);
    await vi.waitFor(() => expect(children[0]?.posted).toHaveLength(1));
    expect(Buffer.from(children[0]!.posted[0]!.message['key'] as Uint8Array)).toEqual(key);
  });

  it('is never made anew for data that is there already', async () => {
    const profile = temporaryFolder();
    writeFileSync(join(profile, 'dankbel.db'), 'encrypted');
    const { errorBoxes, exits } = await start({ locale: 'en' }, profile);
    await vi.waitFor(() => expect(exits).toEqual([1]));
    expect(errorBoxes[0]?.[1]).toContain('The key of this workstation is missing');
    expect(existsSync(join(profile, 'key.electron'))).toBe(false);
  });
});

describe('a profile with a passphrase', () => {
  it('is opened without the key store of the machine, also where there is none that deserves the name', async () => {
    const profile = temporaryFolder();
    const secrets = { passphrase: 'regen fiets lamp zolder', recovery: 'ABCDEFGHJKMNPQRSTVWXYZ0123' };
    await wrapKey(profilePaths(profile), randomBytes(32), secrets, CHEAP);
    const { children, errorBoxes, exits } = await start({ storageBackend: 'basic_text' }, profile);
    await vi.waitFor(() => expect(children[0]?.posted[0]?.message).toMatchObject({ kind: 'open', key: null }));
    expect([errorBoxes, exits]).toEqual([[], []]);
    expect(existsSync(join(profile, 'key.electron'))).toBe(false);
  });
});

describe('the way from the page to the backend', () => {
  it('leads there and back, and events come by themselves', async () => {
    const { options, backends } = withBackend();
    const page = openPage(await start(options));
    expect(await page.ask('call.saveNotes', { notes: 'Dank u wel' })).toEqual({
      ok: true,
      value: { notes: 'Dank u wel' },
    });
    expect(backends[0]?.asked).toEqual([{ procedure: 'call.saveNotes', input: { notes: 'Dank u wel' } }]);
    const events: unknown[] = [];
    const stop = page.listen((event) => events.push(event));
    backends[0]?.emit({ changed: ['sync'] });
    await vi.waitFor(() => expect(events).toContainEqual({ changed: ['sync'] }));
    stop();
    backends[0]?.emit({ changed: ['call'] });
    await page.ask('session.get', {});
    expect(events).not.toContainEqual({ changed: ['call'] });
  });

  it('opens again after a crash of the backend, and says that everything may have changed', async () => {
    const { options, backends } = withBackend();
    const started = await start(options);
    const page = openPage(started);
    await page.ask('session.get', {});
    const events: unknown[] = [];
    page.listen((event) => events.push(event));
    backends[0]?.emit({ changed: [] });
    started.children[0]?.emit('exit', 139);
    await vi.waitFor(() => expect(events).toContainEqual({ changed: [...TOPICS] }));
    expect(await page.ask('session.get', { again: true })).toEqual({ ok: true, value: { again: true } });
    expect(backends).toHaveLength(2);
    expect(backends[1]?.asked).toEqual([{ procedure: 'session.get', input: { again: true } }]);
  });

  it.each([
    ['a frame inside the page', { parent: {}, frameToken: 'child' }],
    ['another page of the app', { processId: 2 }],
    ['a page of another origin', { origin: 'https://example.org' }],
    ['a page of no origin', { origin: 'null' }],
    ['a page at another address', { url: 'https://example.org/' }],
    ['a page that is gone', { isDestroyed: () => true }],
  ])('is closed to %s', async (_who, change) => {
    const { options } = withBackend();
    const started = await start(options);
    const frame = standInFrame(change);
    started.ipcMain.emit('dankbel:connect', { senderFrame: frame });
    started.ipcMain.emit('dankbel:connect', { senderFrame: null });
    expect(frame.received).toEqual([]);
    expect(started.children[0]?.posted.filter(({ message }) => message.kind === 'connect')).toEqual([]);
    expect(started.log.lines.filter(({ message }) => message === 'shell: port refused')).toHaveLength(2);
  });

  it('is locked when the machine goes to sleep or its screen is locked, and by nothing else', async () => {
    const { options, backends } = withBackend();
    const started = await start(options);
    const page = openPage(started);
    await page.ask('session.get', {});
    expect(started.powerMonitor.eventNames()).toEqual(Object.keys(POWER_EVENTS));
    started.powerMonitor.emit('suspend');
    await page.ask('session.get', {});
    expect(backends[0]?.locks()).toBe(1);
    started.powerMonitor.emit('lock-screen');
    await page.ask('session.get', {});
    expect(backends[0]?.locks()).toBe(2);
  });

  it('is the only thing that the main process listens to', async () => {
    expect((await start()).ipcMain.eventNames()).toEqual(['dankbel:connect']);
  });

  it('is closed in good order when the app quits', async () => {
    const { options, backends, exits } = withBackend();
    const started = await start(options);
    await openPage(started).ask('session.get', {});
    started.app.emit('window-all-closed');
    expect(started.calls).toContain('app.quit');
    const event = preventable();
    started.app.emit('will-quit', event);
    expect(event.wasPrevented).toBe(true);
    await vi.waitFor(() => expect(started.exits).toEqual([0]));
    expect(backends[0]?.wasClosed()).toBe(true);
    expect(exits).toEqual([0]);
  });
});

describe('a note that could not be saved', () => {
  it.each([
    ['stays when the user stays', 0, false],
    ['is given up when the user closes anyway', 1, true],
  ])('%s', async (_what, choice, isLeft) => {
    const { window, questions } = await start({ choice });
    const event = preventable();
    window().webContents.emit('will-prevent-unload', event);
    expect(event.wasPrevented).toBe(isLeft);
    expect(questions).toEqual([
      expect.objectContaining({ buttons: ['Blijven', 'Toch sluiten'], cancelId: 0, defaultId: 0 }),
    ]);
  });
});

describe('the page', () => {
  it('comes back when its process ends, but not without end', async () => {
    const { window } = await start();
    const { webContents } = window();
    webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(webContents.reloads).toBe(0);
    for (let i = 0; i < 10; i += 1) webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(webContents.reloads).toBe(3);
  });

  it('opens the address of a sign-in that the backend names, and no other', async () => {
    const { children, opened } = await start();
    const address = signInAddress('https://stichting.my.salesforce.com');
    children[0]?.emit('message', { kind: 'sign-in', address: 'https://elders.example/' });
    expect(opened).toEqual([]);
    children[0]?.emit('message', { kind: 'sign-in', address });
    expect(opened).toEqual([address]);
  });

  it('dials a number that is clicked, once', async () => {
    const { window, opened } = await start();
    const event = preventable({ url: 'tel:+31600417735', isMainFrame: true });
    window().webContents.emit('will-frame-navigate', event);
    expect(event.wasPrevented).toBe(true);
    expect(opened).toEqual(['tel:+31600417735']);
  });
});
