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
      'P: ui 10.5 soft · 16 14 · Dankbellen',
      'ui 10.5 soft · 194 14 (end) · Elk Kind Zwemt, zaterdag 21 november',
      'line 0.5 black · 16 17.5 to 194 17.5',
      'H1: voice-strong 28 · 16 30 · Hanneke van der Voorbeeld',
      'P: ui-strong 16 · 194 30 (end) · 06 12345678',
      'P: ui 11 soft · 16 37 · Zwolle',
      'P: ui 11 · 16 44.5 · Grote gift',
      'line 0.2 line · 16 50 to 194 50',
      // The gift, beside the years.
      'P: ui 10.5 soft · 16 58.83 · De gift',
      'P: voice-strong 22 · 16 68.86 · €\u00A01.500',
      'P: ui 11 soft · 16 76.2 · op 7 november voor Zwemles',
      'P: ui-strong 11 · 16 82.28 · Samen €\u00A01.500',
      'P: ui 10.5 soft · 123 58.83 · Giften per jaar',
      'Figure "2026: € 1.500,00": box door · 123 65.84 · 12 × 17',
      'ui 9 · 129 64.64 (middle) · €\u00A01.500',
      'ui 9 soft · 129 86.44 (middle) · 2026',
      'line 0.25 black · 123 82.84 to 135 82.84',
      'line 0.2 line · 16 92.34 to 194 92.34',
      // What to say, beside what to be careful of.
      'H2: ui-strong 11 · 16 100.81 · Drie dingen om te zeggen',
      'P: ui-strong 13 soft · 16 107.59 · 1',
      'voice 13 · 22.5 107.59 · Dank',
      'P: ui-strong 13 soft · 16 115.43 · 2',
      'voice 13 · 22.5 115.43 · Vraag',
      'P: ui-strong 13 soft · 16 123.27 · 3',
      'voice 13 · 22.5 123.27 · Vertel',
      'open box stop · 123 96.84 · 71 × 19.09',
      'H2: ui-strong 11 stop · 127 104.81 · Wees hier voorzichtig',
      'P: ui 11 · 127 110.86 · Vraag niet om geld',
      'line 0.2 line · 16 130.86 to 194 130.86',
      // What was before, beside what the gift does.
      'H2: ui-strong 11 · 16 139.33 · Wat er al was',
      'P: ui 11 · 16 145.39 · Gesproken in mei',
      'H2: ui-strong 11 · 16 155.43 · Wie de donateur ook kent',
      'P: ui 11 · 16 161.48 · Niets bekend.',
      'H2: ui-strong 11 · 123 139.33 · Wat de gift doet',
      'Figure "Wat de gift doet": picture foto · 123 141.38 · 34.67 × 26',
      'P: ui 11 · 123 173.39 · Een kind leert zwemmen.',
      // Below what is filled in by hand: five outcomes in a row, a card, three lines.
      'line 0.5 black · 16 235 to 194 235',
      'open box black · 16 243.8 · 3.6 × 3.6',
      'open box black · 41.57 243.8 · 3.6 × 3.6',
      'open box black · 67.13 243.8 · 3.6 × 3.6',
      'open box black · 98.05 243.8 · 3.6 × 3.6',
      'line 0.2 line · 129.54 247.5 to 144.54 247.5',
      'open box black · 147.54 243.8 · 3.6 × 3.6',
      'open box black · 16 250.8 · 3.6 × 3.6',
      'line 0.2 line · 16 266 to 194 266',
      'line 0.2 line · 16 274 to 194 274',
      'line 0.2 line · 16 282 to 194 282',
      'H2: ui-strong 11 · 16 240 · Na het gesprek',
      'P: ui 10.5 · 21 247 · Gesproken',
      'ui 10.5 · 46.57 247 · Voicemail',
      'ui 10.5 · 72.13 247 · Niet bereikt',
      'ui 10.5 · 103.05 247 · Terugbellen op',
      'ui 10.5 · 152.54 247 · Niet meer bellen',
      'ui 10.5 · 21 254 · Kaart met de hand geschreven',
      'P: voice 10.5 soft · 75.48 254 · Lieve Hanneke',
      'P: ui 10.5 soft · 16 286.5 · Vertrouwelijk. Na het gesprek vernietigen.',
    ]);
  });

  it('has its own words in English', () => {
    const texts = textsOf(page({ language: 'en' })).map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining([
        'Confidential. Destroy after the call.',
        'Three things to say',
        'Be careful here',
        'Who else knows the donor',
        'Nothing known.',
        'Call back on',
      ]),
    );
  });

  it('leaves out the heading of a story and the room of a picture that are not there', () => {
    const lines = rulerOn({ story: [], picture: null });
    expect(lines.some((line) => line.includes('Wat de gift doet'))).toBe(false);
    expect(lines).toContain('H2: ui-strong 11 · 16 139.33 · Wat er al was');
  });

  it('has no number for who is not called, and says so with nothing', () => {
    expect(rulerOn({ number: '' }).filter((line) => line.includes('ui-strong 16'))).toEqual([]);
  });

  it('makes a picture as wide as its column, or as high as there is room', () => {
    const picture = (width: number, height: number): string =>
      rulerOn({ picture: { picture: 'foto', width, height } }).find((line) => line.includes('picture')) ?? '';
    expect(picture(200, 100)).toContain('52 × 26');
    expect(picture(100, 200)).toContain('13 × 26');
  });
});

