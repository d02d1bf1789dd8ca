/** The one-time token that the loopback host puts in the address: read once, then gone from the address bar. */

interface Address {
  readonly hash: string;
  readonly pathname: string;
  readonly search: string;
}

export function takeToken(address: Address, replaceAddress: (address: string) => void): string | null {
  const token = new URLSearchParams(address.hash.slice(1)).get('token');
  if (token === null || token === '') return null;
  replaceAddress(`${address.pathname}${address.search}#/`);
  return token;
}
