/** Erasing a donor: what will happen, why, and the number typed to confirm it. */
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ErasureGround } from '../../../../domain/privacy/erasure.ts';
import { useClient } from '../../../data/client-context.ts';
import { useAnswer } from '../../../data/use-answer.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { Bones } from '../../../parts/bones.tsx';
import { focusOnArrival, showOnArrival } from '../../../parts/focus-on-arrival.ts';
import { Icon } from '../../../parts/icon.tsx';
import { PrivacySections } from '../../../parts/privacy-sections.tsx';
import { useTroubleText } from '../../../parts/use-trouble-text.ts';
import { formFocus } from '../typing-elsewhere.ts';
import { Refusal } from '../../../parts/refusal.tsx';
import { OneOf } from '../../../parts/one-of.tsx';

interface EraseFormProps {
  readonly donorId: number;
  readonly onClose: () => void;
}

export function EraseForm({ donorId, onClose }: EraseFormProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const textOf = useTroubleText();
  const navigate = useNavigate();
  const client = useClient();
  const { data: preview, error } = useAnswer('erasure.preview', { donorId });
  const [ground, setGround] = useState<ErasureGround>('asked');
  const [number, setNumber] = useState('');
  const erase = useMutation({
    mutationFn: () => client.ask('erasure.erase', { donorId, ground, number }),
    onSuccess: () => void navigate('/settings/privacy'),
  });
  if (preview === undefined) {
    return error === null ? <Bones className="found-bones" /> : <p role="alert">{textOf(error)}</p>;
  }
  const refusal = erase.error === null ? null : textOf(erase.error);
  return (
    <div {...formFocus}>
      <Form
        ref={showOnArrival}
        className="editor consent"
        aria-label={t('privacy.eraseTitle')}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (preview.blocked === null && number.trim() !== '' && !erase.isPending) erase.mutate();
        }}
      >
        <h3 className="t privacy-title" ref={focusOnArrival} tabIndex={-1}>
          {t('privacy.eraseTitle')}
        </h3>
        <p className="soft">{t('privacy.eraseIntro')}</p>
        <PrivacySections sections={preview.sections} />
        {preview.blocked !== null ? (
          <Refusal>{say(preview.blocked)}</Refusal>
        ) : (
          <>
            <OneOf
              label={t('privacy.ground')}
              value={ground}
              options={preview.grounds.map(({ id, name }) => ({ id, name: say(name) }))}
              onChange={(id) => setGround(preview.grounds.find((each) => each.id === id)?.id ?? ground)}
            />
            <TextField
              className="field"
              value={number}
              onChange={(text) => {
                erase.reset();
                setNumber(text);
              }}
              isInvalid={refusal !== null}
            >
              <Label>{t('privacy.number', { number: preview.number })}</Label>
              <Input className="box" autoComplete="off" />
            </TextField>
          </>
        )}
        {refusal !== null && <Refusal>{refusal}</Refusal>}
        {erase.isPending && <output>{t('privacy.eraseBusy')}</output>}
        <div className="editor-do">
          {preview.blocked === null && (
            <Button className="btn" type="submit" data-pending={erase.isPending || undefined}>
              <Icon name="octagon" />
              {t('privacy.eraseDo')}
            </Button>
          )}
          <Button className="btn" onPress={onClose}>
            {t('privacy.eraseNot')}
          </Button>
        </div>
      </Form>
    </div>
  );
}
