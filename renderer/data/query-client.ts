/** The cache of answers. The backend says when one is no longer fresh; nothing else refetches. */
import { QueryClient } from '@tanstack/react-query';
import type { Client } from '../../contract/client.ts';
import { FailureError } from '../../contract/client.ts';
import type { Topic } from '../../contract/event.ts';
import { DisconnectedError } from '../transport/errors.ts';

const RETRIES = 1;
const RETRY_AFTER_MILLISECONDS = 400;

/** A failure is an answer: asking again brings the same one. */
function isWorthRetrying(failedBefore: number, error: Error): boolean {
  return failedBefore < RETRIES && !(error instanceof FailureError) && !(error instanceof DisconnectedError);
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The backend is on this machine: what the browser thinks of the network says nothing about it.
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: isWorthRetrying,
        retryDelay: RETRY_AFTER_MILLISECONDS,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Procedures are named after their topic: "today.get" is no longer fresh when `today` changed. */
export function refreshTopics(queryClient: QueryClient, topics: readonly Topic[]): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey: [procedure] }) => topics.some((topic) => String(procedure).startsWith(`${topic}.`)),
  });
}

/** Refreshes on every event of the backend, until the returned function is called. */
export function followBackend(client: Client, queryClient: QueryClient): () => void {
  return client.listen(({ changed }) => void refreshTopics(queryClient, changed));
}
