/**
 * Keeps erased donors away, whoever writes: the pull, a file, the outbox copy, a gift that comes before its donor. Like
 * `changed-donors.ts` it hangs on triggers of the connection, so that no writer can forget it: a donor whose tombstone
 * stands is not inserted, and what refers to her finds nobody to belong to.
 */
import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { TombstoneKind } from '../erasure-tables.ts';
import type { SqliteDatabase } from '../sqlite.ts';
import type { Reader } from '../store.ts';

const SALT_KEY = 'erasure.salt';

/** @param salt of this profile; as the setting has it, a text in JSON */
export function tombstoneHash(salt: string, kind: TombstoneKind, value: string | number): string {
  return createHmac('sha256', salt).update(`${kind}\0${value}`).digest('hex');
}

const isTombstone = (kind: TombstoneKind, value: string): string =>
  `(${value} IS NOT NULL AND EXISTS (
      SELECT 1 FROM main.tombstone WHERE kind = '${kind}'
         AND hash = tombstone_hash((SELECT value FROM main.setting WHERE key = '${SALT_KEY}'), '${kind}', ${value})))`;

/** What the pull writes about a donor. */
const MIRROR_OF_DONOR = [
  'donor_phone',
  'donor_email',
  'donor_address',
  'mandate',
  'gift',
  'giving',
  'moment',
  'donor_group',
] as const;

/** A donor of whom only the number in the CRM is left does not get anything back. */
const keepBare = (table: (typeof MIRROR_OF_DONOR)[number]): string => `
    CREATE TEMP TRIGGER keep_bare_${table} BEFORE INSERT ON main.${table}
      WHEN EXISTS (SELECT 1 FROM main.bare_donor WHERE donor_id = NEW.donor_id)
    BEGIN SELECT RAISE(IGNORE); END;`;

/** Called once for a connection, when the tables have their newest shape; a file of an older shape has no tombstones. */
export function guardErased(database: SqliteDatabase): void {
  database.function('tombstone_hash', { deterministic: true, directOnly: false }, (salt, kind, value) =>
    typeof salt === 'string' ? tombstoneHash(salt, kind as TombstoneKind, String(value)) : null,
  );
  const table = database.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'tombstone'`).get();
  if (table === undefined) return;
  database.exec(`
    CREATE TEMP TABLE erased_seen (crm_id INTEGER NOT NULL PRIMARY KEY) STRICT;
    CREATE TEMP TRIGGER keep_erased_away BEFORE INSERT ON main.donor
      WHEN EXISTS (SELECT 1 FROM main.tombstone)
       AND (${isTombstone('contact', 'NEW.crm_id')} OR ${isTombstone('number', 'NEW.external_id')})
    BEGIN
      INSERT INTO erased_seen (crm_id) SELECT NEW.crm_id
       WHERE NEW.is_removed = 1 AND NEW.crm_id IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM erased_seen WHERE crm_id = NEW.crm_id);
      SELECT RAISE(IGNORE);
    END;
    CREATE TEMP TRIGGER keep_objecting_number_away BEFORE INSERT ON main.donor_phone
      WHEN EXISTS (SELECT 1 FROM main.tombstone WHERE kind = 'phone') AND ${isTombstone('phone', 'NEW.number')}
    BEGIN SELECT RAISE(IGNORE); END;
    ${MIRROR_OF_DONOR.map(keepBare).join('')}`);
  guardNumbers(database);
}

/** The CRM's own name for her stays away too, where it is no number (migration 0270). */
function guardNumbers(database: SqliteDatabase): void {
  const table = database.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'crm_number'`).get();
  if (table === undefined) return;
  database.exec(`
    CREATE TEMP TRIGGER keep_erased_number_away BEFORE INSERT ON main.crm_number
      WHEN NEW.kind = 'contact' AND EXISTS (SELECT 1 FROM main.tombstone) AND ${isTombstone('contact', 'NEW.number')}
    BEGIN SELECT RAISE(IGNORE); END;`);
}

/** Erased contacts that the CRM showed in its bin since this was asked last: somebody may have won a merge over them. */
export async function takeErasedSeen(reader: Reader): Promise<readonly number[]> {
  const { rows } = await sql<{ crm_id: number }>`DELETE FROM temp.erased_seen RETURNING crm_id`.execute(reader);
  return rows.map(({ crm_id: crmId }) => crmId);
}
