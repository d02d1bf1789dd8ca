/** A practice CRM until it is stopped; with a delay it answers as slowly as a real one. */
import { once } from 'node:events';
import { z } from 'zod';
import { startPracticeCrm } from '../../../../sync/practice/server.ts';
import { printAnswer, readInput } from '../../harness/child.ts';

const { dataDir, donors, delayMilliseconds } = readInput(
  z.object({ dataDir: z.string(), donors: z.int().optional(), delayMilliseconds: z.number().optional() }),
);
const crm = await startPracticeCrm({
  dataDir,
  ...(donors === undefined ? {} : { fill: { kind: 'invented', donors, seed: 1, date: '2026-11-21' } }),
});
if (delayMilliseconds !== undefined) crm.faults.set('latency', 'always', delayMilliseconds);
printAnswer({ url: crm.url, apiKey: crm.apiKey });
await once(process, 'SIGTERM');
await crm.stop();
