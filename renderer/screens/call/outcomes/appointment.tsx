/** "Later terugbellen": on which day, at what time, by whom. */
import { useState, type FormEvent } from 'react';
import { Form } from 'react-aria-components/Form';
import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '../../../../domain/calendar/day.ts';
import { CommandButton } from '../../../commands/command-button.tsx';
import { useSession } from '../../../data/session-context.ts';
import { useCall } from '../call-context.ts';
import { AppointmentDay } from './appointment-day.tsx';
import { AppointmentTime } from './appointment-time.tsx';
import { AppointmentWho } from './appointment-who.tsx';

export function Appointment() {
  const { t } = useTranslation();
  const { setMode, finishing } = useCall();
  const { today } = useSession();
  const [day, setDay] = useState<CalendarDay>(today);
  const [time, setTime] = useState<string | null>(null);
  const [byMe, setByMe] = useState(true);

  const save = (): void => finishing.finish('callback', { day, time, byMe });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save();
  };
  return (
    <Form className="second-question" aria-labelledby="appointment-question" onSubmit={submit}>
      <h2 id="appointment-question">{t('call.appointment.question')}</h2>
      <div className="second-options appointment">
        <AppointmentDay day={day} onChange={setDay} />
        <AppointmentTime onChange={setTime} />
        <AppointmentWho byMe={byMe} onChange={setByMe} />
        <div className="appointment-do">
          <CommandButton
            className="btn go"
            command="appointment.save"
            onRun={save}
            isPending={finishing.pending !== null}
          >
            {t('call.appointment.save')}
          </CommandButton>
          <CommandButton
            command="appointment.close"
            onRun={() => setMode({ kind: 'none', closed: { kind: 'appointment' } })}
          >
            {t('call.outcomes.back')}
          </CommandButton>
        </div>
      </div>
    </Form>
  );
}
