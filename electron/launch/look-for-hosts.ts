/** Gathers what chooseHost decides on, and no more than that needs: where nobody can see a window nothing is downloaded. */
import type { Findings } from './choose-host.ts';
import { hasDisplay } from './display.ts';
import { findChromium } from './find-chromium.ts';
import { findElectron } from './find-electron.ts';
import type { Environment } from './find-executable.ts';

export interface LookOptions {
  /** `node_modules/electron`. */
  readonly packageDirectory: string;
  /** `DANKBEL_HOST=loopback` passes Electron by, and so does any other host it names. */
  readonly environment?: Environment;
  readonly platform?: NodeJS.Platform;
}

export async function lookForHosts(options: LookOptions): Promise<Findings> {
  const { packageDirectory, environment = process.env, platform = process.platform } = options;
  if (!hasDisplay(environment, platform)) {
    return { hasDisplay: false, electron: { reason: 'there is no display' }, chromium: null };
  }
  const wanted = environment['DANKBEL_HOST'] ?? 'electron';
  const electron =
    wanted === 'electron'
      ? await findElectron({ packageDirectory, environment })
      : { reason: 'DANKBEL_HOST asks for it' };
  const chromium = 'path' in electron ? null : findChromium({ environment, platform });
  return { hasDisplay: true, electron, chromium };
}
