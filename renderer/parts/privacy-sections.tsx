/** Titles with lines under them: what an erasure does or did. */
import type { Sentence } from '../../domain/language.ts';
import { useSentence } from '../i18n/use-sentence.ts';
import './privacy-sections.css';

interface PrivacySectionsProps {
  readonly sections: readonly { readonly title: Sentence; readonly lines: readonly Sentence[] }[];
}

export function PrivacySections({ sections }: PrivacySectionsProps) {
  const say = useSentence();
  return (
    <div className="privacy-sections">
      {sections.map(({ title, lines }) => (
        <section key={title.en}>
          <h4>{say(title)}</h4>
          <ul>
            {lines.map((line) => (
              <li key={line.en}>{say(line)}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
