/** A coordinator's way back: the code from the paper, a new PIN, and then the new code. */
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../data/client-context.ts';
import { focusOnArrival } from '../../parts/focus-on-arrival.ts';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import { CodeOnce } from './code-once.tsx';
import type { PersonHere } from './names.tsx';
import { PinField } from './pin-field.tsx';
import { useComeIn } from './use-sign-in.ts';
import { Refusal } from '../../parts/refusal.tsx';

interface RecoverFormProps {
  readonly person: PersonHere;
  readonly onBack: () => void;
}

export function RecoverForm({ person, onBack }: RecoverFormProps) {
  const { t } = useTranslation();
  const textOf = useTroubleText();
  const client = useClient();
  const comeIn = useComeIn();
  const [code, setCode] = useState('');
  const [pin, setPin] = useState('');
  const recover = useMutation({
    mutationFn: () => client.ask('session.recover', { personId: person.id, code, pin }),
  });
  if (recover.data !== undefined) {
    return <CodeOnce code={recover.data.code} level={1} onDone={() => void comeIn(person.id)} />;
  }
  return (
    <>
      <h1>
        <bdi className="name">{person.name}</bdi>
      </h1>
      <Form
        className="sign-in-form"
        aria-label={t('signIn.useCode')}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (!recover.isPending) recover.mutate();
        }}
      >
        <TextField className="field" value={code} onChange={setCode}>
          <Label>{t('signIn.code')}</Label>
          <Input className="box" autoComplete="off" spellCheck={false} ref={focusOnArrival} />
        </TextField>
        <PinField label={t('signIn.newPin')} hint={t('signIn.pinHint')} value={pin} onChange={setPin} />
        {recover.error !== null && <Refusal>{textOf(recover.error)}</Refusal>}
        <Button className="btn go" type="submit" data-pending={recover.isPending || undefined}>
          {recover.isPending ? t('signIn.busy') : t('signIn.recover')}
        </Button>
      </Form>
      <div className="sign-in-more">
        <Button className="link" onPress={onBack}>
          {t('signIn.pinOf', { name: person.name })}
        </Button>
      </div>
    </>
  );
}
