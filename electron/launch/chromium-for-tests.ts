/** A Chromium for `npm test`: found, or installed where that is ours to do, or a sentence that says what to do. */
import { findChromium } from './find-chromium.ts';
import { installFromDebian, type InstallOptions } from './install-from-debian.ts';

export interface EnsureChromiumOptions extends InstallOptions {
  readonly find?: () => string | null;
}

export type EnsuredChromium = { readonly path: string } | { readonly sentence: string };

const WHAT_TO_DO =
  'The tests need a Chromium-family browser and found none. Install Chromium or Chrome ' +
  '(on Debian: apt-get install chromium), or name one in DANKBEL_CHROMIUM, and run npm test again.';

/** As root on Debian it installs the package `chromium`; anywhere else that is for the user to decide. */
export async function ensureChromium(options: EnsureChromiumOptions = {}): Promise<EnsuredChromium> {
  const { environment = process.env, find = () => findChromium({ environment }) } = options;
  const found = find();
  if (found !== null) return { path: found };
  const apt = await installFromDebian('chromium', options);
  if (apt === null) return { sentence: WHAT_TO_DO };
  const installed = find();
  if (installed !== null) return { path: installed };
  return { sentence: `${WHAT_TO_DO} (apt-get was tried and ended with ${apt.code ?? 'no answer in time'}.)` };
}
