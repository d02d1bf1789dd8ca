/** The printed examples of docs/examples, made from the captured charity: invented people on a day that stands still. */
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import { createClient, type Client } from '../../contract/client.ts';
import { setCurrentPerson } from '../../db/queries/people.ts';
import { connectProfile } from '../../electron/backend/connect.ts';
import { SILENT_LOG } from '../../electron/backend/log.ts';
import { openBackend, type OpenBackend } from '../../electron/backend/open-backend.ts';
import { PRACTICE_CHARITY } from '../../domain/charity/practice-charity.ts';
import type { Language } from '../../domain/language.ts';
import { startPracticeCrm } from '../../sync/practice/server.ts';
import { saveExampleYear } from './example-year.ts';

const CAPTURED = fileURLToPath(new URL('../fixtures/civicrm/captured', import.meta.url));
const NOW = '2026-11-21T13:00:00.000Z';
const MOST_LETTERS = 3;

/** By the name of the file. */
export type Examples = ReadonlyMap<string, Uint8Array>;

/** @param folder for the profile; the caller takes it away */
export async function makeExamples(folder: string): Promise<Examples> {
  const crm = await startPracticeCrm({
    dataDir: ':memory:',
    fill: { kind: 'captured', directory: CAPTURED },
    clock: () => new Date(NOW),
  });
  const backend = await openBackend({
    folder,
    now: () => NOW,
    random: () => 0.5,
    log: SILENT_LOG,
    syncsByItself: false,
  });
  try {
    await connectProfile(backend.store, { url: crm.url, apiKey: crm.apiKey, isPractice: true });
    await backend.reconnect();
    await backend.sync.run(true);
    await backend.store.write((writer) =>
      setCurrentPerson(writer, { crmId: 901, name: 'Corrie', roles: ['coordinator', 'director'] }),
    );
    const examples = await printAll(createClient(backend));
    return new Map([...examples, ...(await printBoardPages(backend))]);
  } finally {
    await backend.close();
    await crm.stop();
  }
}

async function printAll(client: Client): Promise<Examples> {
  const examples = new Map<string, Uint8Array>();
  const keep = (name: string, { base64 }: { readonly base64: string }): void => {
    examples.set(name, Buffer.from(base64, 'base64'));
  };
  await writeCharity(client);
  const { due } = await client.ask('post.list', {});
  const letters = due.filter(({ kind }) => kind === 'letter').slice(0, MOST_LETTERS);
  keep('brieven.pdf', await client.ask('paper.letters', { donorIds: letters.map(({ donorId }) => donorId) }));
  const donorIds = due.map(({ donorId }) => donorId);
  for (const format of ['3x8', '3x7', '2x7'] as const) {
    keep(`etiketten-${format}.pdf`, await client.ask('paper.labels', { donorIds, format, used: 0 }));
  }
  const { donors } = await client.ask('briefing.list', {});
  for (const [name, language] of [
    ['directie.pdf', 'nl'],
    ['director.pdf', 'en'],
  ] as const satisfies readonly (readonly [string, Language])[]) {
    const asked = { donorIds: donors.map(({ donorId }) => donorId), language };
    keep(name, await client.ask('briefing.print', asked));
  }
  return examples;
}

/** With donors who were drawn in two years, some of whom are not followed for long enough yet. */
async function printBoardPages(backend: OpenBackend): Promise<Examples> {
  await saveExampleYear(backend.store);
  const examples = new Map<string, Uint8Array>();
  for (const [name, language] of [
    ['bestuur.pdf', 'nl'],
    ['board.pdf', 'en'],
  ] as const satisfies readonly (readonly [string, Language])[]) {
    const { base64 } = await createClient(backend).ask('achieved.paper', { language });
    examples.set(name, Buffer.from(base64, 'base64'));
  }
  return examples;
}

/** A logo and a signature, drawn here: nobody's. */
async function writeCharity(client: Client): Promise<void> {
  const add = async (picture: Uint8Array): Promise<string> =>
    (await client.ask('charity.addPicture', { base64: Buffer.from(picture).toString('base64') })).id;
  const logo = await add(drawn(360, 120, isWave));
  const picture = await add(drawn(220, 70, isScribble));
  const [signatory] = PRACTICE_CHARITY.signatories;
  const signatories = signatory === undefined ? [] : [{ ...signatory, picture }];
  const { version } = await client.ask('charity.get', {});
  await client.ask('charity.save', { content: { ...PRACTICE_CHARITY, logo, signatories }, version });
}

const isWave = (x: number, y: number): boolean =>
  [34, 60, 86].some((middle, index) => Math.abs(y - middle - 9 * Math.sin(x / 22 + index)) < 5);

const isScribble = (x: number, y: number): boolean =>
  Math.abs(y - 35 - 22 * Math.sin(x / 9) * Math.exp(-x / 130)) < 1.6 && x > 8 && x < 212;

const INK = [0x1c, 0x3b, 0x31, 0xff] as const;

/** A PNG with a clear ground. */
function drawn(width: number, height: number, isInk: (x: number, y: number) => boolean): Uint8Array {
  const rows = Buffer.alloc(height * (1 + width * INK.length));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (isInk(x, y)) rows.set(INK, y * (1 + width * INK.length) + 1 + x * INK.length);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    start,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
