/**
 * The rows of a pulled profile, written into a new one by prepared statements made by hand: nothing parsed, nothing
 * compared, no summary computed. The file, its key, pragmas, tables and indexes are those of a profile; 500 rows, a
 * donor's with her phones, e-mails and addresses, and the cursor are one transaction.
 */
import { z } from 'zod';
import { keyFile } from '../../../../db/key.ts';
import { openConnection } from '../../../../db/open/connection.ts';
import { openStore } from '../../../../db/open/open-store.ts';
import { profilePaths } from '../../../../db/open/profile-folder.ts';
import { printAnswer, readInput } from '../../harness/child.ts';
import { readRowsOf, type TableRows } from '../rows-of-profile.ts';

const PAGE = 500;
const { folder, rows: file } = readInput(z.object({ folder: z.string(), rows: z.string() }));
const tables = readRowsOf(file);
const paths = profilePaths(folder);
await (await openStore({ folder, now: new Date().toISOString() })).close();
const key = await keyFile(paths.key).load();
if (key === null) throw new Error('a profile without a key');
const database = await openConnection(paths.database, key);

/** The details of a donor come with her, as on a page of a CRM. */
const details = tables.filter(({ table }) => table.startsWith('donor_'));
const pages = tables
  .filter((each) => !details.includes(each) && each.table !== 'sync_cursor')
  .flatMap((each) => pagesOf(each));

function pagesOf(table: TableRows): readonly (readonly TableRows[])[] {
  const id = table.columns.indexOf('id');
  return Array.from({ length: Math.ceil(table.rows.length / PAGE) }, (_, page) => {
    const rows = table.rows.slice(page * PAGE, (page + 1) * PAGE);
    if (table.table !== 'donor') return [{ ...table, rows }];
    const ids = new Set(rows.map((row) => row[id]));
    return [{ ...table, rows }, ...details.map((detail) => ofDonors(detail, ids))];
  });
}

function ofDonors(table: TableRows, ids: ReadonlySet<unknown>): TableRows {
  const donorId = table.columns.indexOf('donor_id');
  return { ...table, rows: table.rows.filter((row) => ids.has(row[donorId])) };
}

const insert = new Map(
  tables.map(({ table, columns }) => [
    table,
    database.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`),
  ]),
);
const moveCursor = database.prepare(
  'INSERT INTO sync_cursor (entity, position, updated_at) VALUES (?, ?, ?) ON CONFLICT (entity) DO UPDATE SET position = excluded.position, updated_at = excluded.updated_at',
);
const begin = database.prepare('BEGIN');
const commit = database.prepare('COMMIT');

const began = performance.now();
let written = 0;
for (const page of pages) {
  begin.run();
  for (const { table, rows } of page) {
    const statement = insert.get(table);
    if (statement === undefined) throw new Error(`no statement for ${table}`);
    for (const row of rows) statement.run(row);
    written += rows.length;
  }
  moveCursor.run(page[0]?.table ?? '', '{"phase":"full","afterId":1,"watermark":null}', '2026-11-21T13:00:00.000Z');
  commit.run();
}
const milliseconds = performance.now() - began;
database.close();
printAnswer({ milliseconds, rows: written });
