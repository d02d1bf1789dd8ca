/** Opens a profile twice, saves calls and searches, and says how long each took at the median, in milliseconds. */
import { z } from 'zod';
import { keepMemorySmall } from '../../../../electron/backend/keep-memory-small.ts';
import { SILENT_LOG } from '../../../../electron/backend/log.ts';
import { openBackend, type OpenBackend } from '../../../../electron/backend/open-backend.ts';
import { BENCH_NOW } from '../../charity/charity-profile.ts';
import { seeded } from '../../charity/random.ts';
import { printAnswer, readInput } from '../../harness/child.ts';
import { percentilesOf } from '../../list/percentiles.ts';

keepMemorySmall();
const { folder, calls } = readInput(z.object({ folder: z.string(), calls: z.int() }));
const random = seeded(5);

function open(): Promise<OpenBackend> {
  return openBackend({ folder, now: () => BENCH_NOW, random: random.next, log: SILENT_LOG, syncsByItself: false });
}

let backend: OpenBackend;

async function ask<Value>(procedure: string, input: object): Promise<Value> {
  const answer = await backend.ask(procedure, input);
  if (!answer.ok) throw new Error(`${procedure}: ${answer.failure.sentence.en}`);
  return answer.value as Value;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

const WARM_UP = 5;

// The first opening of a day reads every page and takes a snapshot; the next one need not.
const firstOpening = await timed(async () => (backend = await open()));
await backend!.close();
const opening = await timed(async () => (backend = await open()));
const saved: number[] = [];
for (let call = 0; call < WARM_UP + calls; call += 1) {
  const { next } = await ask<{ next: { donorId: number } }>('today.get', { lane: 'caller' });
  const { callItemId } = await ask<{ callItemId: number }>('call.open', next);
  await ask('call.answerObjection', { callItemId, answer: 'offered' });
  const outcome = { callItemId, outcome: 'conversation', callback: null, number: null };
  const milliseconds = await timed(() => ask('call.finish', outcome));
  if (call >= WARM_UP) saved.push(milliseconds);
}
const searched: number[] = [];
for (const name of ['jans', 'de vri', 'bakk', 'van de', 'smit', 'visser', 'meij', 'mulder', 'groot', 'bos']) {
  for (let length = 2; length <= name.length; length += 1) {
    searched.push(await timed(() => ask('donor.search', { text: name.slice(0, length) })));
  }
}
await backend!.close();
printAnswer({
  firstOpening,
  opening,
  save: percentilesOf(saved).p50,
  search: percentilesOf(searched).p50,
});
