/**
 * Paper as it is laid out, before anything is printed: pages with texts, lines and pictures at their place. The same
 * layout becomes a PDF and the picture of it on a screen, so that what is shown is what comes out of the printer.
 * Places and sizes are millimetres from the upper left corner; type is in points.
 */
import type { PictureId } from '../charity/charity.ts';
import type { Language } from '../language.ts';

/** `voice` is Literata, `ui` is Atkinson Hyperlegible Next; strong is the weight 600. */
export const PAPER_FONTS = ['voice', 'voice-strong', 'ui', 'ui-strong'] as const;
export type PaperFont = (typeof PAPER_FONTS)[number];

/** Ink of the printed page: few, and all readable when it is printed in grey. */
export const INKS = {
  black: '#16211b',
  soft: '#435049',
  line: '#9aa69e',
  door: '#1c3b31',
  stop: '#7a1020',
  ground: '#ecefe8',
} as const;
export type Ink = keyof typeof INKS;

export interface TypeStyle {
  readonly font: PaperFont;
  /** Points. */
  readonly size: number;
  readonly ink?: Ink;
}

export type PaperPart =
  /** `y` is the baseline. */
  | (TypeStyle & {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      /** Where `x` is; absent: at its beginning. */
      readonly align?: 'end' | 'middle';
    })
  | {
      readonly kind: 'line';
      readonly x: number;
      readonly y: number;
      readonly toX: number;
      readonly toY: number;
      readonly width: number;
      readonly ink: Ink;
    }
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly ink: Ink;
      /** Only its edge is drawn, thin unless `edge` says how wide. */
      readonly isOpen?: boolean;
      readonly edge?: number;
    }
  | {
      readonly kind: 'picture';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly picture: PictureId;
    };

/** What a part of a page is, for who has it read aloud; `artifact` for what only adorns. */
export type BlockTag = 'H1' | 'H2' | 'P' | 'Figure' | 'artifact';

export interface PaperBlock {
  readonly tag: BlockTag;
  /** What a figure shows, in words. */
  readonly words?: string;
  readonly parts: readonly PaperPart[];
}

export interface PaperPage {
  readonly width: number;
  readonly height: number;
  readonly language: Language;
  readonly blocks: readonly PaperBlock[];
}

export interface PaperDocument {
  readonly title: string;
  readonly language: Language;
  readonly pages: readonly PaperPage[];
}

export const A4 = { width: 210, height: 297 } as const;

/** How wide a text is in millimetres. The host measures with the fonts themselves. */
export type Measure = (text: string, style: Pick<TypeStyle, 'font' | 'size'>) => number;

const MILLIMETRES_OF_A_POINT = 25.4 / 72;

/** The height of a line of type, in millimetres. */
export function lineHeight(size: number, leading = 1.4): number {
  return size * leading * MILLIMETRES_OF_A_POINT;
}
