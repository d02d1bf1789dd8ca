/** Carries out a command about claims, and asks for them again, whatever the answer was. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { InputOf } from '../../../../contract/index.ts';
import { useClient } from '../../../data/client-context.ts';
import { refreshTopics } from '../../../data/query-client.ts';

export function useClaimCommand<Name extends 'claims.seen' | 'claims.takeBack'>(name: Name) {
  const client = useClient();
  const queryClient = useQueryClient();
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: (input: InputOf<Name>) => client.ask(name, input),
    onSettled: () => refreshTopics(queryClient, ['claims', 'sync']),
  });
  return { run: mutate, isRunning: isPending, error, clear: reset };
}
