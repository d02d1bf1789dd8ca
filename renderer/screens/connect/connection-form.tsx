/** Where the CRM is, and the key that opens it. What was typed stays when it is refused. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Checkbox } from 'react-aria-components/Checkbox';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useClient } from '../../data/client-context.ts';
import { refreshTopics } from '../../data/query-client.ts';
import { focusOnArrival } from '../../parts/focus-on-arrival.ts';
import { Icon } from '../../parts/icon.tsx';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import { useDrafts } from './drafts.ts';
import { ConnectForm, Outcome, PlainField } from './form-parts.tsx';
import { OwnAuthority } from './own-authority.tsx';
import { SecretField } from './secret-field.tsx';

export function ConnectionForm({ connection }: { readonly connection: OutputOf<'connection.get'> }) {
  const { t } = useTranslation();
  const textOf = useTroubleText();
  const client = useClient();
  const queryClient = useQueryClient();
  const [drafts, change] = useDrafts();
  const { connected } = connection;
  const url = drafts.url ?? connected?.address ?? '';
  const keepsKey = connected !== null && drafts.apiKey === '';
  const connect = useMutation({
    mutationFn: () =>
      client.ask('connection.connect', {
        url,
        apiKey: keepsKey ? null : drafts.apiKey,
        authority: drafts.authority,
        allowsPlainHttp: drafts.allowsPlainHttp,
      }),
    onSuccess: () => {
      change({ url: null, apiKey: '', authority: null, allowsPlainHttp: false });
      return refreshTopics(queryClient, ['connection', 'session', 'today', 'call', 'sync']);
    },
  });
  const run = (): void => {
    if (!connect.isPending) connect.mutate();
  };
  return (
    <ConnectForm label={t('connect.form')} onSend={run}>
      <PlainField
        label={t('connect.address')}
        value={url}
        isUrl
        isInvalid={connect.isError}
        placeholder="https://crm.voorbeeld.nl"
        onChange={(text) => change({ url: text })}
        {...(connected === null ? { inputRef: focusOnArrival } : {})}
      />
      <SecretField
        label={t('connect.key')}
        hint={connected === null ? t('connect.keyHint') : t('connect.keyKept')}
        value={drafts.apiKey}
        isRefused={connect.isError}
        onChange={(apiKey) => change({ apiKey })}
      />
      <OwnAuthority
        known={connected?.authority ?? null}
        draft={drafts.authority}
        onChange={(authority) => change({ authority })}
      />
      {/^\s*http:/i.test(url) && (
        <Checkbox
          className="tick-box"
          isSelected={drafts.allowsPlainHttp}
          onChange={(allowsPlainHttp) => change({ allowsPlainHttp })}
        >
          <span className="tick-box-mark">{drafts.allowsPlainHttp && <Icon name="tick" />}</span>
          {t('connect.plainHttp')}
        </Checkbox>
      )}
      <Outcome trouble={connect.error === null ? null : textOf(connect.error)} isFetching={connect.isSuccess}>
        <div className="connect-do">
          <CommandButton className="btn go" command="connect.save" onRun={run} isPending={connect.isPending}>
            {connect.isPending ? t('connect.busy') : t('connect.save')}
          </CommandButton>
        </div>
      </Outcome>
    </ConnectForm>
  );
}
