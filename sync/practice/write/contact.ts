import { randomBytes } from 'node:crypto';
import { accessCheckFailed, ApiError } from '../errors.ts';
import type { Row } from '../json.ts';
import type { EntitySpec } from '../metadata/entity.ts';
import { isEmpty, numberOf, textOf } from '../php.ts';
import { getRows } from '../query/get.ts';
import type { Caller } from '../site.ts';
import { derivedNames, greetings } from './contact-name.ts';
import type { StoredRow } from './rows.ts';
import { storedRow, updateRow, writeRow } from './rows.ts';

/** Which greeting each type of contact starts with; an organisation is not greeted. */
const FIRST_GREETINGS: Readonly<Record<string, Row>> = {
  Individual: { email_greeting_id: 1, postal_greeting_id: 1, addressee_id: 1 },
  Household: { email_greeting_id: 5, postal_greeting_id: 5, addressee_id: 2 },
  Organization: { addressee_id: 3 },
};

function guessType(item: Row): string {
  if (!isEmpty(item['contact_type'])) return textOf(item['contact_type']);
  if (!isEmpty(item['organization_name'])) return 'Organization';
  return isEmpty(item['household_name']) ? 'Individual' : 'Household';
}

function firstValues(type: string): Row {
  return {
    contact_type: type,
    preferred_language: 'en_US',
    communication_style_id: 1,
    hash: randomBytes(16).toString('hex'),
    ...FIRST_GREETINGS[type],
  };
}

function supplied(item: Row): Row {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== ''));
}

/** Everything known of the contact, as the API shows it; what is empty is left out. */
function wholeContact(caller: Caller, entity: EntitySpec, id: number): Row {
  const [row = {}] = getRows({ ...caller, checkPermissions: false }, entity, { where: [['id', '=', id]] }).rows;
  const secret = caller.checkPermissions && !caller.user.permissions.has('administer CiviCRM');
  return Object.fromEntries(
    Object.entries(row).filter(([name, value]) => value !== null && !(secret && name === 'api_key')),
  );
}

function writeNew(caller: Caller, entity: EntitySpec, item: Row): number {
  const type = guessType(item);
  const values = { ...item, ...firstValues(type), ...supplied(item), contact_type: type };
  const written = writeRow(caller.site, entity, { ...values, ...derivedNames(caller.site, type, values, undefined) });
  return numberOf(written['id']);
}

function writeExisting(caller: Caller, entity: EntitySpec, item: Row, stored: StoredRow): void {
  const type = isEmpty(item['contact_type']) ? textOf(stored['contact_type']) : textOf(item['contact_type']);
  writeRow(caller.site, entity, { ...item, ...derivedNames(caller.site, type, item, stored) });
}

function checkApiKey(caller: Caller, item: Row): void {
  const mayChange = !caller.checkPermissions || caller.user.permissions.has('administer CiviCRM');
  if (item['api_key'] !== undefined && !mayChange) throw accessCheckFailed();
}

/** Writes a contact; the answer shows all of it, whatever was written. */
export function writeContact(caller: Caller, entity: EntitySpec, given: Row): Row {
  checkApiKey(caller, given);
  const item = isEmpty(given['deceased_date']) ? given : { ...given, is_deceased: true };
  const stored = isEmpty(item['id']) ? undefined : storedRow(caller.site, entity, numberOf(item['id']));
  if (!isEmpty(item['id']) && stored === undefined) throw new ApiError('Expected one Contact but found 0');
  const id = stored === undefined ? writeNew(caller, entity, item) : numberOf(stored['id']);
  if (stored !== undefined) writeExisting(caller, entity, item, stored);
  const whole = wholeContact(caller, entity, id);
  const current = storedRow(caller.site, entity, id);
  if (current !== undefined) updateRow(caller.site, entity, id, greetings(caller.site, current));
  return whole;
}
