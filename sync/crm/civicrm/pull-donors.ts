/** Contacts with their phones, e-mails and addresses, a page at a time. */
import type { MirrorDonor } from '../../../db/mirror/records.ts';
import type { CursorPosition, PullPage } from '../../connector.ts';
import { callApi, type CiviCrmSite } from './http.ts';
import { nextPage } from './paging.ts';
import { addressRow, columnsOf, contactRow, emailRow, phoneRow, readRows, type ContactRow } from './rows.ts';
import { genderOf } from './values.ts';
import type { z } from 'zod';

/** A change of an e-mail, phone or address moves the contact's own stamp (civicrm-api4.md §6), so one cursor is enough. */
export async function pullDonors(site: CiviCrmSite, at: CursorPosition): Promise<PullPage> {
  const page = await nextPage(
    site,
    {
      entity: 'Contact',
      select: columnsOf(contactRow),
      // Names `is_deleted`, or the bin stays hidden (§0.1).
      where: [['is_deleted', 'IN', [true, false]]],
      hasModifiedDate: true,
    },
    at,
  );
  const contacts = readRows(contactRow, page.rows);
  const ids = contacts.read.map((contact) => contact.id);
  const phones = await readDetails(site, 'Phone', phoneRow, ids);
  const emails = await readDetails(site, 'Email', emailRow, ids);
  const addresses = await readDetails(site, 'Address', addressRow, ids);
  const records = contacts.read.map((contact) =>
    toDonor(contact, {
      phones: phones.get(contact.id) ?? [],
      emails: emails.get(contact.id) ?? [],
      addresses: addresses.get(contact.id) ?? [],
    }),
  );
  const { position, isLast } = page;
  return { pulled: { entity: 'donors', records }, position, isLast, leftOut: contacts.leftOut };
}

type Detail<Schema extends z.ZodType> = z.output<Schema>;

/** All rows of one kind for the contacts of a page; a page has few enough to ask in one go (§1: at most some 500 ids). */
async function readDetails<Schema extends z.ZodObject & z.ZodType<{ contact_id: number }>>(
  site: CiviCrmSite,
  entity: string,
  schema: Schema,
  contactIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Detail<Schema>[]>> {
  const details = new Map<number, Detail<Schema>[]>();
  if (contactIds.length === 0) return details;
  const { values } = await callApi(site, entity, 'get', {
    select: ['id', ...columnsOf(schema)],
    where: [['contact_id', 'IN', contactIds]],
    orderBy: { id: 'ASC' },
    limit: 0,
  });
  for (const row of readRows(schema, values).read) {
    const known = details.get(row.contact_id);
    if (known === undefined) details.set(row.contact_id, [row]);
    else known.push(row);
  }
  return details;
}

interface DetailsOfContact {
  readonly phones: readonly Detail<typeof phoneRow>[];
  readonly emails: readonly Detail<typeof emailRow>[];
  readonly addresses: readonly Detail<typeof addressRow>[];
}

const KINDS: Readonly<Record<string, MirrorDonor['kind']>> = { Organization: 'organization', Household: 'household' };

function toDonor(contact: ContactRow, { phones, emails, addresses }: DetailsOfContact): MirrorDonor {
  return {
    crmId: contact.id,
    externalId: contact.external_identifier ?? null,
    kind: KINDS[contact.contact_type] ?? 'individual',
    firstName: contact.first_name ?? '',
    // CiviCRM has no field for a prefix; Dutch sites keep it in the middle name.
    prefix: contact.middle_name ?? '',
    surname: contact.last_name ?? '',
    displayName: contact.display_name ?? '',
    gender: genderOf(contact['gender_id:name']),
    language:
      contact.preferred_language?.startsWith('en') === true && contact.contact_type === 'Individual' ? 'en' : 'nl',
    doesNotWantCalls: contact.do_not_phone ?? false,
    doesNotWantEmail: contact.do_not_email ?? false,
    doesNotWantPost: contact.do_not_mail ?? false,
    isDeceased: contact.is_deceased ?? false,
    isRemoved: contact.is_deleted ?? false,
    phones: phones.map((row) => ({
      crmId: row.id,
      raw: row.phone ?? '',
      isPrimary: row.is_primary ?? false,
      kind: row['phone_type_id:name'] ?? null,
      location: row['location_type_id:name'] ?? null,
    })),
    emails: emails.map((row) => ({
      crmId: row.id,
      email: row.email ?? '',
      isPrimary: row.is_primary ?? false,
      isOnHold: Number(row.on_hold ?? 0) !== 0,
      location: row['location_type_id:name'] ?? null,
    })),
    addresses: addresses.map((row) => ({
      crmId: row.id,
      street: row.street_address ?? '',
      postcode: row.postal_code ?? '',
      town: row.city ?? '',
      country: row['country_id:name'] ?? '',
      isPrimary: row.is_primary ?? false,
      location: row['location_type_id:name'] ?? null,
      masterCrmId: row.master_id ?? null,
    })),
  };
}
