/** What the shell promises beyond keeping things out: links, menu, window, reminders, power, crashes, safe mode, the end. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { DeskMenu } from '../../../contract/desk.ts';
import type { Extra } from '../../../electron/desktop/extras.ts';
import type { MenuEntry } from '../../../electron/desktop/menu.ts';
import { createSpellProvider } from '../../../electron/desktop/spell-provider.ts';
import { createSpelling } from '../../../electron/desktop/spelling.ts';
import { serveSpelling } from '../../../electron/desktop/spelling-server.ts';
import { readCrashReports } from '../../../electron/launch/crash-report.ts';
import { createNotesAutosave } from '../../../renderer/data/notes-autosave.ts';
import { EVENING, openPage, start, withBackend, type Started } from './started.ts';
import { preventable, recordingLog, standInChild, temporaryFolder } from './stand-in.ts';

const MINUTE = 60_000;
const LINK = 'dankbel://donor/4711';

const MENU: DeskMenu = {
  kind: 'menu',
  language: 'en',
  groups: [
    {
      title: 'Now',
      items: [
        { id: 'call.dial', label: 'Dial the number', key: 'B' },
        { id: 'palette.open', label: 'Find & do', key: 'Ctrl+K' },
        { id: 'help.open', label: 'All keys', key: '?' },
      ],
    },
    { title: 'Go to', items: [{ id: '/donors', label: 'Donors', key: null }] },
  ],
};

function program(...parameters: readonly string[]) {
  return { program: { path: '/opt/dankbel', entry: '/app', parameters } };
}

/** A shell with a backend and a page that has come. */
async function opened(...args: Parameters<typeof start>) {
  const made = withBackend();
  const [options, ...rest] = args;
  const started = await start({ ...made.options, ...options }, ...rest);
  const page = openPage(started);
  // As the screens do: so it connects again by itself.
  page.listen(() => undefined);
  await page.ask('session.get', {});
  return { ...started, page, backends: made.backends };
}

/** Everything that the page has said has been heard. */
async function heard({ page, menus }: Pick<Started, 'menus'> & { page: ReturnType<typeof openPage> }): Promise<void> {
  const before = menus.length;
  page.desk.tell({ kind: 'menu', language: 'nl', groups: [] });
  await vi.waitFor(() => expect(menus.length).toBeGreaterThan(before));
}

/** What the backend was opened with. */
function opening({ children }: Pick<Started, 'children'>): unknown {
  return children[0]?.posted.find(({ message }) => message.kind === 'open')?.message;
}

function lastMenu({ menus }: Pick<Started, 'menus'>): MenuEntry[] {
  return menus.at(-1) as MenuEntry[];
}

function submenu(started: Pick<Started, 'menus'>, label: string): MenuEntry[] {
  return lastMenu(started).find((entry) => entry.label === label)?.submenu ?? [];
}

describe('a link from the CRM', () => {
  it('that started the program waits for the page, and is told once', async () => {
    const started = await opened({}, undefined, program('/app', '--', LINK));
    await vi.waitFor(() => expect(started.page.desk.link.get()).toBe(4711));
    started.page.desk.tell({ kind: 'link-taken' });
    started.page.desk.link.set(null);
    await heard(started);
    const again = openPage(started);
    const told: unknown[] = [];
    again.desk.link.subscribe(() => told.push(again.desk.link.get()));
    await again.ask('session.get', {});
    started.app.emit('second-instance', {}, [], '/home', { link: 12 });
    await vi.waitFor(() => expect(told).toContain(12));
    expect(told).toEqual([12]);
  });

  it('is told again to a page that came back before it took it', async () => {
    const started = await opened({}, undefined, program(LINK));
    await vi.waitFor(() => expect(started.page.desk.link.get()).toBe(4711));
    const again = openPage(started);
    await again.ask('session.get', {});
    await vi.waitFor(() => expect(again.desk.link.get()).toBe(4711));
  });

  it('that a second instance was started for is opened by the first, which comes forward', async () => {
    const started = await opened();
    started.app.emit('second-instance', {}, [LINK, '--allow-file-access-from-files'], '/home', { link: 4711 });
    await vi.waitFor(() => expect(started.page.desk.link.get()).toBe(4711));
    expect(started.window().did).toEqual(['restore', 'show', 'focus']);
  });

  it('is handed over by the second instance as it was understood there', async () => {
    const { calls } = await start({ hasLock: false }, undefined, program('/app', '--', LINK));
    expect(calls).toEqual(['app.requestSingleInstanceLock {"link":4711}', 'app.quit']);
  });

  it.each([[null], ['4711'], [{ link: LINK }], [{ link: -1 }], [{ link: 1.5 }], [{}], [[4711]]])(
    'is not understood in %j of another program',
    async (handedOver) => {
      const started = await opened();
      started.app.emit('second-instance', {}, [LINK], '/home', handedOver);
      started.app.emit('second-instance', {}, [LINK], '/home', { link: 12 });
      await vi.waitFor(() => expect(started.page.desk.link.get()).not.toBeNull());
      expect(started.page.desk.link.get()).toBe(12);
    },
  );

  it('comes as an event on a Mac', async () => {
    const started = await opened();
    const event = preventable();
    started.app.emit('open-url', event, 'dankbel://donor/4711?x');
    started.app.emit('open-url', event, LINK);
    await vi.waitFor(() => expect(started.page.desk.link.get()).toBe(4711));
    expect(event.wasPrevented).toBe(true);
  });

  it('asks the backend nothing by itself, so it waits behind the lock as everything does', async () => {
    const started = await opened();
    const before = started.backends[0]?.asked.length;
    started.app.emit('second-instance', {}, [], '/home', { link: 4711 });
    await vi.waitFor(() => expect(started.page.desk.link.get()).toBe(4711));
    expect(started.backends[0]?.asked).toHaveLength(before ?? -1);
  });

  it('brings us with nothing behind it that could be an argument', async () => {
    const installed = await start({ isPackaged: true }, undefined, program());
    expect(installed.clients).toEqual([['dankbel', '/opt/dankbel', ['--']]]);
    const developed = await start({}, undefined, program());
    expect(developed.clients).toEqual([['dankbel', '/opt/dankbel', ['/app', '--']]]);
  });
});

