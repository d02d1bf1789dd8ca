/**
 * The Dutch prefix has no field of its own in Salesforce. Where the organisation has middle names it stands there; else
 * before the surname, in one field: "van der Veen".
 */
import type { ContactRow } from './rows.ts';

export interface NameParts {
  readonly firstName: string;
  readonly prefix: string;
  readonly surname: string;
}

/** Words in lower case before a name with a capital. */
const PREFIXED =
  /^((?:(?:van|von|de|den|der|des|du|di|da|la|le|les|te|ten|ter|tot|op|uit|uijt|aan|bij|in|onder|over|voor|het|el|al|'s|’s|'t|’t|d'|d’)\s+){1,4})(\S.*)$/u;

export function readName(contact: ContactRow, hasMiddleName: boolean): NameParts {
  const firstName = (contact.FirstName ?? '').trim();
  const surname = (contact.LastName ?? '').trim();
  if (hasMiddleName) return { firstName, prefix: (contact.MiddleName ?? '').trim(), surname };
  const [, prefix, rest] = PREFIXED.exec(surname) ?? [];
  if (prefix === undefined || rest === undefined) return { firstName, prefix: '', surname };
  return { firstName, prefix: prefix.trim(), surname: rest };
}

export type NameColumns = Readonly<
  Record<'FirstName' | 'LastName', string | null> & Partial<Record<'MiddleName', string | null>>
>;

export function writeName({ firstName, prefix, surname }: NameParts, hasMiddleName: boolean): NameColumns {
  const [first, before, last] = [firstName.trim(), prefix.trim(), surname.trim()];
  const orNull = (text: string): string | null => (text === '' ? null : text);
  if (hasMiddleName) return { FirstName: orNull(first), MiddleName: orNull(before), LastName: last };
  return { FirstName: orNull(first), LastName: [before, last].filter((part) => part !== '').join(' ') };
}
