/** Where the CRM is, and the key that opens it. What was typed stays when it is refused. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { Checkbox } from 'react-aria-components/Checkbox';
import { Form } from 'react-aria-components/Form';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useClient } from '../../data/client-context.ts';
import { refreshTopics } from '../../data/query-client.ts';
import { focusOnArrival } from '../../parts/focus-on-arrival.ts';
import { Icon } from '../../parts/icon.tsx';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import { useDrafts } from './drafts.ts';
import { OwnAuthority } from './own-authority.tsx';
import { SecretField } from './secret-field.tsx';
import { Refusal } from '../../parts/refusal.tsx';

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
    <Form
      className="connect-form"
      aria-label={t('connect.form')}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        run();
      }}
    >
      <TextField
        className="field"
        value={url}
        isInvalid={connect.isError}
        validationBehavior="aria"
        onChange={(text) => change({ url: text })}
      >
        <Label>{t('connect.address')}</Label>
        <Input
          ref={connected === null ? focusOnArrival : undefined}
          className="box"
          autoComplete="off"
          spellCheck={false}
          inputMode="url"
          placeholder="https://crm.voorbeeld.nl"
        />
      </TextField>
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
      {connect.error !== null && <Refusal>{textOf(connect.error)}</Refusal>}
      {connect.isSuccess && (
        <output className="st ok">
          <Icon name="tick" />
          {t('connect.fetching')}
        </output>
      )}
      {/* A form with two fields is sent by Enter only when it has such a button. */}
      <input type="submit" hidden />
      <div className="connect-do">
        <CommandButton className="btn go" command="connect.save" onRun={run} isPending={connect.isPending}>
          {connect.isPending ? t('connect.busy') : t('connect.save')}
        </CommandButton>
      </div>
    </Form>
  );
}
