/** The address of Kentaa's API in whatever form it is pasted. */
import { isEncrypted } from '../../crm/civicrm/site-address.ts';
import { USUAL_ADDRESS } from './client.ts';

/** Null for what is no address, or one that would send the key where it can be read. Nothing pasted: the usual one. */
export function sourceAddress(pasted: string): string | null {
  const text = pasted.trim();
  if (text === '') return USUAL_ADDRESS;
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (/\s/.test(text) || !URL.canParse(withScheme)) return null;
  const { protocol, username, password, origin } = new URL(withScheme);
  if (!['https:', 'http:'].includes(protocol) || username !== '' || password !== '') return null;
  const address = `${origin}/v1`;
  return isEncrypted(address) ? address : null;
}
