import type { JsonObject } from '../../json.ts';
import { listOf } from '../../json.ts';
import { ASSIGNEE, SOURCE, TARGET } from '../../metadata/entities/activity.ts';
import { numberOf, textOf } from '../../php.ts';
import type { SqlValue } from '../../query/scope.ts';
import type { Site } from '../../site.ts';
import { derivedNames, greetings } from '../../write/contact-name.ts';
import { contactHash } from '../contact-hash.ts';
import { Inserter, textColumns } from '../inserter.ts';
import { fillPeople, insertContact } from '../people.ts';
import { loadCustomFields } from './custom-fields.ts';
import { loadOptions } from './options.ts';
import type { Capture, CapturedAnswer } from './read.ts';
import { CaptureError } from './read.ts';
import { capturedColumns, capturedCustomValues } from './values.ts';

const ROLES: readonly (readonly [string, number])[] = [
  ['source_contact_id', SOURCE],
  ['assignee_contact_id', ASSIGNEE],
  ['target_contact_id', TARGET],
];

function loadContact(site: Site, inserter: Inserter, row: JsonObject): void {
  const entity = site.catalogue.known('Contact');
  const columns: Record<string, SqlValue> = {
    hash: contactHash(numberOf(row['id'])),
    communication_style_id: 1,
    ...capturedColumns(site, entity, row),
  };
  const type = textOf(columns['contact_type'] ?? 'Individual');
  const names = derivedNames(site, type, columns, undefined);
  const named: Record<string, SqlValue> = { sort_name: textOf(names['sort_name']), ...columns };
  inserter.insert('contact', { ...named, ...textColumns(greetings(site, named)) });
  for (const [field, value] of capturedCustomValues(site, entity, row)) {
    inserter.insert('custom_value', { field_id: field.customFieldId ?? null, entity_id: numberOf(row['id']), value });
  }
}

function loadRows(site: Site, inserter: Inserter, name: string, answer: CapturedAnswer): void {
  const entity = site.catalogue.known(name);
  const stamped = entity.fields.some((field) => field.name === 'created_date' && field.storage === 'timestamp');
  for (const row of answer.rows) {
    const columns = capturedColumns(site, entity, row);
    const created = stamped ? { created_date: columns['modified_date'] ?? site.time.now() } : {};
    inserter.insert(entity.table, { ...created, ...columns });
  }
}

/** Copies of an address come after their master, whatever their ids. */
function masterFirst(answer: CapturedAnswer): CapturedAnswer {
  const isCopy = (row: JsonObject): boolean => (row['master_id'] ?? null) !== null;
  return { ...answer, rows: [...answer.rows.filter((row) => !isCopy(row)), ...answer.rows.filter(isCopy)] };
}

/** The contacts of an activity that were not captured are the charity's own people. */
function ensureContact(site: Site, id: number, known: Set<number>): void {
  if (known.has(id)) return;
  known.add(id);
  insertContact(site, { id, first_name: 'Medewerker', last_name: String(id) });
}

function loadActivityContacts(site: Site, inserter: Inserter, answer: CapturedAnswer): void {
  const known = new Set(site.database.prepare<[], number>('SELECT id FROM contact').pluck().all());
  for (const row of answer.rows) {
    for (const [name, role] of ROLES) {
      const value = row[name] ?? null;
      const ids = value === null ? [] : Array.isArray(value) ? listOf(value) : [value];
      for (const id of ids.map(numberOf)) {
        ensureContact(site, id, known);
        inserter.insert('activity_contact', { activity_id: numberOf(row['id']), record_type_id: role, contact_id: id });
      }
    }
  }
}

function load(answer: CapturedAnswer, step: (answer: CapturedAnswer) => void): void {
  try {
    step(answer);
  } catch (error) {
    if (error instanceof CaptureError) throw error;
    throw new CaptureError(answer.file, error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** Loads captured answers with all their ids and stamps, so that the captured requests are answered as they were. */
export function fillCaptured(site: Site, capture: Capture): void {
  const inserter = new Inserter(site.database);
  for (const answer of capture.options) load(answer, (options) => loadOptions(site, options));
  load(capture.contacts, ({ rows }) => {
    loadCustomFields(site, rows);
    for (const row of rows) loadContact(site, inserter, row);
  });
  fillPeople(site);
  load(capture.emails, (answer) => loadRows(site, inserter, 'Email', answer));
  load(capture.phones, (answer) => loadRows(site, inserter, 'Phone', answer));
  load(capture.addresses, (answer) => loadRows(site, inserter, 'Address', masterFirst(answer)));
  load(capture.recurring, (answer) => loadRows(site, inserter, 'ContributionRecur', answer));
  load(capture.contributions, (answer) => loadRows(site, inserter, 'Contribution', answer));
  load(capture.activities, (answer) => {
    loadRows(site, inserter, 'Activity', answer);
    loadActivityContacts(site, inserter, answer);
  });
  site.catalogue.refresh();
}
