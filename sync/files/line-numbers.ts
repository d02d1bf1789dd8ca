/**
 * Lines as a text editor counts them: CR LF is one break, a break within quotes counts too. csv-parse's own count takes
 * CR LF within quotes for two, so lines are counted from the bytes.
 */

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

export interface LineCounter {
  /** The line on which the record that ends before `end` begins. Records are asked for in order. */
  lineOf(end: number): number;
}

/** @param firstLine the line on which `text` begins */
export function countLines(text: Uint8Array, firstLine: number): LineCounter {
  let position = 0;
  let line = firstLine;
  const isBreak = (): boolean => {
    const byte = text[position];
    return byte === LINE_FEED || (byte === CARRIAGE_RETURN && text[position + 1] !== LINE_FEED);
  };
  const isPartOfBreak = (): boolean => text[position] === LINE_FEED || text[position] === CARRIAGE_RETURN;
  return {
    lineOf: (end) => {
      // Empty lines before a record are skipped by the parser, and lie within what it took for the record.
      for (; position < end && isPartOfBreak(); position += 1) if (isBreak()) line += 1;
      const begins = line;
      for (; position < end; position += 1) if (isBreak()) line += 1;
      return begins;
    },
  };
}
