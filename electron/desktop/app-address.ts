/** The address of the app's page, and whether another address is of the same place. */
export const APP_SCHEME = 'app';
const APP_HOST = 'dankbel';
/** As Chromium writes the origin of a page of ours. */
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
export const APP_PAGE = `${APP_ORIGIN}/`;

/** The path of an address of ours, percent-encoded as it stands there; null for any other address. */
export function ownPath(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || url.protocol !== `${APP_SCHEME}:` || url.host !== APP_HOST) return null;
  return url.username === '' && url.password === '' ? url.pathname : null;
}
