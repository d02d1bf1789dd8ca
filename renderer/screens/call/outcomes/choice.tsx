/** The second question of a key that means more than one outcome. */
import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../../../commands/command-button.tsx';
import { useCommand } from '../../../commands/commands-context.tsx';
import { Keycap } from '../../../commands/keycap.tsx';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { focusOnArrival } from '../../../parts/focus-on-arrival.ts';
import { useCall } from '../call-context.ts';
import { optionsOf } from './outcome-keys.ts';
import { useChooseOutcome } from './use-choose-outcome.ts';
import { useSharedTexts } from './use-shared-texts.ts';

export function Choice({ outcomeKey }: { readonly outcomeKey: number }) {
  const { t } = useTranslation();
  const say = useSentence();
  const { view, setMode } = useCall();
  const choose = useChooseOutcome();
  const options = optionsOf(view.outcomes, outcomeKey);
  const texts = useSharedTexts(outcomeKey);
  useCommand('choice.pick', (key) => {
    const option = options[Number(key) - 1];
    if (option !== undefined) choose(option);
  });
  return (
    <Group className="second-question" aria-labelledby="second-question">
      <h2 id="second-question">{texts?.question ?? t('call.outcomes.region')}</h2>
      <div className="second-options">
        {options.map((option, index) => (
          <Button
            key={option.id}
            ref={index === 0 ? focusOnArrival : undefined}
            className="outcome"
            aria-keyshortcuts={String(index + 1)}
            onPress={() => choose(option)}
          >
            <span className="top">
              <Keycap written={String(index + 1)} />
              <span>{say(option.name)}</span>
            </span>
            <small>{say(option.consequence)}</small>
          </Button>
        ))}
        <CommandButton
          className="btn back-to-outcomes"
          command="choice.close"
          onRun={() => setMode({ kind: 'none', closed: { kind: 'choice', key: outcomeKey } })}
        >
          {t('call.outcomes.back')}
        </CommandButton>
      </div>
    </Group>
  );
}
