/**
 * A file that was left at any step of the migrations is opened by this program: every row that was in it is there, with
 * the same value in every column that it had.
 */
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { MIGRATIONS, type WorkstationMigration } from '../../db/migrations/index.ts';
import { openConnection } from '../../db/open/connection.ts';
import { openStore } from '../../db/open/open-store.ts';
import { profilePaths } from '../../db/open/profile-folder.ts';
import { fillTables } from '../released/fill-tables.ts';
import { changesSince, LOOKED } from '../released/changes.ts';
import { lookInto, missingRows, rowsOf } from '../released/rows.ts';
import { seededRandom } from '../support/workstation.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const NOW = '2026-11-21T12:00:00.000Z';
const NUMBERS = MIGRATIONS.map(({ number }) => number);
const ENTITIES = ['contacts', 'moments', 'contributions', 'mandates'];

/** Words that migrations look at, beside what the schema says. */
const VALUES = {
  'sync_cursor.entity': (number: number) => ENTITIES[number - 1] ?? null,
  'audit.action': (number: number) => (number === 1 ? 'look' : 'sign-in'),
  'audit.subject': () => '1',
  'audit.detail': (number: number) => (number === 1 ? LOOKED : null),
};
async function fileAt(step: number): Promise<{ readonly folder: string; readonly filled: readonly string[] }> {
  const folder = temporaryFolder();
  const migrations = MIGRATIONS.filter(({ number }) => number <= step);
  await (await openStore({ folder, now: NOW, migrations })).close();
  const paths = profilePaths(folder);
  const database = await openConnection(paths.database, Buffer.from(readFileSync(paths.key, 'utf8').trim(), 'hex'));
  const filled = fillTables(database, { random: seededRandom(step), rows: 4, values: VALUES });
  database.close();
  return { folder, filled };
}

it.each(NUMBERS)('a file at step %i opens with every row that it had', async (step) => {
  const { folder, filled } = await fileAt(step);
  expect(filled.length).toBeGreaterThan(10);
  const before = await lookInto(folder, rowsOf);
  await (await openStore({ folder, now: NOW })).close();
  expect(missingRows(before, await lookInto(folder, rowsOf), changesSince(step))).toEqual([]);
});

it.each([
  ['takes a row away', 'DELETE FROM donor_phone WHERE id = 2', 1],
  ['changes a value', "UPDATE gift SET amount = amount + 1 WHERE day = '2026-11-21'", 4],
  ['drops a column', 'ALTER TABLE person DROP COLUMN name', 4],
  ['drops a table', 'DROP TABLE consent', 1],
])('a migration that %s without saying so would be noticed', async (_, statement, lines) => {
  const { folder } = await fileAt(Math.max(...NUMBERS));
  const before = await lookInto(folder, rowsOf);
  const loses: WorkstationMigration = {
    number: 9_990,
    name: '9990-loses',
    up: async (db) => void (await sql.raw(statement).execute(db)),
  };
  await (await openStore({ folder, now: NOW, migrations: [...MIGRATIONS, loses] })).close();
  expect(missingRows(before, await lookInto(folder, rowsOf))).toHaveLength(lines);
});
