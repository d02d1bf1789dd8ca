/**
 * Words that say little alone, put together as they stand in the index: "van der B" becomes "vanderb", which few donors
 * have, where a third of all Dutch names have "van". The same for initials: "A.M." becomes "am".
 */

/** With what a prefix (tussenvoegsel) can begin. */
const BEGINS_PREFIX = new Set(
  'aan al bij da de del den der des di do dos du el het in la le les onder op over te ten ter tot uit van vd ver von voor zu zum zur'.split(
    ' ',
  ),
);
/** "’t" and "’s", "d’" and "l’" never come first: alone they are initials. */
const CONTINUES_PREFIX = new Set([...BEGINS_PREFIX, 't', 's', 'd', 'l', 'n']);

const INITIALS = /(?<![\p{L}\p{N}])\p{L}(?:\.\s?\p{L})+(?:\.|(?![\p{L}\p{N}]))/gu;

/** "A.M. Smit" becomes "AM Smit". */
export function joinInitials(text: string): string {
  return text.replaceAll(INITIALS, (initials) => `${initials.replaceAll(/[.\s]/gu, '')} `);
}

/** Each prefix as one word with the name that it belongs to; at the end, as one word by itself. */
export function joinPrefixes(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let prefix = '';
  for (const word of words) {
    const isPrefix = prefix === '' ? BEGINS_PREFIX.has(word) : CONTINUES_PREFIX.has(word);
    if (isPrefix) {
      prefix += word;
      continue;
    }
    joined.push(prefix + word);
    prefix = '';
  }
  return prefix === '' ? joined : [...joined, prefix];
}
