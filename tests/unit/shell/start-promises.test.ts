/** What the shell promises beyond keeping things out: links, the window that comes back, safe mode. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openPage, start } from './started.ts';
import { preventable, temporaryFolder } from './stand-in-parts.ts';
import { LINK, program, opened, heard, opening } from './opened.ts';

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
