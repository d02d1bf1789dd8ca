/** What Salesforce needs: the key of the app, and where people sign in. The rest is done in the browser. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import { LOGIN_PLACES, type SalesforceApp } from '../../../contract/procedures/connection.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useClient } from '../../data/client-context.ts';
import { refreshTopics } from '../../data/query-client.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { OneOf } from '../../parts/one-of.tsx';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import { isAtSignIn } from './at-sign-in.ts';
import { useDrafts } from './drafts.ts';
import { ConnectForm, Outcome, PlainField } from './form-parts.tsx';

type Connection = OutputOf<'connection.get'>;

/** What is filled in already: what is connected, or else the one place that the administrator of this computer allows. */
function appOf({ connected, asked, onlyHost }: Connection): SalesforceApp {
  const known = asked ?? connected?.app ?? null;
  if (known !== null) return known;
  const isOwn = onlyHost?.endsWith('.my.salesforce.com') === true;
  const place = onlyHost === 'test.salesforce.com' ? 'sandbox' : isOwn ? 'own' : 'production';
  return { clientId: '', place, address: isOwn ? onlyHost : '' };
}

export function SalesforceForm({ connection }: { readonly connection: Connection }) {
  const { t } = useTranslation();
  const say = useSentence();
  const textOf = useTroubleText();
  const client = useClient();
  const queryClient = useQueryClient();
  const [drafts, change] = useDrafts();
  const { signIn } = connection;
  const isWaiting = isAtSignIn(signIn);
  const app = { ...appOf(connection), ...drafts.app };
  const begin = useMutation({
    mutationFn: () => client.ask('connection.beginSignIn', app),
    onSuccess: () => refreshTopics(queryClient, ['connection']),
  });
  const isConnected = connection.connected?.app != null;
  const { button, hasArrived } = useReturn(isWaiting, signIn.kind === 'none' && isConnected, () => change({ app: {} }));
  const isBusy = begin.isPending || isWaiting;
  const run = (): void => {
    if (!isBusy) begin.mutate();
  };
  const failed = signIn.kind === 'failed' ? say(signIn.sentence) : null;
  const trouble = isBusy ? null : begin.error === null ? failed : textOf(begin.error);
  const isOfKey = trouble !== null;
  return (
    <ConnectForm label={t('connect.salesforce.form')} onSend={run}>
      <PlainField
        label={t('connect.salesforce.key')}
        hint={t('connect.salesforce.keyHint')}
        value={app.clientId}
        isReadOnly={isWaiting}
        isInvalid={isOfKey}
        onChange={(clientId) => change({ app: { ...drafts.app, clientId } })}
      />
      <OneOf
        label={t('connect.salesforce.where')}
        value={app.place}
        options={LOGIN_PLACES.map((id) => ({ id, name: t(`connect.salesforce.places.${id}`) }))}
        onChange={(id) => {
          const place = LOGIN_PLACES.find((each) => each === id);
          if (place !== undefined && !isWaiting) change({ app: { ...drafts.app, place } });
        }}
      />
      {app.place === 'own' && (
        <PlainField
          label={t('connect.salesforce.address')}
          value={app.address}
          isUrl
          isReadOnly={isWaiting}
          placeholder="stichting.my.salesforce.com"
          onChange={(address) => change({ app: { ...drafts.app, address } })}
        />
      )}
      <Outcome trouble={trouble} isFetching={hasArrived}>
        {!isWaiting && (
          <div className="connect-do">
            <CommandButton
              ref={button}
              className={isConnected ? 'btn' : 'btn go'}
              command="connect.save"
              onRun={run}
              isPending={begin.isPending}
            >
              {begin.isPending
                ? t('connect.busy')
                : t(isConnected ? 'connect.salesforce.again' : 'connect.salesforce.signIn')}
            </CommandButton>
          </div>
        )}
      </Outcome>
    </ConnectForm>
  );
}

/** When the browser has answered, or was given up, the focus comes back to where it left; once. */
function useReturn(isWaiting: boolean, isWell: boolean, onArrived: () => void) {
  const button = useRef<HTMLButtonElement>(null);
  const [was, setWas] = useState(isWaiting);
  const [hasArrived, setArrived] = useState(false);
  if (was !== isWaiting) {
    setWas(isWaiting);
    setArrived(!isWaiting && isWell);
  }
  const before = useRef(isWaiting);
  useEffect(() => {
    if (before.current && !isWaiting) {
      button.current?.focus();
      if (isWell) onArrived();
    }
    before.current = isWaiting;
  });
  return { button, hasArrived };
}
