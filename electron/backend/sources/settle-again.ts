/** Puts right in the background what an earlier version counted twice: some donors in each write, and again after a start. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../../../db/store.ts';
import { isAnyToSettle, settleNextAgain } from '../../../db/sources/settle-again.ts';

export interface SettlingAgain {
  /** What is left of it goes on at the next start. */
  stop(): Promise<void>;
  /** When nothing is left of it, or it was stopped. */
  readonly ended: Promise<void>;
}

export interface SettlingOptions {
  readonly store: Store;
  /** Lists and screens are to follow: once, at the end. */
  readonly onChange: () => void;
  readonly onBug: (error: unknown) => void;
  readonly pace?: SettlingPace | undefined;
}

/** In milliseconds. */
export interface SettlingPace {
  readonly before: number;
  readonly between: number;
}

/** Whoever has just opened the app waits for the screen; and then most of the time is everybody else's. */
const AT_LEISURE: SettlingPace = { before: 15_000, between: 50 };

export function settleAgain({ store, onChange, onBug, pace = AT_LEISURE }: SettlingOptions): SettlingAgain {
  const stopping = new AbortController();
  const { signal } = stopping;
  const rest = (milliseconds: number): Promise<void> => pause(milliseconds, undefined, { signal, ref: false });
  const run = async (): Promise<void> => {
    if (!(await isAnyToSettle(store.reader))) return;
    let settled = 0;
    try {
      await rest(pace.before);
      while (await isAnyToSettle(store.reader)) {
        settled += await store.write(settleNextAgain);
        await rest(pace.between);
      }
    } catch (error) {
      if (!signal.aborted) onBug(error);
    }
    if (settled > 0) onChange();
  };
  const ended = run().catch(onBug);
  return {
    stop: async () => {
      stopping.abort();
      await ended;
    },
    ended,
  };
}
