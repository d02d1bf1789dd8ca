/** Was the right to object offered? Every conversation needs the answer; "stops" takes effect at once. */
import type { Ref } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { ObjectionAnswer } from '../../../../domain/operation.ts';
import type { CommandId } from '../../../commands/catalogue.ts';
import { CommandButton } from '../../../commands/command-button.tsx';
import { useCommand } from '../../../commands/commands-context.tsx';
import { KeycapOf } from '../../../commands/keycap.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { useCall } from '../call-context.ts';
import { lastUndoable } from '../last-undoable.ts';
import { useObjectionAnswer } from '../use-objection-answer.ts';
import './objection.css';

const OPTIONS = [
  { answer: 'offered', command: 'call.objectionOffered', text: 'offered', more: 'offeredMore' },
  { answer: 'used', command: 'call.objectionUsed', text: 'used', more: 'usedMore' },
  { answer: 'not-offered', command: 'call.objectionNotOffered', text: 'notOffered', more: 'notOfferedMore' },
] as const satisfies readonly { answer: ObjectionAnswer; command: CommandId; text: string; more: string }[];

export function Objection() {
  const { view, objection } = useCall();
  return view.objectionAnswer === null ? (
    <Open region={objection} />
  ) : (
    <Answered answer={view.objectionAnswer} region={objection} />
  );
}

function Open({ region }: { readonly region: Ref<HTMLElement> }) {
  const { t } = useTranslation();
  const { memory } = useCall();
  const answerWith = useObjectionAnswer();
  const isMissing = memory.wanted !== null;
  const isNow = memory.step === 'closing' || isMissing;
  const hint = isMissing ? 'missing' : isNow ? 'needed' : 'laterHint';
  return (
    <section className={isNow ? 'ask now' : 'ask'} aria-labelledby="objection-question" ref={region}>
      <h2 id="objection-question">
        {isNow && <Icon name="triangle" />}
        {t(isNow ? 'call.objection.said' : 'call.objection.later')} <small>{t(`call.objection.${hint}`)}</small>
      </h2>
      <div className="opts">
        {OPTIONS.map(({ answer, command, text, more }) => (
          <CommandButton
            key={answer}
            className="opt"
            keycap="before"
            command={command}
            onRun={() => answerWith(answer)}
          >
            <span>
              <b>{t(`call.objection.${text}`)}</b> {isNow && <small>{t(`call.objection.${more}`)}</small>}
            </span>
          </CommandButton>
        ))}
      </div>
    </section>
  );
}

function Answered({ answer, region }: { readonly answer: ObjectionAnswer; readonly region: Ref<HTMLElement> }) {
  const { t } = useTranslation();
  const { view, memory } = useCall();
  const answerWith = useObjectionAnswer();
  // Another answer by its own key, without going back to the question first.
  useCommand('call.objectionOffered', () => answerWith('offered'));
  useCommand('call.objectionUsed', () => answerWith('used'));
  useCommand('call.objectionNotOffered', () => answerWith('not-offered'));
  const isLast = lastUndoable(view, memory)?.kind === 'objection';
  return (
    <section className={`answered ${answer}`} ref={region}>
      <output>
        <Icon name={answer === 'used' ? 'octagon' : 'tick'} />
        {t(`call.objection.answered.${answer}`)}
      </output>
      <Button className="link" onPress={() => answerWith(null)}>
        {t('call.objection.change')}
        {isLast && <KeycapOf command="call.undo" />}
      </Button>
    </section>
  );
}
