/** Sends everything that waits in a profile to a CRM. */
import { z } from 'zod';
import { connectProfile } from '../../../../electron/backend/connect.ts';
import { openStore } from '../../../../db/open/open-store.ts';
import { createCiviCrmConnector } from '../../../../sync/crm/civicrm/connector.ts';
import { pushAll } from '../../../../sync/push.ts';
import { keepMemorySmall } from '../../../../electron/backend/keep-memory-small.ts';
import { printAnswer, readInput } from '../../harness/child.ts';
import { recordFetch } from '../recording.ts';

keepMemorySmall();
const input = readInput(
  z.object({ folder: z.string(), url: z.string(), apiKey: z.string(), record: z.string().optional() }),
);
const now = (): string => new Date().toISOString();
const store = await openStore({ folder: input.folder, now: now() });
await connectProfile(store, { url: input.url, apiKey: input.apiKey });
const recorder = input.record === undefined ? null : recordFetch();
const connector = createCiviCrmConnector({ address: input.url, apiKey: input.apiKey });
const began = performance.now();
const counts = await pushAll({ store, connector, now, random: Math.random, shouldStop: () => false, isUrgent: true });
const milliseconds = performance.now() - began;
if (input.record !== undefined) recorder?.save(input.record);
await store.close();
printAnswer({ milliseconds, pushed: counts.pushed });
