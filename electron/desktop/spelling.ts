/**
 * Which words of a note are misspelt, in Dutch and English at once: a volunteer writes both. It keeps quiet rather than
 * underline half a note: about names, numbers, abbreviations, and Dutch words made of two that it knows.
 */

/** What of a word list is used. */
export interface WordList {
  correct(word: string): boolean;
  suggest(word: string): string[];
}

const SHORTEST = 2;
const LONGEST = 40;
/** "Van der Knaap", "CRM", "06-12345678", "jan@voorbeeld.nl". */
const LEFT_ALONE = /[\p{Lu}\p{N}@/_]/u;
const SHORTEST_PART = 4;
const MOST_SUGGESTIONS = 5;

export interface Spelling {
  misspelt(words: readonly string[]): readonly string[];
  suggest(word: string): readonly string[];
}

/** @param lists the first is the language in which words are joined */
export function createSpelling(lists: readonly [WordList, ...WordList[]]): Spelling {
  const [dutch] = lists;
  const isKnown = (word: string): boolean => lists.some((list) => list.correct(word));
  const isJoined = (word: string): boolean => {
    for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1) {
      const [first, second] = [word.slice(0, at), word.slice(at)];
      if (
        dutch.correct(second) &&
        (dutch.correct(first) || (first.endsWith('s') && dutch.correct(first.slice(0, -1))))
      ) {
        return true;
      }
    }
    return false;
  };
  const isRight = (written: string): boolean => {
    const word = written.replaceAll('’', "'");
    if (word.length < SHORTEST || word.length > LONGEST || LEFT_ALONE.test(word)) return true;
    return isKnown(word) || isJoined(word);
  };
  return {
    misspelt: (words) => words.filter((word) => !isRight(word)),
    suggest: (word) =>
      word.length > LONGEST ? [] : [...new Set(lists.flatMap((list) => list.suggest(word)))].slice(0, MOST_SUGGESTIONS),
  };
}
