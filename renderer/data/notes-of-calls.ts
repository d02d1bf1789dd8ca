/** The notes of every call of this evening: they outlive the screen, so that leaving it never loses a word. */
import type { Client } from '../../contract/client.ts';
import type { CallView } from '../../contract/procedures/call.ts';
import { createNotesAutosave, type NotesAutosave, type Timer } from './notes-autosave.ts';

const browserTimer: Timer = {
  start: (milliseconds, run) => window.setTimeout(run, milliseconds),
  stop: (handle) => window.clearTimeout(Number(handle)),
};

export interface NotesOfCalls {
  of(view: CallView): NotesAutosave;
  /** Some text is not saved yet. */
  hasUnsaved(): boolean;
  flushAll(): void;
}

export function createNotesOfCalls(client: Client): NotesOfCalls {
  const calls = new Map<number, NotesAutosave>();
  return {
    of({ callItemId, notes, notesSavedAt }) {
      const known = calls.get(callItemId);
      if (known !== undefined) return known;
      const save = async (text: string): Promise<string> =>
        (await client.ask('call.saveNotes', { callItemId, notes: text })).savedAt;
      const autosave = createNotesAutosave({ text: notes, savedAt: notesSavedAt }, save, browserTimer);
      calls.set(callItemId, autosave);
      return autosave;
    },
    hasUnsaved: () => [...calls.values()].some((notes) => notes.state().status !== 'saved'),
    flushAll() {
      for (const notes of calls.values()) notes.flush().catch(() => undefined);
    },
  };
}

/** Saves when the page is hidden or left, and asks to stay as long as a text could not be saved. */
export function guardUnsavedNotes(notes: NotesOfCalls, page: Window): void {
  page.addEventListener('pagehide', () => notes.flushAll());
  page.document.addEventListener('visibilitychange', () => notes.flushAll());
  page.addEventListener('beforeunload', (event) => {
    notes.flushAll();
    if (notes.hasUnsaved()) event.preventDefault();
  });
}
