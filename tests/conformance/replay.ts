/**
 * Replays what real CiviCRM servers answered against the practice CRM. Nothing waits: where the recorder slept, the
 * clock of the practice CRM is put forward.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../sync/practice/json.ts';
import { isObject, listOf } from '../../sync/practice/json.ts';
import type { PracticeCrm, PracticeCrmOptions } from '../../sync/practice/server.ts';
import { startPracticeCrm } from '../../sync/practice/server.ts';
import { SetClock } from '../unit/practice/support/set-clock.ts';
import type { Comparison } from './compare.ts';
import { differences } from './compare.ts';
import { Memory } from './memory.ts';
import type { Step } from './recording.ts';
import { readRecording } from './recording.ts';
import type { Answer } from './send.ts';
import { send } from './send.ts';

/** These answer in the order of the request. */
const ORDERED_ACTIONS = new Set(['create', 'replace', 'save']);

/** The action and parameters that a part of the answer belongs to: one request may carry several calls. */
interface Asked {
  readonly action: string;
  readonly params: JsonObject;
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function memberOf(value: Json, key: string): Json | undefined {
  return Array.isArray(value) ? value[Number(key)] : objectOf(value)[key];
}

function askedAt(step: Step, path: string): Asked {
  const calls = step.raw?.form?.['calls'];
  if (calls === undefined) {
    const { query, form } = step.raw ?? {};
    return { action: step.action, params: step.params ?? objectOf(query?.['params'] ?? form?.['params']) };
  }
  const name = path.split('.')[0] ?? '';
  const [, action, params] = listOf(memberOf(calls, name));
  return { action: typeof action === 'string' ? action : '', params: objectOf(params) };
}

function comparisonOf(step: Step, memory: Memory, period: Comparison['period']): Comparison {
  const isMultiple = step.raw?.form?.['calls'] !== undefined;
  const row = isMultiple ? /^[^.]+\.values\.\d+$/ : /^values\.\d+$/;
  return {
    memory,
    period,
    isOrdered: (path) => {
      if (path === '') return isMultiple;
      if (!/(^|\.)values$/.test(path)) return false;
      const { action, params } = askedAt(step, path);
      return Object.keys(objectOf(params['orderBy'])).length > 0 || ORDERED_ACTIONS.has(action.toLowerCase());
    },
    isExact: (path) => row.test(path) && listOf(askedAt(step, path).params['select']).length > 0,
  };
}

function valueAt(body: Json, path: string): Json {
  let value: Json | undefined = body;
  for (const key of path.split('.')) {
    value = memberOf(value ?? null, key);
  }
  return value ?? null;
}

function rememberFrom(answer: Answer, step: Step, memory: Memory): readonly string[] {
  return Object.entries(step.bind ?? {}).flatMap(([name, path]) => {
    const value = valueAt(answer.body, path);
    if (value === null) return [`${path}: a value expected for {{${name}}}, but it is absent`];
    memory.remember(name, value);
    return [];
  });
}

/** Sends a step, and tells in words what differs, with what was sent and answered. */
async function replayStep(
  url: string,
  step: Step,
  memory: Memory,
  period: Comparison['period'],
): Promise<readonly string[]> {
  const answer = await send(url, step, memory);
  const missing = rememberFrom(answer, step, memory);
  const comparison = comparisonOf(step, memory, period);
  const found = [
    ...missing,
    ...differences(step.status, answer.status, 'status', comparison),
    ...differences(step.type, answer.type, 'type', comparison),
    ...differences(step.body, answer.body, '', comparison),
  ];
  if (found.length === 0) return [];
  return [...found, `sent: ${JSON.stringify(step.raw ?? step.params)}`, `answer: ${JSON.stringify(answer.body)}`];
}

export interface Replay {
  readonly version: '5.77' | '6.17';
  readonly fill?: PracticeCrmOptions['fill'];
  /** How often to replay on the same server. */
  readonly times?: number;
}

/** Declares the tests of one recording, a test for each step. */
export function describeReplay(name: string, { version, fill, times = 1 }: Replay): void {
  describe(`practice CRM ${name}`, () => {
    const clock = new SetClock('2026-11-21T12:00:00Z');
    const from = clock.now().getTime();
    let crm: PracticeCrm;
    beforeAll(async () => {
      crm = await startPracticeCrm({
        dataDir: ':memory:',
        version,
        clock: clock.now,
        ...(fill === undefined ? {} : { fill }),
      });
    });
    afterAll(() => crm.stop());

    const steps = readRecording(version);
    for (let round = 1; round <= times; round += 1) {
      describe(`round ${round}`, () => {
        let memory: Memory;
        beforeAll(() => {
          memory = new Memory(crm.keys, `round${round}`);
        });
        for (const step of steps) {
          it(`${step.step} [${step.as} ${step.entity}.${step.action}] ${step.note}`, async () => {
            clock.advance(step.pause);
            const found = await replayStep(crm.url, step, memory, { from, to: clock.now().getTime() });
            expect(found).toEqual([]);
          });
        }
      });
    }
  });
}
