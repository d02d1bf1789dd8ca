/** A backend in a process of its own, for tests that kill it: answers one JSON question per line of standard input. */
import { createInterface } from 'node:readline';
import { SILENT_LOG } from '../../electron/backend/log.ts';
import { openLockable } from '../../electron/backend/lockable-backend.ts';

const [folder = '', now = ''] = process.argv.slice(2);
const backend = await openLockable({
  folder,
  now: () => now,
  random: Math.random,
  log: SILENT_LOG,
  syncsByItself: true,
});
process.stdout.write('ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  const { procedure, input } = JSON.parse(line) as { procedure: string; input: unknown };
  process.stdout.write(`${JSON.stringify(await backend.ask(procedure, input))}\n`);
}
await backend.close();
