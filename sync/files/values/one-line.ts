/** Text of a cell that is one line by its nature: a name, a street, a number. */

/** What there is to tidy within a text; hardly any cell has it, and looking is quicker than writing anew. */
const UNTIDY = /\s\s|[^\S ]/u;

/** Without white space around it, and with single spaces for line breaks and runs of spaces within. */
export function oneLine(text: string): string {
  const trimmed = text.trim();
  return UNTIDY.test(trimmed) ? trimmed.replaceAll(/\s+/gu, ' ') : trimmed;
}
