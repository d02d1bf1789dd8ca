/** Comes in. Somebody else than before begins with a page of their own: nothing that a screen remembers is handed on. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { InputOf } from '../../../contract/index.ts';
import { useClient } from '../../data/client-context.ts';
import { useNotesOfCalls } from '../../data/notes-context.ts';
import { refreshTopics } from '../../data/query-client.ts';
import type { Session } from '../../data/session-context.ts';
import { answerKey } from '../../data/use-answer.ts';

const SESSION = answerKey('session.get', {});

/** What is to be done once somebody is in. */
export function useComeIn(): (personId: number) => Promise<void> {
  const queryClient = useQueryClient();
  const notes = useNotesOfCalls();
  return async (personId) => {
    const before = queryClient.getQueryData<Session>(SESSION)?.person.id;
    if (before !== undefined && before !== personId) {
      window.location.hash = '#/';
      // A note that could not be saved yet is not thrown away for it.
      if (!notes.hasUnsaved()) window.location.reload();
    }
    await refreshTopics(queryClient, ['session']);
  };
}

export function useSignIn() {
  const client = useClient();
  const queryClient = useQueryClient();
  const comeIn = useComeIn();
  return useMutation({
    mutationFn: (input: InputOf<'session.signIn'>) => client.ask('session.signIn', input),
    onSuccess: (_done, { personId }) => comeIn(personId),
    // How long to wait is known anew.
    onError: () => queryClient.invalidateQueries({ queryKey: answerKey('session.people', {}) }),
  });
}
