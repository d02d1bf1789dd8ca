/** Which page of a database is what. Only the open database can say: in the file every page is encrypted. */
import { unlock } from '../../../db/open/connection.ts';
import { openSqlite } from '../../../db/sqlite.ts';

export const PAGE_BYTES = 4_096;

export const PAGE_CLASSES = [
  'schema',
  'table interior',
  'table leaf',
  'index interior',
  'index leaf',
  'overflow',
  'free',
] as const;
export type PageClass = (typeof PAGE_CLASSES)[number];

/** Numbers of pages, from 1. @param path of a database that nobody has open */
export async function pagesByClass(path: string, key: Buffer): Promise<ReadonlyMap<PageClass, readonly number[]>> {
  const database = await openSqlite(path, { fileMustExist: true });
  try {
    unlock(database, key);
    const rows = database
      .prepare<[], { page: number; kind: string; of: string | null; name: string }>(
        `SELECT pageno AS page, pagetype AS kind, sqlite_schema.type AS of, dbstat.name
           FROM dbstat LEFT JOIN sqlite_schema ON sqlite_schema.name = dbstat.name`,
      )
      .all();
    const classes = new Map<PageClass, number[]>(PAGE_CLASSES.map((name) => [name, []]));
    const isUsed = new Set(rows.map(({ page }) => page));
    for (const { page, kind, of, name } of rows) classes.get(classOf(kind, of, name))?.push(page);
    const count = Number(database.pragma('page_count', { simple: true }));
    for (let page = 1; page <= count; page += 1) if (!isUsed.has(page)) classes.get('free')?.push(page);
    return classes;
  } finally {
    database.close();
  }
}

function classOf(kind: string, of: string | null, name: string): PageClass {
  if (kind === 'overflow') return 'overflow';
  if (name === 'sqlite_schema') return 'schema';
  // An automatic index has no text of its own in the schema, but a row.
  const owner = of === 'index' ? 'index' : 'table';
  return `${owner} ${kind === 'internal' ? 'interior' : 'leaf'}`;
}
