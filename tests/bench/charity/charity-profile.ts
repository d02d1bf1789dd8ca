/** Profiles of invented charities, kept between runs outside the repository: a million donors take minutes to make. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyFile } from '../../../db/key.ts';
import { MIGRATIONS } from '../../../db/migrations/index.ts';
import { openConnection } from '../../../db/open/connection.ts';
import { createKysely } from '../../../db/open/dialect.ts';
import { openStore } from '../../../db/open/open-store.ts';
import { profilePaths } from '../../../db/open/profile-folder.ts';
import { indexDonors } from '../../../db/search-index.ts';
import type { Reader } from '../../../db/store.ts';
import { BENCH_DAY } from './invent-giving.ts';
import { writeCharity } from './write-charity.ts';

/** Raised when the charity itself changes. */
const CHARITY_VERSION = 1;
/** A profile of other migrations is another profile. */
const SHAPE = createHash('sha1')
  .update(MIGRATIONS.map(({ name }) => name).join())
  .digest('hex')
  .slice(0, 6);
const SEED = 20_261_121;

/** Enough to see that a bench works. */
export const QUICK_DONORS = 2_000;

/** Noon of the day that the measurements are made on. */
export const BENCH_NOW = `${BENCH_DAY}T11:00:00.000Z`;

export function benchCache(): string {
  return process.env['DANKBEL_BENCH_CACHE'] ?? join(tmpdir(), 'dankbel-bench');
}

/** The folder of a profile with so many donors. A run that was broken off leaves nothing that passes for whole. */
export async function charityProfile(donors: number, report: (line: string) => void): Promise<string> {
  const folder = join(benchCache(), `charity-${donors}-${CHARITY_VERSION}-${SHAPE}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const begin = performance.now();
  report(`inventing a charity of ${donors.toLocaleString('en')} donors, once …`);
  const store = await openStore({ folder: unfinished, now: BENCH_NOW });
  await store.close();
  const paths = profilePaths(unfinished);
  const key = await keyFile(paths.key).load();
  if (key === null) throw new Error('the profile has no key');
  const database = await openConnection(paths.database, key);
  writeCharity(database, donors, SEED);
  await createKysely(database)
    .transaction()
    .execute((transaction) => indexAll(transaction, donors));
  database.close();
  renameSync(unfinished, folder);
  report(`invented in ${Math.round((performance.now() - begin) / 1_000)} s: ${folder}`);
  return folder;
}

const INDEXED_TOGETHER = 5_000;

async function indexAll(transaction: Reader, donors: number): Promise<void> {
  for (let from = 1; from <= donors; from += INDEXED_TOGETHER) {
    const count = Math.min(INDEXED_TOGETHER, donors - from + 1);
    await indexDonors(
      transaction,
      Array.from({ length: count }, (_, index) => from + index),
    );
  }
}
