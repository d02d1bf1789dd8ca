/**
 * Chromium without windows: a program of its own, and a fifth cheaper than a whole Chromium that shows none. It is
 * enough for a test that looks at pages alone; an app window needs a whole one.
 */
import { findOnPath } from './find-executable.ts';
import { installFromDebian, type InstallOptions } from './install-from-debian.ts';

const DEBIAN_PACKAGE = 'chromium-headless-shell';
/** As Debian has it, and as Google publishes it beside Chrome for Testing. */
const NAMES = [DEBIAN_PACKAGE, 'chrome-headless-shell'];

/**
 * As root on Debian it installs the package `chromium-headless-shell`.
 *
 * @returns null where there is none: nobody needs one, and a whole Chromium does the same. `DANKBEL_CHROMIUM` names the
 *   only browser that is looked at, so that there is none besides it either.
 */
export async function ensureHeadlessShell(options: InstallOptions = {}): Promise<string | null> {
  const { environment = process.env } = options;
  if ((environment['DANKBEL_CHROMIUM'] ?? '') !== '') return null;
  const found = findOnPath(NAMES, environment);
  if (found !== null) return found;
  await installFromDebian(DEBIAN_PACKAGE, options);
  return findOnPath(NAMES, environment);
}
