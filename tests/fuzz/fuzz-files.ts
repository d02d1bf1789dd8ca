/**
 * Files for the import and for the register of postcodes, spoiled. Whatever is in them: a report, or a refusal with a
 * sentence in both languages; what is refused changes no row, and what is taken is whole and of a bounded size.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { addToRegister } from '../../db/queries/postcodes.ts';
import { openStore } from '../../db/open/open-store.ts';
import type { Store } from '../../db/store.ts';
import { checkTables, importTables, stageTables } from '../../electron/backend/files/import-tables.ts';
import { readPostcodeRegister } from '../../sync/files/postcode-register.ts';
import { FileRefusal } from '../../sync/files/refusal.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { createDice, type Dice } from './dice.ts';
import { shown, takesTooLong, type FuzzOptions, type FuzzReport } from './report.ts';
import { changedTables, hashTables } from './rows.ts';
import { spoilFile } from './spoil-file.ts';

const fixture = (name: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../fixtures/import/${name}`, import.meta.url)));
const REGISTER = Buffer.from(
  `Postcode;Huisnummer van;Huisnummer t/m;Straat;Woonplaats\r\n${Array.from(
    { length: 40 },
    (_, index) => `${1_000 + index}AB;1;${index};Straatweg ${index};Ergens`,
  ).join('\r\n')}`,
);
/** Longer than anything that belongs in a cell. */
const LONGEST_TEXT = 10_000;

interface Going {
  readonly store: Store;
  readonly folder: string;
  readonly dice: Dice;
  readonly wrong: (what: string) => void;
  refused: number;
  taken: number;
}

export async function fuzzFiles({ seed, goesOn }: FuzzOptions): Promise<FuzzReport> {
  const donors = fixture('donateurs.csv');
  const gifts = fixture('giften.csv');
  const folder = temporaryFolder();
  const store = await openStore({ folder, now: '2026-11-21T12:00:00.000Z' });
  const violations: string[] = [];
  let [inputs, refused, taken] = [0, 0, 0];
  for (let round = 0; goesOn(round) && violations.length < 20; round += 1) {
    const dice = createDice(seed + round);
    const wrong = (what: string): void => void violations.push(`seed ${seed + round}: ${what}`);
    const going: Going = { store, folder, dice, wrong, refused: 0, taken: 0 };
    const spoiled = dice.number(3);
    const donorsFile = spoiled === 1 ? donors : spoilFile(donors, ';', dice);
    const giftsFile = spoiled === 0 ? gifts : spoilFile(gifts, ';', dice);
    await tryImport(going, donorsFile, giftsFile);
    await tryRegister(going, spoilFile(REGISTER, ';', dice));
    inputs += 3;
    refused += going.refused;
    taken += going.taken;
  }
  await store.close();
  return { name: 'files', inputs, refused, figures: { taken }, violations };
}

async function tryImport(going: Going, donors: Buffer, gifts: Buffer): Promise<void> {
  const { store, folder } = going;
  const paths = { donors: join(folder, 'donateurs.csv'), gifts: join(folder, 'giften.csv') };
  writeFileSync(paths.donors, donors);
  writeFileSync(paths.gifts, gifts);
  await tryIt(going, 'import', async () => {
    const tables = await stageTables(paths, folder);
    try {
      checkTables(tables, {});
      const { refusals, remarks } = await importTables(store, tables, {}, () => '2026-11-21T12:00:00.000Z');
      const longest = Math.max(0, ...[...refusals, ...remarks].map((each) => JSON.stringify(each).length));
      if (longest > 5_000) going.wrong(`a remark of ${longest} characters`);
    } finally {
      await tables.donors?.remove();
      await tables.gifts?.remove();
    }
  });
}

async function tryRegister(going: Going, register: Buffer): Promise<void> {
  const path = join(going.folder, 'register.csv');
  writeFileSync(path, register);
  await tryIt(going, 'register', async () => {
    await readPostcodeRegister(path, (rows) => going.store.write((writer) => addToRegister(writer, rows)));
  });
}

async function tryIt(going: Going, what: string, work: () => Promise<void>): Promise<void> {
  const { store, wrong } = going;
  const before = await hashTables(store.reader);
  const isSlow = await takesTooLong(async () => {
    try {
      await work();
      going.taken += 1;
    } catch (error) {
      if (!(error instanceof FileRefusal)) return wrong(`${what}: ${error instanceof Error ? error.stack : 'thrown'}`);
      going.refused += 1;
      const { nl, en } = error.sentence;
      if (nl.trim() === '' || en.trim() === '') wrong(`${what}: refused without a sentence in both languages`);
      if (nl.length > 5_000) wrong(`${what}: a sentence of ${nl.length} characters`);
      const changed = changedTables(before, await hashTables(store.reader));
      // A register is taken page by page: those before the one that cannot be read stay.
      if (what === 'import' && changed.length > 0) wrong(`${what}: refused and changed ${changed.join(', ')}`);
    }
  });
  if (isSlow) wrong(`${what}: worked on it for more than a second`);
  await lookForDamage(going, what);
}

const TABLES = ['donor', 'donor_phone', 'donor_email', 'donor_address', 'gift', 'mandate', 'giving', 'postcode_street'];

async function lookForDamage({ store, wrong }: Going, what: string): Promise<void> {
  const { rows: foreign } = await sql<object>`PRAGMA foreign_key_check`.execute(store.reader);
  if (foreign.length > 0) wrong(`${what}: rows without what they belong to: ${shown(foreign)}`);
  for (const table of TABLES) {
    const { rows } = await sql<Record<string, unknown>>`SELECT * FROM ${sql.table(table)}`.execute(store.reader);
    for (const row of rows) {
      for (const [column, value] of Object.entries(row)) {
        if (typeof value === 'string' && value.length > LONGEST_TEXT) {
          return wrong(`${what}: ${table}.${column} holds ${value.length} characters`);
        }
      }
    }
  }
}
