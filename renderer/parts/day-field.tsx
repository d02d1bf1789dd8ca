/** A calendar day, typed part by part in the order of the language; the field goes on by itself. */
import { parseDate } from '@internationalized/date';
import { DateField, DateInput, DateSegment, Label } from 'react-aria-components/DateField';
import { isCalendarDay, type CalendarDay } from '../../domain/calendar/day.ts';

interface DayFieldProps {
  readonly label: string;
  readonly value: CalendarDay;
  readonly onChange: (day: CalendarDay) => void;
}

/** An emptied field keeps the day that it had: there is no period without one. */
export function DayField({ label, value, onChange }: DayFieldProps) {
  return (
    <DateField
      className="field"
      shouldForceLeadingZeros
      value={parseDate(value)}
      onChange={(day) => {
        const written = day?.toString() ?? '';
        if (isCalendarDay(written)) onChange(written);
      }}
    >
      <Label>{label}</Label>
      <DateInput className="box time-input day-input">{(segment) => <DateSegment segment={segment} />}</DateInput>
    </DateField>
  );
}
