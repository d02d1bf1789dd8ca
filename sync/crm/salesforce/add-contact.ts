/**
 * Makes a contact of somebody whom another place knows, looked for first by the numbers that she would have, then by name
 * and e-mail. Salesforce itself refuses a second one with her number, so that a lost answer, or another workstation at the
 * same moment, makes nobody twice. A rule against duplicates is never overruled: a person looks.
 */
import { z } from 'zod';
import { writePostcode } from '../../../domain/postal-address.ts';
import type { NewContact } from '../../connector.ts';
import { CrmFailure } from '../../crm-failure.ts';
import { findLivingContact } from './contact.ts';
import { visible, writable } from './object-info.ts';
import { EMAIL_FIELDS, type EmailField } from './details.ts';
import { hasCode, isUnsure, odd } from './failures.ts';
import { ask } from './http.ts';
import { writeMailing } from './mailing.ts';
import { writeName } from './names-of-contact.ts';
import { numberOf } from './numbers.ts';
import type { Talk } from './org-session.ts';
import { mayAddContacts, PERSON_ID_FIELD } from './person-id.ts';
import { query } from './query.ts';
import { idSchema, readRows } from './rows.ts';
import { either, names, soql } from './soql.ts';

const idRow = z.object({ Id: idSchema });
const numberedRow = idRow.extend({ IsDeleted: z.boolean() });

/** @returns the contact's number. @throws CrmFailure */
export async function addContact(talk: Talk, person: NewContact): Promise<number> {
  if (talk.schema.dialect.id === 'nonprofit-cloud') throw notInNonprofitCloud();
  if (!mayAddContacts(talk.schema)) throw noFieldForPeople();
  const known = (await findByNumber(talk, person)) ?? (await findByNameAndEmail(talk, person));
  if (known !== null) return known;
  // An organisation is an account there, and nobody is called at one (docs/connect-salesforce.md).
  if (person.lastName.trim() === '') throw noSurname();
  try {
    return await create(talk, person);
  } catch (error) {
    if (hasCode(error, 'DUPLICATES_DETECTED')) throw looksLikeSomebody();
    if (!isUnsure(error)) throw error;
    const made = await findByNumber(talk, person);
    if (made === null) throw error;
    return made;
  }
}

/** Also in the bin: whoever was merged is her winner. */
async function findByNumber(talk: Talk, { externalIds }: NewContact): Promise<number | null> {
  const rows = await query(
    talk.org,
    soql`SELECT Id, IsDeleted FROM Contact WHERE ${names(PERSON_ID_FIELD)} IN ${externalIds} ORDER BY IsDeleted, Id LIMIT 1`,
    { purpose: 'later', all: true },
  );
  const [found] = readRows(numberedRow, rows).read;
  if (found === undefined) return null;
  await talk.org.numbers.keep('contact', [found.Id]);
  // Not asked once more: an answer that is behind would not know her yet, and she would be taken for removed.
  if (!found.IsDeleted) return numberOf(found.Id);
  const living = await findLivingContact(talk, numberOf(found.Id), 'later');
  if (living === null) throw inTheBin();
  await talk.org.numbers.keep('contact', [living.Id]);
  return numberOf(living.Id);
}

async function findByNameAndEmail({ org, schema }: Talk, person: NewContact): Promise<number | null> {
  const { email, firstName, prefix, lastName } = person;
  const fields = visible(schema.contact, EMAIL_FIELDS);
  if (email === null || lastName === '' || firstName === '' || fields.length === 0) return null;
  const surnames = [lastName, writeName({ firstName, prefix, surname: lastName }, false).LastName ?? lastName];
  const hasEmail = either(fields.map((field) => soql`${names(field)} = ${email}`));
  const rows = await query(
    org,
    soql`SELECT Id FROM Contact WHERE FirstName = ${firstName} AND LastName IN ${surnames} AND ${hasEmail} ORDER BY Id LIMIT 1`,
    { purpose: 'later' },
  );
  const [found] = readRows(idRow, rows).read;
  if (found === undefined) return null;
  await org.numbers.keep('contact', [found.Id]);
  return numberOf(found.Id);
}

