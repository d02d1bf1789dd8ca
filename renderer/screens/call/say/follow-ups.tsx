/** Question, complaint, idea: one key each, with how many there are already. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../../../commands/command-button.tsx';
import { useCall } from '../call-context.ts';
import { justClosed, type FollowUp } from '../call-mode.ts';
import { AnswersKey } from '../answers/answers-key.tsx';
import { Thumbs } from './thumbs.tsx';

const FOLLOW_UPS = ['question', 'complaint', 'idea'] as const satisfies readonly FollowUp[];

export function FollowUps() {
  const { t } = useTranslation();
  const { view, mode, setMode } = useCall();
  const row = useRef<HTMLDivElement>(null);
  const closed = justClosed(mode);
  const closedIndex = closed?.kind === 'composer' ? FOLLOW_UPS.indexOf(closed.followUp) : -1;
  useEffect(() => {
    row.current?.querySelectorAll('button')[closedIndex]?.focus({ preventScroll: true });
  }, [closedIndex]);
  return (
    <div className="follow-ups" ref={row}>
      {FOLLOW_UPS.map((followUp) => {
        const label = t(`call.followUp.${followUp}`);
        const count = view.followUps.filter(({ kind }) => kind === followUp).length;
        return (
          <CommandButton
            key={followUp}
            keycap="before"
            command={`call.${followUp}`}
            onRun={() => setMode({ kind: 'composer', followUp })}
          >
            {count > 0 ? t('call.followUp.counted', { label, count }) : label}
          </CommandButton>
        );
      })}
      <AnswersKey />
      <Thumbs />
    </div>
  );
}
