/** Send it again, or (for a coordinator) end it. What cannot be taken back asks once more, in its own place. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Group } from 'react-aria-components/Group';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../../commands/command-button.tsx';
import { useClient } from '../../data/client-context.ts';
import { refreshTopics } from '../../data/query-client.ts';
import { useSession } from '../../data/session-context.ts';
import { TroubleBar } from '../../parts/trouble-bar.tsx';
import type { Item } from './items.tsx';

const MAY_RETRY = ['coordinator', 'director', 'caller'] as const;

export function ItemActions({ item }: { readonly item: Item }) {
  const { t } = useTranslation();
  const { person } = useSession();
  const client = useClient();
  const queryClient = useQueryClient();
  const [isConfirming, setConfirming] = useState(false);
  const { operationId } = item;
  const onSettled = (): Promise<void> => refreshTopics(queryClient, ['sync']);
  const retry = useMutation({ mutationFn: () => client.ask('sync.retry', { operationId }), onSettled });
  const withdraw = useMutation({ mutationFn: () => client.ask('sync.withdraw', { operationId }), onSettled });
  const error = retry.error ?? withdraw.error;
  const mayRetry = MAY_RETRY.some((role) => person.roles.includes(role));
  const mayWithdraw = person.roles.includes('coordinator') && item.state !== 'waiting';

  if (isConfirming) {
    return (
      <Group className="item-do" aria-label={t('attention.withdraw')}>
        <p className="confirm">{t('attention.confirmTitle')}</p>
        <CommandButton
          className="choice"
          keycap="before"
          command="withdrawal.confirm"
          onRun={() => withdraw.mutate()}
          isPending={withdraw.isPending}
        >
          <b>{t('attention.confirm')}</b>
        </CommandButton>
        <CommandButton className="choice" keycap="before" command="withdrawal.close" onRun={() => setConfirming(false)}>
          <b>{t('attention.keep')}</b>
        </CommandButton>
      </Group>
    );
  }
  return (
    <div className="item-do">
      {error !== null && (
        <TroubleBar
          error={error}
          onClose={() => {
            retry.reset();
            withdraw.reset();
          }}
        />
      )}
      {mayRetry && (
        <CommandButton
          className="choice"
          keycap="before"
          command="attention.retry"
          onRun={() => retry.mutate()}
          isPending={retry.isPending}
        >
          <span>
            <b>{t('attention.retry')}</b> <small>{t('attention.retryMore')}</small>
          </span>
        </CommandButton>
      )}
      {mayWithdraw && (
        <CommandButton
          className="choice"
          keycap="before"
          command="attention.withdraw"
          onRun={() => setConfirming(true)}
        >
          <span>
            <b>{t('attention.withdraw')}</b> <small>{t('attention.withdrawMore')}</small>
          </span>
        </CommandButton>
      )}
    </div>
  );
}
