/** New consent, in the donor's own words and with its day: the only way to undo an objection (rules-nl.md L3, L8). */
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Form } from 'react-aria-components/Form';
import { Input, Label, TextArea, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { readTypedDay, writeTypedDay } from '../../../../domain/calendar/typed-day.ts';
import { CommandButton } from '../../../commands/command-button.tsx';
import { useClient } from '../../../data/client-context.ts';
import { useSession } from '../../../data/session-context.ts';
import { focusOnArrival, showOnArrival } from '../../../parts/focus-on-arrival.ts';
import { useTroubleText } from '../../../parts/use-trouble-text.ts';
import { formFocus } from '../typing-elsewhere.ts';
import { Refusal } from '../../../parts/refusal.tsx';

interface ConsentFormProps {
  readonly donorId: number;
  readonly hasObjected: boolean;
  readonly onClose: () => void;
}

export function ConsentForm({ donorId, hasObjected, onClose }: ConsentFormProps) {
  const { t } = useTranslation();
  const textOf = useTroubleText();
  const client = useClient();
  const { today } = useSession();
  const [day, setDay] = useState(writeTypedDay(today));
  const [words, setWords] = useState('');
  const [source, setSource] = useState<string>(t('donors.consent.byPhone'));
  const [isIncomplete, setIncomplete] = useState(false);
  const save = useMutation({
    mutationFn: async () => {
      const read = readTypedDay(day);
      if (read !== null) await client.ask('donor.recordConsent', { donorId, day: read, words, source });
    },
    onSuccess: onClose,
  });
  const send = (): void => {
    const isWhole = readTypedDay(day) !== null && words.trim() !== '' && source.trim() !== '';
    setIncomplete(!isWhole);
    if (isWhole && !save.isPending) save.mutate();
  };
  return (
    <div {...formFocus}>
      <Form
        ref={showOnArrival}
        className="editor consent"
        aria-label={t('donors.rights.newConsent')}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          send();
        }}
      >
        <p className="soft">{t(hasObjected ? 'donors.consent.undoes' : 'donors.consent.why')}</p>
        <TextField className="field" value={words} onChange={setWords} isInvalid={isIncomplete && words.trim() === ''}>
          <Label>{t('donors.consent.words')}</Label>
          <TextArea ref={focusOnArrival} className="box" rows={2} />
        </TextField>
        <div className="consent-row">
          <TextField
            className="field"
            value={day}
            onChange={setDay}
            isInvalid={isIncomplete && readTypedDay(day) === null}
          >
            <Label>{t('donors.consent.day')}</Label>
            <Input className="box" autoComplete="off" inputMode="numeric" />
          </TextField>
          <TextField
            className="field"
            value={source}
            onChange={setSource}
            isInvalid={isIncomplete && source.trim() === ''}
          >
            <Label>{t('donors.consent.source')}</Label>
            <Input className="box" autoComplete="off" />
          </TextField>
        </div>
        {(isIncomplete || save.error !== null) && (
          <Refusal>{save.error === null ? t('donors.consent.incomplete') : textOf(save.error)}</Refusal>
        )}
        <div className="editor-do">
          <CommandButton className="btn go" command="consent.save" onRun={send} isPending={save.isPending}>
            {t('donors.consent.save')}
          </CommandButton>
          <CommandButton command="consent.close" onRun={onClose}>
            {t('call.editor.close')}
          </CommandButton>
        </div>
      </Form>
    </div>
  );
}
