/** A database as the version before a migration left it, and rows that several migrations of places find there. */
import { sql } from 'kysely';
import { MIGRATIONS } from '../../db/migrations/index.ts';
import { openStore } from '../../db/open/open-store.ts';
import type { Store, Writer } from '../../db/store.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Opens it in a new folder; close it, and open the folder again, to have the migration run. */
export async function openBefore(migration: number, now: string): Promise<{ folder: string; before: Store }> {
  const folder = temporaryFolder();
  const migrations = MIGRATIONS.filter(({ number }) => number < migration);
  return { folder, before: await openStore({ folder, now, migrations }) };
}

/** A platform, `kentaa:6`, that knows Jan Loper (source donor 1), as they are written from migration 0230 on. */
export async function knowJan({ transaction }: Pick<Writer, 'transaction'>, now: string): Promise<void> {
  await sql`
    INSERT INTO source_site (id, kind, name, address, is_enabled, adds_newcomers, started_from, added_at)
    VALUES ('kentaa:6', 'kentaa', 'Voorbeeld', 'https://api.example/v1', 1, 0, '2026-11-01', ${now})`.execute(
    transaction,
  );
  await sql`
    INSERT INTO source_donor (id, site_id, source_key, first_name, infix, last_name, organisation, language,
                              is_callable, first_seen_at, changed_at)
    VALUES (1, 'kentaa:6', 'donation:1', 'Jan', '', 'Loper', '', 'nl', 1, ${now}, ${now})`.execute(transaction);
}
