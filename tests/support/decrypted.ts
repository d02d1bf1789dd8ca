/**
 * What really stands in an encrypted database, page by page: a copy without encryption. Free pages, the unused part of
 * pages and the search index are in it as they were, which no query would show.
 */
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unlock } from '../../db/open/connection.ts';
import { profilePaths } from '../../db/open/profile-folder.ts';
import { openSqlite } from '../../db/sqlite.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** @param path of a database that nobody has open. The key lies in the folder of the profile. */
export async function decryptedBytes(profile: string, path: string): Promise<Buffer> {
  const key = Buffer.from(readFileSync(profilePaths(profile).key, 'utf8').trim(), 'hex');
  const copy = join(temporaryFolder(), 'copy.db');
  copyFileSync(path, copy);
  const database = await openSqlite(copy);
  try {
    unlock(database, key);
    // In WAL mode a file cannot be given another key.
    database.pragma('journal_mode = DELETE');
    database.pragma(`rekey = ''`);
  } finally {
    database.close();
  }
  return readFileSync(copy);
}
