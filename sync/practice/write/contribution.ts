import { ApiError } from '../errors.ts';
import type { Row } from '../json.ts';
import type { EntitySpec } from '../metadata/entity.ts';
import { isEmpty, numberOf, textOf } from '../php.ts';
import type { Caller, Site } from '../site.ts';
import { compactDate, expandDate } from '../time/local-date.ts';
import { fold } from '../store/fold.ts';
import { quoted } from '../store/schema.ts';
import { writeActivity } from './activity.ts';
import type { StoredRow } from './rows.ts';
import { storedRow, writeRow } from './rows.ts';

const CHECK = 4;
const COMPLETED = 1;
const CONTRIBUTION_ACTIVITY = 6;
const CURRENCY = 'EUR';
const SYMBOLS: Readonly<Record<string, string>> = { EUR: '€', USD: '$', GBP: '£' };
const UNIQUE = ['trxn_id', 'invoice_id'] as const;

/** The other rows that already have one of these numbers, each with the numbers it shares. */
function duplicatesOf(site: Site, entity: EntitySpec, item: Row): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  for (const name of UNIQUE) {
    if (isEmpty(item[name])) continue;
    const ids = site.database
      .prepare<[string, number], number>(
        `SELECT id FROM ${quoted(entity.table)} WHERE fold(${quoted(name)}) = ? AND id <> ?`,
      )
      .pluck()
      .all(fold(textOf(item[name])), numberOf(item['id']));
    for (const id of ids) found.set(id, [...(found.get(id) ?? []), `${name}: ${textOf(item[name])}`]);
  }
  return found;
}

function refuseDuplicate(site: Site, entity: EntitySpec, item: Row): void {
  const duplicates = [...duplicatesOf(site, entity, item)];
  if (duplicates.length === 0) return;
  const old = site.version === '5.77';
  const list = duplicates.map(([id, shared]) => (old ? String(id) : `[id: ${id}, ${shared.join(', ')}]`)).join(', ');
  throw new ApiError(
    'Duplicate error - existing contribution record(s) have a matching Transaction ID or ' +
      `Invoice ${old ? 'ID' : 'Reference'}. Contribution record ID(s) are: ${list}`,
  );
}

function firstValues(item: Row): Row {
  const fee = isEmpty(item['fee_amount']) ? 0 : numberOf(item['fee_amount']);
  const values: Row = {
    fee_amount: fee,
    net_amount: isEmpty(item['net_amount']) ? numberOf(item['total_amount']) - fee : (item['net_amount'] ?? null),
    tax_amount: isEmpty(item['tax_amount']) ? 0 : (item['tax_amount'] ?? null),
  };
  if (isEmpty(item['payment_instrument_id'])) values['payment_instrument_id'] = CHECK;
  if (isEmpty(item['contribution_status_id'])) values['contribution_status_id'] = COMPLETED;
  if (isEmpty(item['currency'])) values['currency'] = CURRENCY;
  return values;
}

function subjectOf(row: StoredRow): string {
  const currency = textOf(row['currency']);
  const amount = numberOf(row['total_amount']).toLocaleString('en-US', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const source = textOf(row['source']);
  return `${SYMBOLS[currency] ?? currency} ${amount}${source === '' ? '' : ` - ${source}`}`;
}

/** A completed contribution shows itself as an activity of its donor, once. */
function recordActivity(caller: Caller, row: StoredRow): void {
  const { site } = caller;
  const id = numberOf(row['id']);
  const known = site.database
    .prepare<[number, number]>('SELECT 1 FROM activity WHERE source_record_id = ? AND activity_type_id = ?')
    .get(id, CONTRIBUTION_ACTIVITY);
  if (row['contribution_status_id'] !== COMPLETED || row['is_template'] === 1 || known !== undefined) return;
  writeActivity({ ...caller, checkPermissions: false }, site.catalogue.known('Activity'), {
    activity_type_id: CONTRIBUTION_ACTIVITY,
    source_record_id: id,
    subject: subjectOf(row),
    activity_date_time: compactDate(textOf(row['receive_date'] ?? site.time.localNow())),
    is_test: row['is_test'] === 1,
    campaign_id: row['campaign_id'] ?? '',
    source_contact_id: caller.user.contactId ?? row['contact_id'] ?? null,
    target_contact_id: [row['contact_id'] ?? null],
  });
}

/** Since 6 the dates of a contribution are echoed as they are shown, before in the compact form. */
function echo(site: Site, entity: EntitySpec, item: Row): Row {
  if (site.version === '5.77') return item;
  const shown: Row = {};
  for (const field of entity.fields.filter((candidate) => candidate.storage === 'datetime')) {
    const value = item[field.name];
    if (typeof value === 'string' && value !== '') shown[field.name] = expandDate(value);
  }
  return { ...item, ...shown };
}

/** Writes a contribution, and the activity that shows it once it is completed. */
export function writeContribution(caller: Caller, entity: EntitySpec, given: Row): Row {
  const { site } = caller;
  refuseDuplicate(site, entity, given);
  const item = isEmpty(given['id']) ? { ...given, ...firstValues(given) } : given;
  const written = writeRow(site, entity, item);
  const row = storedRow(site, entity, numberOf(written['id']));
  if (row !== undefined) recordActivity(caller, row);
  return echo(site, entity, written);
}

/** Writes a recurring contribution. */
export function writeRecurring(site: Site, entity: EntitySpec, given: Row): Row {
  const duplicates = [...duplicatesOf(site, entity, given).keys()];
  if (duplicates.length > 0) throw new ApiError(`Found matching recurring contribution(s): ${duplicates.join(',')}`);
  const currency = isEmpty(given['id']) && isEmpty(given['currency']) ? { currency: CURRENCY } : {};
  return writeRow(site, entity, { ...given, ...currency });
}
