/** The page for the board: always one side of A4, whatever there is to tell, and nothing on it is cut off unsaid. */
import { describe, expect, it } from 'vitest';
import { boardPage, type BoardPage } from '../../../domain/paper/board-page.ts';
import type { BoardRow } from '../../../domain/paper/board-table.ts';
import { intervalMark, reachOf } from '../../../domain/paper/interval-mark.ts';
import type { PaperPage, PaperPart } from '../../../domain/paper/page.ts';
import { measure } from './ruler.ts';

const row = (change: Partial<BoardRow> = {}): BoardRow => ({
  outcome: 'gave-again',
  name: { nl: 'Gaf opnieuw', en: 'Gave again' },
  months: 12,
  called: { nl: '222 van 834', en: '222 of 834' },
  held: { nl: '29 van 143', en: '29 of 143' },
  difference: { value: 7.8, low: -0.3, high: 14.6 },
  shortText: { nl: '+7,8 (−0,3 tot +14,6)', en: '+7.8 (−0.3 to +14.6)' },
  smallestShort: { nl: '12,3', en: '12.3' },
  ...change,
});
const group = (nl: string, rows: readonly BoardRow[]) => ({
  name: { nl, en: nl },
  drawn: { called: 1_335, held: 446 },
  rows,
});
const OUTCOMES = ['gave-again', 'amount', 'mandate-kept', 'complaint', 'objection'];
const board = (change: Partial<BoardPage> = {}): BoardPage => ({
  language: 'nl',
  title: 'Wat de telefoontjes opleverden',
  charity: 'Stichting Elk Kind Zwemt',
  day: '21 november 2026',
  reading: 'Stand van 1 oktober 2026.',
  finding: 'Geen verschil aangetoond in opnieuw geven binnen een jaar',
  figures: '222 van 834 die gebeld mochten worden, 29 van 143 in de vergelijkingsgroep.',
  all: group(
    'alles',
    OUTCOMES.flatMap((outcome) =>
      [3, 6, 12].map((months) => row({ outcome, months, name: { nl: outcome, en: outcome } })),
    ),
  ),
  programmes: [],
  notes: ['De loting beslist.'],
  sure: [{ label: 'Gegevens verbeterd', text: '12' }],
  ...change,
});

const partsOf = ({ blocks }: PaperPage): readonly PaperPart[] => blocks.flatMap(({ parts }) => parts);
const textOf = (page: PaperPage): string =>
  partsOf(page)
    .flatMap((part) => (part.kind === 'text' ? [part.text] : []))
    .join(' ');
const lowestOf = (page: PaperPage): number =>
  Math.max(...partsOf(page).flatMap((part) => (part.kind === 'picture' ? [] : [part.y])));

