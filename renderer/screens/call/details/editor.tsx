/** Corrects one detail in its own place. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { memoryOf, remember } from '../../../data/call-memory.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { fieldsOf, type FieldTexts } from '../../../parts/detail/correction-fields.ts';
import { DetailForm } from '../../../parts/detail/detail-form.tsx';
import { useCall } from '../call-context.ts';
import type { Detail } from './detail-row.tsx';

export function Editor({ detail }: { readonly detail: Detail }) {
  const { t } = useTranslation();
  const say = useSentence();
  const { view, changes, setMode } = useCall();
  const [texts, setTexts] = useEditorDraft(view.callItemId, detail);
  const close = (): void => setMode({ kind: 'none', closed: { kind: 'editor', detailKey: detail.key } });
  return (
    <DetailForm
      label={say(detail.label)}
      field={detail.field}
      detailKey={detail.key}
      texts={texts}
      onTexts={setTexts}
      checkedBy={detail.checkedBy ?? 'heard'}
      onSave={(correction, checkedBy) => changes.correct({ key: detail.key, correction, checkedBy })}
      onSaved={() => {
        setTexts(null);
        close();
      }}
      onClose={close}
      saveLabel={t('call.editor.save')}
    />
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
