/** Signs out: what is being typed is saved first. */
import { useClient } from './client-context.ts';
import { useNotesOfCalls } from './notes-context.ts';

export function useLock(): () => void {
  const client = useClient();
  const notes = useNotesOfCalls();
  return () => {
    notes.flushAll();
    // When it fails the screen stays as it is, and the person sees that.
    client.ask('session.lock', {}).catch(() => undefined);
  };
}
