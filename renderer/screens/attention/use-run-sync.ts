/** "Probeer nu opnieuw": sends everything that waits, now. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../data/client-context.ts';
import { refreshTopics } from '../../data/query-client.ts';

export interface RunSync {
  readonly run: () => void;
  readonly isRunning: boolean;
  readonly error: Error | null;
  readonly clear: () => void;
}

export function useRunSync(): RunSync {
  const client = useClient();
  const queryClient = useQueryClient();
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: () => client.ask('sync.run', {}),
    onSettled: () => refreshTopics(queryClient, ['sync']),
  });
  return { run: () => mutate(), isRunning: isPending, error, clear: reset };
}
