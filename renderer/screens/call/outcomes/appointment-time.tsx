import { DateInput, DateSegment, Label, TimeField } from 'react-aria-components/TimeField';
import { useTranslation } from 'react-i18next';

/** Typed as 1930: the field goes on by itself. Empty means some time that day. */
export function AppointmentTime({ onChange }: { readonly onChange: (time: string | null) => void }) {
  const { t } = useTranslation();
  const two = (part: number): string => String(part).padStart(2, '0');
  return (
    <TimeField
      className="field"
      hourCycle={24}
      granularity="minute"
      shouldForceLeadingZeros
      onChange={(value) => onChange(value === null ? null : `${two(value.hour)}:${two(value.minute)}`)}
    >
      <Label className="field-label">
        {t('call.appointment.time')} <span className="optional">{t('call.appointment.timeHint')}</span>
      </Label>
      <DateInput className="box time-input">{(segment) => <DateSegment segment={segment} />}</DateInput>
    </TimeField>
  );
}
