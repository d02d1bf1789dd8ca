/** The sheet of a letter, measured with a ruler, and where a long letter goes over to the next sheet. */
import { describe, expect, it } from 'vitest';
import { fitInto, letterPages, type Letter } from '../../../domain/paper/letter-page.ts';
import { measure, ruled, textsOf, words } from './ruler.ts';

const LETTER: Letter = {
  language: 'nl',
  window: 'left',
  logo: null,
  charityName: 'Stichting Elk Kind Zwemt',
  returnAddress: 'Postbus 1, 8000 AA Zwolle',
  address: ['Mevrouw H. van der Voorbeeld', 'Wilgenhof 41', '8031 XD  ZWOLLE'],
  day: 'Zwolle, 21 november 2026',
  paragraphs: ['Geachte mevrouw Van der Voorbeeld,', 'Dank u wel.', 'Met vriendelijke groet,'],
  signature: null,
  signedBy: ['Jonneke Tolsma', 'directeur'],
  foot: '038 123 45 67',
};

const rulerOn = (change: Partial<Letter>): readonly (readonly string[])[] =>
  letterPages({ ...LETTER, ...change }, measure).map(ruled);

describe('a letter of one sheet', () => {
  it('has everything at its place: sender, window, day, words, name, foot', () => {
    expect(rulerOn({})).toEqual([
      [
        'P: voice-strong 16 door · 25 24 · Stichting Elk Kind Zwemt',
        'P: ui 7 soft · 25 50 · Postbus 1, 8000 AA Zwolle',
        'P: ui 10.5 · 25 57 · Mevrouw H. van der Voorbeeld',
        'ui 10.5 · 25 62.37 · Wilgenhof 41',
        'ui 10.5 · 25 67.74 · 8031 XD  ZWOLLE',
        'P: voice 11 · 25 103 · Zwolle, 21 november 2026',
        'P: voice 11 · 25 115 · Geachte mevrouw Van der Voorbeeld,',
        'P: voice 11 · 25 124.02 · Dank u wel.',
        'P: voice 11 · 25 133.04 · Met vriendelijke groet,',
        'P: voice 11 · 25 160.77 · Jonneke Tolsma',
        'voice 11 · 25 166.59 · directeur',
        'line 0.2 line · 25 280 to 185 280',
        'ui 8 soft · 25 285 · Stichting Elk Kind Zwemt  ·  038 123 45 67',
      ],
    ]);
  });

  it('has the address on the other side for an envelope with its window on the right, and nothing else', () => {
    const [left, right] = [rulerOn({}).flat(), rulerOn({ window: 'right' }).flat()];
    const moved = right.filter((line) => !left.includes(line));
    expect(moved).toEqual([
      'P: ui 7 soft · 112 50 · Postbus 1, 8000 AA Zwolle',
      'P: ui 10.5 · 112 57 · Mevrouw H. van der Voorbeeld',
      'ui 10.5 · 112 62.37 · Wilgenhof 41',
      'ui 10.5 · 112 67.74 · 8031 XD  ZWOLLE',
    ]);
  });

  it('has a logo for the name, and the signature between greeting and name', () => {
    const lines = rulerOn({
      logo: { picture: 'logo', width: 200, height: 100 },
      signature: { picture: 'hand', width: 220, height: 40 },
    }).flat();
    expect(lines[0]).toBe('Figure "Stichting Elk Kind Zwemt": picture logo · 25 14 · 44 × 22');
    const at = lines.indexOf('Figure "Jonneke Tolsma": picture hand · 25 141.86 · 55 × 10');
    expect(lines[at - 1]).toContain('Met vriendelijke groet,');
    expect(lines[at + 1]).toBe('P: voice 11 · 25 160.77 · Jonneke Tolsma');
  });

  it('has the name alone at its foot when there is no telephone', () => {
    expect(rulerOn({ foot: '' }).flat().at(-1)).toBe('ui 8 soft · 25 285 · Stichting Elk Kind Zwemt');
  });

  it('has six lines in the window, and one line above them, whatever there is', () => {
    // 44 characters of this size are 78.5 millimetres wide, one more would be too many for 80.
    const lines = rulerOn({
      address: ['a'.repeat(44), 'b'.repeat(45), 'c', 'd', 'e', 'f'],
      returnAddress: words('terug', 20),
    }).flat();
    const [sender, ...window] = lines.slice(1, 8).map((line) => line.split(' · ').at(-1));
    expect(window).toEqual(['a'.repeat(44), 'b'.repeat(44), 'b', 'c', 'd', 'e …']);
    expect(sender).toBe(`${words('terug', 11)} …`);
  });
});

