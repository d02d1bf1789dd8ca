const ASCII = /^\p{ASCII}*$/u;
const MARKS = /\p{Mark}/gu;

/**
 * The text as the server compares it: without case, without accents, without spaces at the end (the collation
 * utf8mb4_unicode_ci). `zoe` finds `Zoë`.
 */
export function fold(text: string): string {
  const trimmed = text.endsWith(' ') ? text.trimEnd() : text;
  if (ASCII.test(trimmed)) return trimmed.toLowerCase();
  return trimmed.normalize('NFD').replace(MARKS, '').toLowerCase().replaceAll('ß', 'ss');
}

/** A pattern of LIKE, folded; spaces at its end count. */
export function foldPattern(pattern: string): string {
  const spaces = pattern.length - pattern.trimEnd().length;
  return fold(pattern) + ' '.repeat(spaces);
}
