/**
 * What an organisation calls a person, a gift and a mandate (docs/decisions/0037). Everywhere else a person has the fields
 * of a Contact by the names that NPSP's organisations have for them; only what goes out or comes in is translated.
 */
import type { MirrorGift, MirrorMandate } from '../../../../db/mirror/records.ts';
import type { CalendarDay } from '../../../../domain/calendar/day.ts';
import type { ObjectInfo } from '../object-info.ts';
import type { Row } from '../query.ts';
import type { ContactRow } from '../rows.ts';
import type { Soql } from '../soql.ts';

export type PersonField = Exclude<keyof ContactRow, 'Id' | 'RecordId'>;

export interface PersonDialect {
  readonly object: 'Contact' | 'Account';
  /** The field with the id of the contact, by which tasks know a person. */
  readonly contactId: 'Id' | 'PersonContactId';
  readonly where: Soql;
  /** Their names of our fields; what is not here does not exist there. Null: the same names. */
  readonly fields: Readonly<Partial<Record<PersonField, string>>> | null;
}

/** A gift or a mandate of somebody. */
export interface Given<Kept> {
  readonly id: string;
  readonly contactId: string;
  /** Null for what makes no sense here: another currency, no day. */
  readonly kept: Kept | null;
}

export interface GivingDialect<Kept> {
  readonly object: string;
  /** Without these nothing can be read. */
  readonly needs: readonly string[];
  /** The contact who gave, as a path in a question; null when it cannot be seen. */
  donor(info: ObjectInfo): string | null;
  where(info: ObjectInfo, donor: string): Soql;
  /** Those that are nobody's, whom nobody can be called for. */
  nobodys?(info: ObjectInfo, donor: string): Soql;
  columns(info: ObjectInfo, donor: string): Soql;
  /** Since a day; null when no day can be seen. */
  since(info: ObjectInfo, day: CalendarDay): Soql | null;
  /** Null for a row that cannot be understood. */
  read(row: Row, donor: string): Given<Kept> | null;
}

export interface Dialect {
  readonly id: 'npsp' | 'nonprofit-cloud';
  readonly person: PersonDialect;
  readonly gift: GivingDialect<MirrorGift>;
  readonly mandate: GivingDialect<MirrorMandate>;
}

/** The value at a path such as `Donor.PersonContactId`. */
export function valueAt(row: Row, path: string): unknown {
  let value: unknown = row;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return null;
    value = (value as Row)[name];
  }
  return value;
}