describe('the menu', () => {
  it('has the standard roles before there is a page, in the language of the system', async () => {
    const started = await start({ locale: 'en-GB' });
    const roles = lastMenu(started).flatMap(({ submenu: items = [] }) => items.flatMap(({ role }) => role ?? []));
    expect(roles).toEqual(expect.arrayContaining(['about', 'quit', 'undo', 'copy', 'paste', 'zoomIn', 'minimize']));
    expect(submenu(started, 'Edit')).not.toEqual([]);
  });

  it('offers what the palette offers, in the language of the page', async () => {
    const started = await opened();
    started.page.desk.tell(MENU);
    await vi.waitFor(() => expect(submenu(started, 'Now')).toHaveLength(3));
    expect(submenu(started, 'Now').map(({ label }) => label)).toEqual(['Dial the number', 'Find && do', 'All keys']);
    expect(submenu(started, 'Go to').map(({ label }) => label)).toEqual(['Donors']);
    expect(submenu(started, 'Edit')).not.toEqual([]);
  });

  it('shows keys, and leaves them to the page, which knows whether somebody is typing', async () => {
    const started = await opened();
    started.page.desk.tell(MENU);
    await vi.waitFor(() => expect(submenu(started, 'Now')).toHaveLength(3));
    const [dial, find, help] = submenu(started, 'Now');
    expect([dial?.accelerator, find?.accelerator, help?.accelerator]).toEqual(['B', 'Ctrl+K', undefined]);
    expect([dial?.registerAccelerator, find?.registerAccelerator]).toEqual([false, false]);
  });

  it('does in the page what was chosen', async () => {
    const started = await opened();
    const chosen: string[] = [];
    started.page.desk.listen((id) => chosen.push(id));
    started.page.desk.tell(MENU);
    await vi.waitFor(() => expect(submenu(started, 'Now')).toHaveLength(3));
    submenu(started, 'Now')[0]?.click?.();
    await vi.waitFor(() => expect(chosen).toEqual(['call.dial']));
  });

  it('prints what is on the screen through the system', async () => {
    const started = await start({ locale: 'en' });
    submenu(started, 'Dankbel')
      .find(({ label }) => label === 'Print…')
      ?.click?.();
    expect(started.window().webContents.prints).toBe(1);
  });

  it('takes nothing from a page that says something else, and listens to it no more', async () => {
    const started = await opened();
    started.page.desk.tell({ kind: 'menu', groups: 'all' } as unknown as DeskMenu);
    started.page.desk.tell(MENU);
    await vi.waitFor(() => expect(started.log.lines.map(({ message }) => message)).toContain('desk: unreadable'));
    await started.page.ask('session.get', {});
    expect(submenu(started, 'Now')).toEqual([]);
  });
});

