/** Text that goes down one column, clipped where its room ends, so that a page is always one page. */
import { lineHeight, type Ink, type Measure, type PaperBlock, type PaperPart, type TypeStyle } from './page.ts';
import { stack, wrapInto } from './wrap.ts';

export interface Flow {
  readonly blocks: PaperBlock[];
  readonly heading: (text: string, ink?: Ink) => void;
  readonly text: (text: string, style: TypeStyle, most: number) => void;
  /** A text with a mark before it. */
  readonly item: (mark: string, text: string, style: TypeStyle, most: number) => void;
  /** Leaves room. @returns where it begins; null when there is not so much */
  readonly room: (height: number) => number | null;
  /** Where it has come to. */
  readonly at: () => number;
}

interface Column {
  readonly x: number;
  readonly width: number;
  readonly from: number;
  /** Nothing is written below it. */
  readonly lowest: number;
  readonly measure: Measure;
}

const HEADING: TypeStyle = { font: 'ui-strong', size: 11 };
const BEFORE_HEADING = 4;
const MARK_WIDTH = 6.5;
const LEADING = 1.36;

export function createFlow({ x, width, from, lowest, measure }: Column): Flow {
  const blocks: PaperBlock[] = [];
  let y = from;
  const write = (text: string, style: TypeStyle, most: number, indent: number): number => {
    const step = lineHeight(style.size, LEADING);
    const room = Math.min(most, Math.floor((lowest - y) / step));
    const lines = room < 1 || text === '' ? [] : wrapInto(text, { width: width - indent, most: room }, style, measure);
    const first = y + step * 0.76;
    if (lines.length > 0) {
      blocks.push({ tag: 'P', parts: stack(lines, { x: x + indent, y: first, leading: LEADING }, style) });
    }
    y += lines.length * step;
    return first;
  };
  return {
    blocks,
    heading: (text, ink) => {
      if (y > from) y += BEFORE_HEADING;
      const step = lineHeight(HEADING.size, 1.55);
      if (y + step > lowest) return;
      const style = ink === undefined ? HEADING : { ...HEADING, ink };
      blocks.push({ tag: 'H2', parts: stack([text], { x, y: y + step * 0.66 }, style) });
      y += step;
    },
    text: (text, style, most) => {
      const before = y;
      write(text, style, most, 0);
      if (y > before) y += 0.8;
    },
    item: (mark, text, style, most) => {
      const before = y;
      const first = write(text, style, most, MARK_WIDTH);
      const written = y > before ? blocks.pop() : undefined;
      if (written === undefined) return;
      const number: PaperPart = { kind: 'text', x, y: first, text: mark, ...style, font: 'ui-strong', ink: 'soft' };
      blocks.push({ ...written, parts: [number, ...written.parts] });
      y += 1.6;
    },
    room: (height) => {
      if (y + height > lowest) return null;
      const begin = y;
      y += height;
      return begin;
    },
    at: () => y,
  };
}
