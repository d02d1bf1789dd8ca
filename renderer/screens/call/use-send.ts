/** Sends commands that answer with the call: shown before they are answered, in the order in which they were given. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CommandName, InputOf, OutputOf } from '../../../contract/index.ts';
import type { CallView } from '../../../contract/procedures/call.ts';
import { useClient } from '../../data/client-context.ts';
import { callMutationKey } from '../../data/query-client.ts';
import { answerKey } from '../../data/use-answer.ts';

/** The commands of the contract that answer with the call as it is after them. */
type CallCommand = {
  [Name in CommandName]: OutputOf<Name> extends CallView ? Name : never;
}[CommandName];

type Change = {
  [Name in CallCommand]: {
    readonly name: Name;
    readonly input: InputOf<Name>;
    /** What the screen shows at once. */
    readonly expect?: (view: CallView) => CallView;
  };
}[CallCommand];

export type Send = (change: Change) => Promise<CallView>;

/** Commands with the same scope wait for each other, so that the last answer holds all that was done. */
export function callScope(callItemId: number): { readonly id: string } {
  return { id: `call-${callItemId}` };
}

export function useSend(callItemId: number): Send {
  const client = useClient();
  const queryClient = useQueryClient();
  const queryKey = answerKey('call.get', { callItemId });
  const mutationKey = callMutationKey(callItemId);
  // Among several commands on their way only the last knows everything.
  const isLast = (): boolean => queryClient.isMutating({ mutationKey }) === 1;

  const { mutateAsync } = useMutation({
    mutationKey,
    scope: callScope(callItemId),
    mutationFn: ({ name, input }: Change): Promise<CallView> => client.ask(name, input),
    onMutate: async ({ expect }) => {
      await queryClient.cancelQueries({ queryKey });
      if (expect !== undefined) {
        queryClient.setQueryData<CallView>(queryKey, (view) => (view === undefined ? undefined : expect(view)));
      }
    },
    onSuccess: (view) => {
      if (!isLast()) return;
      const changedMeanwhile = queryClient.getQueryState(queryKey)?.isInvalidated === true;
      queryClient.setQueryData(queryKey, view);
      if (changedMeanwhile) void queryClient.invalidateQueries({ queryKey });
    },
    onError: () => queryClient.invalidateQueries({ queryKey }),
  });
  return useCallback((change) => mutateAsync(change), [mutateAsync]);
}
