/** The whole way of a file as the screen goes it: sent in pieces, read, tried out, taken; in a new profile. */
import { randomUUID } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { createClient } from '../../../../contract/client.ts';
import { FILE_PIECE_BYTES } from '../../../../domain/file-pieces.ts';
import { setCurrentPerson } from '../../../../db/queries/people.ts';
import { writeSetting } from '../../../../db/queries/settings.ts';
import { CONNECTION } from '../../../../electron/backend/profile-settings.ts';
import { keepMemorySmall } from '../../../../electron/backend/keep-memory-small.ts';
import { SILENT_LOG } from '../../../../electron/backend/log.ts';
import { openBackend } from '../../../../electron/backend/open-backend.ts';
import { printAnswer, readInput } from '../../harness/child.ts';
import { peakMegabytes } from '../../harness/machine.ts';

keepMemorySmall();
const { folder, file, isBeside } = readInput(
  z.object({ folder: z.string(), file: z.string(), isBeside: z.boolean().default(false) }),
);
const backend = await openBackend({
  folder,
  now: () => new Date().toISOString(),
  random: Math.random,
  log: SILENT_LOG,
  syncsByItself: false,
});
await backend.store.write((writer) => setCurrentPerson(writer, { crmId: null, name: 'Ineke', roles: ['coordinator'] }));
if (isBeside) {
  // Beside a CRM that nobody can reach: what comes of a file does not wait for it.
  const connection = {
    kind: 'civicrm',
    address: 'https://crm.example',
    apiKey: 'x',
    organisation: 'x',
    contactId: 2,
  } as const;
  await backend.store.write((writer) => writeSetting(writer, CONNECTION, connection));
}
const client = createClient(backend);
const EVERY_MILLISECONDS = 50;
const state = async () => {
  await backend.files.settled();
  return client.ask('files.state', {});
};
const times: number[] = [performance.now()];
const lap = (): void => void times.push(performance.now());

const upload = randomUUID();
const last = Math.ceil(statSync(file).size / FILE_PIECE_BYTES) - 1;
let index = 0;
for await (const piece of createReadStream(file, { highWaterMark: FILE_PIECE_BYTES })) {
  const base64 = (piece as Buffer).toString('base64');
  await client.ask('files.addPiece', { upload, name: basename(file), index, base64, isLast: index === last });
  index += 1;
}
const { table, refusal } = await state();
if (table === null) throw new Error(refusal?.en ?? 'not read');
lap();
const { fields } = await client.ask('files.preview', { kind: table.kind, mapping: {}, language: 'nl' });
const place = isBeside ? { id: null, name: 'Oude lijst' } : null;
const mapping = Object.fromEntries(fields.map(({ id, column }) => [id, column]));
const chosen = { kind: table.kind, mapping, place };
await client.ask('files.check', chosen);
await state();
lap();
// Nobody may have to wait long for anything else while a file is taken.
let longest = 0;
let due = performance.now();
let asking = Promise.resolve();
const watch = setInterval(() => {
  const since = due + EVERY_MILLISECONDS;
  due = performance.now();
  asking = client.ask('session.get', {}).then(() => {
    longest = Math.max(longest, performance.now() - since);
    return undefined;
  });
}, EVERY_MILLISECONDS);
await client.ask('files.take', chosen);
const { taken } = await state();
lap();
clearInterval(watch);
await asking;
if (taken === null) throw new Error('not taken');
const [began = 0, read = 0, checked = 0, ended = 0] = times;
const peak = peakMegabytes();
await backend.close();
printAnswer({
  milliseconds: ended - began,
  read: read - began,
  checked: checked - read,
  taken: ended - checked,
  rows: taken.counts.donors.new,
  refused: taken.refused,
  longest,
  peakMegabytes: peak,
});
