/** The table of the board's page: each comparison with its counts, its difference and interval, drawn beside a zero line. */
import type { Language, Sentence } from '../language.ts';
import { writeCount } from '../write-count.ts';
import { intervalMark, reachOf, type Marked } from './interval-mark.ts';
import { type Measure, type PaperBlock, type PaperPart, type TypeStyle } from './page.ts';
import { wrapInto } from './wrap.ts';

export interface BoardRow {
  readonly outcome: string;
  readonly name: Sentence;
  readonly months: number;
  readonly called: Sentence;
  readonly held: Sentence;
  readonly difference: Marked | null;
  readonly shortText: Sentence | null;
  readonly smallestShort: Sentence;
}

export interface BoardGroup {
  readonly name: Sentence;
  readonly drawn: { readonly called: number; readonly held: number };
  readonly rows: readonly BoardRow[];
}

interface Table {
  readonly language: Language;
  readonly all: BoardGroup;
  readonly programmes: readonly BoardGroup[];
  readonly from: number;
  readonly x: number;
  readonly right: number;
}

const STEP = 5.4;
const BETWEEN = 1.4;
const TEXT: TypeStyle = { font: 'ui', size: 10 };
const STRONG: TypeStyle = { font: 'ui-strong', size: 10 };
const HEAD: TypeStyle = { font: 'ui', size: 9, ink: 'soft' };

/** Figures are as large as they fit beside each other. */
const SIZES = [10, 9.5, 9, 8.5, 8] as const;
const NAME_WIDTH = 27;
/** Three windows. */
const ROWS_OF_A_NAME = 3;
const MARK_WIDTH = 17;
const GAP = 3.5;
/** Around the words that there is too little to say. */
const BOX_HEIGHT = 4.8;
const BOX_ABOVE = 3.7;
/** Amounts have a scale of their own. */
const AMOUNT = 'amount';

const WORDS = {
  nl: {
    months: 'mnd',
    called: 'wel bellen',
    held: 'niet bellen',
    difference: 'verschil (95%-interval)',
    smallest: 'drempel',
    few: 'te weinig om iets te zeggen',
    units: 'Verschillen in procentpunt, bij bedragen in euro per donateur.',
    by: 'Per belprogramma: gaf opnieuw binnen 12 maanden',
    groups: (called: number, held: number): string =>
      `${writeCount(called, 'nl')} geloot om te bellen, ${writeCount(held, 'nl')} om niet te bellen`,
  },
  en: {
    months: 'mo.',
    called: 'to be called',
    held: 'not to be called',
    difference: 'difference (95% interval)',
    smallest: 'threshold',
    few: 'too few to tell',
    units: 'Differences in percentage points, of amounts in euros per donor.',
    by: 'By programme: gave again within 12 months',
    groups: (called: number, held: number): string =>
      `${writeCount(called, 'en')} drawn to be called, ${writeCount(held, 'en')} not to be called`,
  },
} as const;

/** @returns the table, and where it ends */
export function boardTable(
  table: Table,
  measure: Measure,
): { readonly blocks: readonly PaperBlock[]; readonly to: number } {
  const { language, all, programmes, from, x, right } = table;
  const words = WORDS[language];
  const own = programmes.flatMap((group) => group.rows.filter(isMain).map((row) => ({ ...row, name: group.name })));
  const columns = columnsOf(table, [...all.rows, ...own], measure);
  const blocks: PaperBlock[] = [
    {
      tag: 'P',
      parts: [
        {
          kind: 'text',
          x,
          y: from,
          text: `${words.groups(all.drawn.called, all.drawn.held)}. ${words.units}`,
          ...HEAD,
        },
      ],
    },
    columnHeads(table, columns, from + 5.2),
    line(x, right, from + 7),
  ];
  let y = from + 11.4;
  const isAmount = ({ outcome }: BoardRow): boolean => outcome === AMOUNT;
  const marked = (rows: readonly BoardRow[]): readonly Marked[] => rows.flatMap(({ difference }) => difference ?? []);
  const points = reachOf(marked([...all.rows.filter((row) => !isAmount(row)), ...own]));
  const cents = reachOf(marked(all.rows.filter(isAmount)));
  const said: number[] = [];
  const write = (row: BoardRow, label: string | null, isMainAlone: boolean): void => {
    if (row.difference === null) said.push(y);
    blocks.push(
      rowBlock(
        row,
        {
          label,
          most: isMainAlone ? 1 : ROWS_OF_A_NAME,
          isMainAlone,
          y,
          reach: isAmount(row) ? cents : points,
          language,
          x,
          right,
          columns,
        },
        measure,
      ),
    );
    y += STEP;
  };
  for (const [index, row] of all.rows.entries()) {
    const isFirst = all.rows[index - 1]?.outcome !== row.outcome;
    if (isFirst && index > 0) y += BETWEEN;
    write(row, isFirst ? row.name[language] : null, false);
  }
  // Of one programme alone its own rows would say the same again.
  if (own.length > 1) {
    y += 3;
    blocks.push({ tag: 'H2', parts: [{ kind: 'text', x, y, text: words.by, ...STRONG }] });
    y += STEP;
    for (const row of own) write(row, capital(row.name[language]), true);
  }
  const zero = columns.markX + MARK_WIDTH / 2;
  const foot = y - STEP + 1.6;
  // Where nothing is said there is no zero either: the line is broken off around those words.
  const ends = [from + 7.6, ...said.flatMap((at) => [at - BOX_ABOVE - 0.6, at - BOX_ABOVE + BOX_HEIGHT + 0.6]), foot];
  for (let index = 0; index < ends.length; index += 2) {
    const [top = foot, end = foot] = ends.slice(index, index + 2);
    if (end <= top) continue;
    blocks.push({
      tag: 'artifact',
      parts: [{ kind: 'line', x: zero, y: top, toX: zero, toY: end, width: 0.2, ink: 'line' }],
    });
  }
  return { blocks, to: foot };
}

