/** A question about what was typed: J takes the proposal, N leaves it. The focus leaves the field, so that these are keys again. */
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../../commands/command-button.tsx';
import { useCommand } from '../../commands/commands-context.tsx';
import { focusOnArrival } from '../focus-on-arrival.ts';
import { withDomain } from '../../../domain/verify/email-domain.ts';
import { Refusal } from '../refusal.tsx';

interface DoubtProps {
  readonly domain: string;
  /** Null leaves what was typed. */
  readonly onAnswer: (corrected: ((email: string) => string) | null) => void;
  readonly onClose: () => void;
}

export function Doubt({ domain, onAnswer, onClose }: DoubtProps) {
  const { t } = useTranslation();
  useCommand('editor.close', onClose);
  return (
    <>
      <Refusal>{t('call.editor.doubt', { domain })}</Refusal>
      <div className="editor-do">
        <CommandButton
          ref={focusOnArrival}
          keycap="before"
          command="doubt.yes"
          onRun={() => onAnswer((email) => withDomain(email, domain))}
        >
          {t('call.editor.doubtYes', { domain })}
        </CommandButton>
        <CommandButton keycap="before" command="doubt.no" onRun={() => onAnswer(null)}>
          {t('call.editor.doubtNo')}
        </CommandButton>
      </div>
    </>
  );
}
