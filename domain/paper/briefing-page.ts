/** The director's briefing: everything of one donor on one side of A4, and room below to write what came of it. */
import type { GivingOfYear } from '../giving-by-year.ts';
import type { Language } from '../language.ts';
import {
  A4,
  lineHeight,
  type Measure,
  type PaperBlock,
  type PaperPage,
  type PaperPart,
  type TypeStyle,
} from './page.ts';
import { fitInto, type SizedPicture } from './letter-page.ts';
import { clip, stack, wrap } from './wrap.ts';
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

const MARGIN = 18;
const RIGHT = A4.width - MARGIN;
const LEFT_WIDTH = 106;
const SIDE_X = MARGIN + LEFT_WIDTH + 10;
const SIDE_WIDTH = RIGHT - SIDE_X;
const BODY_Y = 58;
const FORM_Y = 238;

const SMALL: TypeStyle = { font: 'ui', size: 8.5, ink: 'soft' };
const TEXT: TypeStyle = { font: 'ui', size: 9.5 };
const VOICE: TypeStyle = { font: 'voice', size: 11 };
const HEADING: TypeStyle = { font: 'ui-strong', size: 9.5, ink: 'door' };
const NAME: TypeStyle = { font: 'voice-strong', size: 24 };
const SMALLEST_NAME = 14;
const NAME_SIZES = [24, 22, 20, 18, 16, SMALLEST_NAME] as const;
const SECTION_GAP = 4.5;

