/** Contacts, with what they hold of phones, e-mails and the address, a page at a time. */
import type { MirrorDonor, MirrorStub } from '../../../db/mirror/records.ts';
import type { Gender } from '../../../domain/person-name.ts';
import type { CursorPosition, PullPage, PullScope } from '../../connector.ts';
import { personColumns, readPersonRow } from './dialects/person.ts';
import { detailNumber, emailRows, phoneRows, type DetailColumn } from './details.ts';
import type { Schema } from './describe.ts';
import { visible } from './object-info.ts';
import { readMailing } from './mailing.ts';
import { readName } from './names-of-contact.ts';
import { numberOf } from './numbers.ts';
import type { Talk } from './org-session.ts';
import { nextPage, type PagedObject } from './paging.ts';
import { PERSON_ID_FIELD } from './person-id.ts';
import { positionSchema } from './positions.ts';
import { query, type Row } from './query.ts';
import { contactRow, readRows, type ContactRow } from './rows.ts';
import { names, soql, type Soql } from './soql.ts';

/** Of these the description says nothing, or the question has them anyway. */
const ALWAYS = new Set(['Id', 'RecordId', 'SystemModstamp']);

/** What this user may see of what we would like to know. */
export function contactColumns({ contact, dialect }: Schema): Soql {
  const wanted = Object.keys(contactRow.shape).filter((name) => !ALWAYS.has(name));
  return personColumns(dialect.person, visible(contact, wanted));
}

/** By the number of another place she is recognised (sync/sources/matching.ts). */
function stubColumns({ contact, dialect }: Schema): Soql {
  return personColumns(dialect.person, ['IsDeleted', ...visible(contact, [PERSON_ID_FIELD])]);
}

/** With the bin: whoever is in it lost a merge, or was thrown away. */
export function contacts(schema: Schema, scope: PullScope | 'stubs'): PagedObject {
  const select = scope === 'stubs' ? stubColumns(schema) : contactColumns(schema);
  const { object, contactId, where } = schema.dialect.person;
  return { object, select, where, all: true, tellsDeleted: false, id: contactId };
}

/** @param scope `facts`: of all contacts only the id is asked; of those that change everything, because they are few */
export async function pullDonors({ org, schema }: Talk, at: CursorPosition, scope: PullScope): Promise<PullPage> {
  if (scope === 'facts' && positionSchema.parse(at).phase === 'full') {
    const { rows, ...page } = await nextPage(org, contacts(schema, 'stubs'), at);
    const { records, leftOut } = await readStubs({ org, schema }, rows);
    return { ...page, deleted: [], isRewound: false, pulled: { entity: 'stubs', records }, rows: rows.length, leftOut };
  }
  const { rows, ...page } = await nextPage(org, contacts(schema, 'whole'), at);
  const { records, leftOut } = await readDonors({ org, schema }, rows);
  return { ...page, deleted: [], isRewound: false, pulled: { entity: 'donors', records }, rows: rows.length, leftOut };
}

interface ReadRecords<Kept> {
  readonly records: readonly Kept[];
  readonly leftOut: number;
}

export async function readStubs(talk: Talk, rows: readonly Row[]): Promise<ReadRecords<MirrorStub>> {
  const { read, leftOut } = await keepContacts(talk, rows);
  const records = read.map(({ Id, IsDeleted, Dankbel_Id__c: externalId = null }) => ({
    crmId: numberOf(Id),
    externalId,
    isRemoved: IsDeleted === true,
  }));
  return { records, leftOut };
}

export async function readDonors(talk: Talk, rows: readonly Row[]): Promise<ReadRecords<MirrorDonor>> {
  const { read, leftOut } = await keepContacts(talk, rows);
  const hasMiddleName = talk.schema.contact.fields.has('MiddleName');
  return { records: read.map((row) => toDonor(row, hasMiddleName)), leftOut };
}

