/** Something else than what is suggested, typed. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../../i18n/use-sentence.ts';
import { fieldsOf, type FieldTexts } from '../../parts/detail/correction-fields.ts';
import { DetailForm } from '../../parts/detail/detail-form.tsx';
import type { VerifyDetail } from './pair.tsx';
import type { VerifyChanges } from './use-verify.ts';

interface TypedDetailProps {
  readonly donorId: number;
  readonly detail: VerifyDetail;
  readonly changes: VerifyChanges;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

export function TypedDetail({ donorId, detail, changes, onSaved, onClose }: TypedDetailProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const [texts, setTexts] = useState<FieldTexts>(() => fieldsOf(detail.input));
  return (
    <DetailForm
      label={say(detail.label)}
      field={detail.field}
      texts={texts}
      onTexts={setTexts}
      checkedBy="looked-up"
      onSave={(correction, checkedBy) =>
        changes.send({ name: 'verify.correct', input: { donorId, key: detail.key, correction, checkedBy } })
      }
      onSaved={() => {
        onClose();
        onSaved();
      }}
      onClose={onClose}
      saveLabel={t('verify.save')}
    />
  );
}
