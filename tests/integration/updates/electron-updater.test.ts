/**
 * The updates as they are, against a server on loopback: electron-updater's own code for AppImages, with Node's network
 * in place of Chromium's and a folder in place of Electron's app. What is not run here is Electron: its network, its
 * quitting, and the updaters of Windows and macOS (docs/verified.md).
 */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { request, type IncomingMessage, type RequestOptions, type ServerResponse } from 'node:http';
import { AppImageUpdater } from 'electron-updater';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';
import { describe, expect, it, vi } from 'vitest';
import { createUpdateDriver, type AutoUpdater, type UpdateDriverOptions } from '../../../electron/updates/driver.ts';
import { createUpdateKeeper, type UpdateDesk } from '../../../electron/updates/keeper.ts';
import type { Installation } from '../../../electron/updates/way.ts';
import type { Channel, UpdateTold } from '../../../electron/updates/messages.ts';
import { SILENT_LOG } from '../../../electron/backend/log.ts';
import { AFTERNOON, testClock } from '../../support/workstation.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { publish, sha512, startUpdateServer, type UpdateServer } from './update-server.ts';

const CURRENT = '0.2.0';

/** The network of Node in place of Chromium's; downloading and comparing are electron-updater's own. */
class NodeNetwork extends ElectronHttpExecutor {
  override createRequest(options: RequestOptions, callback: (answer: IncomingMessage) => void): never {
    return request(options, callback) as never;
  }
  override addRedirectHandlers(): void {
    // Node leaves redirects to whoever reads the answer.
  }
}

/** Quits by doing nothing: the rest of `quitAndInstall` asks Electron to end the program. */
class TestedUpdater extends AppImageUpdater {
  override quitAndInstall(isSilent = false, isForceRunAfter = false): void {
    this.install(isSilent, isForceRunAfter);
  }
}

const INSTALLATION: Installation = {
  host: 'electron',
  platform: 'linux',
  isPackaged: true,
  programPath: '/tmp/.mount_Dankbe/dankbel',
  appImage: '/home/anneke/Dankbel.AppImage',
  adminFolders: ['/usr', '/opt'],
  feed: { url: 'https://updates.voorbeeld.nl/', hasPublisher: false },
};

interface Machine {
  readonly folder: string;
  readonly appImage: string;
  readonly told: UpdateTold[];
  readonly quits: () => number;
  readonly desk: { isInCall: boolean; waiting: number; copies: number; channel: Channel; isFull: boolean };
  readonly keeper: ReturnType<typeof createUpdateKeeper>;
  readonly driver: ReturnType<typeof createUpdateDriver>;
  /** Looks, and waits for what comes of it. */
  look(): Promise<string>;
}

function machineOf(server: UpdateServer, change: Partial<UpdateDriverOptions> = {}): Machine {
  const version = CURRENT;
  const folder = temporaryFolder();
  const appImage = join(folder, 'Dankbel.AppImage');
  writeFileSync(appImage, 'the program that runs');
  chmodSync(appImage, 0o755);
  vi.stubEnv('APPIMAGE', appImage);
  vi.stubEnv('DANKBEL_RAN', join(folder, 'ran'));
  mkdirSync(join(folder, 'user'));
  const config = join(folder, 'app-update.yml');
  writeFileSync(config, `provider: generic\nurl: ${server.url}\nupdaterCacheDirName: dankbel-updater\n`);
  const updater = new TestedUpdater(null, {
    version,
    name: 'dankbel',
    isPackaged: true,
    appUpdateConfigPath: config,
    userDataPath: join(folder, 'user'),
    baseCachePath: join(folder, 'cache'),
    whenReady: async () => undefined,
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: () => undefined,
  });
  (updater as unknown as { httpExecutor: unknown }).httpExecutor = new NodeNetwork();
  const clock = testClock(AFTERNOON);
  const told: UpdateTold[] = [];
  let quits = 0;
  const desk: Machine['desk'] = { isInCall: false, waiting: 0, copies: 0, channel: 'stable', isFull: false };
  const driver = createUpdateDriver({
    updater: () => updater as unknown as AutoUpdater,
    installation: INSTALLATION,
    version,
    tell: (what) => {
      told.push(what);
      queueMicrotask(() => void keeper.hear(what));
    },
    quit: () => void (quits += 1),
    log: SILENT_LOG,
    ...change,
  });
  const keeper = createUpdateKeeper({
    // Until the main process tells how it was installed.
    way: 'source',
    now: clock.now,
    order: (order) => driver.carryOut(order),
    log: SILENT_LOG,
  });
  keeper.attach(openDesk(desk));
  const look = async (): Promise<string> => {
    await vi.waitFor(() => expect(keeper.way()).toBe('itself'));
    await keeper.check();
    await vi.waitFor(() => expect(keeper.state().kind).toMatch(/newest|ready|failed/), { timeout: 5_000 });
    const state = keeper.state();
    return state.kind === 'ready' ? `ready ${state.version}` : state.kind === 'failed' ? state.why : state.kind;
  };
  return { folder, appImage, told, quits: () => quits, desk, keeper, driver, look };
}