describe('the name', () => {
  // Beside a number of eleven characters there are 140.08 millimetres.
  it.each([
    [29, 28],
    [30, 26],
    [31, 26],
    [32, 24],
    [34, 24],
    [35, 22],
    [37, 22],
    [38, 20],
    [41, 20],
    [42, 18],
    [45, 18],
    [46, 15],
    [54, 15],
  ])('of %d characters is written in %d points beside the number', (length, size) => {
    expect(rulerOn({ name: 'n'.repeat(length) })).toContain(`H1: voice-strong ${size} · 16 30 · ${'n'.repeat(length)}`);
  });

  it('that is longer still is cut off', () => {
    expect(rulerOn({ name: 'n'.repeat(58) })).toContain(`H1: voice-strong 15 · 16 30 · ${'n'.repeat(52)} …`);
  });

  it('has more room when there is no number', () => {
    expect(rulerOn({ name: 'n'.repeat(35), number: '' })).toContain(`H1: voice-strong 28 · 16 30 · ${'n'.repeat(35)}`);
  });
});

describe('there is room for', () => {
  const MUCH = words('woord', 300);
  /** How many lines of the page have the word in them, in type of one size on one column. */
  const count = (change: Partial<BriefingPage>, x = 16): number =>
    textsOf(page(change)).filter((part) => round(part.x) === x && part.text.includes('woord')).length;

  it.each([
    ['one line of who it is', { about: MUCH }, 16, 1],
    ['one line of why', { why: MUCH }, 16, 1],
    ['one line of the amount', { giftAmount: MUCH }, 16, 1],
    ['two lines about the gift', { giftText: MUCH }, 16, 2],
    ['two lines of the sum', { total: MUCH }, 16, 2],
    ['five lines of the story', { story: [MUCH] }, 123, 5],
    ['three lines of a point', { points: [MUCH, 'Vraag', 'Vertel'] }, 22.5, 3],
    ['four lines of what to avoid', { avoid: [MUCH] }, 127, 4],
    ['two lines of something before', { past: [MUCH] }, 16, 2],
    ['two lines of somebody else', { others: [MUCH] }, 16, 2],
    ['two lines of a card', { card: MUCH }, 75.48, 2],
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
    const past = Array.from({ length: 5 }, () => MUCH);
    const texts = textsOf(page({ past, points: [MUCH, MUCH, MUCH], giftText: MUCH, total: MUCH }));
    const left = texts.filter(({ x, y }) => (x === 16 || x === 22.5) && y < 235);
    expect(Math.max(...left.map(({ y }) => y))).toBeLessThanOrEqual(231);
    expect(Math.max(...left.map(({ y }) => y))).toBeGreaterThan(222);
    expect(left.some(({ text }) => text === 'Wie de donateur ook kent')).toBe(false);
  });
});
