/** Corrects one detail in its own place. A value that is refused stays as it was typed, with the reason beside it. */
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Form } from 'react-aria-components/Form';
import { useTranslation } from 'react-i18next';
import type { CheckMethod } from '../../../../domain/correction.ts';
import { CommandButton } from '../../../commands/command-button.tsx';
import { memoryOf, remember } from '../../../data/call-memory.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { showOnArrival } from '../../../parts/focus-on-arrival.ts';
import { Icon } from '../../../parts/icon.tsx';
import { useTroubleText } from '../../../parts/use-trouble-text.ts';
import { useCall } from '../call-context.ts';
import { CheckedBy } from './checked-by.tsx';
import { correctionOf, doubtAbout, fieldsOf, type FieldTexts } from './correction-fields.ts';
import type { Detail } from './detail-row.tsx';
import { Doubt } from './doubt.tsx';
import { EditorFields } from './editor-fields.tsx';
import './editor.css';

export function Editor({ detail }: { readonly detail: Detail }) {
  const { t } = useTranslation();
  const say = useSentence();
  const textOf = useTroubleText();
  const { view, changes, setMode } = useCall();
  const [texts, setTexts] = useEditorDraft(view.callItemId, detail);
  const [checkedBy, setCheckedBy] = useState<CheckMethod>(detail.checkedBy ?? 'heard');
  const [doubt, setDoubt] = useState<string | null>(null);

  const close = (): void => setMode({ kind: 'none', closed: { kind: 'editor', detailKey: detail.key } });
  const save = useMutation({
    mutationFn: (values: FieldTexts) =>
      changes.correct({ key: detail.key, correction: correctionOf(detail.field, values), checkedBy }),
    onSuccess: () => {
      setTexts(null);
      close();
    },
  });
  const send = (values: FieldTexts, mayDoubt: boolean): void => {
    const meant = mayDoubt ? doubtAbout(detail.field, values) : null;
    setDoubt(meant);
    if (meant === null) save.mutate(values);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send(texts, true);
  };

  return (
    <Form
      ref={showOnArrival}
      className="editor"
      aria-label={say(detail.label)}
      onSubmit={submit}
      data-detail={detail.key}
    >
      <p className="editor-title" aria-hidden="true">
        {say(detail.label)}
      </p>
      <EditorFields
        field={detail.field}
        texts={texts}
        isRefused={save.error !== null}
        onChange={(next) => {
          setTexts(next);
          setDoubt(null);
        }}
      />
      {save.error !== null && (
        <p className="refusal" role="alert">
          <Icon name="triangle" />
          {textOf(save.error)}
        </p>
      )}
      {doubt === null ? (
        <>
          <CheckedBy value={checkedBy} onChange={setCheckedBy} />
          <div className="editor-do">
            <CommandButton
              className="btn go"
              command="editor.save"
              onRun={() => send(texts, true)}
              isPending={save.isPending}
            >
              {t('call.editor.save')}
            </CommandButton>
            <CommandButton command="editor.close" onRun={close}>
              {t('call.editor.close')}
            </CommandButton>
          </div>
        </>
      ) : (
        <Doubt
          domain={doubt}
          onClose={close}
          onAnswer={(corrected) => {
            const values = corrected === null ? texts : { ...texts, email: corrected(texts['email'] ?? '') };
            setTexts(values);
            send(values, false);
          }}
        />
      )}
    </Form>
  );
}

/** What is being typed for one detail; it is still there when the editor is closed and opened again. */
function useEditorDraft(
  callItemId: number,
  detail: Detail,
): readonly [texts: FieldTexts, setTexts: (texts: FieldTexts | null) => void] {
  const [texts, setTexts] = useState<FieldTexts>(() => {
    const drafts = memoryOf(callItemId).get().drafts;
    const start = fieldsOf(detail.input);
    return Object.fromEntries(
      Object.entries(start).map(([name, text]) => [name, drafts[placeOf(detail.key, name)] ?? text]),
    );
  });
  const keep = (next: FieldTexts | null): void => {
    const places = new Set(Object.keys(texts).map((name) => placeOf(detail.key, name)));
    const others = Object.entries(memoryOf(callItemId).get().drafts).filter(([place]) => !places.has(place));
    const mine = Object.entries(next ?? {}).map(([name, text]) => [placeOf(detail.key, name), text]);
    remember(callItemId, { drafts: Object.fromEntries([...others, ...mine]) });
    if (next !== null) setTexts(next);
  };
  return [texts, keep];
}

function placeOf(detailKey: string, name: string): string {
  return `detail:${detailKey}:${name}`;
}