describe('the page for the board', () => {
  it.each(['nl', 'en'] as const)('holds every comparison with its counts, in %s', (language) => {
    const text = textOf(boardPage(board({ language }), measure));
    for (const outcome of OUTCOMES) expect(text).toContain(outcome);
    expect(text.match(language === 'nl' ? /222 van 834/g : /222 of 834/g)).toHaveLength(
      15 + (language === 'nl' ? 1 : 0),
    );
  });

  it('names each programme where there are several, and not where there is one', () => {
    const one = group('bedanktelefoontje', [row()]);
    expect(textOf(boardPage(board({ programmes: [one] }), measure))).not.toContain('Per belprogramma');
    const page = boardPage(
      board({ programmes: [one, group('jubileumtelefoontje', [row(), row({ months: 3 })])] }),
      measure,
    );
    expect(textOf(page)).toMatch(/Per belprogramma.*Bedanktelefoontje .*Jubileumtelefoontje/);
    expect(textOf(page).match(/222 van 834/g)).toHaveLength(18);
  });

  it.each([
    ['€ 41.102 van 1.168', '€ 10.577 van 348', '+2,37 (−13,06 tot +15,56)', '20,65'],
    ['€ 1.248.713 van 12.834', '€ 421.377 van 3.184', '+12,37 (−130,69 tot +118,74)', '134,32'],
  ])('keeps figures beside each other apart, however long: %s', (called, held, short, smallest) => {
    const same = (text: string) => ({ nl: text, en: text });
    const long = row({
      outcome: 'amount',
      called: same(called),
      held: same(held),
      shortText: same(short),
      smallestShort: same(smallest),
    });
    const texts = partsOf(boardPage(board({ all: group('alles', [long]) }), measure)).flatMap((part) => {
      if (part.kind !== 'text' || part.text.length === 0) return [];
      const width = measure(part.text, part);
      const from = part.align === 'end' ? part.x - width : part.x;
      return [{ y: part.y, from, to: from + width }];
    });
    for (const [, own] of Map.groupBy(texts, ({ y }) => y)) {
      const ordered = own.toSorted((a, b) => a.from - b.from);
      for (const [index, { from }] of ordered.entries()) {
        expect(from - (ordered[index - 1]?.to ?? 0)).toBeGreaterThan(1.5);
      }
      expect(ordered.at(-1)?.to).toBeLessThan(194.01);
    }
  });

  it('says “te weinig” in a box where there is nothing to draw', () => {
    const page = boardPage(board({ all: group('alles', [row({ difference: null, shortText: null })]) }), measure);
    expect(textOf(page)).toContain('te weinig om iets te zeggen');
    expect(partsOf(page).filter((part) => part.kind === 'box')).toEqual([expect.objectContaining({ isOpen: true })]);
  });

  it('makes the notes smaller before it leaves one out, and says so when it must', () => {
    const note = 'Sinds de loting in het CRM verwijderd of samengevoegd en niet meegeteld: vijftien donateurs. '.repeat(
      2,
    );
    const sizes = new Set<number>();
    for (const count of [1, 6, 10, 14, 40]) {
      const notes = Array.from({ length: count }, (_, index) => `${note}Nummer ${index}.`);
      const page = boardPage(board({ notes, figures: `${note}${note}`, finding: note }), measure);
      expect(lowestOf(page)).toBeLessThanOrEqual(286.5);
      const told = textOf(page).match(/Nummer \d+\./g)?.length ?? 0;
      expect(told === count || textOf(page).includes('Meer hierover staat in Dankbel')).toBe(true);
      for (const part of partsOf(page)) if (part.kind === 'text' && part.text.includes('Nummer')) sizes.add(part.size);
    }
    expect(Math.max(...sizes)).toBe(10);
    expect(Math.min(...sizes)).toBe(8.5);
  });
});

describe('an interval that is drawn', () => {
  it('has room for all of them, in round numbers', () => {
    expect(reachOf([{ value: 0, low: -0.3, high: 14.6 }])).toBe(15);
    expect(reachOf([{ value: 0, low: -23.3, high: 9 }])).toBe(25);
    expect(reachOf([{ value: 0, low: -1_306, high: 1_556 }])).toBe(2_000);
    expect(reachOf([{ value: 0, low: 0, high: 0.07 }])).toBeCloseTo(0.08, 10);
    expect(reachOf([])).toBeGreaterThan(0);
  });

  it('has its point between its ends, and no end where it goes on', () => {
    const place = { x: 100, y: 50, width: 20, reach: 10 };
    const [line, low, high, point] = intervalMark({ value: 5, low: -5, high: 10 }, place);
    expect(line).toMatchObject({ x: 105, toX: 120 });
    expect([low, high]).toEqual([expect.objectContaining({ x: 105 }), expect.objectContaining({ x: 120 })]);
    expect(point).toMatchObject({ kind: 'box', x: 114.3, width: 1.4 });
    const cut = intervalMark({ value: 5, low: -5, high: 12 }, place);
    expect(cut).toHaveLength(3);
    expect(cut[0]).toMatchObject({ toX: 120 });
  });
});
