/** Changes somebody, and takes the last change back. Each of them is in the log, the taking back too. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf, OutputOf } from '../../../../contract/index.ts';
import type { PersonView } from '../../../../contract/procedures/people.ts';
import { useClient } from '../../../data/client-context.ts';
import { refreshTopics } from '../../../data/query-client.ts';

export type PersonChange = InputOf<'people.add'>;
type Refusals = Extract<OutputOf<'people.add'>, { isSaved: false }>['refusals'];

export interface Done {
  readonly text: string;
  readonly undo: (() => Promise<unknown>) | null;
}

export function usePersonCommands(onAdded: (id: number) => void) {
  const [undone, countUndone] = useState(0);
  const { t } = useTranslation();
  const client = useClient();
  const queryClient = useQueryClient();
  const [refusals, setRefusals] = useState<Refusals>([]);
  const [done, setDone] = useState<Done | null>(null);
  const run = useMutation({
    mutationFn: (work: () => Promise<Done | null>) => work(),
    onSuccess: async (what) => {
      await refreshTopics(queryClient, ['people', 'session']);
      setDone(what);
    },
  });
  const start = (work: () => Promise<Done | null>): void => {
    if (!run.isPending) run.mutate(work);
  };

  const save = (person: PersonView | null, change: PersonChange): void =>
    start(async () => {
      const saved =
        person === null
          ? await client.ask('people.add', change)
          : await client.ask('people.change', { ...change, id: person.id });
      setRefusals(saved.isSaved ? [] : saved.refusals);
      if (!saved.isSaved) return null;
      const { id } = saved;
      const name = change.name.trim();
      if (person === null) {
        onAdded(id);
        return { text: t('people.added', { name }), undo: () => client.ask('people.leave', { id }) };
      }
      const before = { id, name: person.name, crmId: person.crmId, roles: person.roles };
      return { text: t('people.saved', { name }), undo: () => client.ask('people.change', before) };
    });

  return {
    refusals,
    done,
    error: run.error,
    /** How often something was taken back: what was typed before that is no longer true. */
    undone,
    clear: () => run.reset(),
    /** Somebody else is looked at. */
    forget: (): void => {
      run.reset();
      setRefusals([]);
      setDone(null);
    },
    isPending: run.isPending,
    save,
    leave: ({ id, name }: PersonView): void =>
      start(async () => {
        await client.ask('people.leave', { id });
        return { text: t('people.hasLeft', { name }), undo: () => client.ask('people.comeBack', { id }) };
      }),
    comeBack: ({ id, name }: PersonView): void =>
      start(async () => {
        await client.ask('people.comeBack', { id });
        return { text: t('people.isBack', { name }), undo: () => client.ask('people.leave', { id }) };
      }),
    undo: (): void => {
      const undo = done?.undo ?? null;
      if (undo !== null) {
        start(async () => {
          await undo();
          countUndone((count) => count + 1);
          return null;
        });
      }
    },
  };
}

export type PersonCommands = ReturnType<typeof usePersonCommands>;
