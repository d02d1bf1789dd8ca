/** One part of the page, with its number on the keyboard. */
import type { ReactNode } from 'react';

export const SECTIONS = ['why', 'journey', 'giving', 'contact', 'corrections', 'rights', 'household'] as const;
/** The picture is there only for donors whom other places know: it has no number. */
export type SectionId = (typeof SECTIONS)[number] | 'picture';

export function headingId(id: SectionId): string {
  return `donor-${id}`;
}

interface SectionProps {
  readonly id: SectionId;
  readonly title: string;
  readonly children: ReactNode;
}

export function Section({ id, title, children }: SectionProps) {
  return (
    <section className={`donor-part ${id}`} aria-labelledby={headingId(id)}>
      <h2 className="t" id={headingId(id)} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Brings a part into view and the focus to its heading, so that it is read out. */
export function showSection(id: SectionId): void {
  const heading = document.getElementById(headingId(id));
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'start' });
}
