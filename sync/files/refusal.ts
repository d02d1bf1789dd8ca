/** What an import does not take: one row with the cell that is the matter, or a whole file. */
import type { Sentence } from '../../domain/language.ts';

export interface RowRefusal {
  /** Name of the file, without its folder. */
  readonly file: string;
  /** The line on which the row begins, as a text editor counts, from 1. */
  readonly line: number;
  /** The column as its header is written; null when the row as a whole is the matter. */
  readonly column: string | null;
  /** What stands in the cell, cut to `LONGEST_VALUE`; null when the row as a whole is the matter. */
  readonly value: string | null;
  readonly reason: Sentence;
}

/** A report is read by people and kept in logs: it shows enough of a cell to find it, and never a whole story. */
export const LONGEST_VALUE = 60;

/** What a terminal would obey instead of show, and what turns the direction of the text around it. */
const INVISIBLE = /[\p{Cc}\u202A-\u202E\u2066-\u2069\s]+/gu;

/** A value for a report: one line of at most `LONGEST_VALUE` characters, without invisible ones. */
export function cutValue(value: string): string {
  const line = value.replaceAll(INVISIBLE, ' ').trim();
  if (line.length <= LONGEST_VALUE) return line;
  const kept = Array.from(line.slice(0, LONGEST_VALUE - 1));
  // A pair of surrogates that was cut in two is left out whole.
  if (/^[\uD800-\uDBFF]$/.test(kept.at(-1) ?? '')) kept.pop();
  return `${kept.join('')}…`;
}

const MOST_NAMES = 40;

/** Names of columns for a sentence: each cut, and of very many the first ones. */
export function listNames(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map(cutValue).join(', ');
  return names.length > MOST_NAMES ? `${shown}, …` : shown;
}

/** The file, or the way it was asked for, cannot be right: nothing of the import is taken. */
export class FileRefusal extends Error {
  override readonly name = 'FileRefusal';
  readonly sentence: Sentence;
  constructor(sentence: Sentence) {
    super(sentence.en);
    this.sentence = sentence;
  }
}

/** A refusal of one file: its name, and what is the matter. */
export function refuse(name: string, { nl, en }: Sentence): FileRefusal {
  return new FileRefusal({ nl: `${name}: ${nl}`, en: `${name}: ${en}` });
}
