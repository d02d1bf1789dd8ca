/** What can be said of the chosen detail, each with what it does; then on to the next donor. */
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../../commands/command-button.tsx';
import type { VerifyDetail } from './pair.tsx';
import type { VerifyChanges } from './use-verify.ts';

interface AnswersProps {
  readonly donorId: number;
  readonly detail: VerifyDetail | undefined;
  readonly changes: VerifyChanges;
  readonly isTyping: boolean;
  readonly onTyping: () => void;
  readonly onDecided: () => void;
  readonly onFinish: () => void;
  readonly isFinishing: boolean;
}

export function Answers(props: AnswersProps) {
  const { donorId, detail, changes, isTyping, onTyping, onDecided, onFinish, isFinishing } = props;
  const { t } = useTranslation();
  const isPending = changes.isRunning;
  const suggestion = detail?.suggestion ?? null;
  return (
    <div className="verify-answers">
      {detail !== undefined && !isTyping && (
        <>
          {detail.state === 'open' && (
            <CommandButton
              className="answer-key"
              keycap="before"
              command="verify.right"
              isPending={isPending}
              onRun={() => {
                changes.run({ name: 'verify.setRight', input: { donorId, key: detail.key, isRight: true } });
                onDecided();
              }}
            >
              <Words label={t('verify.right')} more={t('verify.rightHow')} />
            </CommandButton>
          )}
          {suggestion !== null && (
            <CommandButton
              className="answer-key take"
              keycap="before"
              command="verify.accept"
              isPending={isPending}
              onRun={() => {
                const input = {
                  donorId,
                  key: detail.key,
                  correction: suggestion.input,
                  checkedBy: 'looked-up',
                } as const;
                changes.run({ name: 'verify.correct', input });
                onDecided();
              }}
            >
              <Words label={t('verify.accept')} more={suggestion.lines.join(', ')} />
            </CommandButton>
          )}
          <CommandButton
            className="answer-key"
            keycap="before"
            command="verify.type"
            onRun={() => {
              changes.clear();
              onTyping();
            }}
          >
            <Words label={t('verify.type')} more={t('verify.typeHow')} />
          </CommandButton>
          {detail.state !== 'open' && (
            <CommandButton
              className="answer-key"
              keycap="before"
              command="verify.undo"
              isPending={isPending}
              onRun={() =>
                changes.run(
                  detail.state === 'right'
                    ? { name: 'verify.setRight', input: { donorId, key: detail.key, isRight: false } }
                    : { name: 'verify.undoCorrection', input: { donorId, key: detail.key } },
                )
              }
            >
              <Words label={t('verify.undo')} more={t('verify.undoHow')} />
            </CommandButton>
          )}
        </>
      )}
      <CommandButton
        className={`answer-key last${suggestion === null && !isTyping ? ' take' : ''}`}
        command="verify.finish"
        onRun={onFinish}
        isPending={isFinishing}
      >
        <Words label={t('verify.finish')} more={t('verify.finishHow')} />
      </CommandButton>
    </div>
  );
}

function Words({ label, more }: { readonly label: string; readonly more: string }) {
  return (
    <span className="answer-words">
      <b>{label}</b>
      <small>{more}</small>
    </span>
  );
}