describe('the width of', () => {
  /** Every character is one millimetre wide. */
  const texts = (change: Partial<Letter>): readonly string[] =>
    letterPages({ ...LETTER, ...change }, (text) => text.length).flatMap((page) =>
      textsOf(page).map(({ text }) => text),
    );
  const line = (length: number): string => words('x', length / 2).padEnd(length, 'x');

  it('a line is 160 millimetres: 25 are left white on either side', () => {
    expect(texts({ paragraphs: [line(160)] })).toContain(line(160));
    expect(texts({ paragraphs: [line(162)] })).not.toContain(line(162));
    expect(texts({ paragraphs: ['x'.repeat(161)] })).toContain('x'.repeat(160));
  });

  it('a line in the window is 80 millimetres', () => {
    expect(texts({ address: ['x'.repeat(80)] })).toContain('x'.repeat(80));
    expect(texts({ address: ['x'.repeat(81)] })).toContain('x'.repeat(80));
  });

  it('a logo is 60 millimetres at most', () => {
    const [logo] = rulerOn({ logo: { picture: 'logo', width: 600, height: 100 } }).flat();
    expect(logo).toContain('60 × 10');
  });
});

describe('a picture in its box', () => {
  it.each([
    ['wider than the box', { width: 600, height: 100 }, { width: 60, height: 10 }],
    ['higher than the box', { width: 100, height: 220 }, { width: 10, height: 22 }],
    ['smaller than the box', { width: 3, height: 1 }, { width: 60, height: 20 }],
  ])('%s: as large as it can be, in its own proportion', (_, picture, size) => {
    const fitted = fitInto(picture, { width: 60, height: 22 });
    expect(fitted.width).toBeCloseTo(size.width, 10);
    expect(fitted.height).toBeCloseTo(size.height, 10);
  });
});

/** How many lines of each paragraph stand on each sheet; the greeting is the last. */
function linesOnSheets(paragraphLengths: readonly number[], change: Partial<Letter> = {}): readonly string[] {
  // One such word fills a line: 80 characters of 1.87 millimetres, on 160.
  const paragraphs = paragraphLengths.map((length, index) => words(`${index}`.padEnd(80, 'x'), length));
  return letterPages({ ...LETTER, ...change, paragraphs: [...paragraphs, 'Groet'] }, measure).map((page) => {
    const texts = textsOf(page).map(({ text }) => text);
    const counts = paragraphLengths.map((_, index) => texts.filter((text) => text.startsWith(`${index}x`)).length);
    const greeting = texts.includes('Groet') ? 'groet' : '';
    return [...counts.filter((count) => count > 0), greeting, texts.includes('directeur') ? 'naam' : '']
      .join(' ')
      .trim();
  });
}

describe('a long letter', () => {
  it.each([
    ['is full with 21 lines, greeting and name', [21], ['21 groet naam']],
    ['keeps the greeting with the name: both go over after 22', [22], ['22', 'groet naam']],
    ['has room for 27 lines on its first sheet', [27], ['27', 'groet naam']],
    ['never lets one line of a paragraph go over alone', [28], ['26', '2 groet naam']],
    ['lets two of them go over', [29], ['27', '2 groet naam']],
    ['lets a paragraph of four lines stand where it just fits', [23, 4], ['23 4', 'groet naam']],
    ['does not break a paragraph of four lines', [24, 4], ['24', '4 groet naam']],
    ['breaks one of five', [24, 5], ['24 3', '2 groet naam']],
    ['leaves at least two lines of it for the next sheet', [23, 5], ['23 3', '2 groet naam']],
    ['has room for 42 lines on the next sheets', [29 + 40, 3], ['27', '42', '3 groet naam']],
    ['is full on the second sheet with 35 lines, greeting and name', [27 + 35], ['27', '35 groet naam']],
    ['goes on on a third sheet when the greeting does not fit', [27 + 36], ['27', '36', 'groet naam']],
    ['begins a sheet for a paragraph when there is no room at all', [27, 5], ['27', '5 groet naam']],
  ])('%s', (_, lengths, sheets) => {
    expect(linesOnSheets(lengths)).toEqual(sheets);
  });

  it('needs more room below when more people sign it', () => {
    expect(linesOnSheets([20], { signedBy: ['a', 'b', 'directeur'] })).toEqual(['20 groet naam']);
    expect(linesOnSheets([21], { signedBy: ['a', 'b', 'directeur'] })).toEqual(['21', 'groet naam']);
  });

  it('breaks a greeting that is long itself so that its end stays with the name', () => {
    const [first, second] = letterPages({ ...LETTER, paragraphs: [words('x'.repeat(80), 25)] }, measure).map(
      (page) => textsOf(page).filter(({ text }) => text.startsWith('xx')).length,
    );
    expect([first, second]).toEqual([23, 2]);
  });

  it('goes on 30 millimetres below the edge, and each sheet has the foot', () => {
    const [, second] = rulerOn({ paragraphs: [words('x'.repeat(80), 28), 'Groet'] });
    expect(second).toEqual([
      `P: voice 11 · 25 30 · ${'x'.repeat(80)}`,
      `voice 11 · 25 35.82 · ${'x'.repeat(80)}`,
      'P: voice 11 · 25 44.84 · Groet',
      'P: voice 11 · 25 72.57 · Jonneke Tolsma',
      'voice 11 · 25 78.39 · directeur',
      'line 0.2 line · 25 280 to 185 280',
      'ui 8 soft · 25 285 · Stichting Elk Kind Zwemt  ·  038 123 45 67',
    ]);
  });
});
