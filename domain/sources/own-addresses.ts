/**
 * Addresses of the charity's own staff: what they give on a live site is a trial, and Kentaa does not mark it (kentaa.md §5,
 * Traps 12). An address, or a whole domain with or without its @.
 */
export const MOST_OWN_ADDRESSES = 100;

/** Domains where everybody has a mailbox: with one of them hardly any donor would be left. */
const OF_EVERYBODY: ReadonlySet<string> = new Set(
  (
    'gmail.com googlemail.com hotmail.com hotmail.nl outlook.com outlook.nl live.nl live.com msn.com yahoo.com icloud.com ' +
    'me.com proton.me protonmail.com ziggo.nl kpnmail.nl kpnplanet.nl planet.nl home.nl hetnet.nl xs4all.nl upcmail.nl ' +
    'casema.nl chello.nl quicknet.nl telfort.nl tele2.nl freedom.nl solcon.nl caiway.nl online.nl zonnet.nl'
  ).split(' '),
);

/** In lower case; null for a line that is neither an address nor a domain of somebody's own. */
export function ownAddressIn(line: string): string | null {
  const text = line.trim().toLowerCase();
  const [domain = '', name = '', ...more] = text.split('@').toReversed();
  const hasDot = domain.includes('.') && !domain.startsWith('.') && !domain.endsWith('.');
  if (more.length > 0 || !hasDot || /[\s,;]/u.test(text)) return null;
  if (name !== '') return text;
  return OF_EVERYBODY.has(domain) ? null : domain;
}

export function isOwnAddress(email: string | null, own: readonly string[]): boolean {
  if (email === null) return false;
  const address = email.toLowerCase();
  return own.some((each) => (each.includes('@') ? address === each : address.endsWith(`@${each}`)));
}
