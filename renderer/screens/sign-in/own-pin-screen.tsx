/** My PIN: chosen or changed by whoever is signed in. */
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import { useTranslation } from 'react-i18next';
import { useTitle } from '../../app/use-document.ts';
import { useClient } from '../../data/client-context.ts';
import { useSession } from '../../data/session-context.ts';
import { useAnswer } from '../../data/use-answer.ts';
import { Bar } from '../../parts/bar.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import { CodeOnce } from './code-once.tsx';
import { PinField } from './pin-field.tsx';
import { Refusal } from '../../parts/refusal.tsx';
import './sign-in.css';

export function OwnPinScreen() {
  const { t } = useTranslation();
  const { person } = useSession();
  const { data } = useAnswer('session.people', {});
  useTitle(t('signIn.ownPin'));
  const hasPin = data?.people.find(({ id }) => id === person.id)?.hasPin;
  return (
    <>
      <Bar />
      <main className="whole-page">
        <section className="sign-in">
          <h1>{t('signIn.ownPin')}</h1>
          <p className="soft">{t('signIn.ownPinText')}</p>
          {hasPin !== undefined && <OwnPin hasPin={hasPin} />}
        </section>
      </main>
    </>
  );
}

function OwnPin({ hasPin }: { readonly hasPin: boolean }) {
  const { t } = useTranslation();
  const client = useClient();
  const textOf = useTroubleText();
  const [old, setOld] = useState('');
  const [pin, setPin] = useState('');
  const [isCodeKept, setCodeKept] = useState(false);
  const save = useMutation({
    mutationFn: () => client.ask('session.changePin', { old: hasPin ? old : null, pin }),
    onSuccess: () => {
      setOld('');
      setPin('');
    },
  });
  const code = save.data?.code ?? null;
  if (code !== null && !isCodeKept) return <CodeOnce code={code} level={2} onDone={() => setCodeKept(true)} />;
  return (
    <Form
      className="sign-in-form"
      aria-label={t('signIn.ownPin')}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!save.isPending) save.mutate();
      }}
    >
      {hasPin && !save.isSuccess && <PinField label={t('signIn.oldPin')} value={old} isFirst onChange={setOld} />}
      {!save.isSuccess && (
        <PinField
          label={t('signIn.newPin')}
          hint={t('signIn.pinHint')}
          value={pin}
          isFirst={!hasPin}
          onChange={setPin}
        />
      )}
      {save.error !== null && <Refusal>{textOf(save.error)}</Refusal>}
      {save.isSuccess ? (
        <output className="st ok">
          <Icon name="tick" />
          {t('signIn.ownPinSaved')}
        </output>
      ) : (
        <Button className="btn go" type="submit" data-pending={save.isPending || undefined}>
          {t('signIn.ownPinSave')}
        </Button>
      )}
    </Form>
  );
}
