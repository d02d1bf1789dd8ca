/** Imports two files into a new profile. */
import { z } from 'zod';
import { openStore } from '../../../../db/open/open-store.ts';
import { saveImport } from '../../../../sync/files/import-files.ts';
import { readImport, readImportTables } from '../../../../sync/files/read-import.ts';
import { keepMemorySmall } from '../../../../electron/backend/keep-memory-small.ts';
import { printAnswer, readInput } from '../../harness/child.ts';
import { peakMegabytes } from '../../harness/machine.ts';

keepMemorySmall();
const { folder, donors, gifts } = readInput(z.object({ folder: z.string(), donors: z.string(), gifts: z.string() }));
const store = await openStore({ folder, now: '2026-11-21T13:00:00.000Z' });
const began = performance.now();
const read = readImport(readImportTables({ donors, gifts }), {}, '2026-11-21');
const report = await store.write((writer) => saveImport(writer, read));
const milliseconds = performance.now() - began;
await store.close();
printAnswer({
  milliseconds,
  rows: report.donors.new + report.gifts.new,
  refused: report.refusals.length,
  peakMegabytes: peakMegabytes(),
});
