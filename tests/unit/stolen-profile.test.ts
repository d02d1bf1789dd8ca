/** The search for what a thief could read finds what is there: else it would prove nothing. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSqlite } from '../../db/sqlite.ts';
import { createFinder, findInFolder } from '../support/find-texts.ts';
import { capturedTexts, logInto, readableIn } from '../support/stolen-profile.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const NAME = 'Wilhelmientje Zonderling-Öztürk';

const FORMS = [
  ['UTF-8', Buffer.from(NAME)],
  ['UTF-16, the low byte first', Buffer.from(NAME, 'utf16le')],
  ['UTF-16, the high byte first', Buffer.from(NAME, 'utf16le').swap16()],
  ['lower case', Buffer.from(NAME.toLowerCase())],
] as const;

it.each(FORMS)('a name in %s is found, at the beginning, at the end and at an odd place', (_form, bytes) => {
  const find = createFinder([NAME, 'somebody else']);
  const noise = Buffer.from(Array.from({ length: 4_097 }, (_, index) => (index * 131) % 251));
  for (const whole of [[bytes, noise], [noise, bytes], [noise.subarray(1), bytes, noise], [bytes]]) {
    expect(find(Buffer.concat(whole))).toEqual([NAME]);
  }
  expect(find(noise)).toEqual([]);
});

it('a name is found in a database without a key, in a folder in a folder, in the name of a file, and in the log', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'snapshots'));
  const database = await openSqlite(join(folder, 'snapshots', 'copy.db'));
  database.exec(`CREATE TABLE donor (name TEXT); INSERT INTO donor VALUES ('${NAME}')`);
  database.close();
  writeFileSync(join(folder, `${NAME}.txt`), '');
  expect(
    findInFolder(folder, createFinder([NAME]))
      .map(({ file }) => file)
      .toSorted(),
  ).toEqual([`${NAME}.txt`, join('snapshots', 'copy.db')]);
  const logFile = join(folder, 'log');
  const log = logInto(logFile);
  log.info({ count: 3 }, 'three donors');
  expect(readableIn(folder, createFinder([]), logFile)).toEqual([]);
  log.error({ err: 'UNIQUE constraint failed: +31612345678' }, 'unexpected');
  expect(readableIn(folder, createFinder([]), logFile)).toEqual(['the log: +31612345678']);
});

it('the captured donors are looked for by name, number, e-mail and street', () => {
  const texts = capturedTexts();
  expect(texts.length).toBeGreaterThan(100);
  for (const kind of [/@/, /^0?\d{9,}$/, / \d+$/, /^[A-Z][a-z]+ [A-Z]/]) {
    expect(texts.some((text) => kind.test(text))).toBe(true);
  }
});
