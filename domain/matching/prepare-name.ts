/** Names as they are compared: words without accents, the prefix apart, and the parts of a double surname. */
import { wordsOf } from '../search/search-words.ts';
import type { Identity } from './identity.ts';

export interface PreparedName {
  /** Words of the first names; a word of one letter is an initial. */
  readonly first: readonly string[];
  /** The words of the surname as one, without prefixes. */
  readonly surname: string;
  /** Of "Bakker-de Wit": bakker and wit. One part for an ordinary name, none for no name. */
  readonly parts: readonly string[];
  /** Of "Jansen de Wit", which may be a double surname without its hyphen: jansen and wit. None of a name of one word. */
  readonly halves: readonly string[];
  /** The words of the parts. */
  readonly words: readonly string[];
}

/** What can stand before a Dutch surname, by word; and what corresponds to it in names from elsewhere. */
const PREFIXES: ReadonlySet<string> = new Set(
  'van von vom zu zum de den der het t ter ten te in op onder bij aan over s d l la le les du des di da dos el al ben bin ibn'.split(
    ' ',
  ),
);

/** Parts of the surnames of husband and wife are joined by a hyphen; a slash and "e/v", "geb." are seen as well. */
const BETWEEN_PARTS = / \(?(?:e[./]?v\.?|geb\.?|geboren) |[-–/]/iu;

const LONGEST_NAME = 200;

export function personNameOf({ firstName, surname }: Identity): PreparedName {
  const whole = surname.slice(0, LONGEST_NAME).replaceAll(/\s/gu, ' ');
  const named = whole
    .split(BETWEEN_PARTS)
    .map(withoutPrefix)
    .filter(([word]) => word !== undefined);
  // A name that is nothing but prefixes ("De", "In 't") keeps its last word.
  const parts =
    named[0] === undefined
      ? wordsOf(whole)
          .slice(-1)
          .map((word) => [word])
      : named;
  const joined = parts.map((words) => words.join(''));
  // "J.P." gives j and p; "Jan Pieter" and "Jan-Pieter" give jan and pieter.
  const first = wordsOf(firstName.slice(0, LONGEST_NAME));
  return { first, surname: joined.join(''), parts: joined, halves: parts.flatMap(halvesOf), words: parts.flat() };
}

/** None of "El" in "El-Amrani" and "'s" in "'s-Gravesande": a prefix that is joined to a name is no half of it. */
function withoutPrefix(part: string): readonly string[] {
  const words = wordsOf(part);
  const name = words.find((word) => !PREFIXES.has(word));
  return name === undefined ? [] : words.slice(words.indexOf(name));
}

/** Wherever a part of several words may be two names: what stands before, and what stands after without its prefix. */
function halvesOf(words: readonly string[]): readonly string[] {
  const names = words.flatMap((word, at) => (PREFIXES.has(word) ? [] : [at]));
  const joints = names.slice(1).map((begins, index) => ({ ends: names[index], begins }));
  const halves = joints.flatMap(({ ends = 0, begins }) => [words.slice(0, ends + 1), words.slice(begins)]);
  return halves.map((half) => half.join(''));
}

const LEGAL_FORMS: ReadonlySet<string> = new Set(
  'bv nv vof cv stichting vereniging st ver eenmanszaak maatschap holding groep the de het en and co ltd gmbh'.split(
    ' ',
  ),
);

/** Without legal form, article and "en": "Bakkerij de Vries B.V." gives bakkerij and vries. */
export function organisationWords(name: string): readonly string[] {
  const text = name.slice(0, LONGEST_NAME).replaceAll('.', '');
  const words = wordsOf(text);
  const telling = words.filter((word) => !LEGAL_FORMS.has(word));
  return telling[0] === undefined ? words : telling;
}
