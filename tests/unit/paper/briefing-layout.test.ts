/** The director's page, measured with a ruler, and how much of everything it has room for. */
import { describe, expect, it } from 'vitest';
import { briefingPage, type BriefingPage } from '../../../domain/paper/briefing-page.ts';
import { measure, round, ruled, textsOf, words } from './ruler.ts';

const BRIEFING: BriefingPage = {
  language: 'nl',
  charityName: 'Elk Kind Zwemt',
  programme: 'Dankbellen',
  day: 'zaterdag 21 november',
  name: 'Hanneke van der Voorbeeld',
  about: 'Zwolle',
  number: '06 12345678',
  why: 'Grote gift',
  giftLabel: 'De gift',
  giftAmount: '€ 1.500',
  giftText: 'op 7 november voor Zwemles',
  story: ['Een kind leert zwemmen.'],
  picture: { picture: 'foto', width: 400, height: 300 },
  years: [{ year: 2026, received: 150_000, count: 2 }],
  total: 'Samen € 1.500',
  past: ['Gesproken in mei'],
  others: [],
  points: ['Dank', 'Vraag', 'Vertel'],
  avoid: ['Vraag niet om geld'],
  card: 'Lieve Hanneke',
};

const page = (change: Partial<BriefingPage> = {}) => briefingPage({ ...BRIEFING, ...change }, measure);
const rulerOn = (change: Partial<BriefingPage> = {}): readonly string[] => ruled(page(change));

describe('a briefing', () => {
  it('has everything at its place', () => {
    expect(page()).toMatchObject({ width: 210, height: 297, language: 'nl' });
    expect(rulerOn()).toEqual([
      'P: ui 8.5 soft · 18 15 · Elk Kind Zwemt · Dankbellen · zaterdag 21 november',
      'ui 8.5 soft · 192 15 (end) · Vertrouwelijk. Na het gesprek vernietigen.',
      'H1: voice-strong 24 · 18 29 · Hanneke van der Voorbeeld',
      'P: voice-strong 15 · 192 29 (end) · 06 12345678',
      'P: ui 9.5 · 18 36.5 · Zwolle',
      'P: voice 11 · 18 44 · Grote gift',
      'line 0.4 door · 18 49 to 192 49',
      // On the left what is said.
      'H2: ui-strong 9.5 door · 18 61.52 · De gift',
      'P: voice-strong 19 · 18 69.75 · € 1.500',
      'P: ui 9.5 · 18 76.24 · op 7 november voor Zwemles',
      'H2: ui-strong 9.5 door · 18 86.32 · Wat de gift doet',
      'P: voice 11 · 18 91.72 · Een kind leert zwemmen.',
      'H2: ui-strong 9.5 door · 18 101.97 · Drie dingen om te zeggen',
      'P: voice-strong 11 · 18 107.37 · 1',
      'voice 11 · 23.5 107.37 · Dank',
      'P: voice-strong 11 · 18 113.69 · 2',
      'voice 11 · 23.5 113.69 · Vraag',
      'P: voice-strong 11 · 18 120.01 · 3',
      'voice 11 · 23.5 120.01 · Vertel',
      'H2: ui-strong 9.5 stop · 18 130.46 · Liever niet',
      'P: voice-strong 10 · 18 135.51 · ×',
      'ui 10 · 23.5 135.51 · Vraag niet om geld',
      // On the right what was before.
      'Figure "2026: € 1.500,00": box door · 134 68.03 · 12 × 30',
      'ui 7 · 140 66.83 (middle) · €\u00A01.500',
      'ui 7 soft · 140 101.63 (middle) · 2026',
      'line 0.25 black · 134 98.03 to 146 98.03',
      'H2: ui-strong 9.5 door · 134 61.52 · Giften per jaar',
      'P: ui 8.5 soft · 134 106.04 · Samen € 1.500',
      'Figure "Wat de gift doet": picture foto · 134 112.49 · 42.67 × 32',
      'H2: ui-strong 9.5 door · 134 152.5 · Wat er eerder was',
      'P: ui 9.5 · 134 157.37 · Gesproken in mei',
      'H2: ui-strong 9.5 door · 134 167.46 · Wie de donateur ook kent',
      'P: ui 9.5 · 134 172.33 · Niets bekend.',
      // Below what is filled in by hand: five outcomes in a row, a card, three lines.
      'line 0.4 door · 18 233 to 192 233',
      'open box black · 18 241.8 · 3.6 × 3.6',
      'open box black · 43.54 241.8 · 3.6 × 3.6',
      'open box black · 69.07 241.8 · 3.6 × 3.6',
      'open box black · 99.45 241.8 · 3.6 × 3.6',
      'line 0.2 line · 129.06 245.5 to 149.06 245.5',
      'open box black · 153.06 241.8 · 3.6 × 3.6',
      'open box black · 18 248.8 · 3.6 × 3.6',
      'line 0.2 line · 18 266 to 192 266',
      'line 0.2 line · 18 274 to 192 274',
      'line 0.2 line · 18 282 to 192 282',
      'H2: ui-strong 9.5 door · 18 238 · Na het gesprek',
      'P: ui 9.5 · 23 245 · Gesproken',
      'ui 9.5 · 48.54 245 · Voicemail',
      'ui 9.5 · 74.07 245 · Niet bereikt',
      'ui 9.5 · 104.45 245 · Terugbellen op',
      'ui 9.5 · 158.06 245 · Niet meer bellen',
      'ui 9.5 · 23 252 · Kaart met de hand geschreven',
      'P: voice 8.5 soft · 74.22 252 · Lieve Hanneke',
    ]);
  });

  it('has its own words in English', () => {
    const texts = textsOf(page({ language: 'en' })).map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining([
        'Confidential. Destroy after the call.',
        'Three things to say',
        'Better not',
        'Who else knows the donor',
        'Nothing known.',
        'Call back on',
      ]),
    );
  });

  it('leaves out the heading of a story and the room of a picture that are not there', () => {
    const lines = rulerOn({ story: [], picture: null });
    expect(lines.some((line) => line.includes('Wat de gift doet'))).toBe(false);
    expect(lines).toContain('H2: ui-strong 9.5 door · 18 86.32 · Drie dingen om te zeggen');
    expect(lines).toContain('H2: ui-strong 9.5 door · 134 116 · Wat er eerder was');
  });

  it('has no number for who is not called, and says so with nothing', () => {
    expect(rulerOn({ number: '' }).filter((line) => line.includes('voice-strong 15'))).toEqual([]);
  });

  it('makes a picture as wide as its column, or as high as there is room', () => {
    const picture = (width: number, height: number): string =>
      rulerOn({ picture: { picture: 'foto', width, height } }).find((line) => line.includes('picture')) ?? '';
    expect(picture(200, 100)).toContain('58 × 29');
    expect(picture(100, 200)).toContain('16 × 32');
  });
});

