/**
 * The address of a site in whatever form people paste it, as the addresses at which its API may be (civicrm-api4.md §1).
 *
 * An address is what stands before "civicrm/ajax/api4/…". Most sites have it as a path, `https://crm.voorbeeld.nl`; a
 * WordPress without pretty permalinks in the query, `https://voorbeeld.nl/?civiwp=CiviCRM&q=`.
 */

export interface PastedAddress {
  /** In the order in which they should be tried; none when what was pasted is no address. */
  readonly addresses: readonly string[];
  /** It was pasted without encryption, for a server that is not this computer; only the encrypted form is tried. */
  readonly wasPlainHttp: boolean;
}

const NO_ADDRESS: PastedAddress = { addresses: [], wasPlainHttp: false };

/** Where the pages of a site begin; what stands before is the folder that the site is in. */
const PAGES =
  /^(?:civicrm|wp-admin|wp-login\.php|wp-json|wp-content|user|users|admin|administrator|index\.php|node|sites)$/i;
const DEEPEST_FOLDER = 3;

/** @param allowsPlainHttp whether a key may travel unencrypted to another computer; somebody has to say so */
export function siteAddresses(pasted: string, allowsPlainHttp = false): PastedAddress {
  const text = pasted.trim().replaceAll(/^[<"'‘“]+|[>"'’”]+$/g, '');
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase() ?? null;
  if (scheme !== null && scheme !== 'http' && scheme !== 'https') return NO_ADDRESS;
  const withScheme = scheme === null ? `https://${text}` : text;
  if (/\s/.test(text) || !URL.canParse(withScheme)) return NO_ADDRESS;
  const url = new URL(withScheme);
  if (url.username !== '' || url.password !== '') return NO_ADDRESS;
  const isLocal = isThisComputer(url.hostname);
  const prefixes = prefixesOf(url);
  const addresses = schemesFor(scheme, isLocal, allowsPlainHttp).flatMap((each) =>
    prefixes.map((prefix) => `${each}://${url.host}${prefix}`),
  );
  return { addresses, wasPlainHttp: scheme === 'http' && !isLocal };
}

/** The address of a page of the API. */
export function endpointOf(address: string, path: `/${string}`): string {
  return address.endsWith('=') ? address + path.slice(1) : address + path;
}

function isThisComputer(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(?:\.\d+){3}$/.test(host);
}

/** Whether a key that goes to this address can be read on its way. */
export function isEncrypted(address: string): boolean {
  return address.startsWith('https://') || isThisComputer(new URL(address).hostname);
}

function schemesFor(scheme: string | null, isLocal: boolean, allowsPlainHttp: boolean): readonly string[] {
  if (scheme === 'https') return ['https'];
  if (isLocal) return scheme === 'http' ? ['http'] : ['http', 'https'];
  return allowsPlainHttp ? ['https', 'http'] : ['https'];
}

/** What may stand between the host and "/civicrm/…": what the page itself shows first, then the usual, then the query. */
function prefixesOf({ pathname, searchParams }: URL): readonly string[] {
  const segments = pathname.split('/').filter((segment) => segment !== '');
  const page = segments.findIndex((segment) => PAGES.test(segment));
  const folders = (page === -1 ? segments : segments.slice(0, page)).slice(0, DEEPEST_FOLDER);
  // From the folder that was pasted up to the root: the page may be the site's own, such as /crm.
  const bases = folders.map((_, index) => `/${folders.slice(0, folders.length - index).join('/')}`).concat('');
  const inQuery = bases.map((base) => `${base}/?civiwp=CiviCRM&q=`);
  const isJoomla = searchParams.get('option') === 'com_civicrm' || /^administrator$/i.test(segments[page] ?? '');
  const joomla = bases.map((base) => `${base}/administrator/index.php?option=com_civicrm&task=`);
  if (searchParams.has('civiwp')) return [...inQuery, ...bases];
  return [...(isJoomla ? joomla : []), ...bases, ...inQuery];
}
