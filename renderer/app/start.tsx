/** Joins the screens to a backend and puts them on the page. */
import { createRoot } from 'react-dom/client';
import { createClient, type Transport } from '../../contract/client.ts';
import { createCommandRegistry } from '../commands/registry.ts';
import { singleKeys } from '../commands/single-keys.ts';
import { createNotesOfCalls, guardUnsavedNotes } from '../data/notes-of-calls.ts';
import { createQueryClient, followBackend } from '../data/query-client.ts';
import { createTexts } from '../i18n/i18n.ts';
import type { Desk } from '../desk/desk.ts';
import { App } from './app.tsx';
import { fetchLaterScreens } from './later-screen.tsx';

export function start(transport: Transport, desk: Desk | null): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no #root');
  const client = createClient(transport);
  const queryClient = createQueryClient();
  followBackend(client, queryClient);
  const notes = createNotesOfCalls(client);
  guardUnsavedNotes(notes, window);
  const commands = createCommandRegistry();
  commands.setSingleKeys(singleKeys.get());
  singleKeys.subscribe(() => commands.setSingleKeys(singleKeys.get()));
  createRoot(root).render(
    <App
      client={client}
      queryClient={queryClient}
      notes={notes}
      commands={commands}
      texts={createTexts('nl')}
      desk={desk}
    />,
  );
  fetchLaterScreens();
}
