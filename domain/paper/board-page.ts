/** What the calls achieved, on one side of A4 for the board: the finding, every figure behind it, and how it was done. */
import type { Language } from '../language.ts';
import { boardTable, type BoardGroup } from './board-table.ts';
import { A4, lineHeight, type Measure, type PaperBlock, type PaperPage, type TypeStyle } from './page.ts';
import { stack, wrap, wrapInto } from './wrap.ts';

export interface BoardPage {
  readonly language: Language;
  readonly title: string;
  readonly charity: string;
  readonly day: string;
  readonly reading: string;
  readonly finding: string;
  /** The figures of the finding; null when nothing is said. */
  readonly figures: string | null;
  readonly all: BoardGroup;
  readonly programmes: readonly BoardGroup[];
  readonly notes: readonly string[];
  readonly sure: readonly { readonly label: string; readonly text: string }[];
}

const MARGIN = 16;
const RIGHT = A4.width - MARGIN;
const WIDTH = RIGHT - MARGIN;
const LOWEST = A4.height - 11;
const GUTTER = 8;
const HALF = (WIDTH - GUTTER) / 2;

const SMALL: TypeStyle = { font: 'ui', size: 10, ink: 'soft' };
const TEXT: TypeStyle = { font: 'ui', size: 10.5 };
const STRONG: TypeStyle = { font: 'ui-strong', size: 10.5 };
const HEADING: TypeStyle = { font: 'ui-strong', size: 11 };
const FINDING_SIZES = [20, 18, 16] as const;
/** How it was done is read by few, and has to be there whole: it may be a little smaller, so that it is. */
const NOTE_SIZES = [10, 9.5, 9, 8.5] as const;
const NOTE_LEADING = 1.3;
/** In lines. */
const BETWEEN_NOTES = 0.35;

const WORDS = {
  nl: {
    sure: 'Zeker, want in een gesprek vastgelegd (afgelopen jaar)',
    how: 'Hoe dit is gemeten',
    more: 'Meer hierover staat in Dankbel, bij Resultaten.',
  },
  en: {
    sure: 'Certain, because recorded in a call (last year)',
    how: 'How this was measured',
    more: 'More about this is in Dankbel, under Results.',
  },
} as const;

export function boardPage(board: BoardPage, measure: Measure): PaperPage {
  const { language } = board;
  const head = headOf(board, measure);
  const table = boardTable({ ...board, from: head.to + 6, x: MARGIN, right: RIGHT }, measure);
  const sure = sureOf(board, table.to + 6);
  return {
    ...A4,
    language,
    blocks: [...head.blocks, ...table.blocks, ...sure.blocks, ...notesOf(board, sure.to + 5, measure)],
  };
}

interface Part {
  readonly blocks: readonly PaperBlock[];
  /** Where it ends. */
  readonly to: number;
}

function rule(y: number, width = 0.2): PaperBlock {
  const ink = width > 0.3 ? 'black' : 'line';
  return { tag: 'artifact', parts: [{ kind: 'line', x: MARGIN, y, toX: RIGHT, toY: y, width, ink }] };
}

/** Between the baselines of two texts of the head. */
const AFTER = 7;

function headOf({ charity, day, title, reading, finding, figures }: BoardPage, measure: Measure): Part {
  const lines = FINDING_SIZES.map((size) => {
    const style: TypeStyle = { font: 'voice-strong', size };
    return { style, lines: wrap(finding, WIDTH, style, measure) };
  });
  const fitting = [1, 2].flatMap((most) => lines.find((each) => each.lines.length <= most) ?? [])[0] ?? lines.at(-1);
  const style = fitting?.style ?? STRONG;
  const step = lineHeight(style.size, 1.25);
  const first = 20 + step * 0.8;
  let y = first + ((fitting?.lines.length ?? 1) - 1) * step;
  const blocks: PaperBlock[] = [
    {
      tag: 'P',
      parts: [
        { kind: 'text', x: MARGIN, y: 13, text: title, ...SMALL },
        { kind: 'text', x: RIGHT, y: 13, text: `${charity}, ${day}`, align: 'end', ...SMALL },
      ],
    },
    rule(16.5, 0.5),
    { tag: 'H1', parts: stack(fitting?.lines ?? [], { x: MARGIN, y: first, leading: 1.25 }, style) },
  ];
  for (const [text, own] of [
    [figures, { font: 'voice', size: 11.5 }],
    [reading, SMALL],
  ] as const satisfies readonly (readonly [string | null, TypeStyle])[]) {
    if (text === null) continue;
    const wrapped = wrapInto(text, { width: WIDTH, most: 2 }, own, measure);
    blocks.push({ tag: 'P', parts: stack(wrapped, { x: MARGIN, y: y + AFTER }, own) });
    y += AFTER + (wrapped.length - 1) * lineHeight(own.size);
  }
  return { blocks, to: y };
}

