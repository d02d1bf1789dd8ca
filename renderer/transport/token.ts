/**
 * The one-time token that the loopback host puts in the address: read once, then gone from the address bar. The CRM's
 * number of a donor may stand beside it: her page is opened once somebody has signed in.
 */

interface Address {
  readonly hash: string;
  readonly pathname: string;
  readonly search: string;
}

const CRM_ID = /^[1-9]\d{0,9}$/;

export function takeToken(address: Address, replaceAddress: (address: string) => void): string | null {
  const given = new URLSearchParams(address.hash.slice(1));
  const token = given.get('token');
  if (token === null || token === '') return null;
  const donor = given.get('donor') ?? '';
  const screen = CRM_ID.test(donor) ? `donors/crm/${donor}` : '';
  replaceAddress(`${address.pathname}${address.search}#/${screen}`);
  return token;
}
