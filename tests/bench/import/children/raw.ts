/**
 * The same rows, parsed by the libraries and inserted by prepared statements: nothing mapped, checked, compared, noted
 * for an undo or made ready for searching. The file, its key, pragmas, tables and indexes are those of a profile.
 */
import { createReadStream, readFileSync } from 'node:fs';
import { parse } from 'csv-parse';
import { streamXlsxRows } from 'hucre/xlsx';
import { z } from 'zod';
import { keyFile } from '../../../../db/key.ts';
import { openConnection } from '../../../../db/open/connection.ts';
import { openStore } from '../../../../db/open/open-store.ts';
import { profilePaths } from '../../../../db/open/profile-folder.ts';
import { printAnswer, readInput } from '../../harness/child.ts';
import { peakMegabytes } from '../../harness/machine.ts';

const PAGE = 1_000;
const { folder, file } = readInput(z.object({ folder: z.string(), file: z.string() }));
const paths = profilePaths(folder);
await (await openStore({ folder, now: new Date().toISOString() })).close();
const key = await keyFile(paths.key).load();
if (key === null) throw new Error('a profile without a key');
const database = await openConnection(paths.database, key);

const donor = database.prepare(
  `INSERT INTO donor (id, external_id, kind, first_name, prefix, surname, display_name, gender, language,
                      does_not_want_calls, does_not_want_email, does_not_want_post, is_deceased, is_removed)
   VALUES (?, ?, 'individual', ?, ?, ?, ?, ?, 'nl', ?, 0, 0, 0, 0)`,
);
const phone = database.prepare(
  'INSERT INTO donor_phone (donor_id, raw, number, is_primary, kind) VALUES (?, ?, NULL, ?, ?)',
);
const email = database.prepare('INSERT INTO donor_email (donor_id, email, is_primary, is_on_hold) VALUES (?, ?, 1, 0)');
const address = database.prepare(
  'INSERT INTO donor_address (donor_id, street, postcode, town, country, is_primary) VALUES (?, ?, ?, ?, ?, 1)',
);
const mandate = database.prepare(
  `INSERT INTO mandate (donor_id, start_day, amount, frequency_unit, frequency_interval, status)
   VALUES (?, ?, ?, 'month', 1, 'running')`,
);
const begin = database.prepare('BEGIN');
const commit = database.prepare('COMMIT');

async function* rowsOf(): AsyncGenerator<readonly string[]> {
  if (file.endsWith('.csv')) yield* createReadStream(file).pipe(parse({ delimiter: ';', fromLine: 2 }));
  else {
    for await (const { index, values } of streamXlsxRows(readFileSync(file))) if (index > 0) yield values.map(String);
  }
}

const began = performance.now();
let id = 0;
for await (const cells of rowsOf()) {
  if (id % PAGE === 0) begin.run();
  id += 1;
  const [number, gender, first = '', prefix = '', surname = '', street = '', postcode = '', town = ''] = cells;
  const name = `${first} ${prefix} ${surname}`;
  donor.run(id, number, first, prefix, surname, name, gender === 'V' ? 'female' : 'male', cells[15] === 'J' ? 1 : 0);
  phone.run(id, cells[10], 1, 'Mobile');
  if ((cells[9] ?? '') !== '') phone.run(id, cells[9], 0, 'Phone');
  email.run(id, cells[11]);
  address.run(id, street, postcode, town, cells[8]);
  if ((cells[12] ?? '') !== '')
    mandate.run(id, cells[14], Math.round(Number((cells[12] ?? '').replace(',', '.')) * 100));
  if (id % PAGE === 0) commit.run();
}
if (id % PAGE !== 0) commit.run();
const milliseconds = performance.now() - began;
database.close();
printAnswer({ milliseconds, rows: id, peakMegabytes: peakMegabytes() });
