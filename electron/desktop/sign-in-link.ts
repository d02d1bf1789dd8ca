/**
 * The second thing that may leave the app: the address at which people sign in to Salesforce, handed to the browser of
 * the system. The backend made it and says so over its own channel; a page never gives an address. It is built anew
 * from what it must be made of, so that nothing else can come along (Electron security checklist, point 15).
 */
import { CALLBACK_ADDRESSES } from '../../domain/salesforce/callback.ts';
import { AUTHORIZE_PATH, loginAddress } from '../backend/salesforce/login-address.ts';
import { kindOfError, type HostLog } from '../launch/host-log.ts';

/** What each part must look like; there is no other part. */
const PARTS: Readonly<Record<string, (text: string) => boolean>> = {
  response_type: is('code'),
  client_id: (text) => /^[\w.-]{10,500}$/.test(text),
  redirect_uri: is(...CALLBACK_ADDRESSES),
  scope: is('api refresh_token'),
  state: isRandom,
  code_challenge: isRandom,
  code_challenge_method: is('S256'),
  prompt: is('login'),
};

function is(...known: readonly string[]): (text: string) => boolean {
  return (text) => known.includes(text);
}

/** 32 bytes. */
function isRandom(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** The address to open, or null when this is no sign-in at Salesforce. */
export function signInLink(address: string): string | null {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' || url.username !== '' || loginAddress(url.origin) !== url.origin) return null;
  if (url.pathname !== AUTHORIZE_PATH) return null;
  const parts = Object.entries(PARTS).map(([name, looks]) => {
    const [value = '', ...more] = url.searchParams.getAll(name);
    return more.length === 0 && looks(value) ? ([name, value] as const) : null;
  });
  if (parts.includes(null)) return null;
  const query = new URLSearchParams(parts.filter((part) => part !== null).map(([name, value]) => [name, value]));
  return `${url.origin}${AUTHORIZE_PATH}?${query.toString()}`;
}

export interface Browser {
  openExternal(address: string): Promise<unknown>;
}

export function createSignInOpener(shell: Browser, log: HostLog): (address: string) => void {
  return (address) => {
    const link = signInLink(address);
    if (link === null) return log.warn({}, 'shell: no address of a sign-in');
    shell.openExternal(link).catch((error: unknown) => log.warn(kindOfError(error), 'shell: no browser'));
  };
}
