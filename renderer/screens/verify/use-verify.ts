/** Sends what was decided about a donor's details; the answer is the donor as she is now. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { InputOf } from '../../../contract/index.ts';
import type { VerifyDonor } from '../../../contract/procedures/verify.ts';
import { useClient } from '../../data/client-context.ts';
import { answerKey } from '../../data/use-answer.ts';

type Change =
  | { readonly name: 'verify.setRight'; readonly input: InputOf<'verify.setRight'> }
  | { readonly name: 'verify.correct'; readonly input: InputOf<'verify.correct'> }
  | { readonly name: 'verify.undoCorrection'; readonly input: InputOf<'verify.undoCorrection'> }
  | { readonly name: 'verify.propose'; readonly input: InputOf<'verify.propose'> };

export interface VerifyChanges {
  readonly send: (change: Change) => Promise<unknown>;
  readonly run: (change: Change) => void;
  readonly isRunning: boolean;
  readonly error: Error | null;
  readonly clear: () => void;
}

export function useVerifyChanges(donorId: number): VerifyChanges {
  const client = useClient();
  const queryClient = useQueryClient();
  const { mutate, mutateAsync, isPending, error, reset } = useMutation({
    mutationFn: ({ name, input }: Change): Promise<VerifyDonor> => client.ask(name, input),
    onSuccess: (donor) => queryClient.setQueryData(answerKey('verify.get', { donorId }), donor),
  });
  return {
    run: (change) => {
      if (!isPending) mutate(change);
    },
    send: (change) => mutateAsync(change),
    isRunning: isPending,
    error,
    clear: reset,
  };
}
