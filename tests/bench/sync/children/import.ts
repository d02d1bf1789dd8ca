/** Imports two files into a new profile. */
import { z } from 'zod';
import { openStore } from '../../../../db/open/open-store.ts';
import { importTables, stageTables } from '../../../../electron/backend/files/import-tables.ts';
import { keepMemorySmall } from '../../../../electron/backend/keep-memory-small.ts';
import { printAnswer, readInput } from '../../harness/child.ts';
import { peakMegabytes } from '../../harness/machine.ts';

keepMemorySmall();
const { folder, donors, gifts } = readInput(z.object({ folder: z.string(), donors: z.string(), gifts: z.string() }));
const store = await openStore({ folder, now: '2026-11-21T13:00:00.000Z' });
const began = performance.now();
const tables = await stageTables({ donors, gifts });
const report = await importTables(store, tables, {}, () => '2026-11-21T13:00:00.000Z');
const milliseconds = performance.now() - began;
await tables.donors?.remove();
await tables.gifts?.remove();
await store.close();
printAnswer({
  milliseconds,
  rows: report.donors.new + report.gifts.new,
  refused: report.refused,
  peakMegabytes: peakMegabytes(),
});
