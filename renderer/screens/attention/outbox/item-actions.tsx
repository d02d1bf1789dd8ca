/** Send it again, end it, or mend it and send that. What cannot be taken back asks once more, in its own place. */
import { useState } from 'react';
import { Group } from 'react-aria-components/Group';
import { useTranslation } from 'react-i18next';
import type { AttentionItem } from '../../../../contract/procedures/attention-item.ts';
import { CommandButton } from '../../../commands/command-button.tsx';
import { focusOnArrival } from '../../../parts/focus-on-arrival.ts';
import { TroubleBar } from '../../../parts/trouble-bar.tsx';
import { TypeValue } from './type-value.tsx';
import { useDecision } from './use-decision.ts';

type Mode = 'choose' | 'confirm' | 'type' | 'typed';

export function ItemActions({ item }: { readonly item: AttentionItem }) {
  const { t } = useTranslation();
  const [mode, setMode] = useState<Mode>('choose');
  const { operationId, typed, waysOut } = item;
  const retry = useDecision('sync.retry');
  const withdraw = useDecision('sync.withdraw');
  const mend = useDecision('sync.mend');

  if (mode === 'confirm') {
    return (
      <Group className="item-do" aria-label={t('attention.withdraw')}>
        <p className="confirm">{t('attention.confirmTitle')}</p>
        {withdraw.error !== null && <TroubleBar error={withdraw.error} onClose={withdraw.clear} />}
        <CommandButton
          className="choice"
          keycap="before"
          command="withdrawal.confirm"
          onRun={() => withdraw.run({ operationId })}
          isPending={withdraw.isRunning}
        >
          <b>{t('attention.confirm')}</b>
        </CommandButton>
        <CommandButton className="choice" keycap="before" command="withdrawal.close" onRun={() => setMode('choose')}>
          <b>{t('attention.keep')}</b>
        </CommandButton>
      </Group>
    );
  }
  if (mode === 'type' && typed !== null) {
    return (
      <TypeValue
        typed={typed}
        checkedBy={item.checkedBy ?? 'heard'}
        onSave={(correction, checkedBy) => mend.send({ operationId, correction, checkedBy })}
        onClose={() => setMode('typed')}
      />
    );
  }
  return (
    <div className="item-do">
      {retry.error !== null && <TroubleBar error={retry.error} onClose={retry.clear} />}
      {waysOut.includes('retry') && (
        <CommandButton
          className="choice"
          keycap="before"
          command="attention.retry"
          onRun={() => retry.run({ operationId })}
          isPending={retry.isRunning}
        >
          <span>
            <b>{t('attention.retry')}</b> <small>{t('attention.retryMore')}</small>
          </span>
        </CommandButton>
      )}
      {waysOut.includes('withdraw') && (
        <CommandButton className="choice" keycap="before" command="attention.withdraw" onRun={() => setMode('confirm')}>
          <span>
            <b>{t('attention.withdraw')}</b> <small>{t('attention.withdrawMore')}</small>
          </span>
        </CommandButton>
      )}
      {waysOut.includes('mend') && (
        <CommandButton
          className="choice"
          keycap="before"
          command="attention.type"
          onRun={() => setMode('type')}
          {...(mode === 'typed' ? { ref: focusOnArrival } : {})}
        >
          <span>
            <b>{t('attention.mend')}</b> <small>{t('attention.mendMore')}</small>
          </span>
        </CommandButton>
      )}
    </div>
  );
}
