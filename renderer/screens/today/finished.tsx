/** The list is done: what the evening brought, and thanks. */
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { OutputOf } from '../../../contract/index.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useSession } from '../../data/session-context.ts';
import { focusOnArrival } from '../../parts/focus-on-arrival.ts';
import { DoorStrip } from './door-strip.tsx';
import type { TodayActions } from './use-today-actions.ts';

interface FinishedProps {
  readonly today: OutputOf<'today.get'>;
  readonly actions: TodayActions;
}

export function Finished({ today, actions }: FinishedProps) {
  const { t } = useTranslation();
  const { person, partOfDay } = useSession();
  const navigate = useNavigate();
  const { called, reached, corrections, followUps } = today;
  const sentences = [
    t('today.finished.spoken', { count: reached, called }),
    ...(corrections > 0 ? [t('today.finished.corrections', { count: corrections })] : []),
    ...(followUps > 0 ? [t('today.finished.followUps', { count: followUps })] : []),
    t('today.finished.thanks'),
  ];
  return (
    <article className="door on-today finished">
      <div className="door-text">
        <h2 className="name">
          <bdi>{t(`today.finished.${partOfDay}`, { name: person.firstName })}</bdi>
        </h2>
        <p className="sub">{sentences.join(' ')}</p>
      </div>
      <div className="act">
        <CommandButton
          ref={focusOnArrival}
          className="btn go"
          command="today.attention"
          onRun={() => void navigate('/attention')}
        >
          {t('today.finished.check')}
        </CommandButton>
      </div>
      <DoorStrip actions={actions} />
    </article>
  );
}
