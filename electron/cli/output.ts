/** What a command leaves behind: one value on standard output, sentences on standard error, and an exit code. */
import type { Language, Sentence } from '../../domain/language.ts';

/** 0 done · 1 the request was wrong · 2 done in part · 3 could not reach the CRM */
export type ExitCode = 0 | 1 | 2 | 3;

/** Dutch for somebody whose system is Dutch, else English. */
export function inOwnLanguage(sentence: Sentence): string {
  return sentence[ownLanguage()];
}

export function ownLanguage(): Language {
  // An empty variable counts as none, as it does for every other program.
  const locale = ['LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => process.env[name] ?? '').find((value) => value !== '');
  return locale?.startsWith('nl') === true ? 'nl' : 'en';
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

export function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function printProblem(line: string): void {
  process.stderr.write(`${line.replaceAll(/\s*\n\s*/g, ' ')}\n`);
}
