/** One question of the results: what was found is its title, what was measured stands below it, then the figures. */
import type { ReactNode } from 'react';

interface PanelProps {
  /** What was measured. */
  readonly title: string;
  /** In one sentence; absent: the measure is the title. */
  readonly finding?: string;
  readonly note?: string;
  readonly children: ReactNode;
}

export function Panel({ title, finding, note, children }: PanelProps) {
  return (
    <section className="result" aria-label={title}>
      <h2 className="t">{finding ?? title}</h2>
      {finding !== undefined && <p className="soft measure">{title}</p>}
      {note !== undefined && <p className="soft measure">{note}</p>}
      {children}
    </section>
  );
}

interface CountsProps {
  readonly rows: readonly { readonly key: string; readonly label: string; readonly value: string | number }[];
}

export function Counts({ rows }: CountsProps) {
  return (
    <dl className="result-counts">
      {rows.map(({ key, label, value }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
