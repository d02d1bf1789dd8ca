/** Offers to make the custom fields of Dankbel: with the key that is kept when it may, else with an administrator's, once. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { Form } from 'react-aria-components/Form';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../../commands/command-button.tsx';
import { useClient } from '../../data/client-context.ts';
import { refreshTopics } from '../../data/query-client.ts';
import { TroubleBar } from '../../parts/trouble-bar.tsx';
import { useDrafts } from './drafts.ts';
import { SecretField } from './secret-field.tsx';

export function OwnFields({ mayCreate }: { readonly mayCreate: boolean }) {
  const { t } = useTranslation();
  const client = useClient();
  const queryClient = useQueryClient();
  const [{ adminKey }, change] = useDrafts();
  const create = useMutation({
    mutationFn: () => client.ask('connection.createFields', { apiKey: mayCreate ? null : adminKey }),
    onSuccess: () => {
      change({ adminKey: '' });
      return refreshTopics(queryClient, ['connection']);
    },
  });
  return (
    <Form
      className="offer"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!create.isPending) create.mutate();
      }}
    >
      <h3>{t('connect.fields.title')}</h3>
      <p className="soft">{t('connect.fields.text')}</p>
      {!mayCreate && (
        <SecretField
          label={t('connect.fields.adminKey')}
          hint={t('connect.fields.adminKeyHint')}
          value={adminKey}
          isRefused={create.isError}
          onChange={(text) => change({ adminKey: text })}
        />
      )}
      {create.error !== null && <TroubleBar error={create.error} onClose={create.reset} />}
      <div className="connect-do">
        <CommandButton command="connect.createFields" onRun={create.mutate} isPending={create.isPending}>
          {t('connect.fields.create')}
        </CommandButton>
      </div>
    </Form>
  );
}
