/** The evening line: clock, progress and promises in one. */
import { useTranslation } from 'react-i18next';
import { wallClock } from '../../../domain/calendar/day.ts';
import type { OutputOf } from '../../../contract/index.ts';
import { useSession } from '../../data/session-context.ts';
import { useNow } from '../../data/use-now.ts';
import { withoutTitle } from '../../i18n/typography.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { Dot } from './dot.tsx';
import { minutesOf, placeDots, placeNow, placePromises, spanOf } from './evening-line.ts';
import './evening.css';

type Today = OutputOf<'today.get'>;

const EVERY_MILLISECONDS = 10_000;
/** A dot is 13 pixels on a line of some 800. */
const GAP = 1.9;

export function Evening({ today }: { readonly today: Today | undefined }) {
  const { t } = useTranslation();
  const { person, partOfDay } = useSession();
  return (
    <section className="evening" aria-label={t('today.line.label')}>
      <div>
        <h1>
          <bdi>{t(`today.greeting.${partOfDay}`, { name: person.firstName })}</bdi>
        </h1>
        {today !== undefined && (
          <p className="soft progress">
            {t('today.spoken', { count: today.reached })} {t('today.left', { count: today.left })}
          </p>
        )}
      </div>
      {today !== undefined && <Line today={today} />}
    </section>
  );
}

function Line({ today }: { readonly today: Today }) {
  const { t } = useTranslation();
  const say = useSentence();
  const { lines } = useSession();
  const now = wallClock(useNow(EVERY_MILLISECONDS)).time;
  if (lines.state === 'closed') return null;

  const calls = today.done.filter(({ isUndone }) => !isUndone).toReversed();
  const times = calls.map(({ time }) => time);
  const span = spanOf({ ...lines, now, called: times });
  const dots = placeDots(times, span, now, GAP);
  const promises = today.promises
    .flatMap(({ callbackId, day, time, name }) =>
      time !== null && day === today.date && time > now && minutesOf(time) <= span.to
        ? [{ callbackId, time, name }]
        : [],
    )
    .toSorted((a, b) => a.time.localeCompare(b.time));
  const labels = placePromises(
    promises.map(({ time }) => time),
    span,
    now,
  );
  const cursor = placeNow(now, span);

  return (
    <div className="line">
      <div className="rail" />
      <div className="gone" style={{ width: `${cursor.place}%` }} />
      <ul>
        {calls.map(({ attemptId, time, wasReached }, index) => (
          <li key={attemptId} style={{ left: `${dots[index] ?? 0}%` }}>
            <Dot isFilled={wasReached} />
            <span className="hush">{t(wasReached ? 'today.line.spoken' : 'today.line.notReached', { time })}</span>
          </li>
        ))}
        {promises.map(({ callbackId, time, name }, index) => {
          const { place = 0, alignment = 'middle', says = 'time' } = labels[index] ?? {};
          return (
            <li key={callbackId} className={`promise ${alignment}`} style={{ left: `${place}%` }}>
              <span aria-hidden="true" className="promise-label">
                {says === 'nothing' ? '' : time}
                {says === 'time-and-name' && <bdi>{withoutTitle(say(name))}</bdi>}
              </span>
              <span className="hush">{t('today.line.promise', { time, name: say(name) })}</span>
            </li>
          );
        })}
      </ul>
      <div className="cursor" style={{ left: `${cursor.place}%` }} />
      {cursor.place >= 9 && <span className="tick first">{written(span.from)}</span>}
      <span className={`now ${cursor.alignment}`} style={{ left: `${cursor.place}%` }}>
        {t('today.line.now', { time: now })}
      </span>
      <span className="tick last">{t('today.line.closes', { time: lines.closes })}</span>
    </div>
  );
}

function written(minutes: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