describe('the window', () => {
  const bounds = { x: 2_000, y: 100, width: 1_400, height: 900 };
  const twoScreens = [
    { x: 0, y: 0, width: 1_920, height: 1_040 },
    { x: 1_920, y: 0, width: 1_920, height: 1_040 },
  ];

  async function leave(profile: string): Promise<void> {
    const first = await start({ screens: twoScreens }, profile);
    const window = first.window();
    window.bounds = bounds;
    window.isMaximised = true;
    window.webContents.zoom = 1.5;
    window.emit('close');
  }

  it('comes back where it was, as large, and with letters of the same size', async () => {
    const profile = temporaryFolder();
    await leave(profile);
    const { window } = await start({ screens: twoScreens }, profile);
    expect(window().options).toMatchObject(bounds);
    window().emit('ready-to-show');
    expect(window().did).toEqual(['maximize', 'show']);
    window().webContents.emit('did-finish-load');
    expect(window().webContents.zoom).toBe(1.5);
  });

  it('never comes back where no screen is any more', async () => {
    const profile = temporaryFolder();
    await leave(profile);
    const { window } = await start({ screens: twoScreens.slice(0, 1) }, profile);
    expect(window().options['x']).toBeUndefined();
    expect(window().options).toMatchObject({ width: 1_400, height: 900 });
  });

  it('starts as usual when what was remembered cannot be read', async () => {
    const profile = temporaryFolder();
    await leave(profile);
    writeFileSync(join(profile, 'electron', 'window.json'), '{"bounds":{"x":1e9');
    const { window } = await start({}, profile);
    expect(window().options).toMatchObject({ width: 1_280, height: 860 });
  });
});

describe('a promised call', () => {
  async function withPromise(...args: Parameters<typeof start>) {
    const started = await opened(...args);
    started.backends[0]?.promise([{ id: 7, at: EVENING + 10 * MINUTE }]);
    started.backends[0]?.emit({ changed: ['today'] });
    await vi.waitFor(() => expect(started.children[0]?.listenerCount('message')).toBe(1));
    await new Promise((resolve) => setImmediate(resolve));
    return started;
  }

  it('is told of when it is due, once, with its time and without a name', async () => {
    const started = await withPromise();
    started.pass(9 * MINUTE);
    expect(started.notifications).toEqual([]);
    started.pass(MINUTE);
    started.pass(MINUTE);
    expect(started.notifications.map(({ words }) => words)).toEqual([
      { title: 'Dankbel', body: 'Er staat een terugbelafspraak om 18:40.', silent: true },
    ]);
    expect(started.notifications[0]?.wasShown).toBe(true);
    expect(started.trays[0]?.text).toBe('Dankbel · 1 terugbelafspraak');
    started.notifications[0]?.emit('click');
    expect(started.window().did).toEqual(['restore', 'show', 'focus']);
  });

  it('is not told of on a locked screen, and is when it is unlocked', async () => {
    const started = await withPromise();
    started.powerMonitor.emit('lock-screen');
    started.backends[0]?.promise([{ id: 7, at: EVENING + 10 * MINUTE }]);
    started.pass(10 * MINUTE);
    expect(started.notifications).toEqual([]);
    // Awake is not unlocked.
    started.powerMonitor.emit('resume');
    started.pass(MINUTE);
    expect(started.notifications).toEqual([]);
    started.powerMonitor.emit('unlock-screen');
    started.pass(MINUTE);
    expect(started.notifications).toHaveLength(1);
  });

  it('does not come between in a call', async () => {
    const started = await withPromise();
    started.page.desk.tell({ kind: 'in-call', isOn: true });
    await heard(started);
    started.pass(10 * MINUTE);
    expect(started.notifications).toEqual([]);
    started.page.desk.tell({ kind: 'in-call', isOn: false });
    await heard(started);
    started.pass(MINUTE);
    expect(started.notifications).toHaveLength(1);
  });

  it('is not told of to whoever looks at the screen', async () => {
    const started = await withPromise();
    started.window().hasFocus = true;
    started.pass(10 * MINUTE);
    expect(started.notifications).toEqual([]);
  });

  it('is not told of to whoever asked not to be disturbed, for as long as was asked', async () => {
    const started = await withPromise({ locale: 'nl' });
    const tray = started.trays[0];
    tray?.menu.find(({ label }) => label === 'Een uur niet storen')?.click?.();
    expect(tray?.text).toBe('Dankbel · niet storen');
    started.pass(10 * MINUTE);
    expect(started.notifications).toEqual([]);
    tray?.menu.find(({ label }) => label === 'Weer herinneren')?.click?.();
    expect(started.notifications).toHaveLength(1);
  });

  it('is forgotten when the backend ends, and known again from the next one', async () => {
    const started = await withPromise();
    started.children[0]?.emit('exit', 1);
    started.pass(10 * MINUTE);
    expect(started.notifications).toEqual([]);
  });

  it('needs no place beside the clock', async () => {
    const started = await withPromise({ hasTray: false });
    expect([started.errorBoxes, started.exits]).toEqual([[], []]);
    started.pass(10 * MINUTE);
    expect(started.notifications).toHaveLength(1);
  });
});

