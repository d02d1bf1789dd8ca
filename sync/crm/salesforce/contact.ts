/** A contact as it is now, before anything is written to it. */
import { contactColumns } from './pull-donors.ts';
import { ask, pauseFor } from './http.ts';
import { findWinningId } from './find-winner.ts';
import type { Purpose } from './budget.ts';
import { writable } from './object-info.ts';
import type { PersonDialect } from './dialects/dialect.ts';
import { readPersonRow, writePersonValues } from './dialects/person.ts';
import { changedMeanwhile } from './failures.ts';
import type { Talk } from './org-session.ts';
import { query } from './query.ts';
import { contactRow, type ContactRow } from './rows.ts';
import { names, soql } from './soql.ts';

/**
 * The winner of the merge for one that was merged. Null when it is in the bin or gone.
 *
 * @throws CrmFailure
 */
export async function findLivingContact(talk: Talk, crmId: number, purpose: Purpose): Promise<ContactRow | null> {
  const id = (await talk.org.numbers.idsOf('contact', [crmId])).get(crmId);
  if (id === undefined) return null;
  const contact = await readContact(talk, id, purpose);
  if (contact !== null && contact.IsDeleted !== true) return contact;
  const winner = await findWinningId(talk, id, purpose);
  if (winner === null) return null;
  await talk.org.numbers.keep('contact', [winner]);
  const living = await readContact(talk, winner, purpose);
  return living !== null && living.IsDeleted !== true ? living : null;
}

async function readContact({ org, schema }: Talk, id: string, purpose: Purpose): Promise<ContactRow | null> {
  const { person } = schema.dialect;
  const rows = await query(
    org,
    soql`SELECT ${contactColumns(schema)} FROM ${names(person.object)} WHERE ${names(person.contactId)} = ${id}`,
    { purpose, all: true },
  );
  const [row] = rows;
  return row === undefined ? null : (contactRow.safeParse(readPersonRow(person, row)).data ?? null);
}

/** Without looking what was there: for what wins over everything. @throws CrmFailure */
export async function setOnContact(
  { org, schema }: Talk,
  contact: ContactRow,
  values: Readonly<Record<string, unknown>>,
  purpose: Purpose,
): Promise<void> {
  const { person } = schema.dialect;
  await ask(org, { method: 'PATCH', path: pathOf(person, contact), body: writePersonValues(person, values), purpose });
}

function pathOf({ object }: PersonDialect, { Id, RecordId }: ContactRow): `/${string}` {
  return `/sobjects/${object}/${RecordId ?? Id}`;
}

/** `If-Unmodified-Since` counts in whole seconds: a change in the second of the one before could not be told apart. */
const SAME_SECOND_MILLISECONDS = 2_000;

/**
 * Writes what was decided by looking at the contact as it was read. When it was changed since, nothing is written.
 *
 * @throws CrmFailure `busy` when somebody was quicker
 */
export async function changeContact(
  { org, schema }: Talk,
  contact: ContactRow,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { LastModifiedDate: modified } = contact;
  if (typeof modified === 'string') {
    const age = (org.serverTime?.() ?? Infinity) - Date.parse(modified);
    if (age < SAME_SECOND_MILLISECONDS) {
      await pauseFor(org, SAME_SECOND_MILLISECONDS - Math.max(0, age));
      const again = await readContact({ org, schema }, contact.Id, 'now');
      if (again?.LastModifiedDate !== modified) throw changedMeanwhile();
    }
  }
  await ask(org, {
    method: 'PATCH',
    path: pathOf(schema.dialect.person, contact),
    body: writePersonValues(schema.dialect.person, writable(schema.contact, values, 'updateable')),
    headers: typeof modified === 'string' ? { 'If-Unmodified-Since': new Date(modified).toUTCString() } : {},
    purpose: 'now',
  });
}
