/**
 * Whole pages, part by part, as they were when somebody last looked at them. A page that is meant to change is looked at
 * as a PDF first (`npm run examples`), and then written down anew: DANKBEL_REDRAW=1 npm run test:units -- whole-pages
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { boardPage, type BoardPage } from '../../../domain/paper/board-page.ts';
import type { BoardGroup, BoardRow } from '../../../domain/paper/board-table.ts';
import type { Language } from '../../../domain/language.ts';
import type { PaperPage } from '../../../domain/paper/page.ts';
import { reportPages, type Report } from '../../../domain/paper/report-pages.ts';
import { measure, ruled } from './ruler.ts';

const NAMES = {
  'gave-again': { nl: 'Gaf opnieuw', en: 'Gave again' },
  amount: { nl: 'Bedrag', en: 'Amount' },
  'mandate-kept': { nl: 'Machtiging behouden', en: 'Mandate kept' },
} as const;

function rowOf(outcome: keyof typeof NAMES, months: number, difference: BoardRow['difference']): BoardRow {
  const isAmount = outcome === 'amount';
  return {
    outcome,
    name: NAMES[outcome],
    months,
    called: isAmount ? { nl: '€ 41.102 van 1.168', en: '€ 41,102 of 1,168' } : { nl: '222 van 834', en: '222 of 834' },
    held: isAmount ? { nl: '€ 10.577 van 348', en: '€ 10,577 of 348' } : { nl: '29 van 143', en: '29 of 143' },
    difference,
    shortText: difference === null ? null : { nl: '+7,8 (−0,3 tot +14,6)', en: '+7.8 (−0.3 to +14.6)' },
    smallestShort: { nl: '12,3', en: '12.3' },
  };
}

const group = (nl: string, en: string, rows: readonly BoardRow[]): BoardGroup => ({
  name: { nl, en },
  drawn: { called: 1_335, held: 446 },
  rows,
});
const CLEAR = { value: 7.8, low: -0.3, high: 14.6 };

const board = (language: Language, change: Partial<BoardPage> = {}): BoardPage => ({
  language,
  title: 'Wat de telefoontjes opleverden',
  charity: 'Stichting Elk Kind Zwemt',
  day: '21 november 2026',
  reading: 'Stand van 1 oktober 2026.',
  finding: 'Geen verschil aangetoond in opnieuw geven binnen een jaar',
  figures: '222 van 834 die gebeld mochten worden, 29 van 143 in de vergelijkingsgroep.',
  all: group('alles', 'all', [
    rowOf('gave-again', 3, CLEAR),
    rowOf('gave-again', 6, null),
    rowOf('gave-again', 12, { value: -20, low: -44, high: 4 }),
    rowOf('amount', 3, { value: 237, low: -1_306, high: 1_556 }),
    ...[3, 6, 12].map((months) => rowOf('mandate-kept', months, CLEAR)),
  ]),
  programmes: [
    group('bedanktelefoontje', 'thank-you call', [rowOf('gave-again', 12, CLEAR)]),
    group('jubileumtelefoontje', 'anniversary call', [rowOf('gave-again', 12, null)]),
  ],
  notes: ['De loting beslist.', 'Wie verhuisde telt mee. '.repeat(5).trim(), 'Niemand telt twee keer.'],
  sure: [
    { label: 'Gegevens verbeterd', text: '12' },
    { label: 'Klachten gehoord', text: '3' },
    { label: 'Verzet', text: '1' },
  ],
  ...change,
});

const FULL: Partial<BoardPage> = {
  finding: 'Wie gebeld mocht worden gaf vaker opnieuw, en hoeveel vaker staat hieronder met alles erbij. '.repeat(2),
  figures: null,
  programmes: [],
  notes: Array.from(
    { length: 40 },
    (_, index) => `Noot ${index + 1}. ${'Over hoe er is gemeten, en waarom. '.repeat(4)}`,
  ),
};

const report = (language: Language): Report => ({
  language,
  title: 'Alles over een donateur',
  under: ['Hanneke van der Knaap', 'Gemaakt op 21 november 2026'],
  sections: Array.from({ length: 6 }, (_, section) => ({
    title: `Deel ${section + 1}`,
    lines: Array.from(
      { length: 3 + section * 2 },
      (__, line) => `Regel ${line + 1}. ${'Zoals het er staat. '.repeat(line * 2)}`,
    ),
  })),
  signature: 'Naam, datum',
});

const PAGES: Readonly<Record<string, () => readonly PaperPage[]>> = {
  'board-nl': () => [boardPage(board('nl'), measure)],
  'board-en': () => [boardPage(board('en'), measure)],
  'board-full-nl': () => [boardPage(board('nl', FULL), measure)],
  'report-nl': () => reportPages(report('nl'), measure),
  'report-en': () => reportPages({ ...report('en'), sections: [] }, measure),
};

it.each(Object.keys(PAGES))('%s stands as it was looked at', (name) => {
  const drawn = (PAGES[name]?.() ?? []).map((page) => `${ruled(page).join('\n')}\n`).join('\f\n');
  const file = new URL(`../../fixtures/paper/${name}.txt`, import.meta.url);
  if (process.env['DANKBEL_REDRAW'] === '1') writeFileSync(file, drawn);
  expect(drawn).toBe(readFileSync(file, 'utf8'));
});
