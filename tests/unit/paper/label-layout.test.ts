/** Sheets of labels, measured with a ruler: the places of the shops' formats, the middle of a label, smaller type. */
import { describe, expect, it } from 'vitest';
import { labelFormatName, labelPages, labelsPerSheet, type LabelFormatId } from '../../../domain/paper/label-sheets.ts';
import { measure, ruled, textsOf, words } from './ruler.ts';

const addresses = (count: number): readonly (readonly string[])[] =>
  Array.from({ length: count }, (_, index) => [`naam ${index + 1}`, 'straat', 'plaats']);
const pages = (id: LabelFormatId, given: readonly (readonly string[])[], used = 0) =>
  labelPages(given, id, { used, language: 'nl', measure });

describe.each([
  ['3x8', 24, ['1 · 6 15.15', '2 · 76 15.15', '3 · 146 15.15', '4 · 6 52.15', '24 · 146 274.15']],
  ['3x7', 21, ['1 · 13.25 30.35', '2 · 79.25 30.35', '3 · 145.25 30.35', '4 · 13.25 68.45', '21 · 145.25 258.95']],
  ['2x7', 14, ['1 · 10.65 30.35', '2 · 112.25 30.35', '3 · 10.65 68.45', '14 · 112.25 258.95']],
  ['2x8', 16, ['1 · 10.65 26', '2 · 112.25 26', '3 · 10.65 59.9', '16 · 112.25 263.3']],
] as const)('a sheet of %s', (id, count, places) => {
  it('has its labels in columns and rows, six millimetres from the left of each', () => {
    expect(labelsPerSheet(id)).toBe(count);
    const [sheet, ...others] = pages(id, addresses(count));
    expect(others).toEqual([]);
    const lines = ruled(sheet ?? { blocks: [] }).filter((line) => line.includes('naam'));
    const found = lines.map((line) => line.replace(/^P: ui 10 · (.*) · naam (\d+)$/u, '$2 · $1'));
    expect(found).toHaveLength(count);
    expect(found).toEqual(expect.arrayContaining([...places]));
  });

  it('begins after the labels that are used, and goes on on a new sheet', () => {
    const [first, second, ...others] = pages(id, addresses(3), count - 2);
    expect(others).toEqual([]);
    expect(textsOf(first).filter(({ text }) => text.startsWith('naam'))).toHaveLength(2);
    const [line] = ruled(second ?? { blocks: [] });
    expect(line).toBe(`P: ui 10 ·${places[0].slice(3)} · naam 3`);
  });
});

it('a label says how many there are and how large they are', () => {
  expect(labelFormatName('3x8')).toEqual({ nl: '24 op een vel, 70 × 37 mm', en: '24 a sheet, 70 × 37 mm' });
  expect(labelFormatName('2x8').nl).toBe('16 op een vel, 99,1 × 33,9 mm');
});

describe('an address', () => {
  const label = (address: readonly string[]) => textsOf(pages('3x8', [address])[0]);

  it('stands in the middle of its label: the same room above as below', () => {
    const [one] = label(['naam']);
    const three = label(['naam', 'straat', 'plaats']);
    expect(one?.y).toBeCloseTo((three[0]?.y ?? 0) / 2 + (three[2]?.y ?? 0) / 2, 10);
    expect(three.map(({ y }) => Math.round(y * 100) / 100)).toEqual([15.15, 20.09, 25.03]);
  });

  it.each([
    ['of six lines in type of 10', 6, 10, 6],
    ['of seven lines in smaller type', 7, 8.5, 7],
    ['of eight lines in smaller type still', 8, 7.5, 8],
    ['of more lines is cut off at the bottom, in the smallest', 9, 7, 8],
  ])('%s', (_, lines, size, shown) => {
    const texts = label(Array.from({ length: lines }, (_line, index) => `regel ${index + 1}`));
    expect(texts).toHaveLength(shown);
    expect(new Set(texts.map((text) => text.size))).toEqual(new Set([size]));
    expect(texts.at(-1)?.text).toBe(lines > shown ? `regel ${shown} …` : `regel ${lines}`);
  });

  it('breaks a line at 58 millimetres of a label of 70', () => {
    expect(label(['x'.repeat(34)]).map(({ text }) => text.length)).toEqual([34]);
    expect(label([words('x'.repeat(17), 2)]).map(({ text }) => text.length)).toEqual([17, 17]);
  });
});
