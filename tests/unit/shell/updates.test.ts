/** An update, all the way through the shell: ordered by the backend, carried out by the updater, installed at the end. */
import { describe, expect, it, vi } from 'vitest';
import { SILENT_LOG } from '../../../electron/backend/log.ts';
import { serveBackend } from '../../../electron/desktop/backend-server.ts';
import type { AutoUpdater } from '../../../electron/updates/driver.ts';
import { createUpdateKeeper, type UpdateKeeper } from '../../../electron/updates/keeper.ts';
import type { Installation } from '../../../electron/updates/way.ts';
import { preventable, standInBackend, standInChild } from './stand-in-parts.ts';
import { start } from './started.ts';

const INSTALLATION: Installation = {
  host: 'electron',
  platform: 'win32',
  isPackaged: true,
  programPath: 'C:\\Users\\anneke\\AppData\\Local\\Programs\\dankbel\\Dankbel.exe',
  appImage: null,
  adminFolders: ['C:\\Program Files'],
  feed: { url: 'https://updates.voorbeeld.nl/', hasPublisher: true },
};

/** What electron-updater would say, and what it was asked. */
function updaterWith(version: string, did: string[]): AutoUpdater {
  const sha512 = Buffer.alloc(64, 1).toString('base64');
  const updateInfo = { version, files: [{ url: 'Dankbel-Setup.exe', sha512, size: 90_000_000 }] };
  return {
    autoDownload: true,
    autoInstallOnAppQuit: true,
    autoRunAppAfterInstall: true,
    allowDowngrade: true,
    allowPrerelease: true,
    disableWebInstaller: false,
    channel: null,
    logger: console,
    httpExecutor: { createRequest: () => undefined },
    checkForUpdates: async () => {
      did.push('check');
      return { isUpdateAvailable: true, updateInfo };
    },
    downloadUpdate: async () => void did.push('download'),
    quitAndInstall: (isSilent, startsAgain) => void did.push(`install ${isSilent} ${startsAgain}`),
    on: () => undefined,
  };
}

async function startUpdating(installation = INSTALLATION) {
  const did: string[] = [];
  const updater = updaterWith('9.0.0', did);
  let made = 0;
  let keeper: UpdateKeeper | null = null;
  const newChild = () =>
    standInChild((port) => {
      const backend = standInBackend();
      serveBackend({
        port,
        openBackend: async () => {
          keeper = createUpdateKeeper({
            way: 'source',
            now: () => new Date().toISOString(),
            order: (order) => port.postMessage({ kind: 'update', order }),
            log: SILENT_LOG,
          });
          keeper.attach({
            channel: async () => 'stable',
            work: async () => ({ isInCall: false, waiting: 0 }),
            snapshot: async () => void did.push('copy'),
          });
          return { ...backend, close: async () => void did.push('closed') };
        },
        hearUpdate: async (told) => keeper?.hear(told),
        exit: (code) => void port.emit('exit', code),
        log: SILENT_LOG,
      });
    });
  const updates = { installation, updater: () => ((made += 1), updater) };
  const shell = await start({ isPackaged: true, newChild }, undefined, { updates });
  await vi.waitFor(() => expect(keeper).not.toBeNull());
  return { ...shell, did, updater, made: () => made, keeper: () => keeper! };
}

describe('an update', () => {
  it('is ordered, fetched, and installed when the program ends: after a copy, and after the data was closed', async () => {
    const { app, children, did, keeper, updater } = await startUpdating();
    await vi.waitFor(() => expect(keeper().way()).toBe('itself'));
    await keeper().check();
    await vi.waitFor(() => expect(keeper().state()).toEqual({ kind: 'ready', version: '9.0.0' }));
    expect(updater).toMatchObject({ autoDownload: false, autoInstallOnAppQuit: false, allowDowngrade: false });
    expect(updater.disableWebInstaller).toBe(true);
    const event = preventable();
    app.emit('will-quit', event);
    expect(event.wasPrevented).toBe(true);
    await vi.waitFor(() => expect(did).toContain('closed'));
    children[0]?.emit('exit', 0);
    await vi.waitFor(() => expect(did).toEqual(['check', 'download', 'copy', 'closed', 'install true false']));
    const again = preventable();
    app.emit('will-quit', again);
    expect(again.wasPrevented).toBe(false);
  });

  it('starts the program again when somebody pressed for it', async () => {
    const { app, calls, children, did, keeper } = await startUpdating();
    await vi.waitFor(() => expect(keeper().way()).toBe('itself'));
    await keeper().check();
    await vi.waitFor(() => expect(keeper().state().kind).toBe('ready'));
    keeper().restart();
    await vi.waitFor(() => expect(calls).toContain('app.quit'));
    app.emit('will-quit', preventable());
    await vi.waitFor(() => expect(did).toContain('closed'));
    children[0]?.emit('exit', 0);
    await vi.waitFor(() => expect(did.at(-1)).toBe('install true true'));
  });

  it('is none where an administrator installed the program: electron-updater is not even made', async () => {
    const programPath = 'C:\\Program Files\\Dankbel\\Dankbel.exe';
    const { keeper, made, did } = await startUpdating({ ...INSTALLATION, programPath });
    await vi.waitFor(() => expect(keeper().way()).toBe('administrator'));
    await keeper().check();
    expect([made(), did]).toEqual([0, []]);
  });
});
