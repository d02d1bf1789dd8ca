import type { JsonObject } from '../../../../sync/practice/json.ts';
import { listOf } from '../../../../sync/practice/json.ts';
import { textOf } from '../../../../sync/practice/php.ts';
import type { Core } from './core.ts';

/** What a donor gave, promised and was told, day by day. */
export interface DonorView {
  readonly contact: JsonObject;
  readonly phones: readonly JsonObject[];
  readonly addresses: readonly JsonObject[];
  readonly gifts: readonly JsonObject[];
  readonly mandates: readonly JsonObject[];
  readonly activities: readonly JsonObject[];
}

const ALL: JsonObject[string] = [['id', '>', 0]];

function by(rows: readonly JsonObject[], key: string): ReadonlyMap<number, readonly JsonObject[]> {
  const groups = new Map<number, JsonObject[]>();
  for (const row of rows) {
    const ids = Array.isArray(row[key]) ? listOf(row[key]) : [row[key] ?? null];
    for (const id of ids) groups.set(Number(id), [...(groups.get(Number(id)) ?? []), row]);
  }
  return groups;
}

/** Reads everything about the donors, as a connector would. */
export function readDonors(core: Core): readonly DonorView[] {
  const trashed = ['is_deleted', 'IN', [true, false]];
  const contacts = core.find('Contact', ['*'], [['external_identifier', 'IS NOT NULL'], trashed]);
  const phones = by(core.find('Phone', ['*'], ALL), 'contact_id');
  const addresses = by(core.find('Address', ['*', 'country_id:name'], ALL), 'contact_id');
  const gifts = by(core.find('Contribution', ['*', 'contribution_status_id:name'], ALL), 'contact_id');
  const mandates = by(core.find('ContributionRecur', ['*', 'contribution_status_id:name'], ALL), 'contact_id');
  const select = ['subject', 'activity_date_time', 'activity_type_id:name', 'status_id:name', 'target_contact_id'];
  const activities = by(core.find('Activity', select, ALL), 'target_contact_id');
  return contacts.map((contact) => {
    const id = Number(contact['id']);
    return {
      contact,
      phones: phones.get(id) ?? [],
      addresses: addresses.get(id) ?? [],
      gifts: gifts.get(id) ?? [],
      mandates: mandates.get(id) ?? [],
      activities: activities.get(id) ?? [],
    };
  });
}

const DAY = 86_400_000;

/** How many days before `today` something was. */
export function daysAgo(row: JsonObject, key: string, today: string): number {
  return (Date.parse(today) - Date.parse(textOf(row[key]).slice(0, 10))) / DAY;
}

const RECEIVED = new Set(['Completed', 'Partially paid']);
const GONE_WRONG = new Set(['Failed', 'Refunded', 'Chargeback', 'Pending refund']);

function isReceived(gift: JsonObject): boolean {
  return RECEIVED.has(textOf(gift['contribution_status_id:name']));
}

/** Day 0 of a new donor (call-list-rules.md), as days ago. */
function dayZero({ gifts, mandates }: DonorView, today: string): number {
  const first = gifts.filter(
    (gift) =>
      daysAgo(gift, 'receive_date', today) >= 0 &&
      (isReceived(gift) ||
        (gift['contribution_status_id:name'] === 'Pending' && gift['contribution_recur_id'] !== null)),
  );
  return Math.max(
    -1,
    ...first.map((gift) => daysAgo(gift, 'receive_date', today)),
    ...mandates.map((mandate) => daysAgo(mandate, 'start_date', today)),
  );
}

/** Whether there is anything against calling this donor: a rough reading of the suppressions. */
function isHeldBack({ contact, phones, activities }: DonorView, today: string): boolean {
  if (contact['is_deceased'] === true || contact['is_deleted'] === true || contact['do_not_phone'] === true)
    return true;
  return (
    phones.length === 0 ||
    activities.some((activity) => {
      const isOpen = activity['status_id:name'] === 'Scheduled';
      const isCall = activity['activity_type_id:name'] === 'Phone Call';
      return isOpen || (isCall && daysAgo(activity, 'activity_date_time', today) < 90);
    })
  );
}

export type Work = 'major' | 'none' | 'service' | 'thanks';

/** What a caller has to do for this donor on this day, by the rough outlines of call-list-rules.md. */
export function workFor(donor: DonorView, today: string): Work {
  if (isHeldBack(donor, today)) return 'none';
  const past = donor.gifts.filter((gift) => daysAgo(gift, 'receive_date', today) >= 0);
  const [newest] = past.toSorted((a, b) => textOf(b['receive_date']).localeCompare(textOf(a['receive_date'])));
  const age = newest === undefined ? Number.POSITIVE_INFINITY : daysAgo(newest, 'receive_date', today);
  const isMajor = past.some(
    (gift) => isReceived(gift) && Number(gift['total_amount']) >= 1000 && daysAgo(gift, 'receive_date', today) <= 30,
  );
  if (isMajor) return 'major';
  if (age >= 1 && age <= 28 && GONE_WRONG.has(textOf(newest?.['contribution_status_id:name']))) return 'service';
  const journey = dayZero(donor, today);
  return journey >= 14 && journey <= 28 ? 'thanks' : 'none';
}
