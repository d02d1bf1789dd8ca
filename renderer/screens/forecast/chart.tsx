/** Bars of the days at their real size, with a line for what can be done. The table below says the same. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { weekdayOf } from '../../../domain/calendar/day.ts';
import type { OutputOf } from '../../../contract/index.ts';

export type ForecastDayView = OutputOf<'forecast.get'>['lanes'][number]['days'][number];

const HEIGHT = 250;
const BELOW = 30;
const LEFT = 42;
const ABOVE = 12;
const PLOT = HEIGHT - BELOW - ABOVE;
const GAP = 3;
const MONDAY = 1;

export function Chart({ days }: { readonly days: readonly ForecastDayView[] }) {
  const { t } = useTranslation();
  const box = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (box.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  const heightOf = (day: ForecastDayView): number => day.waiting ?? day.onList;
  const top = roundUp(Math.max(1, ...days.map((day) => Math.max(heightOf(day), day.capacity ?? 0))));
  const step = days.length === 0 ? 0 : (width - LEFT) / days.length;
  const y = (value: number): number => ABOVE + PLOT - (PLOT * value) / top;
  return (
    <figure className="forecast-box" aria-label={t('forecast.measure')} ref={box}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} aria-hidden="true">
          {[0, top / 2, top].map((value) => (
            <g key={value}>
              <line className="grid" x1={LEFT} x2={width} y1={y(value)} y2={y(value)} />
              <text x={LEFT - 8} y={y(value) + 5} textAnchor="end">
                {Math.round(value)}
              </text>
            </g>
          ))}
          {days.map((day, index) => {
            const x = LEFT + index * step;
            const value = heightOf(day);
            return (
              <g key={day.day}>
                <rect
                  className={(day.left ?? 0) > 0 ? 'over' : 'fits'}
                  x={x + GAP / 2}
                  y={y(value)}
                  width={Math.max(1, step - GAP)}
                  height={ABOVE + PLOT - y(value)}
                />
                {day.capacity !== null &&
                  // The line must be seen on a bar too.
                  ['halo', 'room'].map((name) => (
                    <line
                      key={name}
                      className={name}
                      x1={x}
                      x2={x + step}
                      y1={y(day.capacity ?? 0)}
                      y2={y(day.capacity ?? 0)}
                    />
                  ))}
                {(weekdayOf(day.day) === MONDAY || index === 0) && (
                  <text x={x + GAP / 2} y={HEIGHT - 8}>
                    {Number(day.day.slice(8))}-{Number(day.day.slice(5, 7))}
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

/** The next even number of tens, so that the middle line is a whole number too. */
function roundUp(value: number): number {
  const unit = value > 100 ? 50 : value > 20 ? 10 : 2;
  return Math.ceil(value / (2 * unit)) * 2 * unit;
}
