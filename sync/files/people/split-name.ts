/** A whole name in one cell, taken apart where that is no guess: "Vries, Jan de", "Jan de Vries", "J.P. de Vries". */

export interface SplitName {
  readonly firstName: string;
  readonly infix: string;
  readonly lastName: string;
}

const PREFIX = new Set(
  'van von de den der het ter ten te in op aan bij onder over voor uit la le du des el al tot'.split(' '),
);
const isPrefix = (word: string): boolean => PREFIX.has(word.toLowerCase()) || /^['’]?[ts]$/i.test(word);

/** A name of one word, or that begins with a prefix, is a surname. */
export function splitName(name: string): SplitName {
  const [before = '', after] = name.split(',', 2);
  if (after !== undefined) {
    const words = after
      .trim()
      .split(' ')
      .filter((word) => word !== '');
    const at = words.findIndex(isPrefix);
    const firstName = (at === -1 ? words : words.slice(0, at)).join(' ');
    return { firstName, infix: at === -1 ? '' : words.slice(at).join(' '), lastName: before.trim() };
  }
  const words = name
    .trim()
    .split(' ')
    .filter((word) => word !== '');
  if (words.length < 2 || isPrefix(words[0] ?? '')) return { firstName: '', infix: '', lastName: words.join(' ') };
  const at = words.findIndex(isPrefix);
  if (at === -1) return { firstName: words.slice(0, -1).join(' '), infix: '', lastName: words.at(-1) ?? '' };
  const end = words.findIndex((word, index) => index > at && !isPrefix(word));
  const from = end === -1 ? words.length - 1 : end;
  return {
    firstName: words.slice(0, at).join(' '),
    infix: words.slice(at, from).join(' '),
    lastName: words.slice(from).join(' '),
  };
}
