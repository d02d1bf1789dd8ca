import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';

interface AppointmentWhoProps {
  readonly byMe: boolean;
  readonly onChange: (byMe: boolean) => void;
}

/** Kept for the caller who promised it, or for anyone. */
export function AppointmentWho({ byMe, onChange }: AppointmentWhoProps) {
  const { t } = useTranslation();
  return (
    <RadioGroup
      className="field"
      orientation="horizontal"
      value={byMe ? 'me' : 'anyone'}
      onChange={(chosen) => onChange(chosen === 'me')}
    >
      <Label className="field-label">{t('call.appointment.who')}</Label>
      <div className="segments">
        <Radio value="me" className="segment">
          {t('call.appointment.me')}
        </Radio>
        <Radio value="anyone" className="segment">
          {t('call.appointment.anyone')}
        </Radio>
      </div>
    </RadioGroup>
  );
}
