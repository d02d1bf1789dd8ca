/** What can be done with the post of today: print it, tick it off, take that back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { LabelFormatId } from '../../../domain/paper/label-sheets.ts';
import { useClient } from '../../data/client-context.ts';
import { refreshTopics } from '../../data/query-client.ts';
import { savePdf } from '../../data/save-pdf.ts';

export interface PostActions {
  readonly printLetters: (donorIds: readonly number[]) => void;
  readonly printLabels: (donorIds: readonly number[], format: LabelFormatId, used: number) => void;
  readonly send: (donorIds: readonly number[]) => void;
  readonly undo: (operationIds: readonly string[]) => void;
  readonly isPrinting: boolean;
  readonly isSending: boolean;
  /** What was saved last: its name, and how many pages it has. */
  readonly saved: { readonly fileName: string; readonly pages: number } | null;
  /** What was ticked off last, until something else is. */
  readonly sent: readonly string[];
  readonly error: Error | null;
  readonly clear: () => void;
}

export function usePost(): PostActions {
  const client = useClient();
  const queryClient = useQueryClient();
  const [sent, setSent] = useState<readonly string[]>([]);
  const refresh = (): Promise<void> => refreshTopics(queryClient, ['post', 'sync']);
  const print = useMutation({
    mutationFn: (ask: () => ReturnType<typeof client.ask<'paper.letters'>>) => ask(),
    onSuccess: savePdf,
  });
  const send = useMutation({
    mutationFn: (donorIds: readonly number[]) => client.ask('post.send', { donorIds: [...donorIds] }),
    onSuccess: async ({ operationIds }) => {
      setSent(operationIds);
      await refresh();
    },
    onError: refresh,
  });
  const undo = useMutation({
    mutationFn: (operationIds: readonly string[]) => client.ask('post.undo', { operationIds: [...operationIds] }),
    onSuccess: async () => {
      setSent([]);
      await refresh();
    },
    onError: refresh,
  });
  return {
    printLetters: (donorIds) => {
      if (!print.isPending && donorIds.length > 0) {
        print.mutate(() => client.ask('paper.letters', { donorIds: [...donorIds] }));
      }
    },
    printLabels: (donorIds, format, used) => {
      if (!print.isPending && donorIds.length > 0) {
        print.mutate(() => client.ask('paper.labels', { donorIds: [...donorIds], format, used }));
      }
    },
    send: (donorIds) => {
      if (!send.isPending && donorIds.length > 0) send.mutate(donorIds);
    },
    undo: (operationIds) => {
      if (!undo.isPending && operationIds.length > 0) undo.mutate(operationIds);
    },
    isPrinting: print.isPending,
    isSending: send.isPending || undo.isPending,
    saved: print.data ?? null,
    sent,
    error: print.error ?? send.error ?? undo.error,
    clear: () => {
      print.reset();
      send.reset();
      undo.reset();
    },
  };
}
