/** Vandaag of a coordinator who does not call: what waits for a decision or an answer, and where the rest of the work is. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../data/use-answer.ts';
import { Icon } from '../../parts/icon.tsx';
import './coordinator-day.css';

interface Row {
  readonly to: string;
  readonly title: string;
  readonly text: string;
  /** Somebody waits for it. */
  readonly isPressing: boolean;
}

export function CoordinatorDay() {
  const { t } = useTranslation();
  const { data: status } = useAnswer('sync.status', {});
  const { data: followUps } = useAnswer('followups.list', {});
  const open = followUps?.items.filter(({ isClosed }) => !isClosed) ?? [];
  const late = open.filter(({ due }) => due.state === 'late').length;
  const decisions = status?.attention ?? 0;
  const lateText = late > 0 ? ` ${t('followUps.late', { count: late })}` : '';
  const rows: readonly Row[] = [
    {
      to: '/attention',
      title: t('bar.attention'),
      text: status === undefined ? '' : t('today.morning.decide', { count: decisions }),
      isPressing: decisions > 0,
    },
    {
      to: '/follow-ups',
      title: t('bar.followUps'),
      text: followUps === undefined ? '' : `${t('followUps.open', { count: open.length })}${lateText}`,
      isPressing: late > 0,
    },
    { to: '/post', title: t('bar.post'), text: t('today.morning.post'), isPressing: false },
    { to: '/verify', title: t('bar.verify'), text: t('today.morning.verify'), isPressing: false },
    { to: '/results', title: t('bar.results'), text: t('today.morning.results'), isPressing: false },
    { to: '/forecast', title: t('bar.forecast'), text: t('today.morning.forecast'), isPressing: false },
  ];
  return (
    <main className="whole-page">
      <article className="card morning">
        <h1>{t('today.morning.title')}</h1>
        <ul>
          {rows.map(({ to, title, text, isPressing }) => (
            <li key={to}>
              <Link to={to} className={isPressing ? 'pressing' : undefined}>
                <b>{title}</b>
                <span>
                  {isPressing && <Icon name="triangle" />}
                  {text}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </article>
    </main>
  );
}
