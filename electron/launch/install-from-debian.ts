/** A package of Debian for the tests, where installing one is ours to do: as root, on Debian. */
import { existsSync } from 'node:fs';
import { findOnPath, type Environment } from './find-executable.ts';
import { runQuietly, type RunQuietly } from './run-quietly.ts';

export interface InstallOptions {
  readonly environment?: Environment;
  readonly run?: RunQuietly;
  readonly isRoot?: boolean;
  /** Debian and what descends from it. */
  readonly isDebian?: boolean;
}

const INSTALL_MILLISECONDS = 240_000;

/** @returns null where it is for the user to decide; else how apt-get ended, `code` null when it took too long */
export async function installFromDebian(
  name: string,
  options: InstallOptions,
): Promise<{ readonly code: number | null } | null> {
  const { environment = process.env, run = runQuietly } = options;
  const { isRoot = process.getuid?.() === 0, isDebian = existsSync('/etc/debian_version') } = options;
  const aptGet = isRoot && isDebian ? findOnPath(['apt-get'], environment) : null;
  if (aptGet === null) return null;
  const quiet = { environment: { ...environment, DEBIAN_FRONTEND: 'noninteractive' }, timeLimit: INSTALL_MILLISECONDS };
  // An old package list is no reason to stop: the package may be in it.
  await run(aptGet, ['update', '-qq'], quiet);
  return { code: await run(aptGet, ['install', '-y', '-qq', '--no-install-recommends', name], quiet) };
}
