/** Instellingen, Telefoon: through which system is called. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import { Input, Label, TextArea, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../../contract/index.ts';
import { useClient } from '../../../data/client-context.ts';
import { refreshTopics } from '../../../data/query-client.ts';
import { useAnswer } from '../../../data/use-answer.ts';
import { Bones } from '../../../parts/bones.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { PickOne } from '../../../parts/pick-one.tsx';
import { useTroubleText } from '../../../parts/use-trouble-text.ts';
import {
  CHOICES,
  draftFor,
  draftOf,
  systemOf,
  TEXTS,
  type Choice,
  type DraftText,
  type TelephoneDraft,
} from './draft.ts';
import { Refusal } from '../../../parts/refusal.tsx';
import './telephone.css';

export function TelephoneSettings() {
  const { t } = useTranslation();
  const textOf = useTroubleText();
  const { data, error } = useAnswer('telephone.get', {});
  return (
    <>
      <section className="side-one settings-form" aria-labelledby="settings-section">
        <h2 id="settings-section">{t('telephone.title')}</h2>
        <p className="telephone-intro">{t('telephone.intro')}</p>
        {data !== undefined ? (
          <SystemForm kept={data} />
        ) : error === null ? (
          <Bones className="found-bones" />
        ) : (
          <p role="alert">{textOf(error)}</p>
        )}
      </section>
      <section className="settings-effect" aria-label={t('telephone.helpTitle')}>
        <h2 className="t">{t('telephone.helpTitle')}</h2>
        <p className="telephone-intro">{t('telephone.helpByHand')}</p>
        <p className="telephone-intro">{t('telephone.helpDevice')}</p>
        <p className="telephone-intro">{t('telephone.helpWords')}</p>
      </section>
    </>
  );
}

function SystemForm({ kept }: { readonly kept: OutputOf<'telephone.get'> }) {
  const { t } = useTranslation();
  const client = useClient();
  const queryClient = useQueryClient();
  const textOf = useTroubleText();
  const [draft, setDraft] = useState(() => draftOf(kept.system));
  const save = useMutation({
    mutationFn: () =>
      client.ask('telephone.save', { system: systemOf(draft), secret: draft.secret === '' ? null : draft.secret }),
    onSuccess: () => {
      setDraft((current) => ({ ...current, secret: '' }));
      return refreshTopics(queryClient, ['telephone']);
    },
  });
  const change = (next: TelephoneDraft): void => {
    save.reset();
    setDraft(next);
  };
  return (
    <Form
      className="telephone-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!save.isPending) save.mutate();
      }}
    >
      <PickOne<Choice>
        label={t('telephone.how')}
        value={draft.choice}
        options={CHOICES.map((id) => ({
          id,
          name: t(`telephone.choices.${id}`),
          more: t(`telephone.choicesMore.${id}`),
        }))}
        onChange={(choice) => change(draftFor(choice))}
      />
      {TEXTS[draft.choice].map((name) => (
        <DraftField
          key={name}
          name={name}
          draft={draft}
          isKept={name === 'secret' && kept.hasSecret}
          onChange={(text) => change({ ...draft, [name]: text })}
        />
      ))}
      {save.error !== null && <Refusal>{textOf(save.error)}</Refusal>}
      {save.isSuccess && (
        <output className="st ok">
          <Icon name="tick" />
          {t('telephone.saved')}
        </output>
      )}
      <div>
        <Button className="btn go" type="submit" data-pending={save.isPending || undefined}>
          {t('telephone.save')}
        </Button>
      </div>
    </Form>
  );
}

interface DraftFieldProps {
  readonly name: DraftText;
  readonly draft: TelephoneDraft;
  /** There is one already; empty keeps it. */
  readonly isKept: boolean;
  readonly onChange: (text: string) => void;
}

function DraftField({ name, draft, isKept, onChange }: DraftFieldProps) {
  const { t } = useTranslation();
  const isLong = name === 'headers' || name === 'body';
  return (
    <TextField className="field" value={draft[name]} onChange={onChange}>
      <Label>{t(`telephone.texts.${name}`)}</Label>
      {isLong ? (
        <TextArea className="box telephone-code" rows={3} spellCheck={false} />
      ) : (
        <Input
          className="box"
          type={name === 'secret' ? 'password' : 'text'}
          autoComplete="off"
          spellCheck={false}
          placeholder={isKept ? t('telephone.secretKept') : ''}
        />
      )}
    </TextField>
  );
}