function openDesk(desk: Machine['desk']): UpdateDesk {
  return {
    channel: async () => desk.channel,
    work: async () => ({ isInCall: desk.isInCall, waiting: desk.waiting }),
    snapshot: async () => {
      if (desk.isFull) throw new Error('the disk is full');
      desk.copies += 1;
    },
  };
}

/** What was downloaded and is still there. */
function downloaded({ folder }: Machine): readonly string[] {
  const pending = join(folder, 'cache', 'dankbel-updater', 'pending');
  return existsSync(pending) ? readdirSync(pending).filter((name) => name.endsWith('.AppImage')) : [];
}

describe('a newer version', () => {
  it('is fetched, and takes over when the program closes: a copy first, then the new file runs', async () => {
    const server = await startUpdateServer();
    const bytes = publish(server, '0.3.0');
    const machine = machineOf(server);
    expect(await machine.look()).toBe('ready 0.3.0');
    expect(readFileSync(machine.appImage, 'utf8')).toBe('the program that runs');
    expect(await machine.driver.closing()).toBe(true);
    expect(machine.desk.copies).toBe(1);
    machine.driver.install();
    expect(readFileSync(machine.appImage)).toEqual(bytes);
    expect(readFileSync(join(machine.folder, 'ran'), 'utf8')).toBe('0.3.0\n');
  });

  it('is not fetched twice, and not looked for while it is there', async () => {
    const server = await startUpdateServer();
    publish(server, '0.3.0');
    const machine = machineOf(server);
    await machine.look();
    await machine.look();
    expect(server.asked.filter((name) => name.endsWith('.AppImage'))).toHaveLength(1);
    expect(server.asked.filter((name) => name.endsWith('.yml'))).toHaveLength(1);
  });

  it.each([
    ['in a call', { isInCall: true }],
    ['with something unsent', { waiting: 1 }],
    ['without a copy', { isFull: true }],
  ])('does not take over %s', async (_, change) => {
    const server = await startUpdateServer();
    publish(server, '0.3.0');
    const machine = machineOf(server);
    await machine.look();
    Object.assign(machine.desk, change);
    expect(await machine.driver.closing()).toBe(false);
    expect(machine.desk.copies).toBe(0);
    expect(readFileSync(machine.appImage, 'utf8')).toBe('the program that runs');
  });

  it('does not take over from data that is shut, nor from a backend that says nothing', async () => {
    const server = await startUpdateServer();
    publish(server, '0.3.0');
    const machine = machineOf(server);
    await machine.look();
    machine.keeper.attach(null);
    expect(await machine.driver.closing()).toBe(false);
    expect((await machine.keeper.refusal())?.en).toContain('locked');
  });

  it('does not take over from a backend that hangs', async () => {
    const server = await startUpdateServer();
    publish(server, '0.3.0');
    const machine = machineOf(server, { patienceMilliseconds: 10 });
    await machine.look();
    machine.keeper.attach({ ...openDesk(machine.desk), snapshot: () => new Promise(() => undefined) });
    expect(await machine.driver.closing()).toBe(false);
  });

  it('that somebody presses for ends the program, and starts it again when it is installed', async () => {
    const server = await startUpdateServer();
    publish(server, '0.3.0');
    const machine = machineOf(server);
    await machine.look();
    machine.keeper.restart();
    expect(machine.quits()).toBe(1);
    expect(await machine.driver.closing()).toBe(true);
  });

  it('is offered to a part of the machines, always the same ones', async () => {
    const server = await startUpdateServer();
    publish(server, '0.3.0', { change: { stagingPercentage: 30 } });
    const offered: boolean[] = [];
    for (const id of ['00000000-0000-5000-8000-000000000000', '00000000-0000-5000-8000-0000ffffffff']) {
      const machine = machineOf(server);
      writeFileSync(join(machine.folder, 'user', '.updaterId'), id);
      offered.push((await machine.look()) === 'ready 0.3.0');
    }
    expect(offered).toEqual([true, false]);
  });

  it('of the beta channel is for who asked for it', async () => {
    const server = await startUpdateServer();
    publish(server, '0.3.0-beta.1', { channel: 'beta' });
    publish(server, CURRENT);
    expect(await machineOf(server).look()).toBe('newest');
    const early = machineOf(server);
    early.desk.channel = 'beta';
    expect(await early.look()).toBe('ready 0.3.0-beta.1');
  });
});

