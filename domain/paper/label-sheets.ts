/** Address labels on A4 sheets of the formats that are sold everywhere. */
import type { Language, Sentence } from '../language.ts';
import { A4, lineHeight, type Measure, type PaperBlock, type PaperPage, type TypeStyle } from './page.ts';
import { clip, stack, wrap } from './wrap.ts';

export interface LabelFormat {
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
  /** From one label to the beginning of the next. */
  readonly stepX: number;
  readonly stepY: number;
  readonly left: number;
  readonly top: number;
}

/** By how many there are on a sheet and how large they are. All fit on A4 exactly; a test adds them up. */
export const LABEL_FORMATS = {
  '3x8': { columns: 3, rows: 8, width: 70, height: 37, stepX: 70, stepY: 37, left: 0, top: 0.5 },
  '3x7': { columns: 3, rows: 7, width: 63.5, height: 38.1, stepX: 66, stepY: 38.1, left: 7.25, top: 15.15 },
  '2x7': { columns: 2, rows: 7, width: 99.1, height: 38.1, stepX: 101.6, stepY: 38.1, left: 4.65, top: 15.15 },
  '2x8': { columns: 2, rows: 8, width: 99.1, height: 33.9, stepX: 101.6, stepY: 33.9, left: 4.65, top: 12.9 },
} as const satisfies Record<string, LabelFormat>;

export type LabelFormatId = keyof typeof LABEL_FORMATS;
export const LABEL_FORMAT_IDS = Object.keys(LABEL_FORMATS) as LabelFormatId[];

/** "24 op een vel, 70 × 37 mm". */
export function labelFormatName(id: LabelFormatId): Sentence {
  const { columns, rows, width, height } = LABEL_FORMATS[id];
  const size = (comma: string): string => `${width} × ${height} mm`.replaceAll('.', comma);
  return { nl: `${columns * rows} op een vel, ${size(',')}`, en: `${columns * rows} a sheet, ${size('.')}` };
}

export function labelsPerSheet(id: LabelFormatId): number {
  return LABEL_FORMATS[id].columns * LABEL_FORMATS[id].rows;
}

/** Printers leave the edge of a sheet white; labels without space between them reach it. */
const PADDING = 6;
const STYLE: TypeStyle = { font: 'ui', size: 10 };
const SMALLEST = 7;

/**
 * One label per address, row by row.
 *
 * @param used how many labels of the first sheet are gone already
 */
export function labelPages(
  addresses: readonly (readonly string[])[],
  id: LabelFormatId,
  { used, language, measure }: { readonly used: number; readonly language: Language; readonly measure: Measure },
): readonly PaperPage[] {
  const format: LabelFormat = LABEL_FORMATS[id];
  const perSheet = labelsPerSheet(id);
  const sheets: PaperBlock[][] = [];
  addresses.forEach((address, index) => {
    // As many as are on a sheet of this format, or more: then it is a new sheet.
    const place = index + (used % perSheet);
    const sheet = Math.floor(place / perSheet);
    const onSheet = place % perSheet;
    const x = format.left + (onSheet % format.columns) * format.stepX + PADDING;
    const y = format.top + Math.floor(onSheet / format.columns) * format.stepY;
    (sheets[sheet] ??= []).push(label(address, { x, y }, format, measure));
  });
  return sheets.map((blocks) => ({ ...A4, language, blocks }));
}

/** In the middle of its height; smaller type when it would not fit. */
function label(
  address: readonly string[],
  { x, y }: { readonly x: number; readonly y: number },
  { width, height }: LabelFormat,
  measure: Measure,
): PaperBlock {
  const roomX = width - 2 * PADDING;
  const roomY = height - PADDING;
  for (let size = STYLE.size; ; size -= 0.5) {
    const style = { ...STYLE, size };
    const lines = address.flatMap((line) => wrap(line, roomX, style, measure));
    const step = lineHeight(size);
    const most = Math.floor(roomY / step);
    if (lines.length > most && size > SMALLEST) continue;
    const shown = clip(lines, most);
    const first = y + (height - shown.length * step) / 2 + step * 0.72;
    return { tag: 'P', parts: stack(shown, { x, y: first }, style) };
  }
}
