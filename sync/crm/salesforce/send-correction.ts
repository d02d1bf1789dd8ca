/**
 * Corrections, compared three ways before they are written: as it was read, as it was corrected, as it is now. Salesforce
 * knows no "only if the old value still stands"; the write names the moment at which the contact was read instead.
 */
import { conflictSentence, type CorrectedValue } from '../../../domain/corrected-value.ts';
import { compareThreeWays, type Correction, type DetailField } from '../../../domain/correction.ts';
import { dutchPostcode, writePostcode, type PostalAddress } from '../../../domain/postal-address.ts';
import { validNumberIn } from '../../../domain/phone-number.ts';
import type { OperationAnswer } from '../../connector.ts';
import { changeContact } from './contact.ts';
import {
  detailNumber,
  EMAIL_FIELDS,
  emailRows,
  isSameEmail,
  isSamePhone,
  PHONE_FIELDS,
  phoneRows,
  type DetailColumn,
  type DetailRow,
} from './details.ts';
import { readMailing, writeMailing } from './mailing.ts';
import { readName, writeName, type NameParts } from './names-of-contact.ts';
import type { Talk } from './org-session.ts';
import { count } from './query.ts';
import type { ContactRow } from './rows.ts';
import { soql } from './soql.ts';

/** @throws CrmFailure */
export async function sendCorrection(
  talk: Talk,
  contact: ContactRow,
  correction: Correction,
): Promise<OperationAnswer> {
  switch (correction.field) {
    case 'name':
      return correctName(talk, contact, correction.base, correction.value);
    case 'phone': {
      const value = validNumberIn(correction.value) ?? correction.value;
      return correctDetail(talk, contact, { ...kindOf.phone, rows: phoneRows(contact) }, { ...correction, value });
    }
    case 'email': {
      const value = correction.value.trim();
      return correctDetail(talk, contact, { ...kindOf.email, rows: emailRows(contact) }, { ...correction, value });
    }
    case 'address':
      return correctAddress(talk, contact, correction.base, correction.value);
  }
}

/** Takes away what a correction made, as long as nobody has changed it since. @throws CrmFailure */
export async function removeCreated(talk: Talk, contact: ContactRow, correction: Correction): Promise<void> {
  switch (correction.field) {
    case 'name':
      return;
    case 'phone':
    case 'email': {
      const rows: readonly DetailRow<DetailColumn>[] =
        correction.field === 'phone' ? phoneRows(contact) : emailRows(contact);
      const { isSame } = kindOf[correction.field];
      const made = rows.find(({ value }) => isSame(value, correction.value));
      if (made === undefined) return;
      return changeContact(talk, contact, Object.fromEntries(made.columns.map((column) => [column, null])));
    }
    case 'address': {
      const there = readMailing(contact);
      if (there === null || !isSameAddress(there, correction.value)) return;
      const empty = { street: '', postcode: '', town: '', country: '' };
      return changeContact(talk, contact, writeMailing(empty, hasCodes(talk)));
    }
  }
}

async function correctName(
  talk: Talk,
  contact: ContactRow,
  base: NameParts,
  value: NameParts,
): Promise<OperationAnswer> {
  const hasMiddleName = talk.schema.contact.fields.has('MiddleName');
  const theirs = readName(contact, hasMiddleName);
  // The prefix may stand in either field: what is compared is what is written.
  const columns = (name: NameParts): string => JSON.stringify(writeName(name, hasMiddleName));
  switch (compareThreeWays(columns(base), columns(value), columns(theirs), Object.is)) {
    case 'same':
      return { kind: 'applied', reference: null };
    case 'conflict':
      return conflict(contact, theirs, 'name');
    case 'write':
      await changeContact(talk, contact, { ...writeName(value, hasMiddleName) });
      return { kind: 'applied', reference: null };
  }
}

const kindOf = {
  phone: { field: 'phone', isSame: isSamePhone, columns: PHONE_FIELDS },
  email: { field: 'email', isSame: isSameEmail, columns: EMAIL_FIELDS },
} as const;

interface DetailKind {
  readonly field: 'phone' | 'email';
  readonly isSame: (a: string, b: string) => boolean;
  readonly columns: readonly DetailColumn[];
  readonly rows: readonly DetailRow<DetailColumn>[];
}

interface DetailCorrection {
  readonly crmId: number | null;
  readonly base: string | null;
  readonly value: string;
}

