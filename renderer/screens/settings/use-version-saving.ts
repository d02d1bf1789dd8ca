/** Saves what was typed as a new version, and takes the last one back: alike for everything that is kept in versions. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Topic } from '../../../contract/event.ts';
import { refreshTopics } from '../../data/query-client.ts';

export interface Saving {
  readonly save: () => void;
  readonly undo: () => void;
  readonly discard: () => void;
  readonly isSaving: boolean;
  /** A version was made by this window just now, and nothing was changed since. */
  readonly hasJustSaved: boolean;
  readonly error: Error | null;
  readonly clear: () => void;
}

export interface VersionSaving {
  /** The version that holds; null when there is none yet. */
  readonly version: number | null;
  readonly save: () => Promise<unknown>;
  readonly undo: (version: number) => Promise<unknown>;
  readonly discard: () => void;
  /** Answers that are no longer fresh afterwards. */
  readonly topics: readonly Topic[];
}

export function useVersionSaving({ version, topics, discard, ...ask }: VersionSaving): Saving {
  const queryClient = useQueryClient();
  const refresh = (): Promise<void> => refreshTopics(queryClient, topics);
  const save = useMutation({
    mutationFn: ask.save,
    onSuccess: async () => {
      await refresh();
      discard();
    },
    // Somebody else may have saved meanwhile: what holds now is shown, and what was typed stays.
    onError: refresh,
  });
  const undo = useMutation({ mutationFn: ask.undo, onSuccess: refresh, onError: refresh });
  const isSaving = save.isPending || undo.isPending;
  return {
    save: () => {
      if (!isSaving) save.mutate();
    },
    undo: () => {
      if (!isSaving && version !== null) undo.mutate(version);
    },
    discard,
    isSaving,
    hasJustSaved: save.isSuccess || undo.isSuccess,
    error: save.error ?? undo.error,
    clear: () => {
      save.reset();
      undo.reset();
    },
  };
}
