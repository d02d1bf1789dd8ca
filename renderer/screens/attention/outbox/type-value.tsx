/** Types what is right, with the form and the checks of a call. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../../../contract/index.ts';
import type { AttentionItem } from '../../../../contract/procedures/attention-item.ts';
import type { CheckMethod } from '../../../../domain/correction.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { fieldsOf, type FieldTexts } from '../../../parts/detail/correction-fields.ts';
import { DetailForm } from '../../../parts/detail/detail-form.tsx';

interface TypeValueProps {
  readonly typed: NonNullable<AttentionItem['typed']>;
  readonly checkedBy: CheckMethod;
  readonly onSave: (
    correction: InputOf<'call.correctDetail'>['correction'],
    checkedBy: CheckMethod,
  ) => Promise<unknown>;
  readonly onClose: () => void;
}

export function TypeValue({ typed, checkedBy, onSave, onClose }: TypeValueProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const [texts, setTexts] = useState<FieldTexts>(() => fieldsOf(typed.input));
  return (
    <div className="type-value">
      <DetailForm
        label={say(typed.label)}
        field={typed.field}
        texts={texts}
        onTexts={setTexts}
        checkedBy={checkedBy}
        onSave={onSave}
        onSaved={onClose}
        onClose={onClose}
        saveLabel={t('attention.sendTyped')}
      />
    </div>
  );
}
