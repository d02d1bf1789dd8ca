/** The lines of one page, under the day on which they were written. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AuditLine } from '../../../../contract/procedures/audit.ts';
import type { OutputOf } from '../../../../contract/index.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';

export function LogLines({ page }: { readonly page: OutputOf<'audit.list'> }) {
  const { t } = useTranslation();
  const say = useSentence();
  const days = Map.groupBy(page.lines, ({ day }) => say(day));
  if (page.lines.length === 0) return <p className="soft log-none">{t('log.none')}</p>;
  return (
    <div className="log-days">
      {[...days].map(([day, lines]) => (
        <div key={day}>
          <h3>{day}</h3>
          <ul>
            {lines.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function Line({ line }: { readonly line: AuditLine }) {
  const { t } = useTranslation();
  const say = useSentence();
  return (
    <li>
      <time dateTime={line.at}>{line.time}</time>
      <span>
        <b>
          <bdi>{line.who ?? t('log.nobody')}</bdi>
        </b>{' '}
        {say(line.what)}
        {line.words !== null && <q>{line.words}</q>}
      </span>
      {line.donorId === null ? <span /> : <Link to={`/donors/${line.donorId}`}>{t('log.toDonor')}</Link>}
    </li>
  );
}
