/** What the shell promises beyond keeping things out: the menu, reminders, sleep, extras, spelling, logs. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { DeskMenu } from '../../../contract/desk.ts';
import type { Extra } from '../../../electron/desktop/extras.ts';
import { createSpellProvider } from '../../../electron/desktop/spell-provider.ts';
import { createSpelling } from '../../../electron/desktop/spelling.ts';
import { serveSpelling } from '../../../electron/desktop/spelling-server.ts';
import { EVENING, openPage, start, withBackend } from './started.ts';
import { preventable, recordingLog, standInChild } from './stand-in-parts.ts';
import { MINUTE, MENU, opened, heard, lastMenu, submenu } from './opened.ts';

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
