/** The colours of tokens.css, by calculation: text is readable on every ground, lines and focus are seen, states stay apart. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const CSS = readFileSync(join(import.meta.dirname, '../../../renderer/style/tokens.css'), 'utf8');

/** The colours of the block that begins with these words. */
function coloursOf(beginning: string): ReadonlyMap<string, string> {
  const start = CSS.indexOf(beginning);
  const block = CSS.slice(start, CSS.indexOf('}', start));
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/gi)].map(([, name = '', value = '']) => [name, value]));
}

const THEMES = {
  light: coloursOf(":root,\n[data-theme='light']"),
  dark: coloursOf("\n[data-theme='dark']"),
  automatic: coloursOf(":root:not([data-theme='light'])"),
} as const;

type Colour = readonly [number, number, number];
const IDENTITY = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
] as const;
/** Machado, Oliveira and Fernandes 2009, severity 1. */
const SIGHT = {
  full: IDENTITY,
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

function linear(hex: string): Colour {
  const at = (from: number): number => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [at(1), at(3), at(5)];
}

function ratio(a: string, b: string): number {
  const light = (hex: string): number => {
    const [red, green, blue] = linear(hex);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low = 0, high = 0] = [light(a), light(b)].toSorted((one, other) => one - other);
  return (high + 0.05) / (low + 0.05);
}

function lab(hex: string, sight: (typeof SIGHT)[keyof typeof SIGHT]): Colour {
  const seen = linear(hex);
  const [red = 0, green = 0, blue = 0] = sight.map((row) =>
    Math.min(1, Math.max(0, row[0] * seen[0] + row[1] * seen[1] + row[2] * seen[2])),
  );
  const curve = (value: number): number => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const x = curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
  const y = curve(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const TEXTS = ['ink', 'ink-2', 'ink-3', 'ok', 'corrected', 'attention', 'stop'];
const GROUNDS = ['ground', 'surface', 'sunk', 'ok-bg', 'corrected-bg', 'attention-bg', 'stop-bg'];
const ON_COLOUR = [
  'on-door/door',
  'on-door-2/door',
  'stone/door',
  'on-stone/stone',
  'on-stone/stone-2',
  'on-door/door-2',
];
const LINES = ['line-strong', 'focus', 'mark'].flatMap((line) => [`${line}/ground`, `${line}/surface`]);

describe.each(['light', 'dark'] as const)('in the %s', (name) => {
  const theme = THEMES[name];
  const colour = (token: string): string => theme.get(token) ?? expect.fail(`no colour --${token}`);
  const tooLow = (pairs: readonly string[], least: number): readonly string[] =>
    pairs.filter((pair) => {
      const [front = '', back = ''] = pair.split('/');
      return ratio(colour(front), colour(back)) < least;
    });

  it('every text can be read on every ground', () => {
    const pairs = TEXTS.flatMap((text) => GROUNDS.map((ground) => `${text}/${ground}`));
    expect(tooLow([...pairs, ...ON_COLOUR], 4.5)).toEqual([]);
  });

  it('edges of controls, the focus and the marks of charts can be seen', () => {
    expect(tooLow([...LINES, 'focus-on-door/door'], 3)).toEqual([]);
  });

  it.each(Object.entries(SIGHT))('states stay apart for %s sight', (_, sight) => {
    const states = ['ok', 'corrected', 'attention', 'stop'].map((state) => lab(colour(state), sight));
    const apart = states.flatMap((a, index) =>
      states.slice(index + 1).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])),
    );
    expect(Math.min(...apart)).toBeGreaterThan(15);
  });
});

it('is as dark when the computer chooses as when a person does', () => {
  expect(THEMES.automatic).toEqual(THEMES.dark);
});
