/** A value in large type, with what is new in it marked. */
import { newWords } from '../../../parts/detail/changed-words.ts';
import { MarkedLine } from '../../../parts/detail/marked-line.tsx';

interface ValueProps {
  /** The line that is read first in front. */
  readonly lines: readonly string[];
  readonly was: readonly string[] | null;
}

export function Value({ lines, was }: ValueProps) {
  const [first = '', ...others] = lines;
  const fresh = was === null ? new Set<string>() : newWords(was.join(' '), lines.join(' '));
  return (
    <p className="val">
      <MarkedLine line={first} fresh={fresh} />
      {others.map((line) => (
        <small key={line}>
          <MarkedLine line={line} fresh={fresh} />
        </small>
      ))}
    </p>
  );
}
