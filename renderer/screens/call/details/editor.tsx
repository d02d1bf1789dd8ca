/** Corrects one detail in its own place. */
import { useTranslation } from 'react-i18next';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { DetailForm } from '../../../parts/detail/detail-form.tsx';
import { useCall } from '../call-context.ts';
import type { Detail } from './detail-row.tsx';
import { useEditorDraft } from './editor-draft.ts';

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
