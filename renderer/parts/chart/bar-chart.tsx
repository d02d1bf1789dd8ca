/** Bars beside each other, at their real size. A table with the same figures always stands with it. */
import { useWidth } from './use-width.ts';
import './chart.css';

export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** Written above the bar where there is room. */
  readonly text: string;
}

const HEIGHT = 190;
const BELOW = 26;
const ABOVE = 24;
const PLOT = HEIGHT - BELOW - ABOVE;
const WIDEST = 72;
/** A label needs so much room; with less, every second or fifth has one. */
const LABEL_WIDTH = 44;
const TEXT_WIDTH = 58;

export function BarChart({ bars, label }: { readonly bars: readonly Bar[]; readonly label: string }) {
  const { box, width } = useWidth<HTMLElement>();
  const step = bars.length === 0 ? 0 : Math.min(WIDEST + 16, width / bars.length);
  const top = Math.max(1, ...bars.map(({ value }) => value));
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / Math.max(1, step)));
  return (
    <figure className="chart" aria-label={label} ref={box}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} aria-hidden="true">
          <line className="axis" x1={0} x2={width} y1={HEIGHT - BELOW} y2={HEIGHT - BELOW} />
          {bars.map(({ key, label: name, value, text }, index) => {
            const height = (PLOT * value) / top;
            const middle = index * step + step / 2;
            return (
              <g key={key}>
                <rect
                  className="bar-mark"
                  x={index * step + Math.min(8, step * 0.12)}
                  y={HEIGHT - BELOW - height}
                  width={Math.max(1, step - 2 * Math.min(8, step * 0.12))}
                  height={height}
                />
                {step >= TEXT_WIDTH && value > 0 && (
                  <text x={middle} y={HEIGHT - BELOW - height - 7} textAnchor="middle">
                    {text}
                  </text>
                )}
                {(bars.length - 1 - index) % every === 0 && (
                  <text x={middle} y={HEIGHT - 7} textAnchor="middle">
                    {name}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      )}
    </figure>
  );
}
