/** Which status of this CRM is meant, where the usual one is not there. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'react-aria-components/Button';
import { Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components/Select';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useClient } from '../../data/client-context.ts';
import { refreshTopics } from '../../data/query-client.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { Icon } from '../../parts/icon.tsx';
import { TroubleBar } from '../../parts/trouble-bar.tsx';
import { useDrafts } from './drafts.ts';

type Check = OutputOf<'connection.check'>;
type Use = Check['uses'][number];

export function Statuses({ check: { uses, statuses } }: { readonly check: Check }) {
  const { t } = useTranslation();
  const say = useSentence();
  const client = useClient();
  const queryClient = useQueryClient();
  const [drafts, change] = useDrafts();
  const chosenFor = (use: Use): string | null => drafts.statuses[use.use] ?? (use.isMissing ? null : use.status);
  const save = useMutation({
    mutationFn: () =>
      client.ask('connection.chooseStatuses', {
        statuses: uses.flatMap((use) => {
          const name = chosenFor(use);
          return name === null ? [] : [{ use: use.use, name }];
        }),
      }),
    onSuccess: () => {
      change({ statuses: {} });
      return refreshTopics(queryClient, ['connection']);
    },
  });
  return (
    <div className="offer">
      <h3>{t('connect.statuses.title')}</h3>
      <p className="soft">{t('connect.statuses.text')}</p>
      <div className="status-choices">
        {uses.map((use) => (
          <Select
            key={use.use}
            className="field"
            value={chosenFor(use)}
            placeholder={t('connect.statuses.choose')}
            onChange={(name) => {
              if (typeof name === 'string') change({ statuses: { ...drafts.statuses, [use.use]: name } });
            }}
          >
            <Label className="field-label">{say(use.name)}</Label>
            <Button className="box select">
              <SelectValue />
              <Icon name="down" />
            </Button>
            <Popover className="popover">
              <ListBox className="menu">
                {statuses.map(({ name, label }) => (
                  <ListBoxItem key={name} id={name} className="menu-item" textValue={label}>
                    {label}
                  </ListBoxItem>
                ))}
              </ListBox>
            </Popover>
          </Select>
        ))}
      </div>
      {save.error !== null && <TroubleBar error={save.error} onClose={save.reset} />}
      <div className="connect-do">
        <CommandButton command="connect.saveStatuses" onRun={save.mutate} isPending={save.isPending}>
          {t('connect.statuses.save')}
        </CommandButton>
      </div>
    </div>
  );
}
