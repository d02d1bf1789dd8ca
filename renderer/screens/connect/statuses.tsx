/** Which status of this CRM is meant, where the usual one is not there. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useClient } from '../../data/client-context.ts';
import { refreshTopics } from '../../data/query-client.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { TroubleBar } from '../../parts/trouble-bar.tsx';
import { useDrafts } from './drafts.ts';
import { OneOf } from '../../parts/one-of.tsx';

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
          <OneOf
            key={use.use}
            label={say(use.name)}
            value={chosenFor(use)}
            placeholder={t('connect.statuses.choose')}
            options={statuses.map(({ name, label }) => ({ id: name, name: label }))}
            onChange={(name) => change({ statuses: { ...drafts.statuses, [use.use]: name } })}
          />
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
