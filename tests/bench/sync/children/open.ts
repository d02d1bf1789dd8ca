/** Opens a profile, and asks for today's list. */
import { z } from 'zod';
import { createClient } from '../../../../contract/client.ts';
import { SILENT_LOG } from '../../../../electron/backend/log.ts';
import { openBackend } from '../../../../electron/backend/open-backend.ts';
import { keepMemorySmall } from '../../../../electron/backend/keep-memory-small.ts';
import { printAnswer, readInput } from '../../harness/child.ts';

keepMemorySmall();
const { folder } = readInput(z.object({ folder: z.string() }));
const now = (): string => '2026-11-21T13:00:00.000Z';
const began = performance.now();
const backend = await openBackend({ folder, now, random: Math.random, log: SILENT_LOG, syncsByItself: false });
const opened = performance.now() - began;
const client = createClient(backend);
const times: number[] = [];
let items = 0;
for (let time = 0; time < 6; time += 1) {
  const asked = performance.now();
  items = (await client.ask('list.get', { lane: 'caller', date: '2026-11-21' })).items.length;
  times.push(performance.now() - asked);
}
await backend.close();
printAnswer({ opened, firstList: times[0], laterLists: times.slice(1), items });
