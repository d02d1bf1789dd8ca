/**
 * One workstation of the soak, in a process of its own: calls one donor after the other, and sends what it recorded
 * while it goes on calling. What was acknowledged is written down at once, a line for each call: the process may be
 * killed at any moment, and the next life goes on where the lines end.
 */
import { existsSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { z } from 'zod';
import type { OutcomeId } from '../../domain/outcome.ts';
import { keepMemorySmall } from '../../electron/backend/keep-memory-small.ts';
import { openAt, Refused, asker } from '../durability/evening.ts';
import { seededRandom } from '../support/seeded-random.ts';

const inputSchema = z.object({
  index: z.int(),
  folder: z.string(),
  crmUrl: z.string(),
  lines: z.string(),
  seed: z.int(),
  calls: z.int(),
  start: z.string(),
  milliseconds: z.number(),
});

/** A line of what was acknowledged, or of what was measured. */
export interface SoakLine {
  /** Of the call, from 1. */
  readonly number?: number;
  readonly attemptId?: string;
  readonly isUndone?: boolean;
  readonly sample?: Sample;
}

/** Bytes after everything that could be given back was, and what is open. */
export interface Sample {
  readonly resident: number;
  readonly heap: number;
  readonly handles: number;
}

const CALLS_BETWEEN_ROUNDS = 8;
const CALLS_BETWEEN_SAMPLES = 10;

keepMemorySmall();
const input = inputSchema.parse(JSON.parse(process.argv[2] ?? ''));
const before = existsSync(input.lines) ? readFileSync(input.lines, 'utf8').split('\n').slice(0, -1) : [];
const known = before.map((line) => JSON.parse(line) as SoakLine);
let number = Math.max(0, ...known.map((line) => line.number ?? 0));
const random = seededRandom(input.seed + input.index * 1_000 + known.length);
const file = openSync(input.lines, 'a');
const say = (line: SoakLine): void => void writeSync(file, `${JSON.stringify(line)}\n`);
const now = (): string => new Date(Date.parse(input.start) + (number / input.calls) * input.milliseconds).toISOString();

const backend = await openAt({ folder: input.folder, now, random, crmUrl: input.crmUrl, waits: true });
const asking = asker(backend, () => undefined);
/** What the one who started this wants last. */
const told: { last: unknown } = { last: null };
process.on('message', (message) => (told.last = message));
// Nobody is left who could say when it ends.
process.on('disconnect', () => process.exit(1));

/** What may be refused on a day like this: somebody else has the donor, or the list has moved on. */
const PASSING = new Set(['out-of-date', 'claimed', 'not-found', 'refused']);

const OUTCOMES: readonly OutcomeId[] = [
  'conversation',
  'conversation',
  'conversation',
  'no-answer',
  'voicemail-left',
  'busy',
];
interface Call {
  readonly callItemId: number;
  readonly details: readonly { readonly key: string; readonly field: string }[];
}

async function callNext(): Promise<boolean> {
  const { next } = await asking.ask<{ next: { donorId: number } | null }>('today.get', { lane: 'caller' });
  if (next === null) return false;
  const { callItemId, details } = await asking.ask<Call>('call.open', next);
  const of = number + 1;
  await asking.ask('call.saveNotes', { callItemId, notes: `gesprek ${input.index}-${of}` });
  const key = details.find(({ field }) => field === 'email')?.key;
  if (key !== undefined && random() < 0.3) {
    const correction = { field: 'email', value: `duur-${input.index}-${of}@voorbeeld.nl` } as const;
    await asking.ask('call.correctDetail', { callItemId, key, correction, checkedBy: 'spelled' });
  }
  const objects = random() < 0.08;
  await asking.ask('call.answerObjection', { callItemId, answer: objects ? 'used' : 'offered' });
  const outcome = objects ? 'conversation' : OUTCOMES[Math.floor(random() * OUTCOMES.length)];
  const { attemptId } = await asking.ask<{ attemptId: string }>('call.finish', {
    callItemId,
    outcome,
    callback: null,
    number: null,
  });
  number = of;
  say({ number, attemptId });
  if (!objects && random() < 0.03) {
    await asking.ask('call.undo', { attemptId });
    say({ attemptId, isUndone: true });
  }
  return true;
}

function sample(): Sample {
  // Without it V8 keeps pages for later, and how many is no business of this proof.
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  const { rss, heapUsed, external } = process.memoryUsage();
  const open = process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0;
  return { resident: rss, heap: heapUsed + external, handles: open + process.getActiveResourcesInfo().length };
}

let round: Promise<unknown> = Promise.resolve();
let passes = 0;
while (number < input.calls && told.last !== 'restart') {
  try {
    if (!(await callNext())) {
      await backend.sync.run(false);
      passes += 1;
      if (passes > 50) throw new Error('nobody is left to call');
    }
  } catch (error) {
    if (!(error instanceof Refused) || !PASSING.has(error.code)) throw error;
    passes += 1;
    if (passes > 500) throw error;
  }
  if (number % CALLS_BETWEEN_ROUNDS === 0) round = backend.sync.run(false);
  if (number % CALLS_BETWEEN_SAMPLES === 0) {
    // What is on its way holds memory and a handle.
    await round;
    say({ sample: sample() });
  }
  process.send?.(number);
}
await round;
if (told.last !== 'restart') {
  process.send?.('done');
  while (told.last !== 'finish') await new Promise((resolve) => void setTimeout(resolve, 20));
  for (let last = 0; last < 10; last += 1) {
    const report = await backend.sync.run(true);
    if (report?.failure === null && report.waiting === 0) break;
  }
}
await backend.close();
process.exit(0);
