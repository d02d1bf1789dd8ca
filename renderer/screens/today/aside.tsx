/** Beside the door: what was promised, who comes after, what was just done. */
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import type { OutputOf } from '../../../contract/index.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useLanguage, useSentence } from '../../i18n/use-sentence.ts';
import { Invitation } from '../../practice/invitation.tsx';
import { Icon } from '../../parts/icon.tsx';
import type { TodayActions } from './use-today-actions.ts';
import './aside.css';

type Today = OutputOf<'today.get'>;

const MOST_IN_QUEUE = 4;
const MOST_DONE = 4;

export function Aside({ today, actions }: { readonly today: Today; readonly actions: TodayActions }) {
  return (
    <aside className="today-aside">
      <Invitation />
      {today.promises.length > 0 && <Promises today={today} />}
      {today.queue.length > 0 && <Queue today={today} />}
      {today.done.length > 0 && <Done today={today} actions={actions} />}
    </aside>
  );
}

function Promises({ today }: { readonly today: Today }) {
  const { t } = useTranslation();
  const say = useSentence();
  const language = useLanguage();
  const when = (day: Today['date'], time: string | null): string =>
    day === today.date ? (time ?? t('today.someTime')) : writeDay(day, language, { today: today.date, style: 'short' });
  return (
    <section>
      <h2>{t('today.promises')}</h2>
      <ul>
        {today.promises.map(({ callbackId, name, day, time, note, isDue }) => (
          <li key={callbackId}>
            <span className="time">{when(day, time)}</span>
            <span className="entry">
              <b>
                <bdi>{say(name)}</bdi>
              </b>
              <small>{say(note)}</small>
            </span>
            {isDue && (
              <span className="st att">
                <Icon name="clock" />
                {t('today.due')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Queue({ today }: { readonly today: Today }) {
  const { t } = useTranslation();
  const say = useSentence();
  const after = Math.max(today.left - 1, today.queue.length);
  return (
    <section className="next">
      <h2>
        {t('today.queue')} <span>{t('today.donors', { count: after })}</span>
      </h2>
      <ul>
        {today.queue.slice(0, MOST_IN_QUEUE).map(({ donorId, name, town, about }) => (
          <li key={donorId}>
            <span className="entry">
              <b>
                <bdi>{say(name)}</bdi>
              </b>
              <small>
                {town !== '' && `${town}. `}
                {say(about)}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Done({ today, actions }: { readonly today: Today; readonly actions: TodayActions }) {
  const { t } = useTranslation();
  const say = useSentence();
  const { undoable, finished } = actions;
  // The bar on the door says it already.
  const isOnDoor = finished !== null && finished.attemptId === undoable?.attemptId;
  return (
    <section className="done">
      <h2>
        {t('today.done')} <span>{t('today.called', { count: today.called })}</span>
      </h2>
      <ul>
        {today.done.slice(0, MOST_DONE).map(({ attemptId, at, time, name, summary, isUndone }) => (
          <li key={attemptId} className={isUndone ? 'undone' : undefined}>
            <time dateTime={at}>{time}</time>
            <span className="entry">
              <b>
                <bdi>{say(name)}</bdi>
              </b>
              <small>{say(summary)}</small>
            </span>
            {isUndone && <span className="st open">{t('today.undone')}</span>}
            {attemptId === undoable?.attemptId && !isOnDoor && (
              <CommandButton className="link" command="today.undo" onRun={actions.undo}>
                {t('today.undo')}
              </CommandButton>
            )}
            {!isUndone && attemptId !== undoable?.attemptId && (
              <Button className="link undo-earlier" onPress={() => actions.undoOne(attemptId)}>
                {t('today.undo')}
                <span className="hush">: {say(name)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
