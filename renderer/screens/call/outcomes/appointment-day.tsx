import { Button } from 'react-aria-components/Button';
import { Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components/Select';
import { useTranslation } from 'react-i18next';
import { addDays, type CalendarDay } from '../../../../domain/calendar/day.ts';
import { useSession } from '../../../data/session-context.ts';
import { useLanguage } from '../../../i18n/use-sentence.ts';
import { focusOnArrival } from '../../../parts/focus-on-arrival.ts';
import { Icon } from '../../../parts/icon.tsx';
import { comingDays, writeComingDay } from './coming-days.ts';

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
    <Select
      className="field appointment-day"
      value={day}
      onChange={(chosen) => onChange(days.find((id) => id === chosen) ?? day)}
    >
      <Label className="field-label">{t('call.appointment.day')}</Label>
      <Button ref={focusOnArrival} className="box select">
        <SelectValue />
        <Icon name="down" />
      </Button>
      <Popover className="popover" placement="top start">
        <ListBox className="menu">
          {days.map((id) => (
            <ListBoxItem key={id} id={id} className="menu-item" textValue={nameOf(id)}>
              {nameOf(id)}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
