/** The PIN of the one who was chosen, and the ways out when it is forgotten. */
import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import { useTranslation } from 'react-i18next';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import type { PersonHere } from './names.tsx';
import { PinField } from './pin-field.tsx';
import { RecoverForm } from './recover-form.tsx';
import { useSignIn } from './use-sign-in.ts';
import { Refusal } from '../../parts/refusal.tsx';

interface PinFormProps {
  readonly person: PersonHere;
  readonly hasRecovery: boolean;
  readonly onBack: () => void;
}

export function PinForm({ person, hasRecovery, onBack }: PinFormProps) {
  const { t } = useTranslation();
  const textOf = useTroubleText();
  const signIn = useSignIn();
  const [pin, setPin] = useState('');
  const [help, setHelp] = useState<'closed' | 'open' | 'code'>('closed');
  if (help === 'code') return <RecoverForm person={person} onBack={() => setHelp('open')} />;
  const enter = (event: FormEvent): void => {
    event.preventDefault();
    if (signIn.isPending) return;
    signIn.mutate({ personId: person.id, pin });
    setPin('');
  };
  return (
    <>
      <h1>
        <bdi className="name">{person.name}</bdi>
      </h1>
      <Form className="sign-in-form" aria-label={t('signIn.pinOf', { name: person.name })} onSubmit={enter}>
        <PinField
          label={t('signIn.pinOf', { name: person.name })}
          value={pin}
          isRefused={signIn.isError}
          isFirst
          onChange={setPin}
        />
        {signIn.error !== null && <Refusal>{textOf(signIn.error)}</Refusal>}
        {signIn.error === null && person.wait > 0 && (
          <p className="soft">{t('signIn.wait', { seconds: person.wait })}</p>
        )}
        <Button className="btn go" type="submit" data-pending={signIn.isPending || undefined}>
          {signIn.isPending ? t('signIn.busy') : t('signIn.enter')}
        </Button>
      </Form>
      <div className="sign-in-more">
        <Button className="link" onPress={onBack}>
          {t('signIn.other')}
        </Button>
        <Button
          className="link"
          aria-expanded={help === 'open'}
          onPress={() => setHelp(help === 'open' ? 'closed' : 'open')}
        >
          {t('signIn.forgot')}
        </Button>
      </div>
      {help === 'open' && (
        <div className="sign-in-help">
          {person.isCoordinator && hasRecovery ? (
            <>
              <p>{t('signIn.forgotCode')}</p>
              <Button className="btn" onPress={() => setHelp('code')}>
                {t('signIn.useCode')}
              </Button>
            </>
          ) : (
            <p>{person.isCoordinator ? t('signIn.forgotNoCode') : t('signIn.forgotAsk')}</p>
          )}
        </div>
      )}
    </>
  );
}
