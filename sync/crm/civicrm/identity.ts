/** Who a key belongs to, asked before anything else is believed (civicrm-api4.md §2: a stripped key gives 200 with no rows). */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CrmIdentity, KnownOrganisation } from '../../connector.ts';
import { anonymous, notCiviCrm, otherOrganisation } from './failures.ts';
import { callApi, getJson, type CiviCrmSite } from './http.ts';

const identitySchema = z.object({ contact_id: z.int().nullable() });
const contactSchema = z.object({ id: z.int(), display_name: z.string().nullish(), hash: z.string().nullish() });
type ContactRow = z.infer<typeof contactSchema>;

/**
 * @throws CrmFailure when the key does not open the door, nobody knows who we are, or the site belongs to another
 * organisation than the one that we know it by
 */
export async function identify(site: CiviCrmSite): Promise<CrmIdentity> {
  const { json, headers } = await getJson(site, '/civicrm/authx/id');
  const identity = identitySchema.safeParse(json);
  if (!identity.success) throw notCiviCrm('no answer to authx/id');
  const contactId = identity.data.contact_id;
  if (contactId === null) throw anonymous();
  const me = await findContact(site, ['id', '=', 'user_contact_id']);
  if (me?.id !== contactId) throw anonymous();
  const organisation = await findOrganisation(site);
  return {
    contactId,
    name: me.display_name ?? '',
    organisation: organisation?.display_name ?? '',
    organisationMark: organisation === null ? null : { contactId: organisation.id, hash: markOf(organisation) },
    address: site.address,
    isPractice: headers.get('x-dankbel-practice') === '1',
  };
}

/**
 * The default organisation of the site. CiviCRM gives every contact a random hash that nobody changes: the same contact
 * with another hash is another organisation's database, whatever name it has; a name may change.
 *
 * @throws CrmFailure when it is not the one that we know
 */
async function findOrganisation(site: CiviCrmSite): Promise<ContactRow | null> {
  const { known } = site;
  // The first contact of a site is its default organisation.
  const first = await findContact(site, ['contact_type', '=', 'Organization']);
  if (known === undefined) return first;
  const found = first?.id === known.contactId ? first : await findContact(site, ['id', '=', known.contactId]);
  if (found === null || !isSame(known, found)) throw otherOrganisation(known.name, first?.display_name ?? '');
  return found;
}

function isSame(known: KnownOrganisation, found: ContactRow): boolean {
  const mark = markOf(found);
  return known.hash === null || mark === null ? known.name === (found.display_name ?? '') : known.hash === mark;
}

/** Not the hash itself: CiviCRM makes the links in its mailings with it. */
function markOf({ hash }: ContactRow): string | null {
  return typeof hash === 'string' && hash !== '' ? createHash('sha256').update(hash).digest('hex').slice(0, 32) : null;
}

async function findContact(
  site: CiviCrmSite,
  condition: readonly [string, string, string | number],
): Promise<ContactRow | null> {
  const { values } = await callApi(site, 'Contact', 'get', {
    select: ['id', 'display_name', 'hash'],
    where: [condition],
    orderBy: { id: 'ASC' },
    limit: 1,
  });
  return contactSchema.safeParse(values[0]).data ?? null;
}
