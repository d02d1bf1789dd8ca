/** The printed examples: as they stand in docs/examples, each page drawn and looked at by what must be on it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { LABEL_FORMATS, labelsPerSheet } from '../../domain/paper/label-sheets.ts';
import { drawPage, linesOf, readPdf, type PagePicture } from '../support/read-pdf.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { makeExamples, type Examples } from '../examples/make-examples.ts';

const FOLDER = join(import.meta.dirname, '../../docs/examples');
const SCALE = 1;
const WHITE = 250;
const POINTS_OF_A_MILLIMETRE = 72 / 25.4;

let made: Examples;
beforeAll(async () => {
  made = await makeExamples(temporaryFolder());
}, 60_000);

/** The share of a part of the page, in millimetres, that is not white. */
function inkIn(picture: PagePicture, x: number, y: number, width: number, height: number): number {
  const at = (millimetres: number): number => Math.round(millimetres * POINTS_OF_A_MILLIMETRE * SCALE);
  let ink = 0;
  let all = 0;
  for (let row = at(y); row < Math.min(at(y + height), picture.height); row += 1) {
    for (let column = at(x); column < Math.min(at(x + width), picture.width); column += 1) {
      all += 1;
      const [red = 255, green = 255, blue = 255] = picture.pixels.subarray((row * picture.width + column) * 3);
      if (Math.min(red, green, blue) < WHITE) ink += 1;
    }
  }
  return ink / Math.max(1, all);
}

it('are all there, and say what the program prints now (else: npm run examples)', () => {
  expect(
    readdirSync(FOLDER)
      .filter((name) => name.endsWith('.pdf'))
      .toSorted(),
  ).toEqual([...made.keys()].toSorted());
  for (const [name, bytes] of made) {
    const kept = readPdf(readFileSync(join(FOLDER, name)));
    const now = readPdf(bytes);
    expect({ name, pages: kept.pages.map(linesOf) }).toEqual({ name, pages: now.pages.map(linesOf) });
  }
});

const fileOf = (name: string): Uint8Array => readFileSync(join(FOLDER, name));

describe('letters', () => {
  it('are one page per donor: logo, address in the window, signature, and white margins', () => {
    const { pages, title, language, isTagged } = readPdf(fileOf('brieven.pdf'));
    expect({ language, isTagged, pages: pages.length }).toEqual({ language: 'nl-NL', isTagged: true, pages: 3 });
    expect(title).toContain('brieven');
    const addresses = pages.map(({ texts }) => texts.filter(({ y, x }) => y > 54 && y < 92 && x > 20 && x < 110));
    for (const [number, page] of pages.entries()) {
      expect(addresses[number]?.length).toBeGreaterThanOrEqual(3);
      expect(addresses[number]?.at(-1)?.text).toMatch(/^\d{4} [A-Z]{2} {2}[^a-z]+$/);
      expect(linesOf(page).join(' ')).not.toMatch(/[{}]/);
      const drawn = drawPage(fileOf('brieven.pdf'), number, SCALE);
      expect(inkIn(drawn, 25, 14, 60, 22)).toBeGreaterThan(0.05);
      for (const [x, y, width, height] of [
        [0, 0, 20, 297],
        [192, 0, 18, 297],
        [0, 0, 210, 12],
        [0, 288, 210, 9],
      ] as const) {
        expect(inkIn(drawn, x, y, width, height)).toBe(0);
      }
    }
    expect(new Set(addresses.map((lines) => lines.map(({ text }) => text).join())).size).toBe(3);
  });
});

describe.each(['3x8', '3x7', '2x7'] as const)('labels %s', (id) => {
  it('have ink inside every label that is used, and none between them', () => {
    const name = `etiketten-${id}.pdf`;
    const { pages } = readPdf(fileOf(name));
    const { columns, width, height, stepX, stepY, left, top } = LABEL_FORMATS[id];
    const count = pages.flatMap(({ texts }) => texts).filter(({ text }) => /^\d{4} [A-Z]{2} {2}/.test(text)).length;
    expect(pages).toHaveLength(Math.ceil(count / labelsPerSheet(id)));
    const drawn = drawPage(fileOf(name), 0, SCALE);
    for (let place = 0; place < Math.min(count, labelsPerSheet(id)); place += 1) {
      const x = left + (place % columns) * stepX;
      const y = top + Math.floor(place / columns) * stepY;
      expect(inkIn(drawn, x + 5, y + 4, width - 10, height - 8)).toBeGreaterThan(0.005);
      // Labels touch: the edge of each stays white, or a printer that is off by a millimetre writes on the next.
      for (const edge of [x, x + width - 4]) expect(inkIn(drawn, edge, y, 4, height)).toBe(0);
      for (const edge of [y, y + height - 2]) expect(inkIn(drawn, x, edge, width, 2)).toBe(0);
    }
  });
});

describe.each([
  ['directie.pdf', 'Drie dingen om te zeggen', 'nl-NL'],
  ['director.pdf', 'Three things to say', 'en-GB'],
] as const)('%s', (name, heading, language) => {
  it('is one page for each call of today, with its chart, and room to write', () => {
    const pdf = readPdf(fileOf(name));
    expect(pdf.language).toBe(language);
    expect(pdf.pages).toHaveLength(6);
    for (const [number, page] of pdf.pages.entries()) {
      expect(linesOf(page).join(' ')).toContain(heading);
      const drawn = drawPage(fileOf(name), number, SCALE);
      expect(inkIn(drawn, 134, 62, 58, 44)).toBeGreaterThan(0.02);
      expect(inkIn(drawn, 18, 237, 174, 18)).toBeGreaterThan(0.01);
      for (const [x, y, width, height] of [
        [0, 0, 15, 297],
        [195, 0, 15, 297],
        [0, 288, 210, 9],
      ] as const) {
        expect(inkIn(drawn, x, y, width, height)).toBe(0);
      }
    }
  });
});

describe.each([
  ['bestuur.pdf', 'Hoe dit is gemeten', 'Gaf opnieuw', 'nl-NL'],
  ['board.pdf', 'How this was measured', 'Gave again', 'en-GB'],
] as const)('%s', (name, how, outcome, language) => {
  it('is one page: the finding, every comparison beside its zero line, and how it was done to the last word', () => {
    const pdf = readPdf(fileOf(name));
    expect({ language: pdf.language, isTagged: pdf.isTagged, pages: pdf.pages.length }).toEqual({
      language,
      isTagged: true,
      pages: 1,
    });
    const lines = pdf.pages.flatMap(linesOf);
    const text = lines.join(' ');
    expect(text).toContain(how);
    expect(text).toContain(outcome);
    // The last note is there whole, and nothing was clipped.
    expect(text).toMatch(/26 (die gebeld mochten worden|who might be called)/);
    expect(text).not.toContain('…');
    const drawn = drawPage(fileOf(name), 0, SCALE);
    expect(inkIn(drawn, 124, 70, 17, 90)).toBeGreaterThan(0.01);
    for (const [x, y, width, height] of [
      [0, 0, 15, 297],
      [195, 0, 15, 297],
      [0, 289, 210, 8],
    ] as const) {
      expect(inkIn(drawn, x, y, width, height)).toBe(0);
    }
  });
});
