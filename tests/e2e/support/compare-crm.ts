/** What the CRM has after a journey: its calls, and every detail that is another one than before. */
import { makeDankbelFields } from '../../../sync/crm/civicrm/dankbel-fields.ts';
import type { PracticeCrm } from '../../../sync/practice/server.ts';
import { inCrm, type App } from './app.ts';

const COLUMNS = ['operation_id', 'programme', 'outcome', 'objection_offered', 'emotion', 'thumb', 'nps'] as const;
type Column = `Dankbel.${(typeof COLUMNS)[number]}`;

export interface CallInCrm extends Readonly<Record<Column, string | null>> {
  readonly donor: number;
  readonly subject: string;
  readonly type: string;
  readonly status: string;
  readonly medium: string;
  /** The text of the activity, a line for each of its paragraphs. */
  readonly lines: readonly string[];
  readonly duration: number;
  readonly phone_number: string | null;
  readonly activity_date_time: string;
}

/** The administrator makes the custom fields of Dankbel before the evening begins. */
export async function makeFieldsInCrm({ crm, backend }: App): Promise<void> {
  await makeDankbelFields({ address: crm.url, apiKey: crm.keys.admin });
  await backend.reconnect();
}

/** All activities of Dankbel with these contacts, also those that were taken back; oldest first. */
export async function callsInCrm(crm: PracticeCrm, contacts: readonly number[]): Promise<readonly CallInCrm[]> {
  const rows = await inCrm(crm, 'Activity', 'get', {
    select: [
      'subject',
      'details',
      'duration',
      'phone_number',
      'activity_date_time',
      'target_contact_id',
      'activity_type_id:name',
      'status_id:name',
      'medium_id:name',
      ...COLUMNS.map((column) => `Dankbel.${column}`),
    ],
    where: [
      ['target_contact_id', 'IN', contacts],
      ['subject', 'LIKE', '%[Dankbel%'],
    ],
    orderBy: { id: 'ASC' },
  });
  return rows.map(({ details, target_contact_id: targets, ...row }) => ({
    ...(row as unknown as CallInCrm),
    donor: Number((targets as readonly unknown[])[0]),
    type: String(row['activity_type_id:name']),
    status: String(row['status_id:name']),
    medium: String(row['medium_id:name']),
    lines: (typeof details === 'string' ? details : '').split('\n').map((line) => line.replace(/^<p>(.*)<\/p>$/, '$1')),
  }));
}

/** What a journey may change about people. */
const DETAILS = {
  Contact: ['id', 'first_name', 'middle_name', 'last_name', 'do_not_phone', 'do_not_email', 'is_deceased'],
  Address: ['id', 'contact_id', 'street_address', 'postal_code', 'city'],
  Phone: ['id', 'contact_id', 'phone'],
  Email: ['id', 'contact_id', 'email', 'on_hold'],
} as const;

type Records = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** Names, addresses, numbers and flags of everybody in the CRM. */
export async function recordsInCrm(crm: PracticeCrm): Promise<Records> {
  const records = new Map<string, Readonly<Record<string, unknown>>>();
  for (const [entity, select] of Object.entries(DETAILS)) {
    const rows = await inCrm(crm, entity, 'get', { select, orderBy: { id: 'ASC' } });
    for (const row of rows) records.set(`${entity} ${String(row['id'])}`, row);
  }
  return records;
}

/** "Email of 2040: email a@example.nl, now b@example.nl"; what came or went has `nothing` on one side. */
export function changesInCrm(before: Records, after: Records): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    const [entity = ''] = key.split(' ');
    const whose = String((was ?? is)?.['contact_id'] ?? (was ?? is)?.['id']);
    return Object.keys(was ?? is ?? {}).flatMap((field) =>
      was?.[field] === is?.[field] || (field.endsWith('id') && (was === undefined || is === undefined))
        ? []
        : [`${entity} of ${whose}: ${field} ${write(was?.[field])}, now ${write(is?.[field])}`],
    );
  });
}

const write = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined ? 'nothing' : JSON.stringify(value);