describe('the name', () => {
  // Beside a number of eleven characters there are 137.95 millimetres.
  it.each([
    [33, 24],
    [34, 22],
    [36, 22],
    [37, 20],
    [40, 20],
    [41, 18],
    [45, 18],
    [46, 16],
    [50, 16],
    [51, 14],
    [57, 14],
  ])('of %d characters is written in %d points beside the number', (length, size) => {
    expect(rulerOn({ name: 'n'.repeat(length) })).toContain(`H1: voice-strong ${size} · 18 29 · ${'n'.repeat(length)}`);
  });

  it('that is longer still is cut off', () => {
    expect(rulerOn({ name: 'n'.repeat(58) })).toContain(`H1: voice-strong 14 · 18 29 · ${'n'.repeat(57)} …`);
  });

  it('has more room when there is no number', () => {
    expect(rulerOn({ name: 'n'.repeat(40), number: '' })).toContain(`H1: voice-strong 24 · 18 29 · ${'n'.repeat(40)}`);
  });
});

describe('there is room for', () => {
  const MUCH = words('woord', 300);
  /** How many lines of the page have the word in them, in type of one size on one column. */
  const count = (change: Partial<BriefingPage>, x = 18): number =>
    textsOf(page(change)).filter((part) => round(part.x) === x && part.text.includes('woord')).length;

  it.each([
    ['one line of who it is', { about: MUCH }, 18, 1],
    ['one line of why', { why: MUCH }, 18, 1],
    ['one line of the amount', { giftAmount: MUCH }, 18, 1],
    ['two lines about the gift', { giftText: MUCH }, 18, 2],
    ['four lines of the story', { story: [MUCH] }, 18, 4],
    ['three lines of a point', { points: [MUCH, 'Vraag', 'Vertel'] }, 23.5, 3],
    ['two lines of what to avoid', { avoid: [MUCH] }, 23.5, 2],
    ['two lines of the sum', { total: MUCH }, 134, 2],
    ['two lines of something before', { past: [MUCH] }, 134, 2],
    ['two lines of somebody else', { others: [MUCH] }, 134, 2],
    ['two lines of a card', { card: MUCH }, 74.22, 2],
  ] as const)('%s', (_, change, x, lines) => {
    expect(count(change, x)).toBe(lines);
  });

  it('the last five things that were, and the first four people', () => {
    const past = ['een', 'twee', 'drie', 'vier', 'vijf', 'zes'];
    const others = ['a', 'b', 'c', 'd', 'e'];
    const texts = textsOf(page({ past, others })).map(({ text }) => text);
    expect(texts.filter((text) => past.includes(text))).toEqual(past.slice(1));
    expect(texts.filter((text) => others.includes(text))).toEqual(others.slice(0, 4));
  });

  it('nothing below the line above the form: a text is cut off there, a heading left out', () => {
    const story = Array.from({ length: 7 }, () => MUCH);
    const texts = textsOf(page({ story, avoid: [MUCH, MUCH, MUCH] })).filter(({ x }) => x === 18 || x === 23.5);
    const above = texts.filter(({ y }) => y < 233);
    expect(Math.max(...above.map(({ y }) => y))).toBeLessThanOrEqual(230);
    expect(Math.max(...above.map(({ y }) => y))).toBeGreaterThan(222);
    expect(above.some(({ text }) => text === 'Liever niet')).toBe(false);
  });
});
