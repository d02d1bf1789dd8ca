import { readFileSync } from 'node:fs';
import { openConnection } from '../../db/open/connection.ts';
import { profilePaths } from '../../db/open/profile-folder.ts';
import { copyReleased, releasedProfiles } from './released.ts';

/** Newer than any program of ours will be. */
const LATER = 9_990;

/** The profile of a release as a program of next year would leave it, in an empty folder. */
export async function newerProfile(folder: string): Promise<void> {
  copyReleased(releasedProfiles().at(-1)?.version ?? '', folder);
  const { database: path, key } = profilePaths(folder);
  const database = await openConnection(path, Buffer.from(readFileSync(key, 'utf8').trim(), 'hex'));
  database.exec('CREATE TABLE of_next_year (id INTEGER NOT NULL PRIMARY KEY) STRICT');
  database.exec("INSERT INTO kysely_migration (name, timestamp) VALUES ('9990-later', '2027-11-22T13:00:00.000Z')");
  database.pragma(`user_version = ${LATER}`);
  database.close();
}
