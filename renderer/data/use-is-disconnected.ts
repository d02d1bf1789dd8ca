/** Whether any question or command met a backend that no longer knows this page. It never gets better by itself. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { DisconnectedError } from '../transport/errors.ts';

export function useIsDisconnected(): boolean {
  const queryClient = useQueryClient();
  const [isDisconnected, setDisconnected] = useState(false);
  useEffect(() => {
    const unsubscribers = [
      queryClient.getQueryCache().subscribe(({ query }) => {
        if (query.state.error instanceof DisconnectedError) setDisconnected(true);
      }),
      queryClient.getMutationCache().subscribe(({ mutation }) => {
        if (mutation?.state.error instanceof DisconnectedError) setDisconnected(true);
      }),
    ];
    return () => {
      for (const unsubscribe of unsubscribers) unsubscribe();
    };
  }, [queryClient]);
  return isDisconnected;
}
