/** All that was counted, in the order in which a meeting asks for it. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Results } from '../../../contract/procedures/results.ts';
import { useLanguage, useSentence } from '../../i18n/use-sentence.ts';
import { BarChart } from '../../parts/chart/bar-chart.tsx';
import { AchievedPanel } from './achieved-panel.tsx';
import { JourneyMap } from './journey-map.tsx';
import { Mood } from './mood-chart.tsx';
import { Counts, Panel } from './panel.tsx';
import { SharePanel } from './share-panel.tsx';
import { countOf, writeNumber, writePercent } from './write-share.ts';

export function ResultPanels({ results }: { readonly results: Results }) {
  const { t } = useTranslation();
  const say = useSentence();
  const { newcomers, reached } = results;
  return (
    <div className="result-panels">
      <JourneyMap columns={results.map.columns} />
      <QuestionsPanel results={results} />
      <AchievedPanel />
      <SharePanel
        title={t('results.thanked')}
        of={t('results.newcomers')}
        isOrdered
        finding={(last) => t('results.thankedBy', { ...last, label: last.label.toLocaleLowerCase() })}
        rows={newcomers.thanked.map(({ within, share }) => ({
          key: within,
          label: t(`results.within.${within}`),
          share,
        }))}
      >
        {newcomers.unknown > 0 && <p className="meta">{t('results.unknown', { count: newcomers.unknown })}</p>}
      </SharePanel>
      <SharePanel
        title={t('results.reachedByPart')}
        of={t('results.reached')}
        rows={reached.byPart.map(({ part, share }) => ({
          key: part,
          label: capital(t(`donors.parts.${part}`)),
          share,
        }))}
      />
      <SharePanel
        title={t('results.reachedByAttempt')}
        of={t('results.reached')}
        rows={reached.byAttempt.map(({ attempt, share }) => ({
          key: attempt,
          label: t(`results.attempts.${attempt}`),
          share,
        }))}
      />
      {results.map.felt.of > 0 && <MoodPanels results={results} />}
      <PacePanel pace={results.pace} />
      <NpsPanel nps={results.nps} />
      <Panel title={t('results.corrections')} note={t('results.here')}>
        <Counts
          rows={[
            ...results.corrections.map(({ field, label, count }) => ({ key: field, label: say(label), value: count })),
            ...results.checked.map(({ method, count }) => ({
              key: method,
              label: t(`call.details.checkedBy.${method}`),
              value: count,
            })),
          ]}
        />
      </Panel>
      <RightsPanel rights={results.rights} />
      <SaidPanel said={results.said} complaints={results.complaints} />
    </div>
  );
}

function capital(text: string): string {
  return text.replace(/^(’s )?(\p{Ll})/u, (_all, before: string | undefined, letter: string) => {
    return `${before ?? ''}${letter.toLocaleUpperCase()}`;
  });
}

function QuestionsPanel({ results: { map, questions } }: { readonly results: Results }) {
  const { t } = useTranslation();
  const say = useSentence();
  return (
    <section className="result wide" aria-label={t('results.sevenQuestions')}>
      <h2 className="t">{t('results.sevenQuestions')}</h2>
      <dl className="journey-questions">
        {questions.map(({ id, lines }) => (
          <div key={id}>
            <dt>{t(`results.questions.${id}`)}</dt>
            <dd>
              {lines.map((line) => (
                <p key={line.nl}>{say(line)}</p>
              ))}
              {id === 'knobs' && map.weakest !== null && (
                <Link to={`/settings/${map.weakest.section}`}>{t('results.toSettings')}</Link>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function MoodPanels({ results: { map } }: { readonly results: Results }) {
  const { t } = useTranslation();
  const say = useSentence();
  return (
    <>
      <Mood
        title={t('results.byMonth')}
        isTime
        points={map.months.map(({ month, name, mean }) => ({ key: month, label: say(name), mean }))}
      />
      <Mood
        title={t('results.byLevel')}
        points={map.levels.map(({ level, name, mean }) => ({ key: level, label: capital(say(name)), mean }))}
      />
    </>
  );
}

function PacePanel({ pace }: Pick<Results, 'pace'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Panel title={t('results.pace')} note={t('results.paceHow')}>
      <Counts
        rows={[
          { key: 'calls', label: t('results.calls'), value: pace.calls },
          { key: 'hours', label: t('results.hours'), value: writeNumber(pace.hours, language) },
          {
            key: 'perHour',
            label: t('results.perHour'),
            value: pace.perHour === null ? '–' : writeNumber(pace.perHour, language),
          },
        ]}
      />
    </Panel>
  );
}

function NpsPanel({ nps: { answers, score } }: Pick<Results, 'nps'>) {
  const { t } = useTranslation();
  const bars = answers.map((count, answer) => ({
    key: String(answer),
    label: String(answer),
    value: count,
    text: String(count),
  }));
  const finding =
    score.isTooFew || score.mean === null
      ? t('results.tooFewAnswers', { count: score.of })
      : t('results.nps', {
          score: Math.round(score.mean),
          low: Math.round(score.low ?? 0),
          high: Math.round(score.high ?? 0),
          count: score.of,
        });
  return (
    <Panel title={t('results.npsMeasure')} finding={finding}>
      {score.of > 0 && (
        <>
          <BarChart label={t('results.npsAnswers')} bars={bars} />
          <details className="more">
            <summary>{t('results.npsAnswers')}</summary>
            <table className="figures">
              <thead>
                <tr>
                  <th scope="col">{t('results.npsAnswer')}</th>
                  <th scope="col">{t('results.answers')}</th>
                </tr>
              </thead>
              <tbody>
                {bars.map(({ key, label, text }) => (
                  <tr key={key}>
                    <th scope="row">{label}</th>
                    <td>{text}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </Panel>
  );
}

function RightsPanel({ rights }: Pick<Results, 'rights'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const written = (share: Results['rights']['offered']): string =>
    share.isTooFew || share.share === null
      ? countOf(share, t)
      : `${countOf(share, t)}, ${writePercent(share.share, language)}`;
  return (
    <Panel title={t('results.rights')} note={t('results.here')}>
      <Counts
        rows={[
          { key: 'objections', label: t('results.objections'), value: rights.objections },
          { key: 'offered', label: t('results.offered'), value: written(rights.offered) },
          { key: 'consents', label: t('results.consents'), value: rights.consents },
          { key: 'optIns', label: t('results.optIns'), value: written(rights.optIns) },
        ]}
      />
    </Panel>
  );
}

function SaidPanel({ said, complaints }: Pick<Results, 'said' | 'complaints'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { medianDays, inTime } = complaints;
  return (
    <Panel title={t('results.said')} note={t('results.here')}>
      <Counts
        rows={[
          ...said.map(({ kind, count, open }) => ({
            key: kind,
            label: t(`followUps.kinds.${kind}`),
            value: open === 0 ? String(count) : t('results.open', { count, open }),
          })),
          {
            key: 'median',
            label: t('results.medianDays'),
            value: medianDays === null ? '–' : writeNumber(medianDays, language),
          },
          {
            key: 'inTime',
            label: t('results.inTime'),
            value: countOf(inTime, t),
          },
        ]}
      />
    </Panel>
  );
}