async function correctDetail(
  talk: Talk,
  contact: ContactRow,
  { field, isSame, columns, rows }: DetailKind,
  { crmId, base, value }: DetailCorrection,
): Promise<OperationAnswer> {
  const already = rows.find((row) => isSame(row.value, value));
  if (already !== undefined) return applied(already.crmId);
  if (crmId === null || base === null) {
    const free = freeColumn(talk, contact, columns, value);
    if (free === null) return noRoom(field);
    await changeContact(talk, contact, { [free]: value });
    return applied(detailNumber(contact.Id, free));
  }
  // A field that took the name of the row over from another one with the same value is still that row.
  const row = rows.find((each) => each.crmId === crmId) ?? rows.find((each) => ownsNumber(contact.Id, each, crmId));
  if (row === undefined) return conflict(contact, null, field);
  if (compareThreeWays(base, value, row.value, isSame) === 'conflict') return conflict(contact, row.value, field);
  // Every field that holds the old value: NPSP's workflows would put it back from the other one (salesforce.md §6).
  await changeContact(talk, contact, Object.fromEntries(row.columns.map((column) => [column, value])));
  return applied(row.crmId);
}

function ownsNumber(contactId: string, { columns }: DetailRow<DetailColumn>, crmId: number): boolean {
  return columns.some((column) => detailNumber(contactId, column) === crmId);
}

/** Where a new one goes: the field that it is meant for, else the first that is empty. */
function freeColumn(
  { schema }: Talk,
  contact: ContactRow,
  columns: readonly DetailColumn[],
  value: string,
): DetailColumn | null {
  const isMobile = value.startsWith('+316');
  const free = columns.filter(
    (column) => schema.contact.fields.get(column)?.updateable === true && (contact[column] ?? '').trim() === '',
  );
  const fitting = free.find((column) => (column === 'MobilePhone') === isMobile && column !== 'npe01__WorkPhone__c');
  return fitting ?? free[0] ?? null;
}

function noRoom(field: 'phone' | 'email'): OperationAnswer {
  const why =
    field === 'phone'
      ? {
          nl: 'Bij deze donateur is in Salesforce geen telefoonveld meer leeg. Verbeter hier een nummer dat niet meer klopt.',
          en: 'This donor has no empty phone field left in Salesforce. Correct a number here that is no longer right.',
        }
      : {
          nl: 'Bij deze donateur is in Salesforce geen e-mailveld meer leeg. Verbeter hier een adres dat niet meer klopt.',
          en: 'This donor has no empty e-mail field left in Salesforce. Correct an address here that is no longer right.',
        };
  return { kind: 'rejected', why, crmWords: null };
}

async function correctAddress(
  talk: Talk,
  contact: ContactRow,
  base: PostalAddress | null,
  given: PostalAddress,
): Promise<OperationAnswer> {
  const value = { ...given, postcode: writePostcode(given.postcode) };
  const theirs = readMailing(contact);
  const reference = detailNumber(contact.Id, 'Mailing');
  if (theirs !== null && isSameAddress(theirs, value)) return applied(reference);
  const isAsRead = base === null ? theirs === null : theirs !== null && isSameAddress(theirs, base);
  if (!isAsRead) return conflict(contact, theirs, 'address');
  await changeContact(talk, contact, { ...writeMailing(value, hasCodes(talk)), ...(await ownAddress(talk, contact)) });
  return applied(reference);
}

/** What one donor says of her address is about her alone: the others of her household stay where they are (salesforce.md §6). */
async function ownAddress({ org, schema }: Talk, contact: ContactRow): Promise<Readonly<Record<string, boolean>>> {
  const { AccountId: household } = contact;
  if (typeof household !== 'string' || !schema.contact.fields.has('npsp__is_Address_Override__c')) return {};
  const members = await count(org, soql`SELECT COUNT() FROM Contact WHERE AccountId = ${household}`, {
    purpose: 'now',
  });
  return members > 1 ? { npsp__is_Address_Override__c: true } : {};
}

function hasCodes({ schema }: Talk): boolean {
  return schema.contact.fields.has('MailingCountryCode');
}

function isSameAddress(a: PostalAddress, b: PostalAddress): boolean {
  const dutch = dutchPostcode(a.postcode);
  return (
    (['street', 'town', 'country'] as const).every((part) => a[part].trim() === b[part].trim()) &&
    (a.postcode.trim() === b.postcode.trim() || (dutch !== null && dutch === dutchPostcode(b.postcode)))
  );
}

function applied(reference: number): OperationAnswer {
  return { kind: 'applied', reference: String(reference) };
}

/** @param theirs null: it was removed */
function conflict(contact: ContactRow, theirs: CorrectedValue | null, field: DetailField): OperationAnswer {
  return { kind: 'conflict', why: conflictSentence(theirs, field), theirs, theirsAt: contact.LastModifiedDate ?? null };
}
