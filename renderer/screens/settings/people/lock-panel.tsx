/** After how long the workstation locks itself, and the recovery code. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components/Select';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../../contract/index.ts';
import { useClient } from '../../../data/client-context.ts';
import { refreshTopics } from '../../../data/query-client.ts';
import { Icon } from '../../../parts/icon.tsx';
import { TroubleBar } from '../../../parts/trouble-bar.tsx';
import { CodeOnce } from '../../sign-in/code-once.tsx';

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
      <Select
        className="field"
        value={answer.lockMinutes === null ? NEVER : String(answer.lockMinutes)}
        onChange={(id) => set.mutate(id === NEVER ? null : Number(id))}
      >
        <Label className="field-label">{t('people.lockAfter')}</Label>
        <Button className="box select">
          <SelectValue />
          <Icon name="down" />
        </Button>
        <Popover className="popover" placement="bottom start" offset={4}>
          <ListBox className="menu">
            {options.map(({ id, name }) => (
              <ListBoxItem key={id} id={id} className="menu-item" textValue={name}>
                {name}
              </ListBoxItem>
            ))}
          </ListBox>
        </Popover>
      </Select>
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
