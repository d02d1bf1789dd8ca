/** The cache of answers. The backend says when one is no longer fresh; nothing else refetches. */
import { QueryClient, type Query } from '@tanstack/react-query';
import type { Client } from '../../contract/client.ts';
import { FailureError } from '../../contract/client.ts';
import type { Topic } from '../../contract/event.ts';
import type { InputOf } from '../../contract/index.ts';
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

/** Of the commands that answer with a call. */
export function callMutationKey(callItemId: number): readonly ['call', number] {
  return ['call', callItemId];
}

/**
 * Procedures are named after their topic: "today.get" is no longer fresh when `today` changed. A call with a command
 * on its way is not asked for now: the answer could be older than the command, and would take back on the screen what
 * was just done. It stays marked as old, and is asked for after the command.
 */
export function refreshTopics(queryClient: QueryClient, topics: readonly Topic[]): Promise<void> {
  const isStale = ({ queryKey: [procedure] }: Query): boolean =>
    topics.some((topic) => String(procedure).startsWith(`${topic}.`));
  const isBusy = ({ queryKey: [procedure, input] }: Query): boolean =>
    procedure === 'call.get' &&
    queryClient.isMutating({ mutationKey: callMutationKey((input as InputOf<'call.get'>).callItemId) }) > 0;
  /** The library would keep an answer that is on its way, though it may be older than what happened. */
  const isFirst = ({ state }: Query): boolean => state.fetchStatus === 'fetching' && state.data === undefined;
  const isAhead = (query: Query): boolean => query.state.fetchStatus === 'fetching' && !query.isActive();
  const coming = queryClient
    .getQueryCache()
    .findAll({ predicate: (query) => isStale(query) && !isBusy(query) && (isFirst(query) || isAhead(query)) });
  const marked = queryClient.invalidateQueries({
    predicate: (query) => isStale(query) && isBusy(query),
    refetchType: 'none',
  });
  const asked = queryClient.invalidateQueries({
    predicate: (query) => isStale(query) && !isBusy(query) && !coming.includes(query),
  });
  return Promise.all([marked, asked, askAnew(queryClient, coming)]).then(() => undefined);
}

async function askAnew(queryClient: QueryClient, coming: readonly Query[]): Promise<void> {
  if (coming.length === 0) return;
  await queryClient.cancelQueries({ predicate: (query) => coming.includes(query) });
  // A failure is in the state of the question, where its screen finds it.
  await Promise.allSettled(coming.map((query) => query.fetch()));
}

/** Refreshes on every event of the backend, until the returned function is called. */
export function followBackend(client: Client, queryClient: QueryClient): () => void {
  return client.listen(({ changed }) => void refreshTopics(queryClient, changed));
}
