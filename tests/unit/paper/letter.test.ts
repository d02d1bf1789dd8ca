/** Letters: everything that was written is on them, the address in the window, the greeting with its signature. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterOf } from '../../../electron/backend/paper/letter-of.ts';
import { Refusal } from '../../../electron/backend/refusal.ts';
import { writePdf } from '../../../electron/paper/write-pdf.ts';
import { PRACTICE_CHARITY } from '../../../domain/charity/practice-charity.ts';
import { storyFor } from '../../../domain/charity/story-for.ts';
import type { Charity } from '../../../domain/charity/charity.ts';
import { EXAMPLE_LETTER } from '../../../domain/paper/example-donor.ts';
import { letterPages, type Letter } from '../../../domain/paper/letter-page.ts';
import type { LetterFacts } from '../../../domain/paper/letter-values.ts';
import type { Measure, PaperPage } from '../../../domain/paper/page.ts';
import { wrap } from '../../../domain/paper/wrap.ts';
import { linesOf, NO_PAGE, readPdf } from '../../support/read-pdf.ts';
import { TINY_PNG } from '../../support/tiny-pictures.ts';

/** Every character as wide as half its height: enough to lay out by. */
const measure: Measure = (text, { size }) => text.length * size * 0.17;
const STYLE = { font: 'voice', size: 11 } as const;

const FACTS: LetterFacts = {
  name: EXAMPLE_LETTER.name,
  gift: EXAMPLE_LETTER.gift,
  language: 'nl',
  mandate: null,
  story: storyFor(PRACTICE_CHARITY, null),
  charityName: 'Stichting Elk Kind Zwemt',
  phone: PRACTICE_CHARITY.phone,
  today: '2026-11-21',
};

const letter = (change: Partial<Letter> = {}, charity: Charity = PRACTICE_CHARITY): Letter => ({
  ...letterOf(charity, FACTS, EXAMPLE_LETTER.address, new Map()),
  ...change,
});

const textsOf = (page: PaperPage | undefined): readonly { text: string; x: number; y: number }[] =>
  (page?.blocks ?? [])
    .filter(({ tag }) => tag !== 'artifact')
    .flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'text' ? [part] : [])));

describe('wrap', () => {
  it('keeps every word, and makes no line wider than it may be', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 20, max: 120 }), (text, width) => {
        const lines = wrap(text, width, STYLE, measure);
        const bare = (given: string): string => given.replaceAll(/[ \t\n]/gu, '');
        expect(bare(lines.join(''))).toBe(
          bare(
            text
              .split('\n')
              .map((line) => line.trim())
              .join(''),
          ),
        );
        for (const line of lines) expect(line.length <= 2 || measure(line, STYLE) <= width).toBe(true);
      }),
    );
  });

  it('leaves two spaces between postcode and town', () => {
    expect(wrap('8031 XD  ZWOLLE', 80, STYLE, measure)).toEqual(['8031 XD  ZWOLLE']);
  });
});

