/** How the caller knows the new value: what decides when the CRM says something else. */
import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import { CHECK_METHODS, type CheckMethod } from '../../../domain/correction.ts';

interface CheckedByProps {
  readonly value: CheckMethod;
  readonly onChange: (method: CheckMethod) => void;
}

export function CheckedBy({ value, onChange }: CheckedByProps) {
  const { t } = useTranslation();
  return (
    <RadioGroup
      className="field"
      value={value}
      orientation="horizontal"
      onChange={(chosen) => {
        const method = CHECK_METHODS.find((id) => id === chosen);
        if (method !== undefined) onChange(method);
      }}
    >
      <Label className="field-label">{t('call.editor.checkedBy')}</Label>
      <div className="segments">
        {CHECK_METHODS.filter((id) => id !== 'register' || value === id).map((id) => (
          <Radio key={id} value={id} className="segment">
            {t(`call.details.checkedBy.${id}`)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
