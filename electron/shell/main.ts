/** Where Electron begins: gives the shell what it needs from the world. Everything it does stands in start-app.ts. */
import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as electron from 'electron';
import { createLog } from '../backend/log.ts';
import type { Extra } from '../desktop/extras.ts';
import { bothLogs, logFolder, rotatingLog } from '../launch/log-file.ts';
import { profileDirectory as directoryOf } from '../launch/profile-directory.ts';
import { VERSION } from '../launch/version.ts';
import { installedAs } from '../updates/installation.ts';
import { startApp } from './start-app.ts';
import { autoUpdater } from './updater.ts';

// As it is built: dist/electron/main.js, with preload and backend beside it and the renderer in dist/renderer.
const here = import.meta.dirname;
const profileDirectory = directoryOf(process.env, process.platform, homedir());
const { platform, arch, execPath, argv } = process;

/** What else hangs on the desktop: one entry each (desktop/extras.ts). */
const EXTRAS: readonly Extra[] = [];

electron.app.setAppUserModelId('org.dankbel.workstation');
void startApp(electron, {
  profileDirectory,
  rendererDirectory: join(here, '..', 'renderer'),
  preloadPath: join(here, 'preload.cjs'),
  backendPath: join(here, 'backend.js'),
  spellingPath: join(here, 'spelling.js'),
  platform,
  program: { path: execPath, entry: argv[1] ?? '', parameters: argv.slice(1) },
  random: randomBytes,
  now: () => performance.now(),
  wallClock: () => Date.now(),
  every: (milliseconds, run) => {
    const timer = setInterval(run, milliseconds);
    return () => clearInterval(timer);
  },
  version: VERSION,
  system: `${platform} ${arch}, Electron ${process.versions.electron}`,
  updates: electron.app.isPackaged ? { updater: autoUpdater, installation: installedAs(process) } : undefined,
  extras: EXTRAS,
  log: createLog(bothLogs(rotatingLog({ path: join(logFolder(profileDirectory), 'main.log') }), process.stderr)),
});
