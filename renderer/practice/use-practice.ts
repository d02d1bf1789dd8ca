/** The way into the practice evening and out of it, for every place that offers one. */
import { useMutation } from '@tanstack/react-query';
import { useClient } from '../data/client-context.ts';
import { useNotesOfCalls } from '../data/notes-context.ts';
import { isPracticeWindow, reopenWindow } from '../data/practice-window.ts';
import { useAnswer } from '../data/use-answer.ts';

export interface Practice {
  /** Somebody practises in this window. */
  readonly isInside: boolean;
  /** Null where nobody can practise, and where somebody does already. */
  readonly begin: (() => void) | null;
  /** Begins the evening from its start. */
  readonly beginAnew: () => void;
  readonly leave: () => void;
  readonly isBusy: boolean;
  readonly error: Error | null;
}

export function usePractice(): Practice {
  const client = useClient();
  const notes = useNotesOfCalls();
  const isInside = isPracticeWindow();
  const { data: state } = useAnswer('practice.state', {});
  const begin = useMutation({
    mutationFn: async (anew: boolean) => {
      // What was typed is saved where it was typed, before this window asks elsewhere.
      notes.flushAll();
      await client.ask('practice.begin', { anew });
    },
    onSuccess: () => reopenWindow(true),
  });
  const leave = useMutation({
    mutationFn: async () => {
      notes.flushAll();
      await client.ask('practice.leave', {});
    },
    // Whatever the evening says, somebody who wants to stop stops.
    onSettled: () => reopenWindow(false),
  });
  const canBegin = !isInside && state?.isAvailable === true;
  return {
    isInside,
    begin: canBegin ? () => !begin.isPending && begin.mutate(false) : null,
    beginAnew: () => !begin.isPending && begin.mutate(true),
    leave: () => !leave.isPending && leave.mutate(),
    isBusy: begin.isPending || leave.isPending,
    error: begin.error,
  };
}
