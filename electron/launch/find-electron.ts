/** Electron's program: from the npm package when it was downloaded before, else by the package's own installer. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from './find-executable.ts';
import { runQuietly, type RunQuietly } from './run-quietly.ts';

export type FoundElectron = { readonly path: string } | { readonly reason: string };

export interface FindElectronOptions {
  /** `node_modules/electron`. */
  readonly packageDirectory: string;
  readonly environment?: Environment;
  readonly run?: RunQuietly;
  readonly downloadMilliseconds?: number;
}

const DOWNLOAD_MILLISECONDS = 20_000;
const VERSION_MILLISECONDS = 10_000;

/**
 * The path of a program that was seen to start, or a reason that completes "because …". Says nothing on the way: a
 * machine without internet is no failure.
 */
export async function findElectron(options: FindElectronOptions): Promise<FoundElectron> {
  const { packageDirectory, run = runQuietly, downloadMilliseconds = DOWNLOAD_MILLISECONDS } = options;
  const environment = withoutNodeMode(options.environment ?? process.env);
  const installer = join(packageDirectory, 'install.js');
  if (!existsSync(installer)) return { reason: 'the npm package of Electron is not installed' };

  const before = installedElectron(packageDirectory, environment);
  if (before === null) {
    await run(process.execPath, [installer], {
      directory: packageDirectory,
      environment,
      timeLimit: downloadMilliseconds,
    });
  }
  const path = before ?? installedElectron(packageDirectory, environment);
  if (path === null) return { reason: 'there is no Electron program here and it could not be downloaded' };
  // Missing libraries, a sandbox that the system forbids, root: better met here than as a window that never comes.
  const code = await run(path, ['--version'], { environment, timeLimit: VERSION_MILLISECONDS });
  return code === 0 ? { path } : { reason: 'the Electron program does not start on this machine' };
}

/** The program that is there already, found as Electron's own index.js finds it; null when there is none. */
export function installedElectron(packageDirectory: string, environment: Environment = process.env): string | null {
  try {
    const program = readFileSync(join(packageDirectory, 'path.txt'), 'utf8');
    const directory = environment['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(packageDirectory, 'dist');
    const path = join(directory, program);
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

/** With this variable Electron would be a plain Node: no window, no sandbox. */
export function withoutNodeMode(environment: Environment): Environment {
  const { ELECTRON_RUN_AS_NODE: _left, ...rest } = environment;
  return rest;
}
