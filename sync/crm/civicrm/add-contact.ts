/**
 * Makes a contact of somebody whom another place knows. First it is looked for by the numbers that she would have
 * (`external_identifier` is unique), then by name and e-mail; only who is not there is made. What a broken connection left
 * half is completed by the next try.
 */
import { z } from 'zod';
import { writePostcode } from '../../../domain/postal-address.ts';
import type { NewContact } from '../../connector.ts';
import { CrmFailure } from '../../crm-failure.ts';
import { callApi, type CiviCrmSite } from './http.ts';
import { findLivingContact } from './contact.ts';
import { idSchema, readRows } from './rows.ts';

const contactRow = z.object({ id: z.int() });
const numberedRow = contactRow.extend({ is_deleted: z.boolean().nullish() });
const ownerRow = z.object({ id: z.int(), contact_id: idSchema });

/** @returns the contact's id. @throws CrmFailure */
export async function addContact(site: CiviCrmSite, person: NewContact): Promise<number> {
  const known = (await findByNumber(site, person)) ?? (await findByNameAndEmail(site, person));
  if (known !== null) return known;
  const id = await create(site, person);
  await addDetails(site, id, person);
  return id;
}

/** Also in the bin: whoever was merged is her winner. */
async function findByNumber(site: CiviCrmSite, person: NewContact): Promise<number | null> {
  const { values } = await callApi(site, 'Contact', 'get', {
    select: ['id', 'is_deleted'],
    where: [
      ['external_identifier', 'IN', person.externalIds],
      ['is_deleted', 'IN', [true, false]],
    ],
    orderBy: { id: 'ASC' },
    limit: 1,
  });
  const [found] = readRows(numberedRow, values).read;
  if (found === undefined) return null;
  // Not asked once more: an answer that is behind would not know her yet, and she would be taken for removed.
  const living = found.is_deleted === true ? await findLivingContact(site, found.id) : found;
  if (living === null) throw inTheBin();
  // Perhaps this was the try of which the answer was lost.
  await addDetails(site, living.id, person);
  return living.id;
}

/** Whoever took her away there had a reason. */
function inTheBin(): CrmFailure {
  return new CrmFailure('forbidden', {
    nl: 'Deze persoon is in het CRM al eens toegevoegd en daar verwijderd. Haal het contact in het CRM uit de prullenbak als dat niet de bedoeling was.',
    en: 'This person was added to the CRM before and removed there. Take the contact out of the bin in the CRM if that was a mistake.',
  });
}

async function findByNameAndEmail(site: CiviCrmSite, person: NewContact): Promise<number | null> {
  if (person.email === null || person.lastName === '' || person.firstName === '') return null;
  const { values } = await callApi(site, 'Email', 'get', {
    select: ['id', 'contact_id'],
    where: [
      ['email', '=', person.email],
      ['contact_id.is_deleted', '=', false],
      ['contact_id.first_name', '=', person.firstName],
      ['contact_id.last_name', '=', person.lastName],
    ],
    orderBy: { id: 'ASC' },
    limit: 1,
  });
  return readRows(ownerRow, values).read[0]?.contact_id ?? null;
}

async function create(site: CiviCrmSite, person: NewContact): Promise<number> {
  const isOrganisation = person.lastName === '' && person.organisation !== '';
  const name = isOrganisation
    ? { contact_type: 'Organization', organization_name: person.organisation }
    : {
        contact_type: 'Individual',
        first_name: person.firstName,
        middle_name: person.prefix,
        last_name: person.lastName,
      };
  const { values } = await callApi(site, 'Contact', 'create', {
    values: {
      ...name,
      external_identifier: person.externalId,
      preferred_language: person.language === 'nl' ? 'nl_NL' : 'en_US',
      ...(person.doesNotWantCalls ? { do_not_phone: true } : {}),
    },
  });
  const [made] = readRows(contactRow, values).read;
  if (made === undefined) throw new CrmFailure('busy', NOT_SAID);
  return made.id;
}

const NOT_SAID = {
  nl: 'Het CRM zei niet welk contact het heeft gemaakt. Het wordt vanzelf opnieuw bekeken.',
  en: 'The CRM did not say which contact it made. It is looked for again by itself.',
};

/** Only kinds of which she has none yet: what somebody in the office typed in meanwhile is not doubled. */
async function addDetails(site: CiviCrmSite, contactId: number, person: NewContact): Promise<void> {
  const { email, phone, street, postcode, town, country } = person;
  await addOne(site, 'Email', contactId, email === null ? null : { email });
  await addOne(site, 'Phone', contactId, phone === null ? null : { phone });
  const hasAddress = street !== null && town !== null;
  await addOne(
    site,
    'Address',
    contactId,
    hasAddress
      ? {
          street_address: street,
          postal_code: writePostcode(postcode ?? ''),
          city: town,
          ...(country === null ? {} : { 'country_id:name': country }),
        }
      : null,
  );
}

async function addOne(
  site: CiviCrmSite,
  entity: 'Email' | 'Phone' | 'Address',
  contactId: number,
  values: Readonly<Record<string, string>> | null,
): Promise<void> {
  if (values === null) return;
  const where = [['contact_id', '=', contactId]];
  const there = await callApi(site, entity, 'get', { select: ['id'], where, limit: 1 });
  if (there.values.length > 0) return;
  await callApi(site, entity, 'create', { values: { contact_id: contactId, is_primary: true, ...values } });
}
