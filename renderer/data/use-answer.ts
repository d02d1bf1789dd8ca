/** Asks a question of the contract and keeps its answer fresh. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Client } from '../../contract/client.ts';
import type { InputOf, OutputOf, QueryName } from '../../contract/index.ts';
import { useClient } from './client-context.ts';
import { isLocked } from './is-locked.ts';
import { isReasonNeeded } from './is-reason-needed.ts';

export function answerKey<Name extends QueryName>(name: Name, input: InputOf<Name>): readonly [Name, InputOf<Name>] {
  return [name, input];
}

export function questionOf<Name extends QueryName>(client: Client, name: Name, input: InputOf<Name>) {
  return { queryKey: answerKey(name, input), queryFn: (): Promise<OutputOf<Name>> => client.ask(name, input) };
}

/**
 * A screen that lost its backend asks again by itself; meanwhile it shows what it has. A locked one is told when
 * somebody has signed in, and where a reason is needed that is waited for.
 */
const ASK_AGAIN_AFTER_MILLISECONDS = 5_000;

export function useAnswer<Name extends QueryName>(name: Name, input: InputOf<Name>): UseQueryResult<OutputOf<Name>> {
  const client = useClient();
  return useQuery({
    ...questionOf(client, name, input),
    refetchInterval: ({ state }) =>
      state.status === 'error' && !isLocked(state.error) && !isReasonNeeded(state.error)
        ? ASK_AGAIN_AFTER_MILLISECONDS
        : false,
  });
}
