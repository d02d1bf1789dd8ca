/**
 * How the work of a regular expression grows with the length of a text that was made against it: 1 in proportion, 2 as
 * its square, and so on. Texts are what it repeats, a number of times, after what leads there and before what spoils it.
 */
import { countSteps } from './count-steps.ts';
import { parsePattern, type Part, type Pattern } from './parse-pattern.ts';

const CANDIDATES = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).concat(
  '\n',
  '\t',
  '\r',
  '\0',
  'é',
  '\u00A0',
  '\u{1F600}',
  '“',
  '\u0300',
  '\uFEFF',
);

export interface Growth {
  /** The exponent, rounded to halves. 0 when there is nothing that repeats. */
  readonly exponent: number;
  /** What was repeated. */
  readonly pump: string;
  /** About how many steps a text of this length takes. */
  readonly stepsAt: (length: number) => number;
}

const STEADY: Growth = { exponent: 1, pump: '', stepsAt: (length) => length };

const SHORT = 24;
/** Twice as long twice as often is in proportion. */
const LIMIT = 400_000;

export function growthOf(source: string, flags: string): Growth {
  const pattern = parsePattern(source, flags);
  if (pattern.repeats.length === 0) return { ...STEADY, exponent: 0 };
  const alphabet = representatives(pattern);
  const beginnings = [...new Set(['', ...waysInto(pattern, alphabet)])].slice(0, 6);
  const pumps = new Set(alphabet);
  for (const repeat of pattern.repeats) for (const word of wordsOf(bodyOf(repeat), alphabet)) pumps.add(word);
  for (const word of [...beginnings, ...wordsOf(pattern.whole, alphabet)]) pumps.add(word);
  const endings = ['', alphabet.find((each) => pattern.characters.every((accepts) => !accepts(each))) ?? '\0', '\n\0'];
  let worst = STEADY;
  for (const pump of [...pumps].filter((each) => each !== '').slice(0, 40)) {
    for (const beginning of beginnings) {
      for (const ending of endings) {
        const growth = measure(
          pattern,
          pump,
          (length) => beginning + pump.repeat(Math.ceil(length / pump.length)) + ending,
        );
        if (growth.exponent > worst.exponent) worst = growth;
      }
    }
  }
  return worst;
}

function measure(pattern: Pattern, pump: string, textOf: (length: number) => string): Growth {
  const short = countSteps(pattern, textOf(SHORT), LIMIT);
  const long = countSteps(pattern, textOf(SHORT * 2), LIMIT);
  const endless: Growth = { exponent: Infinity, pump, stepsAt: () => Infinity };
  if (long >= LIMIT) return endless;
  if (long / short < 2.6) return STEADY;
  const longer = countSteps(pattern, textOf(SHORT * 4), LIMIT * 4);
  if (longer >= LIMIT * 4) return endless;
  const exponent = Math.round(Math.log2(longer / long) * 2) / 2;
  const { length } = textOf(SHORT * 4);
  return { exponent, pump, stepsAt: (wanted) => longer * (wanted / length) ** exponent };
}

/** One character of each kind that the expression tells apart. */
function representatives({ characters }: Pattern): readonly string[] {
  const kinds = new Map<string, string>();
  for (const each of CANDIDATES) {
    const kind = characters.map((accepts) => (accepts(each) ? '1' : '0')).join('');
    if (!kinds.has(kind)) kinds.set(kind, each);
  }
  return [...kinds.values()].slice(0, 24);
}

function bodyOf(part: Part): Part {
  return part.kind === 'repeat' ? part.part : part;
}

const MOST_WORDS = 8;

/** Some texts that a part takes. */
function wordsOf(part: Part, alphabet: readonly string[]): readonly string[] {
  switch (part.kind) {
    case 'character':
      return alphabet.filter((each) => part.accepts(each)).slice(0, 4);
    case 'choice':
      return part.parts.flatMap((each) => wordsOf(each, alphabet).slice(0, 3)).slice(0, MOST_WORDS);
    case 'sequence': {
      let words: readonly string[] = [''];
      for (const each of part.parts) {
        const next = wordsOf(each, alphabet);
        words = words.flatMap((word) => next.map((more) => word + more)).slice(0, MOST_WORDS);
      }
      return words;
    }
    case 'repeat': {
      const once = wordsOf(part.part, alphabet);
      const times = Math.max(part.least, Math.min(1, part.most));
      const words = once.map((word) => word.repeat(times));
      return (part.least === 0 ? ['', ...words] : words).slice(0, MOST_WORDS);
    }
    case 'look':
    case 'start':
    case 'end':
    case 'border':
    case 'no-border':
      return [''];
  }
}

/** What stands before each repetition, as far as it is in the same sequence. */
function waysInto({ whole, repeats }: Pattern, alphabet: readonly string[]): readonly string[] {
  const found: string[] = [];
  const wanted = new Set(repeats);
  const walk = (part: Part, before: string): void => {
    if (wanted.has(part) && before !== '') found.push(before);
    if (part.kind === 'sequence') {
      let text = before;
      for (const each of part.parts) {
        walk(each, text);
        text += wordsOf(each, alphabet).find((word) => word !== '') ?? '';
      }
    } else if (part.kind === 'choice') for (const each of part.parts) walk(each, before);
    else if (part.kind === 'repeat' || part.kind === 'look') walk(part.part, before);
  };
  walk(whole, '');
  return found;
}
