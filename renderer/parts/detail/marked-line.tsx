import { markWords } from './changed-words.ts';

interface MarkedLineProps {
  readonly line: string;
  readonly fresh: ReadonlySet<string>;
  /** The marked words are those about which there is doubt, not those that are new. */
  readonly isDoubt?: boolean;
}

/** A line in which some words are marked. */
export function MarkedLine({ line, fresh, isDoubt = false }: MarkedLineProps) {
  return (
    <bdi>
      {markWords(line, fresh).map(({ text, start, isNew }) =>
        !isNew ? (
          <span key={start}>{text}</span>
        ) : isDoubt ? (
          <mark key={start}>{text}</mark>
        ) : (
          <ins key={start}>{text}</ins>
        ),
      )}
    </bdi>
  );
}
