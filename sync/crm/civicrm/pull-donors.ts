/** Contacts with their phones, e-mails and addresses, a page at a time. */
import type { MirrorDonor, MirrorStub } from '../../../db/mirror/records.ts';
import type { CursorPosition, PullPage, PullScope } from '../../connector.ts';
import type { CiviCrmSite } from './http.ts';
import { nextPage, type PagedEntity } from './paging.ts';
import { positionSchema } from './positions.ts';
import { getRows } from './presence.ts';
import { addressRow, columnsOf, contactRow, emailRow, phoneRow, readRows, stubRow, type ContactRow } from './rows.ts';
import { genderOf } from './values.ts';
import type { z } from 'zod';

/** Names `is_deleted`, or the bin stays hidden (civicrm-api4.md §0.1). */
const BIN_TOO = ['is_deleted', 'IN', [true, false]];

export const CONTACTS: PagedEntity = {
  entity: 'Contact',
  select: columnsOf(contactRow),
  where: [BIN_TOO],
  hasModifiedDate: true,
};

/**
 * A change of an e-mail, phone or address moves the contact's own stamp (civicrm-api4.md §6), so one cursor is enough.
 *
 * @param scope `facts`: of all contacts only the number is asked; of those that change everything, because they are few
 */
export async function pullDonors(site: CiviCrmSite, at: CursorPosition, scope: PullScope): Promise<PullPage> {
  if (scope === 'facts' && positionSchema.parse(at).phase === 'full') return pullStubs(site, at);
  const { rows, ...page } = await nextPage(site, CONTACTS, at);
  const { records, leftOut } = await withDetails(site, rows);
  return { ...page, pulled: { entity: 'donors', records }, rows: rows.length, leftOut };
}

async function pullStubs(site: CiviCrmSite, at: CursorPosition): Promise<PullPage> {
  const { rows, ...page } = await nextPage(site, { ...CONTACTS, select: columnsOf(stubRow) }, at);
  const { records, leftOut } = readStubs(rows);
  return { ...page, pulled: { entity: 'stubs', records }, rows: rows.length, leftOut };
}

export function readStubs(rows: readonly unknown[]): {
  readonly records: readonly MirrorStub[];
  readonly leftOut: number;
} {
  const { read, leftOut } = readRows(stubRow, rows);
  const records = read.map((row) => ({
    crmId: row.id,
    externalId: row.external_identifier ?? null,
    isRemoved: row.is_deleted ?? false,
  }));
  return { records, leftOut };
}

/** These contacts as they are now. Who does not exist is left out. @param crmIds no more than a page. @throws CrmFailure */
export async function readContacts(site: CiviCrmSite, crmIds: readonly number[]): Promise<readonly MirrorDonor[]> {
  if (crmIds.length === 0) return [];
  const rows = await getRows(site, 'Contact', {
    select: ['id', ...columnsOf(contactRow)],
    where: [['id', 'IN', crmIds], BIN_TOO],
    orderBy: { id: 'ASC' },
    limit: crmIds.length,
  });
  return (await withDetails(site, rows)).records;
}

async function withDetails(
  site: CiviCrmSite,
  rows: readonly unknown[],
): Promise<{ readonly records: readonly MirrorDonor[]; readonly leftOut: number }> {
  const contacts = readRows(contactRow, rows);
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
  return { records, leftOut: contacts.leftOut };
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
  const values = await getRows(site, entity, {
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

const KINDS: ReadonlyMap<string, MirrorDonor['kind']> = new Map(
  Object.entries<MirrorDonor['kind']>({ Organization: 'organization', Household: 'household' }),
);

function toDonor(contact: ContactRow, { phones, emails, addresses }: DetailsOfContact): MirrorDonor {
  return {
    crmId: contact.id,
    externalId: contact.external_identifier ?? null,
    kind: KINDS.get(contact.contact_type) ?? 'individual',
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
