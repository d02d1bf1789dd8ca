/** The map of the journey, to show in a meeting: how donors sounded at every step, with how many said it. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Results } from '../../../contract/procedures/results.ts';
import { EMOTIONS } from '../../../domain/operation.ts';
import { useLanguage, useSentence } from '../../i18n/use-sentence.ts';
import { useWidth } from '../../parts/chart/use-width.ts';
import { Icon } from '../../parts/icon.tsx';
import { findingOf } from './map-finding.ts';
import { writeNumber, writeSpread } from './write-share.ts';

type Column = Results['map']['columns'][number];
type Known = Column & { readonly index: number; readonly value: number; readonly counts: readonly number[] };

/** The names of the emotions stand in it; the table below has a first column of the same width. */
const LEFT = 140;
const ROW = 62;
const TOP = 26;
const HEIGHT = TOP + 4 * ROW + 26;
/** A bar as wide as this would hold every answer of its step. */
const WIDEST = 0.86;
const BAR = 20;

export function JourneyMap({ columns }: { readonly columns: readonly Column[] }) {
  const { t } = useTranslation();
  const finding = findingOf(columns);
  const say = useSentence();
  const title =
    finding.kind === 'difference'
      ? t('results.mapDifference', { best: say(finding.best), worst: say(finding.worst) })
      : finding.kind === 'one'
        ? t('results.mapOne', { step: capital(say(finding.step)), word: t(`call.emotion.${finding.word}`) })
        : t(`results.mapFinding.${finding.kind}`);
  return (
    <section className="journey-map" aria-label={t('results.map')}>
      <h2 className="t">{title}</h2>
      <p className="soft">{t('results.mapMeasure')}</p>
      <Picture columns={columns} />
      <Figures columns={columns} />
      <p className="map-legend meta">
        <span>
          <svg width={30} height={14} aria-hidden="true">
            <line className="mood-line" x1={2} x2={28} y1={7} y2={7} />
            <circle className="mood-point" cx={15} cy={7} r={5} />
          </svg>
          {t('results.legend.mean')}
        </span>
        <span>
          <svg width={30} height={14} aria-hidden="true">
            <rect className="felt-share" width={30} height={14} />
          </svg>
          {t('results.legend.share')}
        </span>
        <span>{t('results.legend.few')}</span>
      </p>
    </section>
  );
}

function Picture({ columns }: { readonly columns: readonly Column[] }) {
  const { t } = useTranslation();
  const { box, width } = useWidth<HTMLElement>();
  const step = columns.length === 0 ? 0 : (width - LEFT) / columns.length;
  const x = (index: number): number => LEFT + index * step + step / 2;
  const y = (value: number): number => TOP + ROW * (2 - value);
  const known = columns.flatMap(({ cell, ...column }, index): Known[] =>
    cell === null || cell.mean.isTooFew || cell.mean.mean === null
      ? []
      : [{ ...column, cell, index, value: cell.mean.mean, counts: cell.counts }],
  );
  return (
    <figure className="chart map-chart" aria-label={t('results.mapMeasure')} ref={box}>
      <ul className="map-faces" aria-hidden="true">
        {EMOTIONS.map((emotion) => (
          <li key={emotion} style={{ top: y(EMOTIONS.indexOf(emotion) - 2) }}>
            <Icon name={emotion} />
            {t(`call.emotion.${emotion}`)}
          </li>
        ))}
      </ul>
      {width > 0 && (
        <svg width={width} height={HEIGHT} aria-hidden="true">
          {EMOTIONS.map((emotion, index) => (
            <line
              key={emotion}
              className={index === 2 ? 'grid middle' : 'grid'}
              x1={LEFT}
              x2={width}
              y1={y(index - 2)}
              y2={y(index - 2)}
            />
          ))}
          {known.flatMap(({ id, index, counts, cell }) =>
            counts.map((count, emotion) => {
              const wide = (step * WIDEST * count) / Math.max(1, cell?.mean.of ?? 1);
              return count === 0 ? null : (
                <rect
                  key={`${id}-${EMOTIONS[emotion] ?? ''}`}
                  className="felt-share"
                  x={x(index) - wide / 2}
                  y={y(emotion - 2) - BAR / 2}
                  width={wide}
                  height={BAR}
                />
              );
            }),
          )}
          {known.slice(1).map((to, place) => {
            const from = known[place];
            if (from === undefined) return null;
            return (
              <line
                key={to.id}
                className={to.index - from.index > 1 ? 'mood-line gap' : 'mood-line'}
                x1={x(from.index)}
                y1={y(from.value)}
                x2={x(to.index)}
                y2={y(to.value)}
              />
            );
          })}
          {known.map(({ id, index, value, cell }) => (
            <g key={id}>
              <line
                className="interval"
                x1={x(index)}
                x2={x(index)}
                y1={y(Math.max(-2, cell?.mean.low ?? value))}
                y2={y(Math.min(2, cell?.mean.high ?? value))}
              />
              <circle className="mood-point" cx={x(index)} cy={y(value)} r={8} />
            </g>
          ))}
        </svg>
      )}
      {width > 0 &&
        columns.map(({ id }, index) =>
          known.some((each) => each.id === id) ? null : (
            <p
              key={id}
              className="map-few"
              aria-hidden="true"
              style={{ left: x(index) - (step * WIDEST) / 2, width: step * WIDEST, top: y(0) }}
            >
              {t(columns[index]?.isAsked === true ? 'results.tooFew' : 'results.notAsked')}
            </p>
          ),
        )}
    </figure>
  );
}

function Figures({ columns }: { readonly columns: readonly Column[] }) {
  const { t } = useTranslation();
  const say = useSentence();
  const language = useLanguage();
  const isKnown = ({ cell }: Column): boolean => cell !== null && !cell.mean.isTooFew;
  const rows = [
    { key: 'when', head: t('results.when'), text: ({ when }: Column) => say(when) },
    { key: 'answers', head: t('results.answers'), text: ({ cell }: Column) => String(cell?.mean.of ?? 0) },
    {
      key: 'middle',
      head: t('results.median'),
      text: (column: Column) => (isKnown(column) ? middleOf(column.cell?.median ?? 0, t) : '–'),
    },
    {
      key: 'mean',
      head: t('results.mood'),
      text: (column: Column) =>
        column.cell !== null && isKnown(column)
          ? `${writeNumber(column.cell.mean.mean ?? 0, language)} (${writeSpread(column.cell.mean, language)})`
          : '–',
    },
  ];
  return (
    <table className="map-figures">
      <thead>
        <tr>
          <th scope="col">{t('results.byStep')}</th>
          {columns.map(({ id, name }) => (
            <th key={id} scope="col">
              {softly(capital(say(name)))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, head, text }) => (
          <tr key={key}>
            <th scope="row">{head}</th>
            {columns.map((column) => (
              <td key={column.id}>{text(column)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A median between two emotions is told as both. */
function middleOf(median: number, t: TFunction): string {
  const words = [...new Set([Math.floor(median), Math.ceil(median)])].flatMap((value) => EMOTIONS[value + 2] ?? []);
  return words.map((word) => t(`call.emotion.${word}`)).join(' – ');
}

/** Where a long word may be broken. */
function softly(text: string): string {
  return text.replace(/(?<=\p{L}{4})(telefoontje|schrijving)/u, '\u00ad$1');
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
}
