import type { Json, JsonObject, Row } from '../json.ts';
import type { EntitySpec } from '../metadata/entity.ts';
import type { Caller } from '../site.ts';

/** One call, after its name and its parameters were checked. */
export interface ActionCall {
  readonly caller: Caller;
  readonly entity: EntitySpec;
  readonly action: string;
  readonly parameters: JsonObject;
}

/** What an action answers, before it is put into the envelope. */
export interface Outcome {
  readonly rows: readonly (Json | Row)[];
  /** Defaults to the number of rows. */
  readonly count?: number;
  readonly matched?: number;
  /** Of `replace`: what was deleted. */
  readonly deleted?: readonly Row[];
}

export type Action = (call: ActionCall) => Outcome;
