/** The director's briefing: everything of one donor on one side of A4, and room below to write what came of it. */
import type { GivingOfYear } from '../giving-by-year.ts';
import type { Language } from '../language.ts';
import { createFlow, type Flow } from './flow.ts';
import { A4, type Measure, type PaperBlock, type PaperPage, type PaperPart, type TypeStyle } from './page.ts';
import { fitInto, type SizedPicture } from './letter-page.ts';
import { stack, wrapInto } from './wrap.ts';
import { yearChart } from './year-chart.ts';

export interface BriefingPage {
  readonly language: Language;
  readonly charityName: string;
  readonly programme: string;
  readonly day: string;
  readonly name: string;
  /** Full name, town, level. */
  readonly about: string;
  readonly number: string;
  readonly why: string;
  readonly giftLabel: string;
  readonly giftAmount: string;
  readonly giftText: string;
  readonly story: readonly string[];
  readonly picture: SizedPicture | null;
  readonly years: readonly GivingOfYear[];
  readonly total: string;
  readonly past: readonly string[];
  readonly others: readonly string[];
  readonly points: readonly string[];
  readonly avoid: readonly string[];
  readonly card: string;
}

const MARGIN = 16;
const RIGHT = A4.width - MARGIN;
const LEFT_WIDTH = 99;
const SIDE_X = MARGIN + LEFT_WIDTH + 8;
const SIDE_WIDTH = RIGHT - SIDE_X;
const FORM_Y = 240;
/** The columns end here, so that the form keeps its place. */
const LOWEST = FORM_Y - 9;
const CHART_HEIGHT = 27;
const ROW_GAP = 4.5;
/** Between the frame and what it warns of. */
const INSET = 4;

// Nothing is smaller than 14 px would be on a screen: it is read at arm's length, in a train.
const SMALL: TypeStyle = { font: 'ui', size: 10.5, ink: 'soft' };
const TEXT: TypeStyle = { font: 'ui', size: 11 };
const STRONG: TypeStyle = { font: 'ui-strong', size: 11 };
const VOICE: TypeStyle = { font: 'voice', size: 13 };
const NAME = { font: 'voice-strong' } as const;
const SMALLEST_NAME = 15;
const NAME_SIZES = [28, 26, 24, 22, 20, 18, SMALLEST_NAME] as const;
const MOST_PAST = 5;
const MOST_OTHERS = 4;

const WORDS = {
  nl: {
    secret: 'Vertrouwelijk. Na het gesprek vernietigen.',
    does: 'Wat de gift doet',
    points: 'Drie dingen om te zeggen',
    avoid: 'Wees hier voorzichtig',
    history: 'Giften per jaar',
    past: 'Wat er al was',
    others: 'Wie de donateur ook kent',
    nothing: 'Niets bekend.',
    after: 'Na het gesprek',
    outcomes: ['Gesproken', 'Voicemail', 'Niet bereikt', 'Terugbellen op', 'Niet meer bellen'],
    card: 'Kaart met de hand geschreven',
  },
  en: {
    secret: 'Confidential. Destroy after the call.',
    does: 'What the gift does',
    points: 'Three things to say',
    avoid: 'Be careful here',
    history: 'Gifts by year',
    past: 'What happened before',
    others: 'Who else knows the donor',
    nothing: 'Nothing known.',
    after: 'After the call',
    outcomes: ['Talked', 'Voicemail', 'Not reached', 'Call back on', 'No more calls'],
    card: 'Card written by hand',
  },
} as const;

