/** Says what is still needed before the call can end; above the keys, so that nothing moves. */
import { useTranslation } from 'react-i18next';
import { useCall } from '../call-context.ts';

export function OutcomeMessage() {
  const { t } = useTranslation();
  const { view, memory, finishing } = useCall();
  const [next] = view.numbers;
  const isAnswerMissing = memory.wanted !== null && view.objectionAnswer === null;
  const text = isAnswerMissing
    ? t('call.outcomes.answerFirst')
    : finishing.hasMarkedNumber && memory.dialled === null && next !== undefined
      ? t('call.outcomes.next', { number: next.display })
      : '';
  return <output className="outcome-message">{text}</output>;
}