async function keepContacts(
  { org, schema }: Talk,
  rows: readonly Row[],
): Promise<{ readonly read: readonly ContactRow[]; readonly leftOut: number }> {
  const { read, leftOut } = readRows(
    contactRow,
    rows.map((row) => readPersonRow(schema.dialect.person, row)),
  );
  const taken = await org.numbers.keep(
    'contact',
    read.map(({ Id }) => Id),
  );
  const kept = read.filter(({ Id }) => !taken.has(Id));
  return { read: kept, leftOut: leftOut + read.length - kept.length };
}

/** Asks for these contacts. */
export function contactsOf(schema: Schema, ids: readonly string[]): Soql {
  const { object, contactId } = schema.dialect.person;
  return soql`SELECT ${contactColumns(schema)} FROM ${names(object)} WHERE ${names(contactId)} IN ${ids}`;
}

/** These contacts as they are now; who does not exist is left out. @throws CrmFailure */
export async function readContactRows({ org, schema }: Talk, ids: readonly string[]): Promise<readonly Row[]> {
  if (ids.length === 0) return [];
  return query(org, contactsOf(schema, ids), { purpose: 'later', all: true });
}

function toDonor(contact: ContactRow, hasMiddleName: boolean): MirrorDonor {
  const neverContact = contact.npsp__Do_Not_Contact__c === true;
  return {
    crmId: numberOf(contact.Id),
    externalId: contact.Dankbel_Id__c ?? null,
    kind: 'individual',
    ...readName(contact, hasMiddleName),
    displayName: contact.Name ?? [contact.FirstName, contact.LastName].filter(Boolean).join(' '),
    gender: genderOf(contact.Salutation),
    language: 'nl',
    doesNotWantCalls: contact.DoNotCall === true || neverContact,
    doesNotWantEmail: contact.HasOptedOutOfEmail === true || neverContact,
    doesNotWantPost: neverContact,
    isDeceased: contact.npsp__Deceased__c === true,
    isRemoved: contact.IsDeleted === true,
    phones: phonesOf(contact),
    emails: emailsOf(contact),
    addresses: addressesOf(contact),
  };
}

/** The field that NPSP's preference names. */
const PREFERRED_PHONE: Readonly<Record<string, DetailColumn>> = {
  Home: 'HomePhone',
  Work: 'npe01__WorkPhone__c',
  Mobile: 'MobilePhone',
  Other: 'OtherPhone',
};

function phonesOf(contact: ContactRow): MirrorDonor['phones'] {
  const rows = phoneRows(contact);
  const preferred = PREFERRED_PHONE[contact.npe01__PreferredPhone__c ?? ''] ?? 'Phone';
  const primary = rows.find(({ columns }) => columns.some((column) => column === preferred)) ?? rows[0];
  return rows.map((row) => ({
    crmId: row.crmId,
    raw: row.value,
    isPrimary: row === primary,
    kind: row.columns.includes('MobilePhone') ? 'Mobile' : 'Phone',
    location: row.column === 'npe01__WorkPhone__c' ? 'Work' : 'Home',
  }));
}

function emailsOf(contact: ContactRow): MirrorDonor['emails'] {
  const rows = emailRows(contact);
  const primary = rows.find(({ columns }) => columns.includes('Email')) ?? rows[0];
  return rows.map((row) => ({
    crmId: row.crmId,
    email: row.value.toLowerCase(),
    isPrimary: row === primary,
    isOnHold: false,
    location: row.column === 'npe01__WorkEmail__c' ? 'Work' : 'Home',
  }));
}

function addressesOf(contact: ContactRow): MirrorDonor['addresses'] {
  const address = readMailing(contact);
  if (address === null) return [];
  const crmId = detailNumber(contact.Id, 'Mailing');
  return [{ crmId, ...address, isPrimary: true, location: 'Home', masterCrmId: null }];
}

const WOMEN = /^(?:mevr|mevrouw|mw|ms|mrs|miss|mejuffrouw|vrouw)\b/i;
const MEN = /^(?:dhr|de heer|heer|meneer|mr|hr)\b/i;

function genderOf(salutation: string | null | undefined): Gender | null {
  const word = (salutation ?? '').trim();
  if (WOMEN.test(word)) return 'female';
  return MEN.test(word) ? 'male' : null;
}
