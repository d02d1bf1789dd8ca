/** Somebody who is on none of the caller's lists: first it is said why she is looked at. */
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Form } from 'react-aria-components/Form';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { LOOK_REASONS, type LOOK_CHOICES } from '../../../../domain/audit/look-reasons.ts';
import { CommandButton } from '../../../commands/command-button.tsx';
import { useClient } from '../../../data/client-context.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { useTroubleText } from '../../../parts/use-trouble-text.ts';
import { formFocus } from '../typing-elsewhere.ts';
import { Refusal } from '../../../parts/refusal.tsx';

const SHORTEST = 3;

type LookChoice = (typeof LOOK_CHOICES)[number];

/** What is chosen with one key; anything else is written. */
const CHOICES = [
  { why: 'rings-back', command: 'reason.ringsBack' },
  { why: 'question', command: 'reason.question' },
  { why: 'details', command: 'reason.details' },
  { why: 'asked', command: 'reason.asked' },
] as const;

export function ReasonForm({ donorId }: { readonly donorId: number }) {
  const { t } = useTranslation();
  const say = useSentence();
  const textOf = useTroubleText();
  const client = useClient();
  const [reason, setReason] = useState('');
  const [isTooShort, setTooShort] = useState(false);
  const save = useMutation({
    mutationFn: (why: LookChoice) => client.ask('donor.look', { donorId, why, reason }),
  });
  const choose = (why: LookChoice): void => {
    if (!save.isPending) save.mutate(why);
  };
  const send = (): void => {
    setTooShort(reason.trim().length < SHORTEST);
    if (reason.trim().length >= SHORTEST && !save.isPending) save.mutate('other');
  };
  return (
    <div {...formFocus}>
      <Form
        className="editor reason"
        aria-label={t('donors.reason.title')}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          send();
        }}
      >
        <h2 className="t">{t('donors.reason.title')}</h2>
        <p className="soft">{t('donors.reason.text')}</p>
        <div className="reason-choices">
          {CHOICES.map(({ why, command }) => (
            <CommandButton key={why} className="btn" command={command} onRun={() => choose(why)}>
              {say(LOOK_REASONS[why])}
            </CommandButton>
          ))}
        </div>
        <TextField className="field" value={reason} onChange={setReason} isInvalid={isTooShort}>
          <Label>{t('donors.reason.label')}</Label>
          <Input className="box" autoComplete="off" placeholder={t('donors.reason.example')} />
        </TextField>
        {(isTooShort || save.error !== null) && (
          <Refusal>{save.error === null ? t('donors.reason.tooShort') : textOf(save.error)}</Refusal>
        )}
        <div className="editor-do">
          <CommandButton className="btn go" command="reason.save" onRun={send} isPending={save.isPending}>
            {t('donors.reason.save')}
          </CommandButton>
        </div>
      </Form>
    </div>
  );
}
