/** The lines are closed: when they open again, and that the list is ready. */
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import type { Session } from '../../data/session-context.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { focusOnArrival } from '../../parts/focus-on-arrival.ts';
import { DoorStrip } from './door-strip.tsx';
import type { TodayActions } from './use-today-actions.ts';

interface ClosedProps {
  readonly lines: Extract<Session['lines'], { state: 'closed' }>;
  readonly today: OutputOf<'today.get'>;
  readonly actions: TodayActions;
}

export function Closed({ lines, today, actions }: ClosedProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const isBegun = today.next !== null && today.next.callItemId !== null;
  return (
    <article className="card place">
      <h2>{say(lines.title)}</h2>
      <p className="soft">
        {lines.next !== null && say(lines.next)} {today.left > 0 && t('today.closed.ready', { count: today.left })}
      </p>
      <div className="card-do">
        {/* A call that began in time may be finished after it. */}
        {isBegun && (
          <CommandButton
            ref={focusOnArrival}
            className="btn go"
            command="today.call"
            onRun={actions.begin}
            isPending={actions.isBeginning}
          >
            {t('today.door.continue')}
          </CommandButton>
        )}
      </div>
      <DoorStrip actions={actions} />
    </article>
  );
}
