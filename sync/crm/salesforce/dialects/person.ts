/** A person in the words of an organisation, and back. */
import type { ObjectInfo } from '../object-info.ts';
import type { Row } from '../query.ts';
import { names, type Soql } from '../soql.ts';
import type { PersonDialect, PersonField } from './dialect.ts';

/** What they call a field of ours; null when they have none. */
export function theirName({ fields }: PersonDialect, field: string): string | null {
  return fields === null ? field : (fields[field as PersonField] ?? null);
}

/** @throws for a field that they do not have: a bug */
export function personColumn(person: PersonDialect, field: string): Soql {
  const theirs = theirName(person, field);
  if (theirs === null) throw new Error(`no ${field} there`);
  return names(theirs);
}

/** Columns of a question, with the ids of the record and of the contact. @param wanted fields that are there */
export function personColumns(person: PersonDialect, wanted: readonly string[]): Soql {
  const columns = wanted.flatMap((field) => theirName(person, field) ?? []);
  return names(...new Set(['Id', person.contactId, ...columns]));
}

/** Of a row with their names one with ours. */
export function readPersonRow({ fields, contactId }: PersonDialect, row: Row): Row {
  if (fields === null) return row;
  const own = Object.entries(fields).flatMap(([ours, theirs]) => (theirs in row ? [[ours, row[theirs]]] : []));
  return { ...(Object.fromEntries(own) as Row), Id: row[contactId], RecordId: row['Id'] };
}

/** Of values by our names those by theirs. */
export function writePersonValues(person: PersonDialect, values: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => {
      const theirs = theirName(person, field);
      return theirs === null ? [] : [[theirs, value as unknown]];
    }),
  );
}

/** The description of their object, by our names. */
export function describedAsPerson({ fields }: PersonDialect, info: ObjectInfo): ObjectInfo {
  if (fields === null) return info;
  const own = Object.entries(fields).flatMap(([ours, theirs]) => {
    const known = info.fields.get(theirs);
    return known === undefined ? [] : [[ours, known] as const];
  });
  return { ...info, fields: new Map(own) };
}
