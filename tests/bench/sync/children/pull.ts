/**
 * A first pull into a new profile, as the backend does it. With `answers` the network and the CRM are left out: the
 * way from JSON to committed rows remains. With `record` what was asked and answered is written down.
 */
import { z } from 'zod';
import { connectProfile } from '../../../../electron/backend/connect.ts';
import { SILENT_LOG } from '../../../../electron/backend/log.ts';
import { openBackend } from '../../../../electron/backend/open-backend.ts';
import { keepMemorySmall } from '../../../../electron/backend/keep-memory-small.ts';
import { printAnswer, readInput } from '../../harness/child.ts';
import { peakMegabytes } from '../../harness/machine.ts';
import { readExchanges, recordFetch, replayFetch } from '../recording.ts';
import { dumpRows } from '../rows-of-profile.ts';

keepMemorySmall();
const input = readInput(
  z.object({
    folder: z.string(),
    url: z.string(),
    apiKey: z.string(),
    record: z.object({ exchanges: z.string(), rows: z.string() }).optional(),
    answers: z.string().optional(),
  }),
);
if (input.answers !== undefined) replayFetch(readExchanges(input.answers));
const recorder = input.record === undefined ? null : recordFetch();
const backend = await openBackend({
  folder: input.folder,
  now: () => new Date().toISOString(),
  random: Math.random,
  log: SILENT_LOG,
  syncsByItself: false,
});
await connectProfile(backend.store, { url: input.url, apiKey: input.apiKey });
await backend.reconnect();
const asked = recorder?.exchanges.length ?? 0;
const began = performance.now();
const report = await backend.sync.run(true);
const milliseconds = performance.now() - began;
if (report === null || report.failure !== null) throw new Error(report?.failure?.message ?? 'no sync');
const peak = peakMegabytes();
if (recorder !== null && input.record !== undefined) {
  // What came before the round, while connecting, is needed for an answer but no part of what is measured.
  recorder.exchanges.push(...recorder.exchanges.splice(0, asked));
  recorder.save(input.record.exchanges);
  await dumpRows(backend.store.reader, input.record.rows);
}
await backend.close();
printAnswer({ milliseconds, peakMegabytes: peak, pulled: report.pulled, connecting: asked });
