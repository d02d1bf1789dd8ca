/** A report of titles and lines on as many pages as it takes: a certificate, everything about one donor. */
import type { Language } from '../language.ts';
import { A4, lineHeight, type Measure, type PaperBlock, type PaperPage, type TypeStyle } from './page.ts';
import { stack, wrapInto } from './wrap.ts';

export interface Report {
  readonly language: Language;
  readonly title: string;
  /** Under the title: of whom, and when it was made. */
  readonly under: readonly string[];
  readonly sections: readonly { readonly title: string; readonly lines: readonly string[] }[];
  /** Before a line to sign on; absent: nobody signs. */
  readonly signature?: string;
}

const MARGIN = 20;
const WIDTH = A4.width - 2 * MARGIN;
const TOP = 22;
const LOWEST = A4.height - 24;
const FOOT_Y = A4.height - 12;
const LEADING = 1.4;
const INDENT = 4;
/** A line of a donor's own words can be long; more than a page of one line nobody meant. */
const MOST_LINES = 60;

const TITLE: TypeStyle = { font: 'voice-strong', size: 20 };
const HEADING: TypeStyle = { font: 'ui-strong', size: 12 };
const TEXT: TypeStyle = { font: 'ui', size: 10.5 };
const SMALL: TypeStyle = { font: 'ui', size: 10.5, ink: 'soft' };

export function reportPages(report: Report, measure: Measure): readonly PaperPage[] {
  const pages: PaperBlock[][] = [];
  let blocks: PaperBlock[] = [];
  let y = TOP;
  const turn = (): void => {
    blocks = [];
    pages.push(blocks);
    y = TOP;
  };
  const write = (tag: 'H1' | 'H2' | 'P', text: string, style: TypeStyle, indent: number, after: number): void => {
    const step = lineHeight(style.size, LEADING);
    const lines = wrapInto(text, { width: WIDTH - indent, most: MOST_LINES }, style, measure);
    for (let from = 0; from < lines.length;) {
      if (y + step > LOWEST) turn();
      const some = lines.slice(from, from + Math.max(1, Math.floor((LOWEST - y) / step)));
      blocks.push({
        tag,
        parts: stack(some, { x: MARGIN + indent, y: y + step * 0.76, leading: LEADING }, style),
      });
      y += some.length * step;
      from += some.length;
    }
    y += after;
  };
  turn();
  write('H1', report.title, TITLE, 0, 1);
  for (const line of report.under) write('P', line, SMALL, 0, 0.5);
  for (const { title, lines } of report.sections) {
    y += 5;
    // A title is never the last line of a page.
    if (y + lineHeight(HEADING.size, LEADING) + 2 * lineHeight(TEXT.size, LEADING) > LOWEST) turn();
    write('H2', title, HEADING, 0, 1);
    for (const line of lines) write('P', line, TEXT, INDENT, 0.8);
  }
  if (report.signature !== undefined) {
    if (y + 24 > LOWEST) turn();
    y += 18;
    const line = { kind: 'line', x: MARGIN, y, toX: MARGIN + 80, toY: y, width: 0.2, ink: 'black' } as const;
    blocks.push({ tag: 'artifact', parts: [line] });
    y += 1.5;
    write('P', report.signature, SMALL, 0, 0);
  }
  return pages.map((page, index) => ({
    ...A4,
    language: report.language,
    blocks: [...page, foot(report, index + 1, pages.length)],
  }));
}

function foot({ title, language }: Report, page: number, of: number): PaperBlock {
  const count = language === 'nl' ? `bladzijde ${page} van ${of}` : `page ${page} of ${of}`;
  return {
    tag: 'artifact',
    parts: [
      { kind: 'text', x: MARGIN, y: FOOT_Y, text: title, ...SMALL },
      { kind: 'text', x: A4.width - MARGIN, y: FOOT_Y, text: count, align: 'end', ...SMALL },
    ],
  };
}
