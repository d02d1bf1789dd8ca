/** Who a key belongs to, asked before anything else is believed (civicrm-api4.md §2: a stripped key gives 200 with no rows). */
import { z } from 'zod';
import type { CrmIdentity } from '../../connector.ts';
import { anonymous, notCiviCrm } from './failures.ts';
import { callApi, getJson, type CiviCrmSite } from './http.ts';

const identitySchema = z.object({ contact_id: z.int().nullable() });
const contactSchema = z.object({ id: z.int(), display_name: z.string().nullable() });

/** @throws CrmFailure when the key does not open the door, or nobody knows who we are. */
export async function identify(site: CiviCrmSite): Promise<CrmIdentity> {
  const { json, headers } = await getJson(site, '/civicrm/authx/id');
  const identity = identitySchema.safeParse(json);
  if (!identity.success) throw notCiviCrm('no answer to authx/id');
  const contactId = identity.data.contact_id;
  if (contactId === null) throw anonymous();
  const me = await nameOf(site, ['id', '=', 'user_contact_id']);
  if (me?.id !== contactId) throw anonymous();
  // The first contact of a CiviCRM site is its default organisation.
  const organisation = await nameOf(site, ['contact_type', '=', 'Organization']);
  return {
    contactId,
    name: me.name,
    organisation: organisation?.name ?? '',
    address: site.address,
    isPractice: headers.get('x-dankbel-practice') === '1',
  };
}

async function nameOf(
  site: CiviCrmSite,
  condition: readonly [string, string, string],
): Promise<{ readonly id: number; readonly name: string } | null> {
  const { values } = await callApi(site, 'Contact', 'get', {
    select: ['id', 'display_name'],
    where: [condition],
    orderBy: { id: 'ASC' },
    limit: 1,
  });
  const contact = contactSchema.safeParse(values[0]);
  return contact.success ? { id: contact.data.id, name: contact.data.display_name ?? '' } : null;
}

/** `https://crm.voorbeeld.nl` of what people paste: without a path to a page, a query, or a slash at the end. */
export function siteAddress(pasted: string): string | null {
  const text = pasted.trim();
  const withScheme = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  const path = url.pathname.replace(/\/(?:civicrm|wp-admin|wp-login\.php|user)(?:\/.*)?$/i, '').replace(/\/+$/, '');
  return url.username === '' && url.password === '' ? url.origin + path : null;
}
