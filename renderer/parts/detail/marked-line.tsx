import { markWords } from './changed-words.ts';

/** A line in which the new words are marked. */
export function MarkedLine({ line, fresh }: { readonly line: string; readonly fresh: ReadonlySet<string> }) {
  return (
    <bdi>
      {markWords(line, fresh).map(({ text, start, isNew }) =>
        isNew ? <ins key={start}>{text}</ins> : <span key={start}>{text}</span>,
      )}
    </bdi>
  );
}
