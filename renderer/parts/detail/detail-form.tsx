/** The form in which a detail is typed. A value that is refused stays as it was typed, with the reason beside it. */
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Form } from 'react-aria-components/Form';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../../contract/index.ts';
import type { CheckMethod, DetailField } from '../../../domain/correction.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { showOnArrival } from '../focus-on-arrival.ts';
import { useTroubleText } from '../use-trouble-text.ts';
import { CheckedBy } from './checked-by.tsx';
import { correctionOf, doubtAbout, type FieldTexts } from './correction-fields.ts';
import { Doubt } from './doubt.tsx';
import { EditorFields } from './editor-fields.tsx';
import { StreetProposal } from './street-proposal.tsx';
import { Refusal } from '../refusal.tsx';
import './editor.css';

interface DetailFormProps {
  readonly label: string;
  readonly field: DetailField;
  readonly detailKey?: string;
  readonly texts: FieldTexts;
  readonly onTexts: (texts: FieldTexts) => void;
  readonly checkedBy: CheckMethod;
  readonly onSave: (
    correction: InputOf<'call.correctDetail'>['correction'],
    checkedBy: CheckMethod,
  ) => Promise<unknown>;
  readonly onSaved: () => void;
  readonly onClose: () => void;
  readonly saveLabel: string;
}

export function DetailForm(props: DetailFormProps) {
  const { label, field, detailKey, texts, onTexts, onSave, onSaved, onClose, saveLabel } = props;
  const { t } = useTranslation();
  const textOf = useTroubleText();
  const [checkedBy, setCheckedBy] = useState<CheckMethod>(props.checkedBy);
  const [doubt, setDoubt] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: (values: FieldTexts) => onSave(correctionOf(field, values), checkedBy),
    onSuccess: onSaved,
  });
  const send = (values: FieldTexts, mayDoubt: boolean): void => {
    const meant = mayDoubt ? doubtAbout(field, values) : null;
    setDoubt(meant);
    if (meant === null) save.mutate(values);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send(texts, true);
  };

  return (
    <Form ref={showOnArrival} className="editor" aria-label={label} onSubmit={submit} data-detail={detailKey}>
      <p className="editor-title" aria-hidden="true">
        {label}
      </p>
      <EditorFields
        field={field}
        texts={texts}
        isRefused={save.error !== null}
        onChange={(next) => {
          onTexts(next);
          setDoubt(null);
        }}
      />
      {field === 'address' && (
        <StreetProposal
          texts={texts}
          onTake={(proposed) => {
            onTexts(proposed);
            setCheckedBy('register');
          }}
        />
      )}
      {save.error !== null && <Refusal>{textOf(save.error)}</Refusal>}
      {doubt === null ? (
        <>
          <CheckedBy value={checkedBy} mayLookUp={props.checkedBy === 'looked-up'} onChange={setCheckedBy} />
          <div className="editor-do">
            <CommandButton
              className="btn go"
              command="editor.save"
              onRun={() => send(texts, true)}
              isPending={save.isPending}
            >
              {saveLabel}
            </CommandButton>
            <CommandButton command="editor.close" onRun={onClose}>
              {t('call.editor.close')}
            </CommandButton>
          </div>
        </>
      ) : (
        <Doubt
          domain={doubt}
          onClose={onClose}
          onAnswer={(corrected) => {
            const values = corrected === null ? texts : { ...texts, email: corrected(texts['email'] ?? '') };
            onTexts(values);
            send(values, false);
          }}
        />
      )}
    </Form>
  );
}
