/** Rows of a file that were refused, as a command names them: the first twenty, each with its cell and why. */
import type { Sentence } from '../../../domain/language.ts';
import { inOwnLanguage, printLine } from '../output.ts';

interface Refused {
  readonly file: string;
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: Sentence;
}

const MOST_REFUSALS = 20;

/** @param refused how many there are in all */
export function printRefusals(refusals: readonly Refused[], refused: number): void {
  for (const { file, line, column, value, reason } of refusals.slice(0, MOST_REFUSALS)) {
    const cell = column === null ? '' : `, ${column} "${value ?? ''}"`;
    const where = inOwnLanguage({ nl: `${file} regel ${line}`, en: `${file} line ${line}` });
    printLine(`${where}${cell}: ${inOwnLanguage(reason)}`);
  }
  const rest = refused - MOST_REFUSALS;
  if (rest > 0) {
    printLine(
      inOwnLanguage({ nl: `en nog ${rest}; --json noemt ze allemaal`, en: `and ${rest} more; --json names them all` }),
    );
  }
}
