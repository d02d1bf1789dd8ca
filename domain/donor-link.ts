/**
 * `dankbel://donor/4711`: a link that the CRM can show beside a contact, with the CRM's own number of that contact. It
 * comes from outside, perhaps from a mail or a web page, so nothing is understood but exactly this: it can only ever
 * open a page that the person at the screen could have opened herself.
 */
const LINK = /^dankbel:\/\/donor\/([1-9]\d{0,9})$/;

/** As large as a CRM counts. */
const LARGEST = 2_147_483_647;

export const LINK_SCHEME = 'dankbel';

/** The CRM's number of the donor, or null when this is no such link. */
export function donorOfLink(address: string): number | null {
  const [, digits] = LINK.exec(address) ?? [];
  const crmId = Number(digits);
  return digits === undefined || crmId > LARGEST ? null : crmId;
}
