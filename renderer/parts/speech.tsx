/** Words to say aloud; `**…**` marks what must not be left out. */
import { keepNameTogether, splitEmphasis } from '../i18n/typography.ts';

interface SpeechProps {
  readonly text: string;
  /** The name of the donor in the language of the text: it is not broken off in the middle. */
  readonly name: string;
}

export function Speech({ text, name }: SpeechProps) {
  return splitEmphasis(keepNameTogether(text, name)).map(({ index, text: part, isStrong }) =>
    isStrong ? <em key={index}>{part}</em> : part,
  );
}
