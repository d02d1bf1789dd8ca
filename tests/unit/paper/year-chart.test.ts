/** The bars of giving by year: one to scale beside the other, each with its year and its amount. */
import { describe, expect, it } from 'vitest';
import type { GivingOfYear } from '../../../domain/giving-by-year.ts';
import type { Language } from '../../../domain/language.ts';
import { yearChart } from '../../../domain/paper/year-chart.ts';
import { measure, ruled } from './ruler.ts';

const year = (number: number, received: number): GivingOfYear => ({ year: number, received, count: 1 });
const chart = (years: readonly GivingOfYear[], language: Language = 'nl', width = 60): readonly string[] =>
  ruled({ blocks: [yearChart(years, { x: 100, y: 50, width, height: 40 }, language, measure)] });
const textsOf = (lines: readonly string[]): readonly string[] => lines.map((line) => line.split(' · ').at(-1) ?? '');

describe('a chart of years', () => {
  it('has a bar from the line up, its amount above it, its year below; a year without a gift has no bar', () => {
    expect(chart([year(2024, 50_000), year(2025, 0), year(2026, 150_000)])).toEqual([
      'Figure "2024: € 500,00; 2025: € 0,00; 2026: € 1.500,00": box door · 100 75 · 12 × 10',
      'ui 9 · 106 73.8 (middle) · €\u00A0500',
      'ui 9 soft · 106 88.6 (middle) · 2024',
      'ui 9 soft · 119.6 88.6 (middle) · 2025',
      'box door · 127.2 55 · 12 × 30',
      'ui 9 · 133.2 53.8 (middle) · €\u00A01.500',
      'ui 9 soft · 133.2 88.6 (middle) · 2026',
      'line 0.25 black · 100 85 to 139.2 85',
    ]);
  });

  it('makes the bars narrower when there are many, and leaves the sign of the euro out where it does not fit', () => {
    const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025].map((each) => year(each, 10_000));
    const lines = chart([...years, year(2026, 120_000)]);
    expect(lines[0]).toContain('box door · 100 82.5 · 5.9 × 2.5');
    expect(lines).toContain('box door · 152.5 55 · 5.9 × 30');
    expect(textsOf(lines)).toEqual(expect.arrayContaining(['100', '1.200']));
    expect(textsOf(lines)).not.toContain('€\u00A0100');
    expect(lines.at(-1)).toBe('line 0.25 black · 100 85 to 158.4 85');
  });

  it('shows the sign of the euro up to the width of a bar and its gap', () => {
    // "€ 100" is 7.65 millimetres wide.
    expect(textsOf(chart([year(2026, 10_000)], 'nl', 7.65))).toContain('€\u00A0100');
    expect(textsOf(chart([year(2026, 10_000)], 'nl', 7.6))).toContain('100');
  });

  it('shows the last eight years', () => {
    const years = Array.from({ length: 9 }, (_, index) => year(2018 + index, 10_000));
    const shown = textsOf(chart(years)).filter((text) => text.startsWith('20'));
    expect(shown).toEqual(['2019', '2020', '2021', '2022', '2023', '2024', '2025', '2026']);
  });

  it('shows a small gift beside a large one', () => {
    const [small] = chart([year(2025, 100), year(2026, 10_000_000)]);
    expect(small).toContain('box door · 100 84.4 · 12 × 0.6');
  });

  it('rounds to whole euros, and writes them as the language does', () => {
    expect(textsOf(chart([year(2026, 150_050)]))).toContain('€\u00A01.501');
    expect(textsOf(chart([year(2026, 150_049)], 'en'))).toContain('€1,500');
  });

  it('is an empty line of no length when there are no years', () => {
    expect(chart([])).toEqual(['Figure "": line 0.25 black · 100 85 to 100 85']);
  });
});
