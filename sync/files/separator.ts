/** Which character separates the fields of a file: the one that its first line has most of, outside quotes. */

export const SEPARATORS = [';', ',', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Excel's own way to say it, a first line that is not part of the table: `sep=;`. */
const EXCEL_HINT = /^(?:"?)sep=([;,\t])(?:"?)(?:\r\n|\n|\r)/i;

export interface Separation {
  readonly separator: Separator;
  /** Length of the line that only said so, in characters; 0 when there is none. */
  readonly hintLength: number;
}

/**
 * @param start the beginning of the text, long enough for its first line
 * @returns null when no separator is in the first line: that is no table
 */
export function findSeparator(start: string): Separation | null {
  const hint = EXCEL_HINT.exec(start);
  const hinted = SEPARATORS.find((each) => each === hint?.[1]);
  if (hint !== null && hinted !== undefined) return { separator: hinted, hintLength: hint[0].length };
  const counts = countOutsideQuotes(start.trimStart());
  const best = SEPARATORS.reduce((best, each) => (counts[each] > counts[best] ? each : best));
  return counts[best] === 0 ? null : { separator: best, hintLength: 0 };
}

function countOutsideQuotes(text: string): Readonly<Record<Separator, number>> {
  const counts: Record<Separator, number> = { ';': 0, ',': 0, '\t': 0 };
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === '\n' || character === '\r')) break;
    else if (!isQuoted && (character === ';' || character === ',' || character === '\t')) counts[character] += 1;
  }
  return counts;
}
