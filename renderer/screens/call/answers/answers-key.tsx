/** The key of the ready answers; their place is beside the script. */
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../../../commands/command-button.tsx';
import { useCall } from '../call-context.ts';
import './answers.css';

export function AnswersKey() {
  const { t } = useTranslation();
  const { setMode } = useCall();
  return (
    <CommandButton
      className="btn answers-key"
      keycap="before"
      command="call.answers"
      onRun={() => setMode({ kind: 'answers' })}
    >
      <span className="answers-word">{t('call.answers.title')}</span>
    </CommandButton>
  );
}
