/** One outcome key: its number, its name, and what will happen. */
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { Keycap, KeycapOf } from '../../../commands/keycap.tsx';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { useCall } from '../call-context.ts';
import { justClosed } from '../call-mode.ts';
import { sharedConsequence, type OfferedOutcome, type OutcomeKey } from './outcome-keys.ts';
import { useSharedTexts } from './use-shared-texts.ts';

interface OutcomeButtonProps {
  readonly outcomeKey: OutcomeKey;
  readonly suggested: OfferedOutcome | null;
  readonly onPress: () => void;
}

/** Stopping is the one thing that is red. */
const STOPS = 8;

export function OutcomeButton({ outcomeKey, suggested, onPress }: OutcomeButtonProps) {
  const { t } = useTranslation();
  const { view, mode, finishing } = useCall();
  const { key, options } = outcomeKey;
  const { name, consequence } = useTexts(outcomeKey);
  const button = useRef<HTMLButtonElement>(null);
  const closed = justClosed(mode);
  const wasOpen = (closed?.kind === 'choice' && closed.key === key) || (closed?.kind === 'appointment' && key === 2);
  useEffect(() => {
    if (wasOpen) button.current?.focus({ preventScroll: true });
  }, [wasOpen]);

  const isSuggested = suggested?.key === key;
  const isPending = options.some(({ id }) => id === finishing.pending);
  const needsAnswer = options.every((option) => option.needsObjectionAnswer) && view.objectionAnswer === null;
  const look = [key === STOPS && 'halt', isSuggested && 'suggested', isPending && 'chosen', needsAnswer && 'not-yet'];
  return (
    <Button
      ref={button}
      className={`outcome ${look.filter(Boolean).join(' ')}`}
      aria-keyshortcuts={String(key)}
      onPress={onPress}
    >
      <span className="top">
        <Keycap written={String(key)} />
        <span>{name}</span>
      </span>
      <small>
        {isSuggested ? <KeycapOf command="call.finish" /> : consequence}
        {needsAnswer && <span className="hush">. {t('call.outcomes.answerFirst')}</span>}
      </small>
    </Button>
  );
}

function useTexts(outcomeKey: OutcomeKey): { readonly name: string; readonly consequence: string } {
  const say = useSentence();
  const shared = useSharedTexts(outcomeKey.key);
  const [first, ...others] = outcomeKey.options;
  if (others.length === 0 || shared === null) return { name: say(first.name), consequence: say(first.consequence) };
  const consequence = sharedConsequence(outcomeKey);
  return { name: shared.name, consequence: consequence === null ? shared.consequence : say(consequence) };
}