describe('sleep', () => {
  it('locks, and waking fetches what others did meanwhile', async () => {
    const started = await opened();
    started.powerMonitor.emit('suspend');
    await started.page.ask('session.get', {});
    expect([started.backends[0]?.locks(), started.backends[0]?.wakes()]).toEqual([1, 0]);
    started.powerMonitor.emit('resume');
    await started.page.ask('session.get', {});
    expect([started.backends[0]?.locks(), started.backends[0]?.wakes()]).toEqual([1, 1]);
  });
});

describe('a backend that dies', () => {
  it('comes back, is told of, and is written down without a word of what was done', async () => {
    const started = await opened();
    started.children[0]?.emit('exit', 139);
    await vi.waitFor(() => expect(started.page.desk.notice.get()).toBe('backend-came-back'));
    started.page.desk.tell({ kind: 'notice-seen' });
    expect(readCrashReports(started.profile).map(({ report }) => report)).toMatchObject([
      { part: 'backend', reason: 'exited', code: 139, places: [], at: new Date(EVENING).toISOString() },
    ]);
  });

  it('takes nothing along of what is being typed', async () => {
    const started = await opened();
    const notes = createNotesAutosave(
      { text: '', savedAt: null },
      async (text) => {
        const answer = await started.page.ask('call.saveNotes', { notes: text });
        if (!answer.ok) throw new Error('not saved');
        return '2026-11-20T17:30:00Z';
      },
      { start: (_milliseconds, run) => setTimeout(run, 5), stop: (handle) => clearTimeout(handle as NodeJS.Timeout) },
    );
    notes.type('Mevrouw belt terug na zes uur');
    // On its way to a process that is gone: nobody types on, and it is saved all the same.
    const lost = notes.flush().catch(() => 'lost');
    started.children[0]?.emit('exit', 1);
    expect(await lost).toBe('lost');
    await vi.waitFor(() => expect(notes.state().status).toBe('saved'));
    expect(started.backends[1]?.asked.at(-1)).toEqual({
      procedure: 'call.saveNotes',
      input: { notes: 'Mevrouw belt terug na zes uur' },
    });
  });
});

describe('a page that dies', () => {
  it('comes back, is told of, and is written down', async () => {
    const started = await opened();
    started.window().webContents.emit('render-process-gone', {}, { reason: 'oom' });
    expect(started.window().webContents.reloads).toBe(1);
    const again = openPage(started);
    await again.ask('session.get', {});
    await vi.waitFor(() => expect(again.desk.notice.get()).toBe('page-came-back'));
    expect(readCrashReports(started.profile).map(({ report }) => report)).toMatchObject([
      { part: 'page', reason: 'oom' },
    ]);
  });
});

