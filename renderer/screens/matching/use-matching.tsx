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
  readonly isBusy: boolean;
  /** What was decided last with the way back, and what went wrong; nothing when nothing was. */
  readonly undo: ReactNode;
}

interface Last {
  readonly decisionId: number;
  readonly decision: Decision['decision'];
  readonly name: string;
}

export function useMatching(): Matching {
  const { t } = useTranslation();
  const client = useClient();
  const [last, setLast] = useState<Last | null>(null);
  const decide = useMutation({
    mutationFn: (asked: { readonly decision: Decision; readonly name: string; readonly onDone: () => void }) =>
      client.ask('matching.decide', asked.decision),
    onSuccess: ({ decisionId }, { decision, name, onDone }) => {
      setLast({ decisionId, decision: decision.decision, name });
      onDone();
    },
  });
  const undo = useMutation({
    mutationFn: (decisionId: number) => client.ask('matching.undo', { decisionId }),
    onSuccess: () => setLast(null),
  });
  const error = decide.error ?? undo.error;
  return {
    decide: (decision, name, onDone) => {
      if (!decide.isPending) decide.mutate({ decision, name, onDone });
    },
    isBusy: decide.isPending || undo.isPending,
    undo: (
      <>
        {error !== null && (
          <TroubleBar
            error={error}
            onClose={() => {
              decide.reset();
              undo.reset();
            }}
          />
        )}
        {last !== null && (
          <UndoBar
            text={t(`matching.did.${last.decision}`, { name: last.name })}
            action={{
              command: 'matching.undo',
              label: t('matching.undo'),
              onRun: () => undo.mutate(last.decisionId),
            }}
          />
        )}
      </>
    ),
  };
}
