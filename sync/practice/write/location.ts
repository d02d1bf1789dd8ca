import type { Row } from '../json.ts';
import type { EntitySpec } from '../metadata/entity.ts';
import { integerOf, isEmpty, numberOf, textOf } from '../php.ts';
import type { Site } from '../site.ts';
import { compactDate } from '../time/local-date.ts';
import { settleBilling, settlePrimary } from './primary.ts';
import { storedRow, touchContact, writeRow } from './rows.ts';

/** Writes the row, and moves the stamps of the contact it belongs to and of the one it belonged to. */
export function writeOwned(site: Site, entity: EntitySpec, item: Row): Row {
  const before = storedRow(site, entity, numberOf(item['id']))?.['contact_id'];
  const written = writeRow(site, entity, item);
  touchContact(site, before);
  touchContact(site, storedRow(site, entity, numberOf(written['id']))?.['contact_id']);
  return written;
}

/** Going on hold is dated once; coming off it is dated too. */
function holdDates(site: Site, entity: EntitySpec, item: Row): Row {
  const id = numberOf(item['id']);
  if (id !== 0 && item['on_hold'] === undefined) return {};
  const onHold = integerOf(item['on_hold'] === '' ? 0 : (item['on_hold'] ?? 0));
  const now = compactDate(site.time.localNow());
  const current = id === 0 ? undefined : storedRow(site, entity, id);
  if (onHold > 0 && (current?.['hold_date'] ?? null) === null) {
    return { on_hold: onHold, hold_date: now, ...(id === 0 ? {} : { reset_date: '' }) };
  }
  const wasHeld = (current?.['hold_date'] ?? null) !== null && current?.['reset_date'] === null;
  return onHold === 0 && wasHeld ? { on_hold: 0, hold_date: '', reset_date: now } : { on_hold: onHold };
}

/** E-mail addresses are lower-cased, not trimmed, and not checked. */
export function writeEmail(site: Site, entity: EntitySpec, given: Row): Row {
  const item = settlePrimary(site, entity, given);
  settleBilling(site, entity, item);
  const email = item['email'];
  const lowered = typeof email === 'string' ? { email: email.toLowerCase() } : {};
  return writeOwned(site, entity, { ...item, ...lowered, ...holdDates(site, entity, item) });
}

/** The server keeps the bare digits beside the number: it does not bring `06…` and `+316…` to one form. */
export function writePhone(site: Site, entity: EntitySpec, given: Row): Row {
  const item = settlePrimary(site, entity, given);
  settleBilling(site, entity, item);
  const digits = item['phone'] === undefined ? {} : { phone_numeric: textOf(item['phone']).replace(/\D/g, '') };
  const written = writeOwned(site, entity, { ...item, ...digits });
  return isEmpty(given['phone_numeric']) ? withoutKey(written, 'phone_numeric') : written;
}

function withoutKey(row: Row, key: string): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== key));
}