export function briefingPage(briefing: BriefingPage, measure: Measure): PaperPage {
  const { language } = briefing;
  const words = WORDS[language];
  const blocks: PaperBlock[] = [...head(briefing, measure)];
  let top = BELOW_HEAD;
  /** Two columns beside each other; the next row begins below the longer one, under a line. */
  const row = (left: (flow: Flow) => void, right: (flow: Flow) => void, isLast = false): void => {
    const column = { from: top, lowest: LOWEST, measure };
    const flows = [
      createFlow({ ...column, x: MARGIN, width: LEFT_WIDTH }),
      createFlow({ ...column, x: SIDE_X, width: SIDE_WIDTH }),
    ] as const;
    left(flows[0]);
    right(flows[1]);
    blocks.push(...flows[0].blocks, ...flows[1].blocks);
    top = Math.max(flows[0].at(), flows[1].at()) + ROW_GAP;
    if (!isLast && top < LOWEST) blocks.push(rule(top));
    top += ROW_GAP;
  };

  row(
    (flow) => {
      flow.text(briefing.giftLabel, SMALL, 1);
      flow.text(briefing.giftAmount, { font: 'voice-strong', size: 22 }, 1);
      flow.text(briefing.giftText, { ...TEXT, ink: 'soft' }, 2);
      flow.text(briefing.total, STRONG, 2);
    },
    (flow) => {
      flow.text(words.history, SMALL, 1);
      const y = flow.room(CHART_HEIGHT) ?? top;
      const place = { x: SIDE_X, y, width: SIDE_WIDTH, height: CHART_HEIGHT };
      flow.blocks.push(yearChart(briefing.years, place, language, measure));
    },
  );
  row(
    (flow) => {
      flow.heading(words.points);
      briefing.points.forEach((point, index) => flow.item(String(index + 1), point, VOICE, 3));
    },
    (flow) => warning(briefing.avoid, words.avoid, flow, measure),
  );
  row(
    (flow) => {
      flow.heading(words.past);
      for (const line of orNothing(briefing.past.slice(-MOST_PAST), words.nothing)) flow.text(line, TEXT, 2);
      flow.heading(words.others);
      for (const line of orNothing(briefing.others.slice(0, MOST_OTHERS), words.nothing)) flow.text(line, TEXT, 2);
    },
    (flow) => {
      if (briefing.story.length === 0) return;
      flow.heading(words.does);
      storyPicture(briefing, flow);
      for (const text of briefing.story) flow.text(text, TEXT, 5);
    },
    true,
  );
  return { ...A4, language, blocks: [...blocks, ...form(briefing, measure)] };
}

function orNothing(lines: readonly string[], nothing: string): readonly string[] {
  return lines.length === 0 ? [nothing] : lines;
}

function rule(y: number): PaperBlock {
  return { tag: 'artifact', parts: [{ kind: 'line', x: MARGIN, y, toX: RIGHT, toY: y, width: 0.2, ink: 'line' }] };
}

/** In a frame of its own: it is to be read before the telephone is taken up. */
function warning(lines: readonly string[], title: string, outer: Flow, measure: Measure): void {
  const from = outer.at();
  const inner = createFlow({
    x: SIDE_X + INSET,
    width: SIDE_WIDTH - 2 * INSET,
    from: from + INSET,
    lowest: LOWEST - INSET,
    measure,
  });
  inner.heading(title, 'stop');
  for (const line of lines) inner.text(line, TEXT, 4);
  const height = inner.at() + INSET - 1 - from;
  outer.room(height);
  const frame = { x: SIDE_X, y: from, width: SIDE_WIDTH, height, ink: 'stop', isOpen: true, edge: 0.6 } as const;
  outer.blocks.push({ tag: 'artifact', parts: [{ kind: 'box', ...frame }] }, ...inner.blocks);
}

function storyPicture({ picture, language }: BriefingPage, flow: Flow): void {
  if (picture === null) return;
  const size = fitInto(picture, { width: SIDE_WIDTH, height: 26 });
  const y = flow.room(size.height + 2);
  if (y === null) return;
  flow.blocks.push({
    tag: 'Figure',
    words: WORDS[language].does,
    parts: [{ kind: 'picture', x: SIDE_X, y, ...size, picture: picture.picture }],
  });
}

const BELOW_HEAD = 55;

