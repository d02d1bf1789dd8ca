/** Imports into a real profile, as the command does. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach } from 'vitest';
import type { CalendarDay } from '../../../domain/calendar/day.ts';
import { openStore } from '../../../db/open/open-store.ts';
import type { Store } from '../../../db/store.ts';
import { checkTables, importTables, stageTables } from '../../../electron/backend/files/import-tables.ts';
import type { Mapping } from '../../../sync/files/mapping.ts';
import type { ImportReport } from '../../../sync/files/report.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

export const TODAY: CalendarDay = '2026-11-21';

const fixture = (name: string): string => fileURLToPath(new URL(`../../fixtures/import/${name}`, import.meta.url));
export const DONORS_FILE = fixture('donateurs.csv');
export const GIFTS_FILE = fixture('giften.csv');

const open = new Set<Store>();

afterEach(async () => {
  for (const store of open) await store.close();
  open.clear();
});

export async function openProfile(folder = temporaryFolder()): Promise<Store> {
  const store = await openStore({ folder, now: '2026-11-21T12:00:00.000Z' });
  open.add(store);
  return store;
}

export interface Paths {
  readonly donors: string | null;
  readonly gifts: string | null;
}

export const REAL_FILES: Paths = { donors: DONORS_FILE, gifts: GIFTS_FILE };

export async function importInto(store: Store, paths: Paths, said: Mapping = {}): Promise<ImportReport> {
  const tables = await stageTables(paths, temporaryFolder());
  try {
    checkTables(tables, said);
    return await importTables(store, tables, said, () => `${TODAY}T12:00:00.000Z`);
  } finally {
    await tables.donors?.remove();
    await tables.gifts?.remove();
  }
}

/** Files in a folder of their own; lines without a header are null. */
export function writeFiles(donors: readonly string[] | null, gifts: readonly string[] | null): Paths {
  const folder = temporaryFolder();
  const write = (name: string, lines: readonly string[] | null): string | null => {
    if (lines === null) return null;
    const path = join(folder, name);
    writeFileSync(path, `${lines.join('\r\n')}\r\n`);
    return path;
  };
  return { donors: write('donateurs.csv', donors), gifts: write('giften.csv', gifts) };
}

const MIRROR = ['donor', 'donor_phone', 'donor_email', 'donor_address', 'mandate', 'gift', 'giving'] as const;

/** Everything that the mirror holds, ids included. */
export async function mirrorOf({ reader }: Store): Promise<Record<string, unknown[]>> {
  const tables = await Promise.all(
    MIRROR.map(async (table) => [
      table,
      await reader
        .selectFrom(table as 'gift')
        .selectAll()
        .orderBy(table === 'giving' ? 'donor_id' : 'id')
        .execute(),
    ]),
  );
  return Object.fromEntries(tables) as Record<string, unknown[]>;
}

export const NOTHING = { new: 0, changed: 0, unchanged: 0, refused: 0 };
