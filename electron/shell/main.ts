/** Where Electron begins: gives the shell what it needs from the world. Everything it does stands in start-app.ts. */
import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as electron from 'electron';
import { createLog } from '../backend/log.ts';
import { profileDirectory } from '../launch/profile-directory.ts';
import { startApp } from './start-app.ts';

// As it is built: dist/electron/main.js, with preload and backend beside it and the renderer in dist/renderer.
const here = import.meta.dirname;

void startApp(electron, {
  profileDirectory: profileDirectory(process.env, process.platform, homedir()),
  rendererDirectory: join(here, '..', 'renderer'),
  preloadPath: join(here, 'preload.cjs'),
  backendPath: join(here, 'backend.js'),
  platform: process.platform,
  random: randomBytes,
  now: () => performance.now(),
  log: createLog(),
});
