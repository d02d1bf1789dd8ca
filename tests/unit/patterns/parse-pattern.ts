/** The parts of a regular expression that decide how long it can take. Characters are left to the engine itself. */

export type Part =
  /** One character: `a`, `.`, `\d`, `[^;]`. */
  | { readonly kind: 'character'; readonly accepts: (character: string) => boolean }
  | { readonly kind: 'sequence'; readonly parts: readonly Part[] }
  | { readonly kind: 'choice'; readonly parts: readonly Part[] }
  | {
      readonly kind: 'repeat';
      readonly part: Part;
      readonly least: number;
      readonly most: number;
      readonly isLazy: boolean;
    }
  | { readonly kind: 'look'; readonly part: Part; readonly isBehind: boolean; readonly isNot: boolean }
  | { readonly kind: 'start' | 'end' | 'border' | 'no-border' };

export interface Pattern {
  readonly whole: Part;
  readonly isMultiline: boolean;
  /** Every repetition without an end, or with one that is far away. */
  readonly repeats: readonly Part[];
  readonly characters: readonly ((character: string) => boolean)[];
}

/** So many times is as bad as for ever. */
export const FAR = 12;

/** @throws Error for what is not read here yet, so that nothing goes by unseen */
export function parsePattern(source: string, flags: string): Pattern {
  const repeats: Part[] = [];
  const characters: ((character: string) => boolean)[] = [];
  let at = 0;

  const character = (atom: string): Part => {
    const expression = new RegExp(`^(?:${atom})$`, flags.replaceAll(/[gyd]/g, ''));
    const known = new Map<string, boolean>();
    const accepts = (each: string): boolean => {
      const before = known.get(each);
      if (before !== undefined) return before;
      const isTaken = expression.test(each);
      known.set(each, isTaken);
      return isTaken;
    };
    characters.push(accepts);
    return { kind: 'character', accepts };
  };

  const readChoice = (): Part => {
    const parts = [readSequence()];
    while (source[at] === '|') {
      at += 1;
      parts.push(readSequence());
    }
    return parts.length === 1 ? (parts[0] ?? { kind: 'sequence', parts: [] }) : { kind: 'choice', parts };
  };

  const readSequence = (): Part => {
    const parts: Part[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(readQuantified());
    return { kind: 'sequence', parts };
  };

  const readQuantified = (): Part => {
    const part = readAtom();
    const quantifier = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})(\??)/.exec(source.slice(at));
    if (quantifier === null) return part;
    at += quantifier[0].length;
    const [, sign, low, comma, high, lazy] = quantifier;
    const least = sign === undefined ? Number(low) : sign === '+' ? 1 : 0;
    const most =
      sign === undefined ? (comma === '' ? least : high === '' ? Infinity : Number(high)) : sign === '?' ? 1 : Infinity;
    const repeat: Part = { kind: 'repeat', part, least, most, isLazy: lazy === '?' };
    if (most > FAR) repeats.push(repeat);
    return repeat;
  };

  const take = (text: string): boolean => {
    if (!source.startsWith(text, at)) return false;
    at += text.length;
    return true;
  };

  const readAtom = (): Part => {
    if (take('(?=')) return look(false, false);
    if (take('(?!')) return look(false, true);
    if (take('(?<=')) return look(true, false);
    if (take('(?<!')) return look(true, true);
    const open = /^\((?:\?:|\?<[A-Za-z]\w*>)?/.exec(source.slice(at));
    if (open !== null) {
      at += open[0].length;
      return closed(readChoice());
    }
    if (take('^')) return { kind: 'start' };
    if (take('$')) return { kind: 'end' };
    if (take('\\b')) return { kind: 'border' };
    if (take('\\B')) return { kind: 'no-border' };
    const atom =
      /^(?:\[(?:[^\]\\]|\\.)*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\c[A-Z]|\\.|[^\\])/su.exec(
        source.slice(at),
      );
    if (atom === null) throw new Error(`not read: ${source.slice(at)}`);
    at += atom[0].length;
    // What a group took stands here once more. Every such group of ours holds one sign, or a word that ends.
    if (/^\\(?:[1-9]|k)/.test(atom[0])) {
      if (atom[0] === '\\k') at += source.slice(at).indexOf('>') + 1;
      return character('[^]');
    }
    return character(atom[0]);
  };

  const look = (isBehind: boolean, isNot: boolean): Part => ({
    kind: 'look',
    part: closed(readChoice()),
    isBehind,
    isNot,
  });

  const closed = (part: Part): Part => {
    if (!take(')')) throw new Error(`a group without an end: ${source}`);
    return part;
  };

  const whole = readChoice();
  if (at < source.length) throw new Error(`not read: ${source.slice(at)}`);
  return { whole, isMultiline: flags.includes('m'), repeats, characters };
}
