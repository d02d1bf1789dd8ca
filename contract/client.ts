/** The typed way to ask: parses the answer, and turns a failure into an error that carries its sentence. */
import type { BackendEvent } from './event.ts';
import type { Answer, Failure } from './failure.ts';
import { PROCEDURES, type InputOf, type OutputOf, type ProcedureName } from './index.ts';

/** What a host must be able to do for a screen. `ask` rejects only when the host itself cannot be reached. */
export interface Transport {
  ask(procedure: string, input: unknown): Promise<Answer>;
  /** Calls `listener` for every event until the returned function is called. */
  listen(listener: (event: BackendEvent) => void): () => void;
}

export class FailureError extends Error {
  override readonly name = 'FailureError';
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.sentence.en);
    this.failure = failure;
  }
}

export interface Client {
  /** @throws FailureError for everything a user can meet. */
  ask<Name extends ProcedureName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>;
  listen(listener: (event: BackendEvent) => void): () => void;
}

export function createClient(transport: Transport): Client {
  return {
    listen: (listener) => transport.listen(listener),
    async ask(name, input) {
      const answer = await transport.ask(name, input);
      if (!answer.ok) throw new FailureError(answer.failure);
      return PROCEDURES[name].output.parse(answer.value) as OutputOf<typeof name>;
    },
  };
}