const WORDS = {
  nl: {
    secret: 'Vertrouwelijk. Na het gesprek vernietigen.',
    does: 'Wat de gift doet',
    points: 'Drie dingen om te zeggen',
    avoid: 'Liever niet',
    history: 'Giften per jaar',
    past: 'Wat er eerder was',
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
    avoid: 'Better not',
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
  const flow = (x: number, width: number, from: number): Flow => createFlow({ x, width, from, measure });
  const main = flow(MARGIN, LEFT_WIDTH, BODY_Y);
  main.heading(briefing.giftLabel);
  main.text(briefing.giftAmount, { font: 'voice-strong', size: 19 }, 1);
  main.text(briefing.giftText, TEXT, 2);
  if (briefing.story.length > 0) {
    main.heading(words.does);
    for (const text of briefing.story) main.text(text, VOICE, 4);
  }
  main.heading(words.points);
  briefing.points.forEach((point, index) => main.item(String(index + 1), point, VOICE, 3));
  main.heading(words.avoid, 'stop');
  for (const line of briefing.avoid) main.item('×', line, { ...TEXT, size: 10 }, 2);

  const side = flow(SIDE_X, SIDE_WIDTH, BODY_Y);
  side.heading(words.history);
  const chartY = side.room(CHART_HEIGHT);
  side.text(briefing.total, SMALL, 2);
  if (briefing.picture !== null) {
    const size = fitInto(briefing.picture, { width: SIDE_WIDTH, height: 32 });
    const y = side.room(size.height + SECTION_GAP) + SECTION_GAP;
    side.blocks.push({
      tag: 'Figure',
      words: words.does,
      parts: [{ kind: 'picture', x: SIDE_X, y, ...size, picture: briefing.picture.picture }],
    });
  }
  side.heading(words.past);
  for (const line of orNothing(briefing.past.slice(-MOST_PAST), words.nothing)) side.text(line, TEXT, 2);
  side.heading(words.others);
  for (const line of orNothing(briefing.others.slice(0, MOST_OTHERS), words.nothing)) side.text(line, TEXT, 2);

  const chart = { x: SIDE_X, y: chartY, width: SIDE_WIDTH, height: CHART_HEIGHT };
  return {
    ...A4,
    language,
    blocks: [
      ...head(briefing, measure),
      ...main.blocks,
      yearChart(briefing.years, chart, language, measure),
      ...side.blocks,
      ...form(briefing, measure),
    ],
  };
}

const CHART_HEIGHT = 40;
const MOST_PAST = 5;
const MOST_OTHERS = 4;

function orNothing(lines: readonly string[], nothing: string): readonly string[] {
  return lines.length === 0 ? [nothing] : lines;
}

function head(briefing: BriefingPage, measure: Measure): readonly PaperBlock[] {
  const { charityName, programme, day, name, about, number, why, language } = briefing;
  const numberStyle: TypeStyle = { font: 'voice-strong', size: 15 };
  const room = RIGHT - MARGIN - measure(number, numberStyle) - 8;
  const fitting = NAME_SIZES.find((size) => measure(name, { font: NAME.font, size }) <= room) ?? SMALLEST_NAME;
  const style: TypeStyle = { ...NAME, size: fitting };
  return [
    {
      tag: 'P',
      parts: [
        { kind: 'text', x: MARGIN, y: 15, text: `${charityName} · ${programme} · ${day}`, ...SMALL },
        { kind: 'text', x: RIGHT, y: 15, text: WORDS[language].secret, align: 'end', ...SMALL },
      ],
    },
    { tag: 'H1', parts: stack(clip(wrap(name, room, style, measure), 1), { x: MARGIN, y: 29 }, style) },
    {
      tag: 'P',
      parts: number === '' ? [] : [{ kind: 'text', x: RIGHT, y: 29, text: number, align: 'end', ...numberStyle }],
    },
    { tag: 'P', parts: stack(clip(wrap(about, RIGHT - MARGIN, TEXT, measure), 1), { x: MARGIN, y: 36.5 }, TEXT) },
    { tag: 'P', parts: stack(clip(wrap(why, RIGHT - MARGIN, VOICE, measure), 1), { x: MARGIN, y: 44 }, VOICE) },
    {
      tag: 'artifact',
      parts: [{ kind: 'line', x: MARGIN, y: 49, toX: RIGHT, toY: 49, width: 0.4, ink: 'door' }],
    },
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
    texts.push({ kind: 'text', x: x + 5, y: at, text, ...TEXT });
    x += 5 + measure(text, TEXT) + 6;
    if (blank > 0)
      boxes.push({ kind: 'line', x: x - 4, y: at + 0.5, toX: x - 4 + blank, toY: at + 0.5, width: 0.2, ink: 'line' });
    x += blank;
  };
  words.outcomes.forEach((text, index) => box(text, y + 7, index === BLANK_AFTER ? BLANK : 0));
  x = MARGIN;
  box(words.card, y + 14, 0);
  const cardRoom = RIGHT - x;
  const cardLines = clip(wrap(card, cardRoom, { ...SMALL, font: 'voice' }, measure), 2);
  const notes = [0, 1, 2].map((index): PaperPart => {
    const at = y + 28 + index * 8;
    return { kind: 'line', x: MARGIN, y: at, toX: RIGHT, toY: at, width: 0.2, ink: 'line' };
  });
  return [
    {
      tag: 'artifact',
      parts: [
        { kind: 'line', x: MARGIN, y: y - 5, toX: RIGHT, toY: y - 5, width: 0.4, ink: 'door' },
        ...boxes,
        ...notes,
      ],
    },
    { tag: 'H2', parts: stack([words.after], { x: MARGIN, y }, HEADING) },
    { tag: 'P', parts: texts },
    { tag: 'P', parts: stack(cardLines, { x, y: y + 14 }, { ...SMALL, font: 'voice' }) },
  ];
}

/** After "call back on" there is room for a day. */
const BLANK_AFTER = 3;
const BLANK = 20;

interface Flow {
  readonly blocks: PaperBlock[];
  readonly heading: (text: string, ink?: 'stop') => void;
  readonly text: (text: string, style: TypeStyle, most: number) => void;
  readonly item: (mark: string, text: string, style: TypeStyle, most: number) => void;
  /** Leaves room. @returns where it begins */
  readonly room: (height: number) => number;
}

const MARK_WIDTH = 5.5;

/** Down one column; what would run into the form is clipped line by line, so that a page is always one page. */
function createFlow({
  x,
  width,
  from,
  measure,
}: {
  readonly x: number;
  readonly width: number;
  readonly from: number;
  readonly measure: Measure;
}): Flow {
  const blocks: PaperBlock[] = [];
  let y = from;
  const lowest = FORM_Y - 8;
  const write = (text: string, style: TypeStyle, most: number, indent: number): number => {
    const step = lineHeight(style.size, 1.32);
    const room = Math.min(most, Math.floor((lowest - y) / step));
    const lines = room < 1 || text === '' ? [] : clip(wrap(text, width - indent, style, measure), room);
    const first = y + step * 0.76;
    if (lines.length > 0) {
      blocks.push({ tag: 'P', parts: stack(lines, { x: x + indent, y: first, leading: 1.32 }, style) });
    }
    y += lines.length * step;
    return first;
  };
  return {
    blocks,
    heading: (text, ink) => {
      if (y > from) y += SECTION_GAP;
      const step = lineHeight(HEADING.size, 1.5);
      if (y + step > lowest) return;
      const style = ink === undefined ? HEADING : { ...HEADING, ink };
      blocks.push({ tag: 'H2', parts: stack([text], { x, y: y + step * 0.7 }, style) });
      y += step;
    },
    text: (text, style, most) => {
      write(text, style, most, 0);
      y += 1;
    },
    item: (mark, text, style, most) => {
      const before = y;
      const first = write(text, style, most, MARK_WIDTH);
      const written = y > before ? blocks.pop() : undefined;
      if (written !== undefined) {
        const number: PaperPart = { kind: 'text', x, y: first, text: mark, ...style, font: 'voice-strong' };
        blocks.push({ ...written, parts: [number, ...written.parts] });
      }
      y += 1.2;
    },
    room: (height) => {
      const begin = y;
      y += height;
      return begin;
    },
  };
}
