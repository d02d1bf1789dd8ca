/** Sends a decision about an operation, once, and asks for the list again, whatever the answer was. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { InputOf } from '../../../../contract/index.ts';
import { useClient } from '../../../data/client-context.ts';
import { refreshTopics } from '../../../data/query-client.ts';

type DecisionName = 'sync.settle' | 'sync.mend' | 'sync.retry' | 'sync.withdraw';

export interface Decision<Input> {
  readonly run: (input: Input) => void;
  /** Rejects with what went wrong, for a form that shows it itself. */
  readonly send: (input: Input) => Promise<unknown>;
  readonly isRunning: boolean;
  readonly error: Error | null;
  readonly clear: () => void;
}

export function useDecision<Name extends DecisionName>(name: Name): Decision<InputOf<Name>> {
  const client = useClient();
  const queryClient = useQueryClient();
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: (input: InputOf<Name>) => client.ask(name, input),
    onSettled: () => refreshTopics(queryClient, ['sync']),
  });
  return {
    run: mutate,
    send: (input) => client.ask(name, input).finally(() => void refreshTopics(queryClient, ['sync'])),
    isRunning: isPending,
    error,
    clear: reset,
  };
}