describe('nothing is installed, and nothing stays on the disk, when', () => {
  const package3 = 'Dankbel-0.3.0.AppImage';
  const other = sha512('another file');
  it.each<readonly [string, (server: UpdateServer) => void, string]>([
    ['the same version is there', (server) => void publish(server, CURRENT), 'newest'],
    ['an older version is there', (server) => void publish(server, '0.1.0'), 'newest'],
    ['nothing was released in the channel', () => undefined, 'newest'],
    [
      'the checksum is of another file',
      (server) => void publish(server, '0.3.0', { change: { files: [{ url: package3, sha512: other }] } }),
      'refused',
    ],
    [
      'the file is another one, of the same length',
      (server) => {
        const bytes = publish(server, '0.3.0');
        server.files.set(package3, Buffer.from(bytes.map((byte) => byte ^ 1)));
      },
      'refused',
    ],
    [
      'there is no checksum',
      (server) => void publish(server, '0.3.0', { change: { files: [{ url: package3 }] } }),
      'refused',
    ],
    ['the version is no version', (server) => void publish(server, 'nieuw'), 'refused'],
    ['a beta lies in the stable channel', (server) => void publish(server, '0.3.0-beta.1'), 'refused'],
    [
      'the file is somewhere else',
      (server) =>
        void publish(server, '0.3.0', { change: { files: [{ url: 'http://127.0.0.1:9/x.AppImage', sha512: other }] } }),
      'refused',
    ],
    [
      'the file is above the folder',
      (server) => void publish(server, '0.3.0', { change: { files: [{ url: '../x.AppImage', sha512: other }] } }),
      'refused',
    ],
    ['the feed is no feed', (server) => void server.files.set('latest-linux.yml', '<html>Inloggen</html>'), 'refused'],
    ['the feed is broken', (server) => void server.files.set('latest-linux.yml', 'version: [0.3.0'), 'refused'],
    [
      'the feed never ends',
      (server) => void server.files.set('latest-linux.yml', pourOut(`# ${'x'.repeat(65_000)}\n`)),
      'refused',
    ],
    [
      'the package is promised larger than any of ours',
      (server) =>
        void publish(server, '0.3.0', {
          change: { files: [{ url: package3, sha512: other, size: 3_000_000_000 }] },
        }),
      'refused',
    ],
    [
      'the connection breaks off in the middle',
      (server) => {
        publish(server, '0.3.0');
        server.files.set(package3, (response) => {
          response.writeHead(200, { 'Content-Length': '100000' });
          response.write('half', () => response.destroy());
        });
      },
      'unreachable',
    ],
    [
      'the server is in trouble',
      (server) => void server.files.set('latest-linux.yml', (response) => void response.writeHead(500).end('x')),
      'unreachable',
    ],
    [
      'the package never ends',
      (server) => {
        publish(server, '0.3.0');
        server.files.set(package3, pourOut('x'.repeat(65_000)));
      },
      'refused',
    ],
  ])('%s', async (_, prepare, outcome) => {
    const server = await startUpdateServer();
    prepare(server);
    const machine = machineOf(server, { limits: { feed: 256 * 1024, package: 1024 * 1024 } });
    expect(await machine.look()).toBe(outcome);
    expect(downloaded(machine)).toEqual([]);
    expect(await machine.driver.closing()).toBe(false);
    expect(readFileSync(machine.appImage, 'utf8')).toBe('the program that runs');
  });
});

/** Sends the same again and again, until the other side has had enough. */
function pourOut(text: string): (response: ServerResponse) => void {
  return (response) => {
    response.writeHead(200);
    const pour = (): void => {
      while (!response.destroyed && response.write(text));
      if (!response.destroyed) response.once('drain', pour);
    };
    pour();
  };
}
