/** Everything that all screens have around them. */
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { RouterProvider } from 'react-router/dom';
import type { Client } from '../../contract/client.ts';
import { CommandsProvider } from '../commands/commands-context.tsx';
import type { CommandRegistry } from '../commands/registry.ts';
import { ClientProvider } from '../data/client-context.ts';
import { NotesProvider } from '../data/notes-context.ts';
import type { NotesOfCalls } from '../data/notes-of-calls.ts';
import { DeskProvider } from '../desk/desk-context.ts';
import type { Desk } from '../desk/desk.ts';
import { createRouter } from './routes.tsx';

interface AppProps {
  readonly client: Client;
  readonly queryClient: QueryClient;
  readonly notes: NotesOfCalls;
  readonly commands: CommandRegistry;
  readonly texts: i18n;
  /** The window around the page; null in a browser. */
  readonly desk: Desk | null;
}

export function App({ client, queryClient, notes, commands, texts, desk }: AppProps) {
  const [router] = useState(createRouter);
  return (
    <ClientProvider value={client}>
      <QueryClientProvider client={queryClient}>
        <NotesProvider value={notes}>
          <I18nextProvider i18n={texts}>
            <CommandsProvider registry={commands}>
              <DeskProvider value={desk}>
                {/* A screen comes with its address: a key pressed at once is never for the screen that was left. */}
                <RouterProvider router={router} useTransitions={false} />
              </DeskProvider>
            </CommandsProvider>
          </I18nextProvider>
        </NotesProvider>
      </QueryClientProvider>
    </ClientProvider>
  );
}
