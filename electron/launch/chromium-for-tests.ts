/** A Chromium for `npm test`: found, or installed where that is ours to do, or a sentence that says what to do. */
import { existsSync } from 'node:fs';
import { findChromium } from './find-chromium.ts';
import { findOnPath, type Environment } from './find-executable.ts';
import { runQuietly, type RunQuietly } from './run-quietly.ts';

export interface EnsureChromiumOptions {
  readonly environment?: Environment;
  readonly find?: () => string | null;
  readonly run?: RunQuietly;
  readonly isRoot?: boolean;
  /** Debian and what descends from it. */
  readonly isDebian?: boolean;
}

export type EnsuredChromium = { readonly path: string } | { readonly sentence: string };

const INSTALL_MILLISECONDS = 240_000;
const WHAT_TO_DO =
  'The tests need a Chromium-family browser and found none. Install Chromium or Chrome ' +
  '(on Debian: apt-get install chromium), or name one in DANKBEL_CHROMIUM, and run npm test again.';

/** As root on Debian it installs the package `chromium`; anywhere else that is for the user to decide. */
export async function ensureChromium(options: EnsureChromiumOptions = {}): Promise<EnsuredChromium> {
  const environment = options.environment ?? process.env;
  const { find = () => findChromium({ environment }), run = runQuietly } = options;
  const found = find();
  if (found !== null) return { path: found };
  const { isRoot = process.getuid?.() === 0, isDebian = existsSync('/etc/debian_version') } = options;
  const aptGet = isRoot && isDebian ? findOnPath(['apt-get'], environment) : null;
  if (aptGet === null) return { sentence: WHAT_TO_DO };

  const quiet = { environment: { ...environment, DEBIAN_FRONTEND: 'noninteractive' }, timeLimit: INSTALL_MILLISECONDS };
  // An old package list is no reason to stop: the package may be in it.
  await run(aptGet, ['update', '-qq'], quiet);
  const code = await run(aptGet, ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
  const installed = find();
  if (installed !== null) return { path: installed };
  return { sentence: `${WHAT_TO_DO} (apt-get was tried and ended with ${code ?? 'no answer in time'}.)` };
}
