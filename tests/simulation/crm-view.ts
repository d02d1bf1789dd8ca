/** What really stands in the CRM, read from its own file: fast enough to look after every single write. */
import { join } from 'node:path';
import { openSqlite, type SqliteDatabase } from '../../db/sqlite.ts';

/** A value that a person can put somewhere: a name, a number, an address, a flag. */
export interface Register {
  readonly contactId: number;
  readonly value: string;
  /** Of an address that copies another one. */
  readonly masterId: number | null;
}

/** Registers by `name:ID`, `flag:ID`, `phone:ID`, `email:ID`, `address:ID`. */
export type Registers = ReadonlyMap<string, Register>;

export interface CallInCrm {
  readonly activityId: number;
  readonly operationId: string;
  readonly status: string;
  readonly contactIds: readonly number[];
}

const REGISTERS = `
  SELECT 'name:' || id AS key, id AS contactId, NULL AS masterId,
         trim(coalesce(first_name, '')) || '|' || trim(coalesce(middle_name, '')) || '|' || trim(coalesce(last_name, '')) AS value
    FROM contact WHERE contact_type = 'Individual'
   UNION ALL SELECT 'flag:' || id, id, NULL, coalesce(do_not_phone, 0) FROM contact
   UNION ALL SELECT 'phone:' || id, contact_id, NULL, coalesce(phone, '') FROM phone
   UNION ALL SELECT 'email:' || id, contact_id, NULL, lower(coalesce(email, '')) FROM email
   UNION ALL SELECT 'address:' || id, contact_id, master_id,
         trim(coalesce(street_address, '')) || '|' || trim(coalesce(postal_code, '')) || '|' || trim(coalesce(city, '')) FROM address`;

const CALLS = `
  SELECT activity.id AS activityId, activity.subject AS subject, option.name AS status,
         (SELECT json_group_array(contact_id) FROM activity_contact
           WHERE activity_id = activity.id AND record_type_id = 3) AS contactIds
    FROM activity
    LEFT JOIN (SELECT option_value.value, option_value.name FROM option_value
                 JOIN option_group ON option_group.id = option_value.option_group_id
                WHERE option_group.name = 'activity_status') AS option ON option.value = activity.status_id
   WHERE activity.subject LIKE '%[Dankbel %]' OR activity.subject LIKE '%[Dankbel-moment %]'`;

const CLAIMS = `
  SELECT activity.subject FROM activity
    JOIN option_value ON option_value.value = activity.status_id AND option_value.name = 'Scheduled'
    JOIN option_group ON option_group.id = option_value.option_group_id AND option_group.name = 'activity_status'
   WHERE activity.subject LIKE '%[Dankbel-claim%'`;

/** What really stands in a CRM, whichever it is. */
export interface CrmView {
  registers(): Registers;
  /** Contacts that are neither gone nor in the bin. */
  living(): ReadonlySet<number>;
  /** Contacts that were not deleted for good. */
  existing(): ReadonlySet<number>;
  /** Activities that carry the mark of an operation, cancelled ones included. */
  calls(): readonly CallInCrm[];
  /** Claims that nobody has ended. */
  claims(): readonly string[];
  close(): void;
}

export class CiviCrmView implements CrmView {
  readonly #database: SqliteDatabase;

  private constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  static async open(folder: string): Promise<CiviCrmView> {
    return new CiviCrmView(await openSqlite(join(folder, 'practice-crm.db'), { readonly: true }));
  }

  registers(): Registers {
    const rows = this.#database
      .prepare<[], { key: string; contactId: number; masterId: number | null; value: string | number }>(REGISTERS)
      .all();
    return new Map(
      rows.map(({ key, contactId, masterId, value }) => [key, { contactId, masterId, value: String(value) }]),
    );
  }

  /** Contacts that are neither gone nor in the bin. */
  living(): ReadonlySet<number> {
    return new Set(this.#database.prepare<[], number>('SELECT id FROM contact WHERE is_deleted = 0').pluck().all());
  }

  /** Contacts that were not deleted for good. */
  existing(): ReadonlySet<number> {
    return new Set(this.#database.prepare<[], number>('SELECT id FROM contact').pluck().all());
  }

  donors(): readonly number[] {
    const ids = 'SELECT id FROM contact WHERE external_identifier IS NOT NULL AND is_deleted = 0 ORDER BY id';
    return this.#database.prepare<[], number>(ids).pluck().all();
  }

  /** Activities that carry the mark of an operation, cancelled ones included. */
  calls(): readonly CallInCrm[] {
    const rows = this.#database
      .prepare<[], { activityId: number; subject: string; status: string; contactIds: string }>(CALLS)
      .all();
    return rows.map(({ activityId, subject, status, contactIds }) => ({
      activityId,
      status,
      operationId: /([0-9a-f-]{36})\]$/.exec(subject)?.[1] ?? '',
      contactIds: JSON.parse(contactIds) as number[],
    }));
  }

  /** Claims that nobody has ended. */
  claims(): readonly string[] {
    return this.#database.prepare<[], string>(CLAIMS).pluck().all();
  }

  close(): void {
    this.#database.close();
  }
}
