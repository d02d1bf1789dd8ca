/** A text with placeholders, as paragraphs that are ready to be printed. */
import { fillPlaceholders, type Placeholder } from '../charity/placeholders.ts';

/** An amount is never broken off from its sign. Paragraphs stand apart by an empty line. One that is empty once it is filled in, such as a story that nobody wrote, goes. */
export function fillParagraphs(text: string, values: Readonly<Record<Placeholder, string>>): readonly string[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n+/u)
    .map((paragraph) => fillPlaceholders(paragraph, values).trim().replaceAll('€ ', '€\u00A0'))
    .filter((paragraph) => paragraph !== '');
}
