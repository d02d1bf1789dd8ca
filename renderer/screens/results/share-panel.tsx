/** Shares as bars with how sure they are, the figures in a table beside them, and one sentence that says it. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShareView } from '../../../contract/procedures/results.ts';
import { useLanguage } from '../../i18n/use-sentence.ts';
import { useWidth } from '../../parts/chart/use-width.ts';
import { Panel } from './panel.tsx';
import { countOf, writeInterval, writePercent } from './write-share.ts';

export interface ShareRow {
  readonly key: string;
  readonly label: string;
  readonly share: ShareView;
}

interface SharePanelProps {
  readonly title: string;
  readonly rows: readonly ShareRow[];
  /** What is counted: the head of the column of counts. */
  readonly of: string;
  /** Every row holds the ones before it: the last says most. */
  readonly isOrdered?: boolean;
  /** Says the row that tells most in a sentence of its own; absent: in the usual one. */
  readonly finding?: (best: { readonly label: string; readonly share: string }) => string;
  readonly children?: ReactNode;
}

export function SharePanel({ title, rows, of, isOrdered = false, finding, children }: SharePanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const known = rows.filter(({ share }) => !share.isTooFew && share.share !== null);
  const [best, second] = isOrdered
    ? [known.at(-1)]
    : known.toSorted((a, b) => (b.share.share ?? 0) - (a.share.share ?? 0));
  const words = best === undefined ? null : { label: best.label, share: writePercent(best.share.share ?? 0, language) };
  // Two intervals that overlap tell no difference.
  const isAlike = best !== undefined && second !== undefined && second.share.high >= best.share.low;
  const said =
    words === null
      ? t('results.tooFewYet')
      : isAlike
        ? t('results.noDifference')
        : (finding?.(words) ??
          t(second === undefined ? 'results.onlyShare' : 'results.bestShare', {
            ...words,
            label: words.label.toLocaleLowerCase(),
          }));
  return (
    <Panel title={title} finding={said}>
      {known.length > 0 && <ShareChart rows={rows} label={title} />}
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{t('results.which')}</th>
            <th scope="col">{of}</th>
            <th scope="col">{t('results.share')}</th>
            <th scope="col">{t('results.interval')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, share }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td>{countOf(share, t)}</td>
              {share.isTooFew || share.share === null ? (
                <td colSpan={2}>{t('results.tooFew')}</td>
              ) : (
                <>
                  <td>{writePercent(share.share, language)}</td>
                  <td>{writeInterval(share, language)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {children}
    </Panel>
  );
}

const ROW = 34;
const BAR = 16;
const LABEL = 150;

function ShareChart({ rows, label }: { readonly rows: readonly ShareRow[]; readonly label: string }) {
  const { t } = useTranslation();
  const { box, width } = useWidth<HTMLElement>();
  const height = rows.length * ROW + 22;
  const x = (share: number): number => LABEL + (width - LABEL - 8) * share;
  return (
    <figure className="chart share-chart" aria-label={label} ref={box}>
      {width > 0 && (
        <svg width={width} height={height} aria-hidden="true">
          {[0, 0.5, 1].map((share) => (
            <g key={share}>
              <line className="grid" x1={x(share)} x2={x(share)} y1={0} y2={rows.length * ROW} />
              <text x={x(share)} y={height - 4} textAnchor={share === 0 ? 'start' : share === 1 ? 'end' : 'middle'}>
                {share * 100}%
              </text>
            </g>
          ))}
          {rows.map(({ key, label: name, share }, index) => {
            const middle = index * ROW + ROW / 2;
            const isShown = !share.isTooFew && share.share !== null;
            return (
              <g key={key}>
                <text x={0} y={middle + 5}>
                  {name}
                </text>
                {!isShown && (
                  <>
                    <rect className="few" x={x(0)} y={middle - 13} width={x(1) - x(0)} height={26} />
                    <text x={x(0) + 10} y={middle + 5}>
                      {t('results.tooFew')}
                    </text>
                  </>
                )}
                {isShown && (
                  <>
                    <rect
                      className="share-mark"
                      x={x(0)}
                      y={middle - BAR / 2}
                      width={Math.max(1, x(share.share ?? 0) - x(0))}
                      height={BAR}
                    />
                    <line className="interval" x1={x(share.low)} x2={x(share.high)} y1={middle} y2={middle} />
                  </>
                )}
              </g>
            );
          })}
        </svg>
      )}
    </figure>
  );
}
