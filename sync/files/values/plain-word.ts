/** Words as they are compared: "Geïnd", "GEIND" and " geind " are one word, as are "E-mail" and "email". */

/** Lower-case letters and digits only, without accents. */
export function plainWord(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Anything else says more than the word does: "betaald?", "=1". */
const ODD_CHARACTER = /[^\p{L}\p{M}\p{N}\s._/'’-]/u;

/** The plain word of a cell that holds one word; null when there is something else in it. */
export function soleWord(text: string): string | null {
  return ODD_CHARACTER.test(text) ? null : plainWord(text);
}

/** Looks a word up among the words of each value, which are written as `plainWord` writes them, with spaces between. */
export function wordsTo<Value extends string>(words: Readonly<Record<Value, string>>): (text: string) => Value | null {
  const values = new Map(
    (Object.keys(words) as Value[]).flatMap((value) => words[value].split(' ').map((word) => [word, value] as const)),
  );
  // Nearly every cell is such a word as it is.
  return (text) => values.get(text.toLowerCase()) ?? values.get(soleWord(text) ?? '') ?? null;
}