describe('a letter', () => {
  it.each([
    ['left', 20, 110],
    ['right', 100, 195],
  ] as const)('has its address in the window on the %s', (window, from, to) => {
    const [page] = letterPages(letter({ window }), measure);
    const address = textsOf(page).filter(({ text }) => EXAMPLE_LETTER.address.some((line) => line === text));
    expect(address.map(({ text }) => text)).toEqual(EXAMPLE_LETTER.address);
    for (const { x, y, text } of address) {
      expect(x).toBeGreaterThanOrEqual(from);
      expect(x + measure(text, { font: 'ui', size: 10.5 })).toBeLessThanOrEqual(to);
      expect(y).toBeGreaterThan(50);
      expect(y).toBeLessThan(90);
    }
  });

  it('goes on on another page, with all of its words, its foot on each, and never a signature alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 14 }), (lengths) => {
        const paragraphs = lengths.map((length, index) => `woord${index} `.repeat(length).trim());
        const pages = letterPages(letter({ paragraphs }), measure);
        const words = pages
          .flatMap((page) => textsOf(page))
          .map(({ text }) => text)
          .join(' ');
        for (const [index, length] of lengths.entries()) {
          expect(words.split(`woord${index} `).length + words.split(`woord${index}\n`).length).toBeGreaterThan(1);
          expect(length).toBeGreaterThan(0);
        }
        for (const page of pages) {
          for (const { y } of textsOf(page)) expect(y).toBeLessThan(297 - 8);
          expect(page.blocks.at(-1)?.tag).toBe('artifact');
        }
        const last = textsOf(pages.at(-1)).map(({ text }) => text);
        expect(last.slice(-2)).toEqual(['Jonneke Tolsma', 'directeur']);
        expect(last.length).toBeGreaterThan(2);
      }),
      { numRuns: 60 },
    );
  });

  it('is refused in words for a placeholder that does not exist', () => {
    const charity = { ...PRACTICE_CHARITY, letter: { nl: 'Dag {voornaam}', en: '' } };
    expect(() => letter({}, charity)).toThrow(Refusal);
  });

  it('leaves out a paragraph that has nothing to say', () => {
    const { paragraphs } = letterOf(PRACTICE_CHARITY, { ...FACTS, story: null }, [], new Map());
    expect(paragraphs.some((text) => text.trim() === '')).toBe(false);
    expect(paragraphs).toHaveLength(4);
    expect(paragraphs[1]).toContain('uw gift van €\u00A025,00 op 7 november');
  });
});

describe('as PDF', () => {
  const picture = { picture: 'a'.repeat(64), width: 2, height: 1 };
  const write = (letters: readonly Letter[]): Promise<Uint8Array> =>
    writePdf(
      (widths) => ({ title: 'Brieven', language: 'nl', pages: letters.flatMap((each) => letterPages(each, widths)) }),
      { get: () => Buffer.from(TINY_PNG, 'base64') },
      '2026-11-21T13:00:00.000Z',
    );

  it('has a title, a language, tags, and text that can be copied as it stands', async () => {
    const address = ['Mevrouw Š. Łukaszewicz-Çelik', 'Wilgenhof 41', '8031 XD  ZWOLLE'];
    const pdf = readPdf(await write([letter({ address, logo: picture, signature: picture })]));
    expect(pdf).toMatchObject({ title: 'Brieven', language: 'nl-NL', isTagged: true });
    expect(pdf.created).toContain('20261121');
    const [page] = pdf.pages;
    if (page === undefined) throw new Error('no page');
    expect([Math.round(page.width), Math.round(page.height)]).toEqual([210, 297]);
    const lines = linesOf(page);
    expect(lines).toEqual(
      expect.arrayContaining(['Wilgenhof 41', 'Geachte mevrouw Van der Voorbeeld,', 'Jonneke Tolsma']),
    );
    expect(lines.some((line) => line.replaceAll(' ', '') === 'MevrouwŠ.Łukaszewicz-Çelik')).toBe(true);
    expect(page.texts.find(({ text }) => text === 'Wilgenhof 41')?.x).toBeCloseTo(25, 0);
  });

  it('holds each picture and font once, however many letters there are, and is the same every time', async () => {
    const one = await write([letter({ logo: picture })]);
    const twenty = await write(Array.from({ length: 20 }, () => letter({ logo: picture })));
    expect(readPdf(twenty).pages).toHaveLength(20);
    expect(twenty.length - one.length).toBeLessThan(20 * 4_000);
    expect(Buffer.from(await write([letter({ logo: picture })])).equals(Buffer.from(one))).toBe(true);
  });

  it('writes a question mark for what no font of ours has, and says nothing else', async () => {
    const pdf = readPdf(await write([letter({ address: ['王小明', 'Wilgenhof 41'] })]));
    expect(linesOf(pdf.pages[0] ?? NO_PAGE)).toContain('???');
  });
});
