import { readFileSync } from 'node:fs';
import type { Json, JsonObject } from '../../sync/practice/json.ts';

/** What replaces parts of the usual request of a step. */
export interface RawRequest {
  readonly method?: string;
  readonly path?: string;
  readonly query?: JsonObject;
  readonly form?: JsonObject;
  readonly headers?: Readonly<Record<string, string>>;
  readonly bodyText?: string;
}

/** One recorded request with the answer of the real server. */
export interface Step {
  readonly step: number;
  readonly note: string;
  readonly as: string;
  readonly entity: string;
  readonly action: string;
  readonly params?: JsonObject;
  readonly raw?: RawRequest;
  readonly status: number;
  readonly type: string;
  readonly body: Json;
  /** The values to be remembered, each with its path in the answer. */
  readonly bind?: Readonly<Record<string, string>>;
  /** How long the recorder waited before this step, in milliseconds. */
  readonly pause: number;
}

type Line = { readonly sleep: number } | Omit<Step, 'pause'>;

/** Reads a recording; its pauses become part of the steps after them. */
export function readRecording(version: string): readonly Step[] {
  const file = new URL(`../fixtures/civicrm/conformance-${version}.jsonl`, import.meta.url);
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const steps: Step[] = [];
  let pause = 0;
  for (const text of lines) {
    const line = JSON.parse(text) as Line;
    if ('sleep' in line) {
      pause += line.sleep;
    } else {
      steps.push({ ...line, pause });
      pause = 0;
    }
  }
  return steps;
}
