/** Meanwhile somebody signs in in the browser: what happens there, and what to do when nothing does. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Text } from 'react-aria-components/Text';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import type { SignInState } from '../../../contract/procedures/connection.ts';
import { wallClock } from '../../../domain/calendar/day.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useClient } from '../../data/client-context.ts';
import { refreshTopics } from '../../data/query-client.ts';
import { Bones } from '../../parts/bones.tsx';
import { focusOnArrival } from '../../parts/focus-on-arrival.ts';

type Waiting = Extract<SignInState, { kind: 'waiting' }>;

export function BrowserWait({ signIn }: { readonly signIn: SignInState }) {
  const { t } = useTranslation();
  return (
    <section className="found" aria-labelledby="connect-wait" aria-busy={signIn.kind === 'finishing'}>
      <h2 className="t" id="connect-wait" tabIndex={-1} ref={focusOnArrival}>
        {t(signIn.kind === 'waiting' ? 'connect.wait.title' : 'connect.wait.finishing')}
      </h2>
      {signIn.kind === 'waiting' ? <InBrowser waiting={signIn} /> : <Bones className="found-bones" />}
    </section>
  );
}

function InBrowser({ waiting: { address, until, isOpened } }: { readonly waiting: Waiting }) {
  const { t } = useTranslation();
  const client = useClient();
  const queryClient = useQueryClient();
  const open = useMutation({ mutationFn: () => client.ask('connection.openSignIn', {}) });
  const cancel = useMutation({
    mutationFn: () => client.ask('connection.cancelSignIn', {}),
    onSuccess: () => refreshTopics(queryClient, ['connection']),
  });
  return (
    <>
      <ol className="connect-steps">
        <li>{t(isOpened ? 'connect.wait.opened' : 'connect.wait.copyFirst')}</li>
        <li>{t('connect.wait.allow')}</li>
        <li>{t('connect.wait.back')}</li>
      </ol>
      <p className="meta">{t('connect.wait.until', { time: wallClock(until).time })}</p>
      <div className="connect-do">
        {isOpened && (
          <CommandButton command="connect.openBrowser" onRun={open.mutate} isPending={open.isPending}>
            {t('connect.wait.openAgain')}
          </CommandButton>
        )}
        <CommandButton command="connect.cancelSignIn" onRun={cancel.mutate} isPending={cancel.isPending}>
          {t('connect.wait.cancel')}
        </CommandButton>
      </div>
      <TextField className="field connect-copy" value={address} isReadOnly>
        <Label>{t(isOpened ? 'connect.wait.notOpened' : 'connect.wait.address')}</Label>
        <Input className="box" onFocus={({ currentTarget }) => currentTarget.select()} />
        <Text slot="description" className="meta">
          {t('connect.wait.copy')}
        </Text>
      </TextField>
    </>
  );
}
