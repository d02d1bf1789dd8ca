/** The last call that was finished in this window: its undo bar stays on the door until the next outcome. */
import { createStore } from './store.ts';

export interface FinishedCall {
  readonly attemptId: string;
  readonly donorId: number;
}

export const finishedCall = createStore<FinishedCall | null>(null);