async function create({ org, schema }: Talk, person: NewContact): Promise<number> {
  const { firstName, prefix, lastName, doesNotWantCalls } = person;
  const hasMiddleName = schema.contact.fields.has('MiddleName');
  // Without an account: NPSP makes a household of her own (salesforce.md §6).
  const values = {
    [PERSON_ID_FIELD]: person.externalId,
    ...writeName({ firstName, prefix, surname: lastName }, hasMiddleName),
    ...phoneOf(person),
    ...emailOf(person),
    ...addressOf(person, schema.contact.fields.has('MailingCountryCode')),
    ...(doesNotWantCalls ? { DoNotCall: true } : {}),
  };
  const { json } = await ask(org, {
    method: 'POST',
    path: '/sobjects/Contact',
    body: writable(schema.contact, values, 'createable'),
    purpose: 'later',
  });
  const made = z.object({ id: idSchema }).safeParse(json);
  if (!made.success) throw odd();
  await org.numbers.keep('contact', [made.data.id]);
  return numberOf(made.data.id);
}

type Values = Readonly<Record<string, string | null>>;

/** As NPSP keeps the one that is preferred: in its own field, and copied (salesforce.md §6). */
function phoneOf({ phone }: NewContact): Values {
  if (phone === null) return {};
  const isMobile = /^(?:\+31|0031|0)\s*6/.test(phone.replaceAll('-', ''));
  return isMobile
    ? { MobilePhone: phone, Phone: phone, npe01__PreferredPhone__c: 'Mobile' }
    : { HomePhone: phone, Phone: phone, npe01__PreferredPhone__c: 'Home' };
}

function emailOf({ email }: NewContact): Values {
  if (email === null) return {};
  const own: EmailField = 'npe01__HomeEmail__c';
  return { Email: email, [own]: email, npe01__Preferred_Email__c: 'Personal' };
}

function addressOf({ street, postcode, town, country }: NewContact, hasCodes: boolean): Values {
  if (street === null || town === null) return {};
  return writeMailing({ street, postcode: writePostcode(postcode ?? ''), town, country: country ?? '' }, hasCodes);
}

function notInNonprofitCloud(): CrmFailure {
  return new CrmFailure('forbidden', {
    nl: 'In Nonprofit Cloud maakt Dankbel nog geen donateurs: hoe dat daar hoort, is niet bewezen. Voeg deze persoon daar zelf toe; daarna wordt ze hier herkend.',
    en: 'Dankbel does not make donors in Nonprofit Cloud yet: how that is to be done there is not proved. Add this person there yourself; she is recognised here after that.',
  });
}

function noFieldForPeople(): CrmFailure {
  return new CrmFailure('forbidden', {
    nl: `Om iemand in Salesforce te kunnen toevoegen is op Contact het veld ${PERSON_ID_FIELD} nodig (extern ID, uniek), met bewerkrecht, en het recht om contacten te maken. Kijk bij Koppelen wat de beheerder moet doen.`,
    en: `Adding somebody to Salesforce needs the field ${PERSON_ID_FIELD} on Contact (external ID, unique), with edit access, and the right to make contacts. See Connect for what the administrator must do.`,
  });
}

function noSurname(): CrmFailure {
  return new CrmFailure('forbidden', {
    nl: 'Zonder achternaam kan dit geen contact in Salesforce worden. Een organisatie is daar een account: voeg haar daar zelf toe.',
    en: 'Without a surname this cannot become a contact in Salesforce. An organisation is an account there: add it there yourself.',
  });
}

/** Whoever took her away there had a reason. */
function inTheBin(): CrmFailure {
  return new CrmFailure('forbidden', {
    nl: 'Deze persoon is in Salesforce al eens toegevoegd en daar verwijderd. Haal het contact uit de prullenbak als dat niet de bedoeling was.',
    en: 'This person was added to Salesforce before and removed there. Take the contact out of the bin if that was a mistake.',
  });
}

function looksLikeSomebody(): CrmFailure {
  return new CrmFailure('forbidden', {
    nl: 'Een regel tegen dubbelen in Salesforce zegt dat deze persoon daar al lijkt te staan. Er is niets toegevoegd. Zoek haar op in Salesforce: staat ze er, kies haar dan bij Herkennen; staat ze er niet, voeg haar daar dan zelf toe.',
    en: 'A rule against duplicates in Salesforce says that this person seems to be there already. Nothing was added. Look her up in Salesforce: if she is there, choose her under Recognise; if she is not, add her there yourself.',
  });
}
