/** What the calls achieved: called for against held out, each figure with its counts, its interval and what is not known. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AchievedGroupView, AchievedRowView } from '../../../contract/procedures/achieved.ts';
import { writeCount } from '../../../domain/write-count.ts';
import { reachOf } from '../../../domain/paper/interval-mark.ts';
import { useClient } from '../../data/client-context.ts';
import { questionOf } from '../../data/use-answer.ts';
import { useLanguage, useSentence } from '../../i18n/use-sentence.ts';
import { Bones } from '../../parts/bones.tsx';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import { IntervalMark } from './interval-mark.tsx';
import { Counts } from './panel.tsx';
import './achieved.css';

export function AchievedPanel() {
  const { t } = useTranslation();
  const say = useSentence();
  const textOf = useTroubleText();
  const client = useClient();
  // It is compared anew each time that somebody looks.
  const { data, error } = useQuery({ ...questionOf(client, 'achieved.get', {}), refetchOnMount: 'always' });
  return (
    <section className="result wide achieved" aria-label={t('results.achieved.title')}>
      {data !== undefined ? (
        <>
          <h2 className="t">{say(data.finding)}</h2>
          <p className="soft measure">{t('results.achieved.title')}</p>
          {data.figures !== null && <p className="achieved-figures">{say(data.figures)}</p>}
          <p className="meta">{say(data.readingText)}</p>
          {data.all.drawn.called + data.all.drawn.held > 0 && (
            <>
              <Comparisons group={data.all} />
              {data.programmes.length > 1 &&
                data.programmes.map((group) => (
                  <details className="more" key={group.programme}>
                    <summary>{capital(say(group.name))}</summary>
                    <Comparisons group={group} />
                  </details>
                ))}
              <h3>{t('results.achieved.how')}</h3>
              <ul className="achieved-notes meta">
                {data.notes.map((note) => (
                  <li key={note.nl}>{say(note)}</li>
                ))}
              </ul>
            </>
          )}
          <h3>{t('results.achieved.sure')}</h3>
          <div className="achieved-sure">
            <Counts rows={data.sure.map(({ id, label, text }) => ({ key: id, label: say(label), value: say(text) }))} />
          </div>
        </>
      ) : error === null ? (
        <Bones className="bones-frame" />
      ) : (
        <>
          <h2 className="t">{t('results.achieved.title')}</h2>
          <p className="soft">{textOf(error)}</p>
        </>
      )}
    </section>
  );
}

function Comparisons({ group }: { readonly group: AchievedGroupView }) {
  const { t } = useTranslation();
  const say = useSentence();
  const { called, held } = group.drawn;
  const language = useLanguage();
  const count = (number: number): string => writeCount(number, language);
  const months = (row: AchievedRowView): string => t('results.achieved.months', { months: row.months });
  const rows = group.rows;
  const isAmount = ({ outcome }: AchievedRowView): boolean => outcome === 'amount';
  const reach = (own: readonly AchievedRowView[]): number => reachOf(own.flatMap(({ difference }) => difference ?? []));
  const points = reach(rows.filter((row) => !isAmount(row)));
  const cents = reach(rows.filter(isAmount));
  return (
    <table className="figures comparisons">
      <caption>
        {t('results.achieved.drawn', { called: count(called), held: count(held), name: capital(say(group.name)) })}
        <span className="heads">{t('results.achieved.heads')}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('results.achieved.what')}</th>
          <th scope="col">{t('results.achieved.called')}</th>
          <th scope="col">{t('results.achieved.held')}</th>
          <th scope="col" colSpan={2} className="mark-head">
            {t('results.achieved.difference')}
          </th>
          <th scope="col">{t('results.achieved.smallest')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr
            key={`${row.outcome} ${row.months}`}
            className={rows[index - 1]?.outcome === row.outcome ? undefined : 'first-of'}
          >
            <th scope="row" aria-label={`${say(row.name)}, ${months(row)}`}>
              <span className="what">
                <b>{say(row.name)}</b> <span>{months(row)}</span>
              </span>
            </th>
            <td>{say(row.called)}</td>
            <td>{say(row.held)}</td>
            {row.difference === null || row.shortText === null ? (
              <td colSpan={2} className="too-few">
                <span>{t('results.tooFew')}</span>
              </td>
            ) : (
              <>
                <td className="mark-cell">
                  <IntervalMark difference={row.difference} reach={isAmount(row) ? cents : points} />
                </td>
                <td>{say(row.shortText)}</td>
              </>
            )}
            <td>{say(row.smallestShort)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
}
