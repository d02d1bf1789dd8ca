/** The app on a profile, at noon of the day of the measurements, until it is stopped. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { z } from 'zod';
import { SILENT_LOG } from '../../../../electron/backend/log.ts';
import { openBackend } from '../../../../electron/backend/open-backend.ts';
import { keepMemorySmall } from '../../../../electron/backend/keep-memory-small.ts';
import { startLoopbackHost } from '../../../../electron/loopback/loopback-host.ts';
import { printAnswer, readInput } from '../../harness/child.ts';

keepMemorySmall();
const { folder, rendererDirectory, now } = readInput(
  z.object({ folder: z.string(), rendererDirectory: z.string(), now: z.iso.datetime() }),
);
const offset = Date.parse(now) - Date.now();
const backend = await openBackend({
  folder,
  now: () => new Date(Date.now() + offset).toISOString(),
  random: Math.random,
  log: SILENT_LOG,
  syncsByItself: true,
});
const host = await startLoopbackHost({
  backend,
  rendererDirectory,
  random: randomBytes,
  log: SILENT_LOG,
  now: () => performance.now(),
});
printAnswer({ address: host.issueToken(), pid: process.pid });
await once(process, 'SIGTERM');
await host.stop();
await backend.close();
