/** The browser that the user chose for the web: for the app itself, and for signing in. It is theirs: we never end it. */
import { spawn } from 'node:child_process';
import { signInLink } from '../desktop/sign-in-link.ts';
import { requireOwnAddress } from './app-window.ts';
import type { Environment } from './find-executable.ts';

export interface DefaultBrowserOptions {
  readonly address: string;
  readonly platform?: NodeJS.Platform;
  readonly environment?: Environment;
  /** After this long without a refusal the browser is taken to be open. */
  readonly refusalMilliseconds?: number;
}

/** Programs that open an address, none of them a shell: Windows' `start` would be one. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** False when the system could not open it. @throws when the address is not one of ours. */
export function openInDefaultBrowser(options: DefaultBrowserOptions): Promise<boolean> {
  return handToSystem({ ...options, address: requireOwnAddress(options.address) });
}

/** False when the system could not open it, or it is no address to sign in at. */
export async function openSignIn(options: DefaultBrowserOptions): Promise<boolean> {
  const address = signInLink(options.address);
  return address !== null && handToSystem({ ...options, address });
}

function handToSystem(options: DefaultBrowserOptions): Promise<boolean> {
  const { platform = process.platform, environment = process.env, refusalMilliseconds = 3_000 } = options;
  const [command = 'xdg-open', ...args] = OPENERS[platform] ?? ['xdg-open'];
  const opener = spawn(command, [...args, options.address], {
    env: { ...environment },
    stdio: 'ignore',
    detached: true,
    shell: false,
  });
  opener.unref();
  return new Promise((resolve) => {
    // xdg-open may stay for as long as the browser does.
    const timer = setTimeout(() => resolve(true), refusalMilliseconds);
    const settle = (isOpen: boolean): void => {
      clearTimeout(timer);
      resolve(isOpen);
    };
    opener.once('error', () => settle(false));
    opener.once('exit', (code) => settle(code === 0));
  });
}
