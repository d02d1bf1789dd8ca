/** What can be done on Vandaag: begin the next call, put it off, take the last outcome back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { FailureError } from '../../../contract/client.ts';
import type { OutputOf } from '../../../contract/index.ts';
import { remember } from '../../data/call-memory.ts';
import { useClient } from '../../data/client-context.ts';
import { finishedCall } from '../../data/finished-call.ts';
import { followLink } from '../../data/follow-link.ts';
import { refreshTopics } from '../../data/query-client.ts';
import { useStore } from '../../data/store.ts';
import { answerKey } from '../../data/use-answer.ts';

type Today = OutputOf<'today.get'>;
type DoneCall = Today['done'][number];

export interface TodayActions {
  readonly begin: () => void;
  readonly postpone: () => void;
  readonly undo: () => void;
  /** An earlier outcome, from the list. */
  readonly undoOne: (attemptId: string) => void;
  readonly isBeginning: boolean;
  /** What Z takes back: the last outcome that still stands. */
  readonly undoable: DoneCall | null;
  /** The call that was finished last in this window, for the bar on the door. */
  readonly finished: DoneCall | null;
  /** The donor on the door is still the one whose call was just finished; the next one is on its way. */
  readonly isNextComing: boolean;
  readonly error: Error | null;
  readonly clearError: () => void;
}

export function useTodayActions(today: Today | undefined, isFetching: boolean): TodayActions {
  const client = useClient();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const justFinished = useStore(finishedCall);
  const refresh = (): Promise<void> => refreshTopics(queryClient, ['today']);

  const begin = useMutation({
    mutationFn: async ({ donorId, callItemId }: { donorId: number; callItemId: number | null }) => {
      const opened = await client.ask('call.open', { donorId });
      const key = answerKey('call.get', { callItemId: opened.callItemId });
      queryClient.setQueryData(key, opened);
      const [first] = opened.numbers;
      // A call that was begun goes on where it was: nobody is dialled twice by one key.
      if (callItemId !== null || first === undefined) return opened;
      const dialled = await client.ask('call.dial', { callItemId: opened.callItemId, number: first.number });
      queryClient.setQueryData(key, dialled);
      remember(opened.callItemId, { dialled: first.number });
      followLink(first.link);
      return dialled;
    },
    onSuccess: ({ callItemId }) => navigate(`/call/${callItemId}`),
    // The door now says that this call was begun.
    onSettled: () => void refresh(),
  });
  const postpone = useMutation({
    mutationFn: (donorId: number) => client.ask('today.postpone', { donorId }),
    onSettled: refresh,
  });
  const undo = useMutation({
    mutationFn: (attemptId: string) => client.ask('call.undo', { attemptId }),
    onSettled: refresh,
  });

  const next = today?.next ?? null;
  const undoable = today?.done.find(({ isUndone }) => !isUndone) ?? null;
  const finished = today?.done.find(({ attemptId }) => attemptId === justFinished?.attemptId) ?? null;

  return {
    begin() {
      if (next !== null && !begin.isPending) begin.mutate(next);
    },
    postpone() {
      if (next !== null && !postpone.isPending) postpone.mutate(next.donorId);
    },
    undo() {
      if (undoable !== null && !undo.isPending) undo.mutate(undoable.attemptId);
    },
    undoOne(attemptId) {
      if (!undo.isPending) undo.mutate(attemptId);
    },
    isBeginning: begin.isPending,
    undoable,
    finished,
    isNextComing: isFetching && justFinished !== null && next?.donorId === justFinished.donorId && finished === null,
    error: (isQuicker(begin.error) ? null : begin.error) ?? postpone.error ?? undo.error,
    clearError() {
      begin.reset();
      postpone.reset();
      undo.reset();
    },
  };
}

/** A colleague was quicker: there is another name at the door, and nothing to say about it. */
function isQuicker(error: Error | null): boolean {
  return error instanceof FailureError && error.failure.code === 'claimed';
}
