import { useTranslation } from 'react-i18next';
import { addDays, type CalendarDay } from '../../../../domain/calendar/day.ts';
import { useSession } from '../../../data/session-context.ts';
import { useLanguage } from '../../../i18n/use-sentence.ts';
import { focusOnArrival } from '../../../parts/focus-on-arrival.ts';
import { comingDays, writeComingDay } from './coming-days.ts';
import { OneOf } from '../../../parts/one-of.tsx';

interface AppointmentDayProps {
  readonly day: CalendarDay;
  readonly onChange: (day: CalendarDay) => void;
}

/** A list of days in words; the arrows and the first letter of a weekday choose without opening it. */
export function AppointmentDay({ day, onChange }: AppointmentDayProps) {
  const { t } = useTranslation();
  const { today, partOfDay } = useSession();
  const language = useLanguage();
  const days = comingDays(today);
  const nameOf = (id: CalendarDay): string => {
    if (id === today) return t(`call.appointment.today.${partOfDay}`);
    const written = writeComingDay(id, today, language);
    return id === addDays(today, 1) ? t('call.appointment.tomorrow', { day: written }) : written;
  };
  return (
    <OneOf
      className="appointment-day"
      label={t('call.appointment.day')}
      value={day}
      placement="top start"
      buttonRef={focusOnArrival}
      options={days.map((id) => ({ id, name: nameOf(id) }))}
      onChange={(chosen) => onChange(days.find((id) => id === chosen) ?? day)}
    />
  );
}
