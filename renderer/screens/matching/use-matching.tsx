/** Sends what was decided, and keeps what was decided last so that it can be taken back. */
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../../contract/index.ts';
import { useClient } from '../../data/client-context.ts';
import { TroubleBar } from '../../parts/trouble-bar.tsx';
import { UndoBar } from '../../parts/undo-bar.tsx';

type Decision = InputOf<'matching.decide'>;

export interface Matching {
  readonly decide: (decision: Decision, name: string, onDone: () => void) => void;
  /** Somebody new is put into the CRM at the next round. */
  readonly add: (sourceDonorId: number, name: string, onDone: () => void) => void;
  readonly isBusy: boolean;
  /** What was decided last with the way back, and what went wrong; nothing when nothing was. */
  readonly undo: ReactNode;
}

interface Last {
  readonly what: Decision['decision'] | 'add';
  readonly name: string;
  readonly takeBack: () => Promise<unknown>;
}

export function useMatching(): Matching {
  const { t } = useTranslation();
  const client = useClient();
  const [last, setLast] = useState<Last | null>(null);
  const decide = useMutation({
    mutationFn: (asked: { readonly decision: Decision; readonly name: string; readonly onDone: () => void }) =>
      client.ask('matching.decide', asked.decision),
    onSuccess: ({ decisionId }, { decision, name, onDone }) => {
      setLast({
        what: decision.decision,
        name,
        takeBack: () => client.ask('matching.undo', { decisionId }),
      });
      onDone();
    },
  });
  const add = useMutation({
    mutationFn: ({
      sourceDonorId,
    }: {
      readonly sourceDonorId: number;
      readonly name: string;
      readonly onDone: () => void;
    }) => client.ask('sources.addDonor', { sourceDonorId }),
    onSuccess: (_done, { sourceDonorId, name, onDone }) => {
      setLast({
        what: 'add',
        name,
        takeBack: () => client.ask('matching.undoAdd', { sourceDonorId }),
      });
      onDone();
    },
  });
  const undo = useMutation({ mutationFn: (done: Last) => done.takeBack(), onSuccess: () => setLast(null) });
  const error = decide.error ?? add.error ?? undo.error;
  const isBusy = decide.isPending || add.isPending || undo.isPending;
  return {
    decide: (decision, name, onDone) => {
      if (!decide.isPending) decide.mutate({ decision, name, onDone });
    },
    add: (sourceDonorId, name, onDone) => {
      if (!isBusy) add.mutate({ sourceDonorId, name, onDone });
    },
    isBusy,
    undo: (
      <>
        {error !== null && (
          <TroubleBar
            error={error}
            onClose={() => {
              decide.reset();
              add.reset();
              undo.reset();
            }}
          />
        )}
        {last !== null && (
          <UndoBar
            text={t(`matching.did.${last.what}`, { name: last.name })}
            action={{
              command: 'matching.undo',
              label: t('matching.undo'),
              onRun: () => undo.mutate(last),
            }}
          />
        )}
      </>
    ),
  };
}
