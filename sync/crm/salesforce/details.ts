/**
 * Phones and e-mails are fields of the contact here, and rows everywhere else. NPSP keeps one number in two fields (the
 * one that is preferred is copied into `Phone`, salesforce.md §6), so that fields with the same value are one row.
 */
import { validNumberIn } from '../../../domain/phone-number.ts';
import { numberOf } from './numbers.ts';
import type { ContactRow } from './rows.ts';

export const PHONE_FIELDS = ['MobilePhone', 'HomePhone', 'npe01__WorkPhone__c', 'OtherPhone', 'Phone'] as const;
export const EMAIL_FIELDS = [
  'npe01__HomeEmail__c',
  'npe01__WorkEmail__c',
  'npe01__AlternateEmail__c',
  'Email',
] as const;
export type PhoneField = (typeof PHONE_FIELDS)[number];
export type EmailField = (typeof EMAIL_FIELDS)[number];
export type DetailColumn = PhoneField | EmailField;

export interface DetailRow<Column extends DetailColumn> {
  /** Of the contact and the field together. */
  readonly crmId: number;
  /** The field that it is named after; the others hold the same value. */
  readonly column: Column;
  readonly columns: readonly Column[];
  readonly value: string;
}

export function detailNumber(contactId: string, column: DetailColumn | 'Mailing'): number {
  return numberOf(`${contactId}.${column}`);
}

export function phoneRows(contact: ContactRow): readonly DetailRow<PhoneField>[] {
  return rowsOf(contact, PHONE_FIELDS, isSamePhone);
}

export function emailRows(contact: ContactRow): readonly DetailRow<EmailField>[] {
  return rowsOf(contact, EMAIL_FIELDS, isSameEmail);
}

function rowsOf<Column extends DetailColumn>(
  contact: ContactRow,
  columns: readonly Column[],
  isSame: (a: string, b: string) => boolean,
): readonly DetailRow<Column>[] {
  const rows: { column: Column; columns: Column[]; value: string }[] = [];
  for (const column of columns) {
    const value = (contact[column] ?? '').trim();
    if (value === '') continue;
    const same = rows.find((row) => isSame(row.value, value));
    if (same === undefined) rows.push({ column, columns: [column], value });
    else same.columns.push(column);
  }
  return rows.map((row) => ({ ...row, crmId: detailNumber(contact.Id, row.column) }));
}

/** Two notations of one number are the same number. */
export function isSamePhone(a: string, b: string): boolean {
  const number = validNumberIn(a);
  return a.trim() === b.trim() || (number !== null && number === validNumberIn(b));
}

export function isSameEmail(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