function isMain({ outcome, months }: BoardRow): boolean {
  return outcome === 'gave-again' && months === 12;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function line(x: number, right: number, y: number): PaperBlock {
  return { tag: 'artifact', parts: [{ kind: 'line', x, y, toX: right, toY: y, width: 0.25, ink: 'black' }] };
}

/** Where each column is, in millimetres: text begins at its place, numbers end there. */
interface Columns {
  readonly style: TypeStyle;
  /** Where a name ends that has no window beside it. */
  readonly nameEnd: number;
  readonly windowX: number;
  readonly calledEnd: number;
  readonly heldEnd: number;
  readonly markX: number;
  readonly shortX: number;
}

/** From the right to the left, each as wide as the widest that stands in it; what is left goes between them. */
function columnsOf({ language, x, right }: Table, rows: readonly BoardRow[], measure: Measure): Columns {
  const words = WORDS[language];
  const laid = SIZES.map((size): Columns => {
    const style: TypeStyle = { ...TEXT, size };
    const widest = (texts: readonly (string | undefined)[], head = ''): number =>
      Math.max(measure(head, HEAD), ...texts.map((text) => measure(text ?? '', style)));
    const smallest = widest(
      rows.map((row) => row.smallestShort[language]),
      words.smallest,
    );
    const short = widest(
      rows.map((row) => row.shortText?.[language]),
      words.difference,
    );
    const held = widest(
      rows.map((row) => row.held[language]),
      words.held,
    );
    const called = widest(
      rows.map((row) => row.called[language]),
      words.called,
    );
    const window = measure(`12 ${words.months}`, style);
    const free = right - x - NAME_WIDTH - window - called - held - MARK_WIDTH - short - smallest - 5 * GAP;
    const gap = GAP + Math.max(0, free) / 5;
    const shortX = right - smallest - gap - short;
    const markX = shortX - GAP / 2 - MARK_WIDTH;
    const heldEnd = markX - GAP;
    const calledEnd = heldEnd - held - gap;
    const nameEnd = calledEnd - called - gap;
    return { style, nameEnd, windowX: nameEnd - window, calledEnd, heldEnd, markX, shortX };
  });
  const smallestOne = laid.at(-1);
  const fitting = laid.find(({ windowX }) => windowX - x >= NAME_WIDTH) ?? smallestOne;
  if (fitting === undefined) throw new Error('there are sizes');
  return fitting;
}

function columnHeads({ language, right }: Table, { calledEnd, heldEnd, shortX }: Columns, y: number): PaperBlock {
  const { called, held, difference, smallest } = WORDS[language];
  return {
    tag: 'P',
    parts: [
      { kind: 'text', x: calledEnd, y, text: called, align: 'end', ...HEAD },
      { kind: 'text', x: heldEnd, y, text: held, align: 'end', ...HEAD },
      { kind: 'text', x: shortX, y, text: difference, ...HEAD },
      { kind: 'text', x: right, y, text: smallest, align: 'end', ...HEAD },
    ],
  };
}

interface RowPlace {
  /** Null under a row of the same name. */
  readonly label: string | null;
  /** Lines that the name may have. */
  readonly most: number;
  /** Under a heading that says of which window it is: the name has its room. */
  readonly isMainAlone: boolean;
  readonly y: number;
  readonly reach: number;
  readonly language: Language;
  readonly x: number;
  readonly right: number;
  readonly columns: Columns;
}

function rowBlock(
  row: BoardRow,
  { label, most, isMainAlone, y, reach, language, x, right, columns }: RowPlace,
  measure: Measure,
): PaperBlock {
  const { months, called, held, difference, shortText, smallestShort } = row;
  const words = WORDS[language];
  const { style, nameEnd, windowX, calledEnd, heldEnd, markX, shortX } = columns;
  const name =
    label === null ? [] : wrapInto(label, { width: (isMainAlone ? nameEnd : windowX) - x - 1, most }, STRONG, measure);
  const text = (at: number, said: string, own = style): PaperPart => ({
    kind: 'text',
    x: at,
    y,
    text: said,
    ...own,
  });
  const figures: readonly PaperPart[] =
    difference === null || shortText === null
      ? [
          {
            kind: 'box',
            x: markX,
            y: y - BOX_ABOVE,
            width: measure(words.few, style) + 4,
            height: BOX_HEIGHT,
            ink: 'line',
            isOpen: true,
          },
          text(markX + 2, words.few, { ...style, ink: 'soft' }),
        ]
      : [
          ...intervalMark(difference, { x: markX, y: y - 1.2, width: MARK_WIDTH, reach }),
          text(shortX, shortText[language]),
        ];
  return {
    tag: 'P',
    parts: [
      // The name goes on beside the next row of its own.
      ...name.map((said, index): PaperPart => ({ ...text(x, said, STRONG), y: y + index * STEP })),
      ...(isMainAlone ? [] : [text(windowX, `${months} ${words.months}`)]),
      { ...text(calledEnd, called[language]), align: 'end' } as PaperPart,
      { ...text(heldEnd, held[language]), align: 'end' } as PaperPart,
      ...figures,
      { ...text(right, smallestShort[language]), align: 'end' } as PaperPart,
    ],
  };
}
