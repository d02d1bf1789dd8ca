/** After how long the workstation locks itself, and the recovery code. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../../contract/index.ts';
import { useClient } from '../../../data/client-context.ts';
import { refreshTopics } from '../../../data/query-client.ts';
import { TroubleBar } from '../../../parts/trouble-bar.tsx';
import { CodeOnce } from '../../sign-in/code-once.tsx';
import { OneOf } from '../../../parts/one-of.tsx';

const MINUTES = [5, 10, 15, 30, 60] as const;
const NEVER = 'never';

export function LockPanel({ answer }: { readonly answer: OutputOf<'people.list'> }) {
  const { t } = useTranslation();
  const client = useClient();
  const queryClient = useQueryClient();
  const [isCodeKept, setCodeKept] = useState(false);
  const refresh = (): Promise<void> => refreshTopics(queryClient, ['people', 'session']);
  const set = useMutation({
    mutationFn: (minutes: number | null) => client.ask('people.setLock', { minutes }),
    onSuccess: refresh,
  });
  const renew = useMutation({
    mutationFn: () => {
      setCodeKept(false);
      return client.ask('people.newCode', {});
    },
    onSuccess: refresh,
  });
  const options = [
    ...MINUTES.map((minutes) => ({ id: String(minutes), name: t('people.lockMinutes', { count: minutes }) })),
    { id: NEVER, name: t('people.lockNever') },
  ];
  const error = set.error ?? renew.error;
  return (
    <div className="people-panel">
      <h2 className="t">{t('people.lockTitle')}</h2>
      <p className="soft">{t('people.lockText')}</p>
      <OneOf
        label={t('people.lockAfter')}
        value={answer.lockMinutes === null ? NEVER : String(answer.lockMinutes)}
        options={options}
        onChange={(id) => set.mutate(id === NEVER ? null : Number(id))}
      />
      {error !== null && (
        <TroubleBar
          error={error}
          onClose={() => {
            set.reset();
            renew.reset();
          }}
        />
      )}
      {renew.data !== undefined && !isCodeKept ? (
        <CodeOnce code={renew.data.code} level={2} onDone={() => setCodeKept(true)} />
      ) : (
        <>
          <h2 className="t">{t('people.codeTitle')}</h2>
          <p className="soft">{answer.hasRecovery ? t('people.codeIs') : t('people.codeIsNot')}</p>
          <div className="people-do">
            <Button
              className="btn"
              data-pending={renew.isPending || undefined}
              onPress={() => {
                if (!renew.isPending) renew.mutate();
              }}
            >
              {t('people.codeNew')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
