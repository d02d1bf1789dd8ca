/** Contacts that could be somebody whom another place knows: a few questions at a time, whose answers are judged elsewhere. */
import { postcodeNotations } from '../../../domain/postal-address.ts';
import type { Likeness } from '../../connector.ts';
import type { Schema } from './describe.ts';
import { visible } from './object-info.ts';
import { personColumn } from './dialects/person.ts';
import { EMAIL_FIELDS, PHONE_FIELDS } from './details.ts';
import { hasCode } from './failures.ts';
import { numberOf } from './numbers.ts';
import type { Talk } from './org-session.ts';
import { PERSON_ID_FIELD } from './person-id.ts';
import { query } from './query.ts';
import { idSchema } from './rows.ts';
import { digitsIn, either, endingWith, names, soql, type Soql } from './soql.ts';

/** Somebody's e-mail can be that of a whole office; more are of no use to whoever has to choose. */
const MOST = 200;
/** So that a question fits into its address (salesforce.md §3). */
const PEOPLE_AT_ONCE = 10;
/** Phones are texts as people typed them: the last nine digits are the same in every notation, and in one of this country all there are. */
const TELLING_DIGITS = 9;

/** @throws CrmFailure */
export async function findLike(talk: Talk, people: readonly Likeness[]): Promise<readonly number[]> {
  const found = new Set<string>();
  for (let at = 0; at < people.length; at += PEOPLE_AT_ONCE) {
    const some = people.slice(at, at + PEOPLE_AT_ONCE);
    for (const condition of [...byNumberOrEmail(talk, some), ...byName(talk, some), ...byPhone(talk, some)]) {
      for (const id of await findBy(talk, condition)) found.add(id);
    }
  }
  const taken = await talk.org.numbers.keep('contact', [...found]);
  return [...found].filter((id) => !taken.has(id)).map(numberOf);
}

async function findBy({ org, schema }: Talk, condition: Soql): Promise<readonly string[]> {
  const { object, contactId, where } = schema.dialect.person;
  const question = soql`SELECT ${names(contactId)} FROM ${names(object)} WHERE ${where} AND ${condition} ORDER BY Id LIMIT ${MOST}`;
  try {
    const rows = await query(org, question, { purpose: 'later' });
    return rows.flatMap((row) => idSchema.safeParse(row[contactId]).data ?? []);
  } catch (error) {
    // No index helps with a phone: in a very large organisation the others have to find her.
    if (hasCode(error, 'QUERY_TIMEOUT', 'OPERATION_TOO_LARGE', 'QUERY_TOO_COMPLICATED')) return [];
    throw error;
  }
}

function column({ dialect }: Schema, field: string): Soql {
  return personColumn(dialect.person, field);
}

function byNumberOrEmail({ schema }: Talk, people: readonly Likeness[]): readonly Soql[] {
  const externalIds = people.flatMap((person) => person.externalIds);
  const emails = people.flatMap(({ email }) => email ?? []);
  const conditions = [
    ...(externalIds.length === 0 ? [] : visible(schema.contact, [PERSON_ID_FIELD])).map(
      (field) => soql`${column(schema, field)} IN ${externalIds}`,
    ),
    ...(emails.length === 0 ? [] : visible(schema.contact, EMAIL_FIELDS)).map(
      (field) => soql`${column(schema, field)} IN ${emails}`,
    ),
  ];
  return conditions.length === 0 ? [] : [either(conditions)];
}

/** The prefix may stand before the surname, in one field. */
function byName({ schema }: Talk, people: readonly Likeness[]): readonly Soql[] {
  if (visible(schema.contact, ['LastName', 'MailingPostalCode']).length < 2) return [];
  const conditions = people.flatMap(({ lastName, postcode }) =>
    lastName === '' || postcode === null
      ? []
      : [
          soql`((LastName = ${lastName} OR LastName LIKE ${endingWith(` ${lastName}`)}) AND ${column(schema, 'MailingPostalCode')} IN ${postcodeNotations(postcode)})`,
        ],
  );
  return conditions.length === 0 ? [] : [either(conditions)];
}

function byPhone({ schema }: Talk, people: readonly Likeness[]): readonly Soql[] {
  const columns = visible(schema.contact, PHONE_FIELDS);
  const conditions = people.flatMap(({ number }) => {
    const digits = (number ?? '').replaceAll(/\D/g, '').slice(-TELLING_DIGITS);
    return digits.length < TELLING_DIGITS
      ? []
      : columns.map((field) => soql`${column(schema, field)} LIKE ${digitsIn(digits)}`);
  });
  return conditions.length === 0 ? [] : [either(conditions)];
}
