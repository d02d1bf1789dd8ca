/** Which words of a corrected line are new. Pure. */

export interface MarkedWord {
  readonly text: string;
  /** Where it begins in the line. */
  readonly start: number;
  readonly isNew: boolean;
}

/** Words with the spaces after them; a comma is not part of a word. */
const WORD = /[^\s,]+|[\s,]+/gu;

function wordsOf(line: string): readonly string[] {
  return line
    .toLocaleLowerCase('nl')
    .split(/[\s,]+/u)
    .filter((word) => word !== '');
}

/** The words of `after` that were not in `before`. */
export function newWords(before: string, after: string): ReadonlySet<string> {
  const known = new Set(wordsOf(before));
  return new Set(wordsOf(after).filter((word) => !known.has(word)));
}

/** The same where capitals are what may be wrong: "VAN DER BERG" and "van der Berg" have no word in common. */
export function differentWords(before: string, after: string): ReadonlySet<string> {
  const known = new Set(before.split(/[\s,]+/u));
  return new Set(after.split(/[\s,]+/u).filter((word) => word !== '' && !known.has(word)));
}

/**
 * Splits a line into its words and what is between them. Capitals make no difference to what `newWords` found, as an
 * envelope has more of them; what `differentWords` found stands in the line letter by letter.
 */
export function markWords(line: string, fresh: ReadonlySet<string>): readonly MarkedWord[] {
  return [...line.matchAll(WORD)].map(({ 0: text, index }) => ({
    text,
    start: index,
    isNew: fresh.has(text) || fresh.has(text.toLocaleLowerCase('nl')),
  }));
}
