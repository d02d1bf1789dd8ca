/** A difference as a point with its interval, beside a line for "no difference". The figures stand next to it. */
interface MarkProps {
  readonly difference: { readonly value: number; readonly low: number; readonly high: number };
  /** The value at both ends. */
  readonly reach: number;
}

const WIDTH = 96;
const HEIGHT = 24;
const EDGE = 8;

export function IntervalMark({ difference: { value, low, high }, reach }: MarkProps) {
  const x = (each: number): number => {
    const inside = Math.max(-reach, Math.min(reach, each));
    return EDGE + ((WIDTH - 2 * EDGE) * (inside + reach)) / (2 * (reach || 1));
  };
  const y = HEIGHT / 2;
  return (
    <svg className="interval-mark" width={WIDTH} height={HEIGHT} aria-hidden="true">
      <line className="zero" x1={WIDTH / 2} x2={WIDTH / 2} y1={0} y2={HEIGHT} />
      <line className="spread" x1={x(low)} x2={x(high)} y1={y} y2={y} />
      {[low, high].map((end) => (
        <line key={end} className="spread" x1={x(end)} x2={x(end)} y1={y - 4} y2={y + 4} />
      ))}
      <circle className="point" cx={x(value)} cy={y} r={4} />
    </svg>
  );
}
