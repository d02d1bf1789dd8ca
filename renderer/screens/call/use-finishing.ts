/** Ends a call with its outcome. Nothing is finished before every word of the notes is kept. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { InputOf } from '../../../contract/index.ts';
import type { CallView } from '../../../contract/procedures/call.ts';
import { OUTCOMES, type OutcomeId } from '../../../domain/outcome.ts';
import { forgetCall, memoryOf, remember } from '../../data/call-memory.ts';
import { useLane } from '../../data/chosen-lane.ts';
import { useClient } from '../../data/client-context.ts';
import { finishedCall } from '../../data/finished-call.ts';
import type { NotesAutosave } from '../../data/notes-autosave.ts';
import { callMutationKey } from '../../data/query-client.ts';
import { answerKey, questionOf } from '../../data/use-answer.ts';
import { callScope } from './use-send.ts';

export type Callback = InputOf<'call.finish'>['callback'];

interface Ending {
  readonly outcome: OutcomeId;
  readonly callback: Callback;
}

export interface Finishing {
  readonly finish: (outcome: OutcomeId, callback?: Callback) => void;
  /** The outcome that is being saved. */
  readonly pending: OutcomeId | null;
  /** The number that was just marked wrong, while another one is left to call. */
  readonly hasMarkedNumber: boolean;
  readonly error: Error | null;
  readonly clearError: () => void;
}

/** Vandaag waits this long for the next donor, and shows the shape of the door after it. */
const NEXT_DONOR_WITHIN_MILLISECONDS = 150;

export function useFinishing(view: CallView, notes: NotesAutosave): Finishing {
  const client = useClient();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const lane = useLane();
  const { callItemId, donorId, numbers } = view;

  /** Asked for while this screen still stands: Vandaag comes with the next donor at its door. */
  const askForNext = (): Promise<unknown> =>
    lane === null
      ? Promise.resolve()
      : queryClient.prefetchQuery({ ...questionOf(client, 'today.get', { lane }), staleTime: 0 });

  const mutation = useMutation({
    // Until Vandaag stands there, what is told of this call asks for nothing: nobody looks at it any more.
    mutationKey: callMutationKey(callItemId),
    scope: callScope(callItemId),
    mutationFn: async ({ outcome, callback }: Ending) => {
      await notes.flush();
      const dialled = memoryOf(callItemId).get().dialled ?? numbers[0]?.number ?? null;
      const number = OUTCOMES[outcome].marksNumberWrong ? dialled : null;
      return client.ask('call.finish', { callItemId, outcome, callback, number });
    },
    onSuccess: async ({ attemptId, isOver }) => {
      if (!isOver) {
        remember(callItemId, { dialled: null, wanted: null });
        await queryClient.invalidateQueries({ queryKey: answerKey('call.get', { callItemId }) });
        return;
      }
      finishedCall.set({ attemptId, donorId });
      await Promise.race([askForNext(), new Promise((resolve) => setTimeout(resolve, NEXT_DONOR_WITHIN_MILLISECONDS))]);
      // At once: put off, the call would be drawn again first, only to be taken away.
      await navigate('/', { flushSync: true });
      forgetCall(callItemId);
    },
  });

  return {
    finish(outcome, callback = null) {
      if (!mutation.isPending) mutation.mutate({ outcome, callback });
    },
    pending: mutation.isPending ? mutation.variables.outcome : null,
    hasMarkedNumber: mutation.data?.isOver === false,
    error: mutation.error,
    clearError: mutation.reset,
  };
}
