/** What came of it: nine keys, each with its consequence before it is pressed. Second questions open in their place. */
import { Group } from 'react-aria-components/Group';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../commands/commands-context.tsx';
import { useCall } from '../call-context.ts';
import { meansDigits } from '../call-mode.ts';
import { Appointment } from './appointment.tsx';
import { Choice } from './choice.tsx';
import { groupOutcomes, optionsOf, suggestedOutcome } from './outcome-keys.ts';
import { OutcomeButton } from './outcome-button.tsx';
import { OutcomeMessage } from './outcome-message.tsx';
import { useChooseOutcome } from './use-choose-outcome.ts';
import './outcomes.css';

export function Outcomes() {
  const { t } = useTranslation();
  const { view, memory, notes, mode, setMode, finishing } = useCall();
  const choose = useChooseOutcome();
  const isAsking = mode.kind === 'choice' || mode.kind === 'appointment';
  // While something else is being written, saving that is the thing to do now.
  const isQuiet = mode.kind === 'none' || meansDigits(mode);
  const suggested = isQuiet ? suggestedOutcome(view.outcomes, view.objectionAnswer, memory.wanted) : null;

  const press = (key: number): void => {
    const [first, ...others] = optionsOf(view.outcomes, key);
    if (first === undefined) return;
    if (others.length > 0) setMode({ kind: 'choice', key });
    else choose(first);
  };
  const isFree = finishing.pending === null && !isAsking;
  // Digits mean one thing at a time.
  useCommand('call.outcome', isFree && !meansDigits(mode) ? (key) => press(Number(key)) : null);
  useCommand(
    'call.finish',
    isFree && isQuiet
      ? () => {
          if (suggested !== null) choose(suggested);
          else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
          notes.flush().catch(() => undefined);
        }
      : null,
  );

  return (
    <section className="outcomes" aria-label={t('call.outcomes.region')}>
      <div className="outcome-groups" inert={isAsking}>
        {groupOutcomes(view.outcomes).map(({ name, keys }) => (
          <Group key={name} className={`outcome-group ${name}`} aria-labelledby={`outcomes-${name}`}>
            <span className="grp" id={`outcomes-${name}`}>
              {t(`call.outcomes.${name}`)}
            </span>
            {keys.map((outcomeKey) => (
              <OutcomeButton
                key={outcomeKey.key}
                outcomeKey={outcomeKey}
                suggested={suggested}
                onPress={() => press(outcomeKey.key)}
              />
            ))}
          </Group>
        ))}
      </div>
      {mode.kind === 'choice' && <Choice outcomeKey={mode.key} />}
      {mode.kind === 'appointment' && <Appointment />}
      {!isAsking && <OutcomeMessage />}
    </section>
  );
}
