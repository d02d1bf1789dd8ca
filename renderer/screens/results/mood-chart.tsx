/** How donors sounded, as points with how sure they are, from angry below to delighted above. */
import { useTranslation } from 'react-i18next';
import type { MeanView } from '../../../contract/procedures/results.ts';
import { EMOTIONS } from '../../../domain/operation.ts';
import { useLanguage } from '../../i18n/use-sentence.ts';
import { useWidth } from '../../parts/chart/use-width.ts';
import { writeNumber, writeSpread } from './write-share.ts';

export interface MoodPoint {
  readonly key: string;
  readonly label: string;
  readonly mean: MeanView;
}

interface MoodProps {
  readonly title: string;
  readonly points: readonly MoodPoint[];
  /** Points that follow each other in time are joined. */
  readonly isTime?: boolean;
}

const HEIGHT = 230;
const BELOW = 40;
const ABOVE = 14;
const LEFT = 112;
const PLOT = HEIGHT - BELOW - ABOVE;
const WIDEST_STEP = 190;

export function Mood({ title, points, isTime = false }: MoodProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const known = points.filter(({ mean }) => !mean.isTooFew);
  return (
    <section className="result" aria-label={title}>
      <h2 className="t">{title}</h2>
      <p className="soft measure">{t('results.mapMeasure')}</p>
      {known.length > 0 && <MoodChart label={title} points={points} isTime={isTime} />}
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{t('results.mood')}</th>
            <th scope="col">{t('results.interval')}</th>
            <th scope="col">{t('results.answers')}</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ key, label, mean }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              {mean.isTooFew || mean.mean === null ? (
                <td colSpan={2}>{t('results.tooFew')}</td>
              ) : (
                <>
                  <td>{writeNumber(mean.mean, language)}</td>
                  <td>{writeSpread(mean, language)}</td>
                </>
              )}
              <td>{mean.of}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function MoodChart({ label, points, isTime }: { readonly label: string } & Pick<MoodProps, 'points' | 'isTime'>) {
  const { t } = useTranslation();
  const { box, width } = useWidth<HTMLElement>();
  const step = points.length === 0 ? 0 : Math.min(WIDEST_STEP, (width - LEFT) / points.length);
  const x = (index: number): number => LEFT + index * step + step / 2;
  const y = (value: number): number => ABOVE + (PLOT * (2 - value)) / 4;
  const shown = points.flatMap((point, index) =>
    point.mean.isTooFew || point.mean.mean === null ? [] : [{ ...point, index, value: point.mean.mean }],
  );
  return (
    <figure className="chart mood-chart" aria-label={label} ref={box}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} aria-hidden="true">
          {EMOTIONS.map((emotion, index) => (
            <g key={emotion}>
              <line className="grid" x1={LEFT} x2={width} y1={y(index - 2)} y2={y(index - 2)} />
              <text x={0} y={y(index - 2) + 5}>
                {t(`call.emotion.${emotion}`)}
              </text>
            </g>
          ))}
          {isTime === true && shown.length > 1 && (
            <polyline
              className="mood-line"
              points={shown.map(({ index, value }) => `${x(index)},${y(value)}`).join(' ')}
            />
          )}
          {shown.map(({ key, index, value, mean }) => (
            <g key={key}>
              <line
                className="interval"
                x1={x(index)}
                x2={x(index)}
                y1={y(Math.max(-2, mean.low ?? value))}
                y2={y(Math.min(2, mean.high ?? value))}
              />
              <circle className="mood-point" cx={x(index)} cy={y(value)} r={7} />
            </g>
          ))}
          {points.map(({ key, label: name }, index) => (
            <text key={key} x={x(index)} y={HEIGHT - (index % 2 === 0 || step > 130 ? 22 : 6)} textAnchor="middle">
              {name}
            </text>
          ))}
        </svg>
      )}
    </figure>
  );
}
