/** Saves the charity's texts as a new version, and takes the last one back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Charity } from '../../../../domain/charity/charity.ts';
import { useClient } from '../../../data/client-context.ts';
import { refreshTopics } from '../../../data/query-client.ts';
import type { Saving } from '../use-saving.ts';
import { forgetCharityDraft } from './draft.ts';

const TOPICS = ['charity', 'session', 'today', 'post'] as const;

export function useCharitySaving(version: number | null, content: Charity): Saving {
  const client = useClient();
  const queryClient = useQueryClient();
  const refresh = (): Promise<void> => refreshTopics(queryClient, TOPICS);
  const save = useMutation({
    mutationFn: () => client.ask('charity.save', { content, version }),
    onSuccess: async () => {
      await refresh();
      forgetCharityDraft();
    },
    // Somebody else may have saved meanwhile: what holds now is shown, and what was typed stays.
    onError: refresh,
  });
  const undo = useMutation({
    mutationFn: (number: number) => client.ask('charity.undo', { version: number }),
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
    discard: forgetCharityDraft,
    isSaving,
    hasJustSaved: save.isSuccess || undo.isSuccess,
    error: save.error ?? undo.error,
    clear: () => {
      save.reset();
      undo.reset();
    },
  };
}