function head(briefing: BriefingPage, measure: Measure): readonly PaperBlock[] {
  const { charityName, programme, day, name, about, number, why } = briefing;
  const numberStyle: TypeStyle = { font: 'ui-strong', size: 16 };
  const room = RIGHT - MARGIN - measure(number, numberStyle) - 8;
  const fitting = NAME_SIZES.find((size) => measure(name, { font: NAME.font, size }) <= room) ?? SMALLEST_NAME;
  const style: TypeStyle = { ...NAME, size: fitting };
  const of = `${charityName}, ${day}`;
  const left = wrapInto(programme, { width: RIGHT - MARGIN - measure(of, SMALL) - 8, most: 1 }, SMALL, measure);
  return [
    {
      tag: 'P',
      parts: [
        ...stack(left, { x: MARGIN, y: 14 }, SMALL),
        { kind: 'text', x: RIGHT, y: 14, text: of, align: 'end', ...SMALL },
      ],
    },
    {
      tag: 'artifact',
      parts: [{ kind: 'line', x: MARGIN, y: 17.5, toX: RIGHT, toY: 17.5, width: 0.5, ink: 'black' }],
    },
    { tag: 'H1', parts: stack(wrapInto(name, { width: room, most: 1 }, style, measure), { x: MARGIN, y: 30 }, style) },
    {
      tag: 'P',
      parts: number === '' ? [] : [{ kind: 'text', x: RIGHT, y: 30, text: number, align: 'end', ...numberStyle }],
    },
    {
      tag: 'P',
      parts: stack(
        wrapInto(about, { width: RIGHT - MARGIN, most: 1 }, TEXT, measure),
        { x: MARGIN, y: 37 },
        { ...TEXT, ink: 'soft' },
      ),
    },
    {
      tag: 'P',
      parts: stack(wrapInto(why, { width: RIGHT - MARGIN, most: 1 }, TEXT, measure), { x: MARGIN, y: 44.5 }, TEXT),
    },
    rule(50),
  ];
}

function form({ language, card }: BriefingPage, measure: Measure): readonly PaperBlock[] {
  const words = WORDS[language];
  const y = FORM_Y;
  const boxes: PaperPart[] = [];
  const texts: PaperPart[] = [];
  let x = MARGIN;
  const box = (text: string, at: number, blank: number): void => {
    boxes.push({ kind: 'box', x, y: at - 3.2, width: 3.6, height: 3.6, ink: 'black', isOpen: true });
    texts.push({ kind: 'text', x: x + 5, y: at, text, ...CHOICE });
    x += 5 + measure(text, CHOICE) + 4.5;
    if (blank > 0)
      boxes.push({ kind: 'line', x: x - 3, y: at + 0.5, toX: x - 3 + blank, toY: at + 0.5, width: 0.2, ink: 'line' });
    x += blank;
  };
  words.outcomes.forEach((text, index) => box(text, y + 7, index === BLANK_AFTER ? BLANK : 0));
  x = MARGIN;
  box(words.card, y + 14, 0);
  const cardRoom = RIGHT - x;
  const cardLines = wrapInto(card, { width: cardRoom, most: 2 }, { ...SMALL, font: 'voice' }, measure);
  const notes = [0, 1, 2].map((index): PaperPart => {
    const at = y + 26 + index * 8;
    return { kind: 'line', x: MARGIN, y: at, toX: RIGHT, toY: at, width: 0.2, ink: 'line' };
  });
  return [
    {
      tag: 'artifact',
      parts: [
        { kind: 'line', x: MARGIN, y: y - 5, toX: RIGHT, toY: y - 5, width: 0.5, ink: 'black' },
        ...boxes,
        ...notes,
      ],
    },
    { tag: 'H2', parts: stack([words.after], { x: MARGIN, y }, STRONG) },
    { tag: 'P', parts: texts },
    { tag: 'P', parts: stack(cardLines, { x, y: y + 14 }, { ...SMALL, font: 'voice' }) },
    { tag: 'P', parts: stack([words.secret], { x: MARGIN, y: 286.5 }, SMALL) },
  ];
}

/** After "call back on" there is room for a day. */
const BLANK_AFTER = 3;
const BLANK = 15;
const CHOICE: TypeStyle = { font: 'ui', size: 10.5 };
