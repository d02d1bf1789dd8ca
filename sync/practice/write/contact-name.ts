import type { Json, Row } from '../json.ts';
import { charactersOf, isEmpty, numberOf, textOf } from '../php.ts';
import type { Site } from '../site.ts';
import type { StoredRow } from './rows.ts';

const LONGEST_NAME = 128;

/** What the contact will have: what is written now, else what is stored. */
function reader(item: Row, stored: StoredRow | undefined): (name: string) => Json {
  return (name) => item[name] ?? stored?.[name] ?? '';
}

function label(site: Site, group: string, id: Json): string {
  if (isEmpty(id)) return '';
  const names = site.catalogue.options.translation({ kind: 'group', group }, 'label');
  return names.get(String(numberOf(id))) ?? '';
}

function joined(parts: readonly string[], separator: string): string {
  return parts.filter((part) => part !== '').join(separator);
}

function primaryEmail(site: Site, contactId: number): string {
  const found = site.database
    .prepare<[number], string | null>(
      'SELECT email FROM email WHERE contact_id = ? ORDER BY is_primary DESC, id LIMIT 1',
    )
    .pluck()
    .get(contactId);
  return found ?? '';
}

function names(displayName: string, sortName: string): Row {
  const row: Row = {};
  const cut = (name: string): string => charactersOf(name).slice(0, LONGEST_NAME).join('');
  if (displayName !== '') row['display_name'] = cut(displayName);
  if (sortName !== '') row['sort_name'] = cut(sortName);
  return row;
}

function personNames(site: Site, item: Row, stored: StoredRow | undefined): Row {
  const read = reader(item, stored);
  const [first, last] = [textOf(read('first_name')).trim(), textOf(read('last_name')).trim()];
  if (first === '' && last === '') {
    const email = stored === undefined ? '' : primaryEmail(site, numberOf(stored['id']));
    return names(email, email);
  }
  const prefix = label(site, 'individual_prefix', read('prefix_id'));
  const suffix = label(site, 'individual_suffix', read('suffix_id'));
  return names(joined([prefix, first, last, suffix], ' '), joined([last, first], ', '));
}

/**
 * The names that the server works out. The middle name, where Dutch charities keep the tussenvoegsel, is in neither of
 * them: "Zoë van der Brink" is displayed as "Zoë Brink".
 */
export function derivedNames(site: Site, type: string, item: Row, stored: StoredRow | undefined): Row {
  if (type === 'Individual') return personNames(site, item, stored);
  const own = type === 'Organization' ? item['organization_name'] : item['household_name'];
  return typeof own === 'string' ? names(own, own) : {};
}

/** The salutations that the server keeps ready. */
export function greetings(site: Site, row: StoredRow): Row {
  const read = reader({}, row);
  const dear = row['contact_type'] === 'Household' ? textOf(row['household_name']) : textOf(row['first_name']);
  const full = joined(
    [
      label(site, 'individual_prefix', read('prefix_id')),
      textOf(row['first_name']),
      textOf(row['middle_name']),
      textOf(row['last_name']),
      label(site, 'individual_suffix', read('suffix_id')),
    ],
    ' ',
  );
  const greeting = row['contact_type'] === 'Organization' ? '' : `Dear ${dear}`.trim();
  return {
    email_greeting_display: greeting,
    postal_greeting_display: greeting,
    addressee_display: row['contact_type'] === 'Individual' ? full : textOf(row['display_name']),
  };
}
