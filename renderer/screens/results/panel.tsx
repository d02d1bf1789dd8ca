/** One question of the results: its title, what was found in one sentence, then the figures. */
import { useId, type ReactNode } from 'react';

interface PanelProps {
  readonly title: string;
  readonly finding?: string;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

export function Panel({ title, finding, isWide = false, children }: PanelProps) {
  const id = useId();
  return (
    <section className={isWide ? 'result wide' : 'result'} aria-labelledby={id}>
      <h2 className="t" id={id}>
        {title}
      </h2>
      {finding !== undefined && <p className="soft finding">{finding}</p>}
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
