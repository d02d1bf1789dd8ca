import { randomBytes } from 'node:crypto';
import type { Role } from '../access/permission.ts';
import type { Json, Row } from '../json.ts';
import { numberOf, textOf } from '../php.ts';
import type { Site } from '../site.ts';
import { derivedNames, greetings } from '../write/contact-name.ts';
import { contactHash } from './contact-hash.ts';
import { insertRow, storedRow, updateRow } from '../write/rows.ts';

export const DEFAULT_ORGANIZATION = 'Stichting Elk Kind Zwemt';

interface Person {
  readonly role: Role;
  readonly contactId: number;
  readonly userId: number;
  readonly firstName: string;
  readonly lastName: string;
}

/** The users, with the contact ids they have unless somebody else has them already. */
const USERS: readonly Person[] = [
  { role: 'admin', contactId: 2, userId: 1, firstName: 'Anna', lastName: 'Beheer' },
  { role: 'caller', contactId: 4, userId: 3, firstName: 'Bea', lastName: 'Beller' },
  { role: 'nokey', contactId: 5, userId: 4, firstName: 'Nico', lastName: 'Sleutelloos' },
  { role: 'link', contactId: 6, userId: 2, firstName: 'Koen', lastName: 'Koppeling' },
];

/** Inserts a contact of the charity's own: names, greetings and stamps as the server would make them. */
export function insertContact(site: Site, values: Row): number {
  const entity = site.catalogue.known('Contact');
  const type = textOf(values['contact_type'] ?? 'Individual');
  const hash = contactHash(numberOf(values['id']));
  const row: Row = { contact_type: type, hash, preferred_language: 'nl_NL', ...values };
  const id = insertRow(site, entity, { ...row, ...derivedNames(site, type, row, undefined) });
  const stored = storedRow(site, entity, id);
  if (stored !== undefined) updateRow(site, entity, id, greetings(site, stored));
  return id;
}

/** The ids that contacts have already. */
function takenIds(site: Site): Set<number> {
  return new Set(site.database.prepare<[], number>('SELECT id FROM contact').pluck().all());
}

function freeId(wanted: number, taken: Set<number>): number {
  let id = wanted;
  if (taken.has(id)) id = Math.max(...taken) + 1;
  taken.add(id);
  return id;
}

/** Adds the default organisation, unless a contact 1 is there, and the users with fresh API keys. */
export function fillPeople(site: Site): void {
  const taken = takenIds(site);
  if (!taken.has(1)) {
    // Random, as on a real server: it tells one organisation's database from another's.
    const hash = randomBytes(16).toString('hex');
    insertContact(site, { id: 1, contact_type: 'Organization', organization_name: DEFAULT_ORGANIZATION, hash });
    taken.add(1);
  }
  for (const user of USERS) {
    const id: Json = freeId(user.contactId, taken);
    const key = randomBytes(16).toString('hex');
    insertContact(site, { id, first_name: user.firstName, last_name: user.lastName, api_key: key });
    site.database
      .prepare<[number, number, string]>('INSERT INTO site_user (contact_id, user_id, role) VALUES (?, ?, ?)')
      .run(id, user.userId, user.role);
  }
}
