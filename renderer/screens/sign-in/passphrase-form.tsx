/** The data of this workstation is closed: first the passphrase, or the recovery code and a new one; then the names. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../data/client-context.ts';
import { refreshTopics } from '../../data/query-client.ts';
import { focusOnArrival } from '../../parts/focus-on-arrival.ts';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import { Refusal } from '../../parts/refusal.tsx';

export function PassphraseForm() {
  const { t } = useTranslation();
  const client = useClient();
  const queryClient = useQueryClient();
  const textOf = useTroubleText();
  const [passphrase, setPassphrase] = useState('');
  const [code, setCode] = useState('');
  const [hasForgotten, setForgotten] = useState(false);
  const unseal = useMutation({
    mutationFn: () =>
      hasForgotten
        ? client.ask('session.unsealWithCode', { code, passphrase })
        : client.ask('session.unseal', { passphrase }),
    onSuccess: () => refreshTopics(queryClient, ['session']),
    onSettled: () => setPassphrase(''),
  });
  return (
    <>
      <h1>{t('signIn.sealed')}</h1>
      <p className="soft">{hasForgotten ? t('signIn.sealedCode') : t('signIn.sealedText')}</p>
      <Form
        className="sign-in-form"
        aria-label={t('signIn.sealed')}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (!unseal.isPending) unseal.mutate();
        }}
      >
        {hasForgotten && (
          <TextField className="field" value={code} onChange={setCode}>
            <Label>{t('signIn.code')}</Label>
            <Input className="box" autoComplete="off" spellCheck={false} ref={focusOnArrival} />
          </TextField>
        )}
        <TextField
          className="field"
          type="password"
          value={passphrase}
          isInvalid={unseal.isError}
          validationBehavior="aria"
          onChange={setPassphrase}
        >
          <Label>{hasForgotten ? t('signIn.newPassphrase') : t('signIn.passphrase')}</Label>
          <Input
            className="box"
            autoComplete="off"
            spellCheck={false}
            {...(hasForgotten ? {} : { ref: focusOnArrival })}
          />
        </TextField>
        {unseal.error !== null && <Refusal>{textOf(unseal.error)}</Refusal>}
        <Button className="btn go" type="submit" data-pending={unseal.isPending || undefined}>
          {unseal.isPending ? t('signIn.busy') : t('signIn.unseal')}
        </Button>
      </Form>
      <div className="sign-in-more">
        <Button
          className="link"
          onPress={() => {
            unseal.reset();
            setForgotten(!hasForgotten);
          }}
        >
          {hasForgotten ? t('signIn.withPassphrase') : t('signIn.forgotPassphrase')}
        </Button>
      </div>
    </>
  );
}
