/** Saves a change as a new version, and takes the last one back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { InputOf, OutputOf } from '../../../contract/index.ts';
import { useClient } from '../../data/client-context.ts';
import { refreshTopics } from '../../data/query-client.ts';
import { forgetDrafts } from './drafts.ts';

const TOPICS = ['settings', 'today', 'session', 'list', 'forecast'] as const;

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

export function useSaving(
  { version }: Pick<OutputOf<'settings.programmes'>, 'version'>,
  change: InputOf<'settings.saveProgrammes'>['change'],
): Saving {
  const client = useClient();
  const queryClient = useQueryClient();
  const refresh = (): Promise<void> => refreshTopics(queryClient, TOPICS);
  const save = useMutation({
    mutationFn: () => client.ask('settings.saveProgrammes', { change, version }),
    onSuccess: async () => {
      await refresh();
      forgetDrafts();
    },
    // Somebody else may have saved meanwhile: what holds now is shown, and what was typed stays.
    onError: refresh,
  });
  const undo = useMutation({
    mutationFn: (number: number) => client.ask('settings.undoProgrammes', { version: number }),
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
    discard: forgetDrafts,
    isSaving,
    hasJustSaved: save.isSuccess || undo.isSuccess,
    error: save.error ?? undo.error,
    clear: () => {
      save.reset();
      undo.reset();
    },
  };
}
