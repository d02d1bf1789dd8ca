/** A clock that only goes on when a test says so. */
import type { Timer } from '../../../renderer/data/notes-autosave.ts';

export interface FakeTimer extends Timer {
  /** Lets time pass, and everything that waits for it happen, in order. */
  pass(milliseconds: number): Promise<void>;
}

export function createFakeTimer(): FakeTimer {
  let now = 0;
  let lastHandle = 0;
  const alarms = new Map<number, { readonly at: number; readonly run: () => void }>();
  return {
    start(milliseconds, run) {
      lastHandle += 1;
      alarms.set(lastHandle, { at: now + milliseconds, run });
      return lastHandle;
    },
    stop: (handle) => alarms.delete(Number(handle)),
    async pass(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        await settle();
        const due = [...alarms].filter(([, { at }]) => at <= end).toSorted(([, a], [, b]) => a.at - b.at)[0];
        if (due === undefined) break;
        const [handle, { at, run }] = due;
        now = at;
        alarms.delete(handle);
        run();
      }
      now = end;
      await settle();
    },
  };
}

/** Lets promises that are done tell so. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