const SURE_STEP = 5.2;

/** Two columns of counts, each with its number at the end of a line. */
function sureOf({ language, sure }: BoardPage, from: number): Part {
  const rows = Math.ceil(sure.length / 2);
  const y = from + 9.5;
  const parts = sure.map(({ label, text }, index) => {
    const x = MARGIN + (index < rows ? 0 : HALF + GUTTER);
    const at = y + (index % rows) * SURE_STEP;
    return {
      tag: 'P',
      parts: [
        { kind: 'text', x, y: at, text: label, ...TEXT },
        { kind: 'text', x: x + HALF, y: at, text, align: 'end', ...STRONG },
      ],
    } as const satisfies PaperBlock;
  });
  return {
    blocks: [
      rule(from - 2),
      { tag: 'H2', parts: stack([WORDS[language].sure], { x: MARGIN, y: from + 3.5 }, HEADING) },
      ...parts,
    ],
    to: y + (rows - 1) * SURE_STEP + 1,
  };
}

/** In two columns, as large as they fit. What has no room at the smallest size is told to stand on the screen. */
function notesOf(board: BoardPage, from: number, measure: Measure): readonly PaperBlock[] {
  const { language, notes } = board;
  const top = from + 9;
  const laidOut = NOTE_SIZES.map((size) => layNotes(notes, size, top, measure)).find(({ doFit }) => doFit);
  const chosen = laidOut ?? layFewer(board, top, measure);
  const { style, columns, step } = chosen;
  return [
    rule(from - 2),
    { tag: 'H2', parts: stack([WORDS[language].how], { x: MARGIN, y: from + 3.5 }, HEADING) },
    ...columns.flatMap((column, index) => {
      let line = 0;
      return column.map((lines): PaperBlock => {
        const place = { x: MARGIN + index * (HALF + GUTTER), y: top + line * step, leading: NOTE_LEADING };
        line += lines.length + BETWEEN_NOTES;
        return { tag: 'P', parts: stack(lines, place, style) };
      });
    }),
  ];
}

interface LaidNotes {
  readonly style: TypeStyle;
  readonly step: number;
  readonly columns: readonly Column[];
  readonly doFit: boolean;
}

/** Notes, each as its lines. */
type Column = readonly (readonly string[])[];

function layNotes(notes: readonly string[], size: number, top: number, measure: Measure): LaidNotes {
  const style: TypeStyle = { font: 'ui', size, ink: 'soft' };
  const step = lineHeight(size, NOTE_LEADING);
  const columns = inTwo(notes.map((note) => wrap(note, HALF, style, measure)));
  const room = (LOWEST - top) / step + 1;
  return { style, step, columns, doFit: columns.every((column) => heightOf(column) <= room) };
}

function layFewer({ language, notes }: BoardPage, top: number, measure: Measure): LaidNotes {
  const size = NOTE_SIZES.at(-1) ?? SMALL.size;
  const tries = notes.map((_, dropped) => [...notes.slice(0, notes.length - 1 - dropped), WORDS[language].more]);
  const laid = tries.map((fewer) => layNotes(fewer, size, top, measure));
  return laid.find(({ doFit }) => doFit) ?? layNotes([WORDS[language].more], size, top, measure);
}

/** In lines. */
function heightOf(column: Column): number {
  return column.flat().length + Math.max(0, column.length - 1) * BETWEEN_NOTES;
}

/** Whole notes in each column, so that the longer one is as short as can be. */
function inTwo(notes: Column): readonly Column[] {
  const splits = Array.from({ length: notes.length + 1 }, (_, at) => [notes.slice(0, at), notes.slice(at)] as const);
  const longest = (columns: readonly Column[]): number => Math.max(...columns.map(heightOf));
  return splits.reduce<readonly Column[]>(
    (best, columns) => (longest(columns) < longest(best) ? columns : best),
    [notes, []],
  );
}
