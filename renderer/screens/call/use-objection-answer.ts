/** Answers the objection question, and goes on with the outcome that waited for it. */
import type { ObjectionAnswer } from '../../../domain/operation.ts';
import { useCall } from './call-context.ts';
import { meansDigits, NOTHING_OPEN } from './call-mode.ts';

export function useObjectionAnswer(): (answer: ObjectionAnswer | null) => void {
  const { memory, changes, mode, setMode } = useCall();
  return (answer) => {
    changes.answerObjection(answer);
    const isAppointmentNext = memory.wanted === 'callback' && (answer === 'offered' || answer === 'not-offered');
    if (isAppointmentNext) setMode({ kind: 'appointment' });
    else if (meansDigits(mode)) setMode(NOTHING_OPEN);
  };
}