describe('what is written down of a crash', () => {
  it('is a word, and never what stands behind it', async () => {
    const started = await start();
    started.app.emit('child-process-gone', {}, { type: 'GPU', reason: 'mevrouw Jansen, 06 12345678', exitCode: 5 });
    started.app.emit('child-process-gone', {}, { type: 'Utility', reason: 'clean-exit', exitCode: 0 });
    expect(readCrashReports(started.profile).map(({ report }) => report)).toMatchObject([
      { part: 'graphics', reason: 'unknown', code: 5 },
    ]);
    const [file = ''] = readdirSync(join(started.profile, 'crash-reports'));
    expect(readFileSync(join(started.profile, 'crash-reports', file), 'utf8')).not.toContain('Jansen');
    expect(JSON.stringify(started.log.lines)).not.toContain('Jansen');
  });

  it('is never a piece of memory: Chromium’s own crash reporter is not started anywhere', async () => {
    expect((await opened()).calls).not.toContain('crashReporter.start');
    const sources = ['shell', 'desktop', 'launch', 'backend'].flatMap((room) =>
      readdirSync(join(import.meta.dirname, '../../../electron', room), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
    );
    expect(sources.filter((text) => text.includes('crashReporter'))).toEqual([]);
  });
});

describe('safe mode', () => {
  const safe = (profile?: string) => opened({ switches: ['safe'] }, profile);

  it('fetches and sends nothing, and leaves the graphics card alone', async () => {
    const started = await safe();
    expect(started.calls).toContain('app.disableHardwareAcceleration');
    expect(opening(started)).toMatchObject({ isSafe: true });
    expect(started.trays).toEqual([]);
    const usual = await opened();
    expect(usual.calls).not.toContain('app.disableHardwareAcceleration');
    expect(opening(usual)).toMatchObject({ isSafe: false });
  });

  it('leaves out what the desktop remembers', async () => {
    const profile = temporaryFolder();
    const first = await start({}, profile);
    first.window().bounds = { x: 300, y: 300, width: 1_100, height: 800 };
    first.window().emit('close');
    const started = await safe(profile);
    expect(started.window().options).toMatchObject({ width: 1_280, height: 860 });
    started.window().emit('close');
    expect((await start({}, profile)).window().options).toMatchObject({ width: 1_100, height: 800 });
  });

  it('comes by itself after three bad ends in a row, and goes after a good one', async () => {
    const profile = temporaryFolder();
    for (let bad = 0; bad < 3; bad += 1) {
      expect((await start({}, profile)).calls).not.toContain('app.disableHardwareAcceleration');
    }
    const started = await opened({}, profile);
    expect(started.calls).toContain('app.disableHardwareAcceleration');
    started.app.emit('will-quit', preventable());
    await vi.waitFor(() => expect(started.exits).toEqual([0]));
    expect((await start({}, profile)).calls).not.toContain('app.disableHardwareAcceleration');
  });

  it('does not come where there is no key ring: that is said in words, and no crash', async () => {
    const profile = temporaryFolder();
    for (let time = 0; time < 4; time += 1) {
      const refused = await start({ storageBackend: 'basic_text' }, profile);
      await vi.waitFor(() => expect(refused.exits).toEqual([1]));
      expect(refused.calls).not.toContain('app.disableHardwareAcceleration');
    }
  });
});

describe('what else hangs on the desktop', () => {
  it('stands in the first menu, begins with the window, and ends before the database is closed', async () => {
    const did: string[] = [];
    const updates: Extra = {
      name: 'updates',
      menu: [{ label: { nl: 'Zoek een nieuwe versie', en: 'Look for a new version' }, run: () => did.push('looked') }],
      begin: ({ isSafe, isPackaged, language }) => {
        did.push(`began ${language()} ${isSafe} ${isPackaged}`);
        return () => did.push('ended');
      },
    };
    const broken: Extra = {
      name: 'broken',
      begin: () => {
        throw new Error('mevrouw Jansen');
      },
    };
    const started = await opened({}, undefined, { extras: [broken, updates] });
    submenu(started, 'Dankbel')
      .find(({ label }) => label === 'Zoek een nieuwe versie')
      ?.click?.();
    expect(did).toEqual(['began nl false false', 'looked']);
    started.app.emit('will-quit', preventable());
    expect(did).toEqual(['began nl false false', 'looked', 'ended']);
    await vi.waitFor(() => expect(started.backends[0]?.wasClosed()).toBe(true));
    expect(JSON.stringify(started.log.lines)).not.toContain('Jansen');
  });
});

describe('a misspelt word', () => {
  it('is underlined and can be put right with the right mouse button', async () => {
    const provider = createSpellProvider();
    const made = withBackend();
    let forks = 0;
    const list = { correct: (word: string) => word !== 'moeilik', suggest: () => ['moeilijk'] };
    const started = await start({
      newChild: () => {
        forks += 1;
        if (forks === 1) return made.options.newChild?.() ?? standInChild();
        return standInChild((port) => serveSpelling({ port, load: () => createSpelling([list]), log: recordingLog() }));
      },
    });
    const page = openPage(started, undefined, provider);
    await page.ask('session.get', {});
    const misspelt = await new Promise((resolve) => provider.spellCheck(['heel', 'moeilik'], resolve));
    expect(misspelt).toEqual(['moeilik']);
    expect(started.calls.at(-1)).toContain('/built/spelling.js');
    started
      .window()
      .webContents.emit('context-menu', {}, { isEditable: true, misspelledWord: 'moeilik', selectionText: '' });
    await vi.waitFor(() => expect(started.popups).toHaveLength(1));
    started.popups[0]?.find(({ label }) => label === 'moeilijk')?.click?.();
    expect(started.window().webContents.replaced).toEqual(['moeilijk']);
    started.app.emit('will-quit', preventable());
    expect(started.children[1]?.wasKilled()).toBe(true);
  });
});

describe('the folder of logs', () => {
  it('can be opened from the menu, for whoever helps', async () => {
    const started = await start({ locale: 'en' });
    submenu(started, 'Help')[0]?.click?.();
    expect(started.opened).toEqual([join(started.profile, 'logs')]);
    expect(existsSync(join(started.profile, 'electron', 'starts.json'))).toBe(true);
  });
});
