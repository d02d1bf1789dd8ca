/** The backend as a host sees it: it answers questions of the contract and tells when answers are no longer fresh. */
import type { BackendEvent } from '../../contract/event.ts';
import type { Answer } from '../../contract/failure.ts';

/** A window in which somebody works, or one in which somebody practises. */
export type WindowKind = 'work' | 'practice';

export interface PromisedCall {
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface Backend {
  /** Never rejects: what goes wrong is in the answer. Asked for practice, the profile itself is never reached. */
  ask(procedure: string, input: unknown, forWhom?: WindowKind): Promise<Answer>;
  listen(listener: (event: BackendEvent) => void): () => void;
  /** The machine goes to sleep, or nobody may be there: signs out whoever has a PIN, and closes what a passphrase opens. */
  lock(): Promise<void>;
  /** The machine was asleep: fetches what others did meanwhile. Nothing happens while nobody opened the data. */
  wake(): Promise<void>;
  /** Calls promised for a time of today by whoever is signed in, or by anyone: when, and nothing else. */
  promised(): Promise<readonly PromisedCall[]>;
  /** Finishes what is being written and closes the database. */
  close(): Promise<void>;
}
