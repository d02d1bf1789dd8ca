/** Writes an invented charity straight into the tables of a workstation; much faster than a pull, and as encrypted. */
import { MANDATE_STATUSES } from '../../../domain/mandate.ts';
import { GIFT_STATUSES, type Gift } from '../../../domain/gift.ts';
import { summariseGiving } from '../../../domain/giving.ts';
import type { SqliteDatabase } from '../../../db/sqlite.ts';
import { BENCH_DAY, dayOf, inventGiving, type InventedGiving } from './invent-giving.ts';
import { inventPerson } from './invent-person.ts';
import { seeded, type Random } from './random.ts';

const TABLES = ['donor', 'donor_phone', 'donor_email', 'donor_address', 'mandate', 'gift', 'giving', 'moment'];
const [RUNNING] = MANDATE_STATUSES;
const DAYS = Array.from({ length: 15 * 365 + 20 }, (_, index) => dayOf(index));

/** Fills an empty file. Indexes are made at the end, sorted, and not row by row. */
export function writeCharity(database: SqliteDatabase, donors: number, seed: number): void {
  const random = seeded(seed);
  database.pragma('foreign_keys = OFF');
  database.pragma('synchronous = OFF');
  database.pragma('secure_delete = OFF');
  database.pragma('cache_size = -200000');
  const indexes = database
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL
          AND tbl_name IN (${TABLES.map((table) => `'${table}'`).join(', ')})`,
    )
    .all();
  for (const { name } of indexes) database.exec(`DROP INDEX ${name}`);
  const giving = inventGiving(donors, random);
  database.transaction(() => writePeople(database, donors, random))();
  database.transaction(() => writeGifts(database, giving))();
  database.transaction(() => writeSummaries(database, donors, giving))();
  database.transaction(() => writeCalls(database, donors, random))();
  for (const { sql } of indexes) database.exec(sql);
  database
    .prepare(`INSERT INTO person (crm_id, name, roles, is_active) VALUES (2, 'Anja Beller', ?, 1)`)
    .run(JSON.stringify(['caller', 'director', 'coordinator']));
  database.exec(`INSERT INTO setting (key, value) VALUES ('person.current', '1')`);
}

function writePeople(database: SqliteDatabase, donors: number, random: Random): void {
  const donor = database.prepare(
    `INSERT INTO donor (id, crm_id, external_id, kind, first_name, prefix, surname, display_name, gender, language,
       does_not_want_calls, does_not_want_email, does_not_want_post, is_deceased, is_removed, fingerprint)
     VALUES (?, ?, ?, 'individual', ?, ?, ?, ?, ?, 'nl', ?, 0, 0, ?, 0, NULL)`,
  );
  const phone = database.prepare(
    `INSERT INTO donor_phone (donor_id, crm_id, raw, number, is_primary, kind) VALUES (?, ?, ?, ?, 1, 'Mobile')`,
  );
  const email = database.prepare(
    `INSERT INTO donor_email (donor_id, crm_id, email, is_primary, is_on_hold) VALUES (?, ?, ?, 1, 0)`,
  );
  const address = database.prepare(
    `INSERT INTO donor_address (donor_id, crm_id, street, postcode, town, country, is_primary) VALUES (?, ?, ?, ?, ?, 'NL', 1)`,
  );
  for (let id = 1; id <= donors; id += 1) {
    const person = inventPerson(id, random);
    const { firstName, prefix, surname, displayName, gender, externalId, doesNotWantCalls, isDeceased } = person;
    const flags = [doesNotWantCalls, isDeceased].map(Number);
    donor.run(id, id, externalId, firstName, prefix, surname, displayName, gender, ...flags);
    if (person.number !== null) phone.run(id, id, `0${person.number.slice(3)}`, person.number);
    if (person.email !== null) email.run(id, id, person.email);
    address.run(id, id, person.street, person.postcode, person.town);
  }
}

function writeGifts(database: SqliteDatabase, { count, donor, day, amount, status, mandateDay }: InventedGiving): void {
  const mandate = database.prepare(
    `INSERT INTO mandate (id, crm_id, donor_id, start_day, amount, frequency_unit, frequency_interval, status)
     VALUES (?, ?, ?, ?, 1000, 'month', 1, '${RUNNING}')`,
  );
  mandateDay.forEach((start, id) => {
    if (start >= 0) mandate.run(id, id, id, DAYS[start]);
  });
  const gift = database.prepare(
    `INSERT INTO gift (id, crm_id, donor_id, day, amount, status, mandate_ref) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  for (let index = 0; index < count; index += 1) {
    const id = donor[index] ?? 0;
    const on = day[index] ?? 0;
    const isDebit = (mandateDay[id] ?? -1) >= 0 && (mandateDay[id] ?? 0) <= on;
    gift.run(index + 1, index + 1, id, DAYS[on], amount[index], GIFT_STATUSES[status[index] ?? 0], isDebit ? id : null);
  }
}

/** The same summary as the mirror keeps, made by the same function. */
function writeSummaries(database: SqliteDatabase, donors: number, giving: InventedGiving): void {
  const { count, donor, day, amount, status, mandateDay } = giving;
  const next = new Int32Array(count).fill(-1);
  const head = new Int32Array(donors + 1).fill(-1);
  for (let index = count - 1; index >= 0; index -= 1) {
    next[index] = head[donor[index] ?? 0] ?? -1;
    head[donor[index] ?? 0] = index;
  }
  const insert = database.prepare(
    `INSERT INTO giving (donor_id, day_zero, first_amount, newest_received_day, received_count, received_total,
       largest_received, has_running_mandate) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (let id = 1; id <= donors; id += 1) {
    const start = mandateDay[id] ?? -1;
    const gifts: Gift[] = [];
    for (let index = head[id] ?? -1; index >= 0; index = next[index] ?? -1) {
      const on = day[index] ?? 0;
      gifts.push({
        id: index + 1,
        day: DAYS[on] ?? BENCH_DAY,
        amount: amount[index] ?? 0,
        status: GIFT_STATUSES[status[index] ?? 0] ?? 'received',
        mandateId: start >= 0 && start <= on ? id : null,
        project: null,
      });
    }
    const frequency = { unit: 'month', interval: 1 } as const;
    const startDay = DAYS[start];
    const mandates =
      startDay === undefined ? [] : [{ id, startDay, amount: 1_000, frequency, status: RUNNING, cancelledDay: null }];
    const summary = summariseGiving(gifts, mandates);
    insert.run(
      id,
      summary.dayZero,
      summary.firstAmount,
      summary.newestReceivedDay,
      summary.receivedCount,
      summary.receivedTotal,
      summary.largestReceived,
      Number(summary.hasRunningMandate),
    );
  }
}

/** Every fifth donor was called before, some of them lately. */
function writeCalls(database: SqliteDatabase, donors: number, random: Random): void {
  const insert = database.prepare(
    `INSERT INTO moment (crm_id, donor_id, type_name, status_name, subject, day, at, assignees)
     VALUES (?, ?, 'Phone Call', ?, 'Bedankt', ?, ?, '[]')`,
  );
  const statuses = ['Completed', 'Completed', 'Left Message', 'Unreachable'];
  for (let id = 1; id <= donors; id += 5) {
    const day = DAYS[15 * 365 - 1 - random.below(random.chance(0.2) ? 60 : 3_000)] ?? BENCH_DAY;
    insert.run(id, id, random.pick(statuses), day, `${day}T18:00:00.000Z`);
  }
}
