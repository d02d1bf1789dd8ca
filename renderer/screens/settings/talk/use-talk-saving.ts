/** Saves what is set for the conversation, and takes the last change back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Talk } from '../../../../domain/talk/talk.ts';
import { useClient } from '../../../data/client-context.ts';
import { refreshTopics } from '../../../data/query-client.ts';
import type { Saving } from '../use-saving.ts';
import { forgetTalkDraft } from './draft.ts';

const TOPICS = ['talk', 'call', 'today'] as const;

export function useTalkSaving(version: number | null, content: Talk): Saving {
  const client = useClient();
  const queryClient = useQueryClient();
  const refresh = (): Promise<void> => refreshTopics(queryClient, TOPICS);
  const save = useMutation({
    mutationFn: () => client.ask('talk.save', { content, version }),
    onSuccess: async () => {
      await refresh();
      forgetTalkDraft();
    },
    // Somebody else may have saved meanwhile: what holds now is shown, and what was typed stays.
    onError: refresh,
  });
  const undo = useMutation({
    mutationFn: (number: number) => client.ask('talk.undo', { version: number }),
    onSuccess: refresh,
    onError: refresh,
  });
  const isSaving = save.isPending || undo.isPending;
  return {
    save: () => {
      if (!isSaving) save.mutate();
    },
    undo: () => {
      if (!isSaving && version !== null) undo.mutate(version);
    },
    discard: forgetTalkDraft,
    isSaving,
    hasJustSaved: save.isSuccess || undo.isSuccess,
    error: save.error ?? undo.error,
    clear: () => {
      save.reset();
      undo.reset();
    },
  };
}
