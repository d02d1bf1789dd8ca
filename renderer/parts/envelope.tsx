/** An address as it will be on the envelope; what is new in it, or doubted, is marked. */
import { MarkedLine } from './detail/marked-line.tsx';
import './envelope.css';

interface EnvelopeProps {
  readonly label: string;
  readonly lines: readonly string[];
  readonly marked?: ReadonlySet<string>;
  /** Whether the marked words are new, or those about which there is doubt. */
  readonly marks?: 'new' | 'doubt';
  readonly className?: string;
}

const NOTHING: ReadonlySet<string> = new Set();

export function Envelope({ label, lines, marked = NOTHING, marks = 'new', className = '' }: EnvelopeProps) {
  return (
    <figure className={`envelope ${className}`} aria-label={label}>
      <span className="stamp" />
      {lines.map((line) => (
        <p key={line}>
          <MarkedLine line={line} fresh={marked} isDoubt={marks === 'doubt'} />
        </p>
      ))}
    </figure>
  );
}
