/** The table of the board's page: each comparison with its counts, its difference and interval, drawn beside a zero line. */
import type { Language, Sentence } from '../language.ts';
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

/** Where each column is, in millimetres: text begins at its place, numbers end there. */
const WINDOW_X = 48;
const NAME_END = 68;
/** Three windows. */
const ROWS_OF_A_NAME = 3;
const CALLED_END = 92;
const HELD_END = 121;
const MARK_X = 124;
const MARK_WIDTH = 17;
const SHORT_X = 143;
/** Amounts have a scale of their own. */
const AMOUNT = 'amount';

const WORDS = {
  nl: {
    months: 'mnd',
    called: 'mocht gebeld',
    held: 'niet gebeld',
    difference: 'verschil (95%-interval)',
    smallest: 'kleinste',
    few: 'te weinig om iets te zeggen',
    units: 'Verschillen in procentpunt, bij bedragen in euro per donateur.',
    by: 'Per belprogramma: gaf opnieuw binnen 12 maanden',
    groups: (called: number, held: number): string => `${called} geloot om te bellen, ${held} om niet te bellen`,
  },
  en: {
    months: 'mo.',
    called: 'might be called',
    held: 'held out',
    difference: 'difference (95% interval)',
    smallest: 'smallest',
    few: 'too few to tell',
    units: 'Differences in percentage points, of amounts in euros per donor.',
    by: 'By programme: gave again within 12 months',
    groups: (called: number, held: number): string => `${called} drawn to be called, ${held} not to be called`,
  },
} as const;

/** @returns the table, and where it ends */
export function boardTable(
  table: Table,
  measure: Measure,
): { readonly blocks: readonly PaperBlock[]; readonly to: number } {
  const { language, all, programmes, from, x, right } = table;
  const words = WORDS[language];
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
    columnHeads(table, from + 5.2),
    line(x, right, from + 7),
  ];
  let y = from + 11.4;
  const isAmount = ({ outcome }: BoardRow): boolean => outcome === AMOUNT;
  const own = programmes.flatMap((group) => group.rows.filter(isMain).map((row) => ({ ...row, name: group.name })));
  const marked = (rows: readonly BoardRow[]): readonly Marked[] => rows.flatMap(({ difference }) => difference ?? []);
  const points = reachOf(marked([...all.rows.filter((row) => !isAmount(row)), ...own]));
  const cents = reachOf(marked(all.rows.filter(isAmount)));
  const write = (row: BoardRow, label: string | null, isMainAlone: boolean): void => {
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
  const zero = MARK_X + MARK_WIDTH / 2;
  const foot = y - STEP + 1.6;
  blocks.push({
    tag: 'artifact',
    parts: [{ kind: 'line', x: zero, y: from + 7.6, toX: zero, toY: foot, width: 0.2, ink: 'line' }],
  });
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

function columnHeads({ language, right }: Table, y: number): PaperBlock {
  const { called, held, difference, smallest } = WORDS[language];
  return {
    tag: 'P',
    parts: [
      { kind: 'text', x: CALLED_END, y, text: called, align: 'end', ...HEAD },
      { kind: 'text', x: HELD_END, y, text: held, align: 'end', ...HEAD },
      { kind: 'text', x: SHORT_X, y, text: difference, ...HEAD },
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
}

function rowBlock(
  row: BoardRow,
  { label, most, isMainAlone, y, reach, language, x, right }: RowPlace,
  measure: Measure,
): PaperBlock {
  const { months, called, held, difference, shortText, smallestShort } = row;
  const words = WORDS[language];
  const name =
    label === null
      ? []
      : wrapInto(label, { width: (isMainAlone ? NAME_END : WINDOW_X) - x - 1, most }, STRONG, measure);
  const text = (at: number, said: string, style = TEXT): PaperPart => ({
    kind: 'text',
    x: at,
    y,
    text: said,
    ...style,
  });
  const figures: readonly PaperPart[] =
    difference === null || shortText === null
      ? [
          {
            kind: 'box',
            x: MARK_X,
            y: y - 3.7,
            width: SHORT_X + measure(words.few, TEXT) + 2 - MARK_X,
            height: 4.8,
            ink: 'line',
            isOpen: true,
          },
          text(MARK_X + 2, words.few, { ...TEXT, ink: 'soft' }),
        ]
      : [
          ...intervalMark(difference, { x: MARK_X, y: y - 1.2, width: MARK_WIDTH, reach }),
          text(SHORT_X, shortText[language]),
        ];
  return {
    tag: 'P',
    parts: [
      // The name goes on beside the next row of its own.
      ...name.map((said, index): PaperPart => ({ ...text(x, said, STRONG), y: y + index * STEP })),
      ...(isMainAlone ? [] : [text(WINDOW_X, `${months} ${words.months}`)]),
      { ...text(CALLED_END, called[language]), align: 'end' } as PaperPart,
      { ...text(HELD_END, held[language]), align: 'end' } as PaperPart,
      ...figures,
      { ...text(right, smallestShort[language]), align: 'end' } as PaperPart,
    ],
  };
}
