import type { Json, Row } from '../json.ts';
import type { Caller } from '../site.ts';

/** What the contact's own actions need of the general ones; handed in, because those need the contact's as well. */
export interface GeneralActions {
  save(caller: Caller, entity: string, record: Row, match: readonly string[]): Row;
  remove(caller: Caller, entity: string, where: Json): void;
}

const KINDS = ['Address', 'Email', 'Phone'] as const;
const FLAGS = ['primary', 'billing'] as const;

function valuesFor(item: Row, name: string): Row {
  const prefix = `${name}.`;
  const values: Row = {};
  for (const [key, value] of Object.entries(item)) {
    if (key.startsWith(prefix)) values[key.slice(prefix.length)] = value;
  }
  if (item[name] !== undefined) values['id'] ??= item[name];
  delete values['is_primary'];
  delete values['is_billing'];
  return values;
}

/** An own row is deleted by giving nothing for what it is about. */
function isEmptied(caller: Caller, kind: string, values: Row): boolean {
  const { label } = caller.site.catalogue.known(kind);
  if (label !== undefined && label in values) return values[label] === null;
  return 'id' in values && values['id'] === null;
}

/**
 * `Contact.update` with `phone_primary.phone` and the like writes the contact's own rows: the primary one is changed, or
 * made when there is none. Answers what was written under the keys that were asked for.
 */
export function writeOwnRows(caller: Caller, general: GeneralActions, contactId: number, item: Row): Row {
  const written: Row = {};
  const unchecked = { ...caller, checkPermissions: false };
  for (const kind of KINDS) {
    for (const flag of FLAGS) {
      const name = `${kind.toLowerCase()}_${flag}`;
      const values = valuesFor(item, name);
      if (Object.keys(values).length === 0) continue;
      const mine: Row = { contact_id: contactId, [`is_${flag}`]: true };
      if (isEmptied(caller, kind, values)) {
        general.remove(
          unchecked,
          kind,
          Object.entries(mine).map(([key, value]) => [key, '=', value]),
        );
        continue;
      }
      const saved = general.save(unchecked, kind, { ...values, ...mine }, Object.keys(mine));
      written[name] = saved['id'] ?? null;
      for (const [key, value] of Object.entries(saved)) written[`${name}.${key}`] = value;
    }
  }
  return written;
}
