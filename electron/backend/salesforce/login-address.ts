/** Where people sign in: production, a sandbox, or the charity's own My Domain. A sign-in is never sent anywhere else. */

export const PRODUCTION = 'https://login.salesforce.com';
export const SANDBOX = 'https://test.salesforce.com';

export const AUTHORIZE_PATH = '/services/oauth2/authorize';

/** `production`, `sandbox`, or an address such as `stichting.my.salesforce.com`; null for what is none of Salesforce's. */
export function loginAddress(given: string): string | null {
  const text = given.trim();
  if (text === '' || text === 'production') return PRODUCTION;
  if (text === 'sandbox') return SANDBOX;
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  if (url === null || url.username !== '' || url.password !== '') return null;
  // For the proof: a stand-in on this very computer.
  if (url.protocol === 'http:' && url.hostname === '127.0.0.1') return url.origin;
  // What people copy is the page that they work on; signing in is at the other name of the same organisation.
  const host = url.host.replace(/\.lightning\.force\.com$/, '.my.salesforce.com');
  const isSalesforce = /^[a-z0-9-]+(?:\.sandbox|\.develop|\.scratch|\.trailblaze)?\.my\.salesforce\.com$/.test(host);
  const isShared = host === new URL(PRODUCTION).host || host === new URL(SANDBOX).host;
  return url.protocol === 'https:' && (isSalesforce || isShared) ? `https://${host}` : null;
}
