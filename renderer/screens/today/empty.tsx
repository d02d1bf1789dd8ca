/** Nobody was on the list from the start. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../../commands/command-button.tsx';
import { useClient } from '../../data/client-context.ts';
import { refreshTopics } from '../../data/query-client.ts';
import { useSession } from '../../data/session-context.ts';
import { DoorStrip } from './door-strip.tsx';
import type { TodayActions } from './use-today-actions.ts';

export function Empty({ actions }: { readonly actions: TodayActions }) {
  const { t } = useTranslation();
  const { source } = useSession();
  const client = useClient();
  const queryClient = useQueryClient();
  const again = useMutation({
    mutationFn: () => client.ask('sync.run', {}),
    onSettled: () => refreshTopics(queryClient, ['today', 'sync']),
  });
  return (
    <article className="card place">
      <h2>{t('today.empty.title')}</h2>
      <p className="soft">{source === 'none' ? t('today.empty.noSource') : t('today.empty.text')}</p>
      <div className="card-do">
        <CommandButton command="today.retry" onRun={again.mutate} isPending={again.isPending}>
          {t('today.empty.again')}
        </CommandButton>
      </div>
      <DoorStrip actions={actions} />
    </article>
  );
}
