/**
 * The only door to the SQLite library. Everything that opens a SQLite file, the workstation's own or the practice
 * CRM's, comes through here, so that an unsuitable Node is met by a sentence and not by a crash of the process.
 */
import type BetterSqlite3 from 'better-sqlite3';

export type SqliteDatabase = BetterSqlite3.Database;
export type SqliteOptions = BetterSqlite3.Options;

/** better-sqlite3 13 is built against Node-API 10; on an older one its first query ends the process (Node 20 has 9). */
const NEEDED_NODE_API = 10;

export class UnsuitableNodeError extends Error {
  override readonly name = 'UnsuitableNodeError';
  constructor(found: { version: string; nodeApi: string }) {
    super(
      `Dankbel needs Node 22.18 or newer (Node-API ${NEEDED_NODE_API}); this is Node ${found.version} with Node-API ` +
        `${found.nodeApi}. Start it through npm (npm start, npm test, npm run dankbel), which brings its own Node.`,
    );
  }
}

/** @throws UnsuitableNodeError when this process cannot load the SQLite library safely. */
export function assertSuitableNode(versions: { node: string; napi?: string | undefined } = process.versions): void {
  const nodeApi = Number(versions.napi ?? 0);
  if (!(nodeApi >= NEEDED_NODE_API)) {
    throw new UnsuitableNodeError({ version: versions.node, nodeApi: versions.napi ?? 'none' });
  }
}

/** Opens a SQLite file, or creates it. @throws UnsuitableNodeError, or the library's own SqliteError. */
export async function openSqlite(path: string, options: SqliteOptions = {}): Promise<SqliteDatabase> {
  assertSuitableNode();
  const { default: Database } = await import('better-sqlite3');
  return new Database(path, options);
}
