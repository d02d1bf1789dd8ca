/**
 * How people type. Four in five mistakes are one letter: another one (mostly a neighbour on the keyboard), one missing,
 * one too many, or two swapped (Damerau 1964); the rest are names written as they sound.
 */
import type { Chance } from './chance.ts';

const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

function neighbour(chance: Chance, letter: string): string {
  const row = KEYBOARD.find((keys) => keys.includes(letter.toLowerCase()));
  if (row === undefined) return letter;
  const at = row.indexOf(letter.toLowerCase()) + (chance.percent(50) ? 1 : -1);
  return row[at] ?? letter;
}

const AS_IT_SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ij/i, 'y'],
  [/y/i, 'ij'],
  [/ks/i, 'x'],
  [/ck/i, 'k'],
  [/k/i, 'c'],
  [/ss/i, 's'],
  [/s(?!s)/i, 'ss'],
  [/f/i, 'v'],
  [/v/i, 'f'],
  [/th/i, 't'],
  [/d$/i, 't'],
  [/ei/i, 'ij'],
  [/ou/i, 'au'],
  [/z/i, 's'],
  [/ph/i, 'f'],
  [/nn/i, 'n'],
];

export function mistyped(chance: Chance, text: string): string {
  if (text.length < 3) return text;
  if (chance.percent(20)) {
    const usable = AS_IT_SOUNDS.filter(([pattern]) => pattern.test(text));
    if (usable.length > 0) {
      const [pattern, instead] = chance.one(usable);
      return text.replace(pattern, instead);
    }
  }
  // The first letter is the one that is looked at.
  const at = 1 + chance.below(text.length - 1);
  const letter = text[at] ?? '';
  switch (
    chance.weighted([
      ['other', 35],
      ['missing', 30],
      ['twice', 15],
      ['swapped', 20],
    ] as const)
  ) {
    case 'other':
      return text.slice(0, at) + neighbour(chance, letter) + text.slice(at + 1);
    case 'missing':
      return text.slice(0, at) + text.slice(at + 1);
    case 'twice':
      return text.slice(0, at) + letter + text.slice(at);
    case 'swapped':
      return at + 1 < text.length ? text.slice(0, at) + (text[at + 1] ?? '') + letter + text.slice(at + 2) : text;
  }
}

/** @param share of a hundred in which something goes wrong */
export function typed(chance: Chance, text: string, share: number): string {
  return chance.percent(share) ? mistyped(chance, text) : text;
}

export function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .replaceAll('Ł', 'L')
    .replaceAll('ß', 'ss');
}

export function inSomeCase(chance: Chance, text: string): string {
  return chance.weighted([
    [text, 89],
    [text.toLowerCase(), 8],
    [text.toUpperCase(), 3],
  ]);
}

export function phoneAsTyped(chance: Chance, number: string): string {
  const national = `0${number.slice(3)}`;
  return chance.weighted([
    [national, 50],
    [number, 20],
    [`${national.slice(0, 2)}-${national.slice(2)}`, 20],
    [`0031${number.slice(3)}`, 10],
  ]);
}
