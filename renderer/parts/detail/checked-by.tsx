/** How the caller knows the new value: what decides when the CRM says something else. */
import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import { CHECK_METHODS, type CheckMethod } from '../../../domain/correction.ts';

/** In a conversation a value is heard; only who works without one looks it up, and only the register says `register`. */
const NOT_SPOKEN: ReadonlySet<CheckMethod> = new Set(['register', 'looked-up']);

interface CheckedByProps {
  readonly value: CheckMethod;
  readonly mayLookUp?: boolean;
  readonly onChange: (method: CheckMethod) => void;
}

export function CheckedBy({ value, mayLookUp = false, onChange }: CheckedByProps) {
  const { t } = useTranslation();
  const isOffered = (id: CheckMethod): boolean =>
    !NOT_SPOKEN.has(id) || id === value || (id === 'looked-up' && mayLookUp);
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
        {CHECK_METHODS.filter(isOffered).map((id) => (
          <Radio key={id} value={id} className="segment">
            {t(`call.details.checkedBy.${id}`)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
