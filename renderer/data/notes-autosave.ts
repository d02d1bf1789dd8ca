/**
 * Notes that save themselves. What was typed is never lost: only one save is on its way at a time, so that an older
 * text cannot overtake a newer one, and a save that fails is tried again until it succeeds.
 */

export interface Timer {
  start(milliseconds: number, run: () => void): unknown;
  stop(handle: unknown): void;
}

export interface NotesState {
  readonly text: string;
  readonly savedAt: string | null;
  readonly status: 'saved' | 'unsaved' | 'failed';
}

export interface NotesAutosave {
  readonly state: () => NotesState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly type: (text: string) => void;
  /** Resolves when everything typed is saved; rejects when that fails now. It is tried again by itself all the same. */
  readonly flush: () => Promise<void>;
}

const PAUSE_MILLISECONDS = 400;
const FIRST_RETRY_MILLISECONDS = 1_000;
const LONGEST_RETRY_MILLISECONDS = 15_000;

export function createNotesAutosave(
  initial: { readonly text: string; readonly savedAt: string | null },
  save: (text: string) => Promise<string>,
  timer: Timer,
): NotesAutosave {
  let state: NotesState = { ...initial, status: 'saved' };
  /** Null when it is not known what was kept: a save that failed may have got through. */
  let savedText: string | null = initial.text;
  let failures = 0;
  let pending: unknown = null;
  let saving: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  const change = (next: Partial<NotesState>): void => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };

  const schedule = (milliseconds: number): void => {
    if (pending !== null) timer.stop(pending);
    pending = timer.start(milliseconds, () => {
      pending = null;
      // A failure is shown by the state, and scheduled its own retry.
      flush().catch(() => undefined);
    });
  };

  const saveOnce = async (): Promise<void> => {
    const text = state.text;
    try {
      const savedAt = await save(text);
      savedText = text;
      failures = 0;
      change({ savedAt, status: state.text === savedText ? 'saved' : 'unsaved' });
    } catch (error) {
      savedText = null;
      change({ status: 'failed' });
      schedule(Math.min(FIRST_RETRY_MILLISECONDS * 2 ** failures, LONGEST_RETRY_MILLISECONDS));
      failures += 1;
      throw error;
    } finally {
      saving = null;
    }
  };

  const flush = async (): Promise<void> => {
    if (pending !== null) timer.stop(pending);
    pending = null;
    // A save on its way counts too: the text may have been typed back to what it was before that save.
    while (saving !== null || state.text !== savedText) {
      saving ??= saveOnce();
      await saving;
    }
  };

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    type(text) {
      if (text === state.text) return;
      const isAsKept = text === savedText && saving === null;
      change({ text, status: isAsKept ? 'saved' : state.status === 'failed' ? 'failed' : 'unsaved' });
      if (!isAsKept) schedule(PAUSE_MILLISECONDS);
    },
    flush,
  };
}
