/**
 * A letter on A4. The address stands where the window of a Dutch envelope shows it (DL and C5, window left or right),
 * 50 to 90 millimetres from the top. A long letter goes on on a second page; the greeting never stands there alone
 * without its signature.
 */
import type { PictureId } from '../charity/charity.ts';
import type { Language } from '../language.ts';
import { A4, lineHeight, type Measure, type PaperBlock, type PaperPage, type TypeStyle } from './page.ts';
import { clip, stack, wrap } from './wrap.ts';

export const WINDOWS = ['left', 'right'] as const;
export type EnvelopeWindow = (typeof WINDOWS)[number];

export interface SizedPicture {
  readonly picture: PictureId;
  /** Pixels; only their proportion matters. */
  readonly width: number;
  readonly height: number;
}

export interface Letter {
  readonly language: Language;
  readonly window: EnvelopeWindow;
  readonly logo: SizedPicture | null;
  readonly charityName: string;
  readonly returnAddress: string;
  /** Name, street, postcode and town, country. */
  readonly address: readonly string[];
  /** "Zwolle, 21 november 2026" or the day alone. */
  readonly day: string;
  /** Filled in; the first is the salutation, the last the greeting. */
  readonly paragraphs: readonly string[];
  readonly signature: SizedPicture | null;
  readonly signedBy: readonly string[];
  /** At the foot of the page: telephone. */
  readonly foot: string;
}

const MARGIN = 25;
const WIDTH = A4.width - 2 * MARGIN;
const WINDOW_X = { left: 25, right: 112 } as const;
const WINDOW_WIDTH = 80;
const RETURN_Y = 50;
const ADDRESS_Y = 57;
const MOST_ADDRESS_LINES = 6;
const DAY_Y = 103;
const BODY_Y = 115;
const NEXT_BODY_Y = 30;
const LOWEST = 272;
const FOOT_Y = 285;
const BODY: TypeStyle = { font: 'voice', size: 11 };
const BODY_LINE = lineHeight(BODY.size, 1.5);
const PARAGRAPH_GAP = 3.2;
/** A paragraph of so many lines is not broken. */
const SHORT = 4;
const SIGNATURE_HEIGHT = 16;
const SIGNATURE_GAP = 3;

export function letterPages(letter: Letter, measure: Measure): readonly PaperPage[] {
  const pages: PaperBlock[][] = [head(letter, measure)];
  let y = BODY_Y;
  const begin = (): void => {
    pages.push([]);
    y = NEXT_BODY_Y;
  };
  const paragraphs = letter.paragraphs.map((text) => wrap(text, WIDTH, BODY, measure));
  for (const [index, lines] of paragraphs.entries()) {
    // The greeting stays with its signature: the last line of the letter needs room for both.
    const under = index === paragraphs.length - 1 ? heightOfEnd(letter) : 0;
    const roomAbove = (space: number): number => Math.max(0, Math.floor((LOWEST - space - y) / BODY_LINE) + 1);
    if (lines.length <= SHORT && lines.length > roomAbove(under) && y > NEXT_BODY_Y) begin();
    let rest = lines;
    while (rest.length > 0) {
      // Of a paragraph that is broken at least two lines go over.
      const fits = rest.length <= roomAbove(under) ? rest.length : Math.min(roomAbove(0), Math.max(0, rest.length - 2));
      if (fits > 0) {
        pages.at(-1)?.push({ tag: 'P', parts: stack(rest.slice(0, fits), { x: MARGIN, y, leading: 1.5 }, BODY) });
      }
      y += fits * BODY_LINE;
      rest = rest.slice(fits);
      if (rest.length > 0) begin();
    }
    y += PARAGRAPH_GAP;
  }
  pages.at(-1)?.push(...end(letter, y));
  return pages.map((blocks) => ({ ...A4, language: letter.language, blocks: [...blocks, foot(letter)] }));
}

function head({ window, logo, charityName, returnAddress, address, day }: Letter, measure: Measure): PaperBlock[] {
  const x = WINDOW_X[window];
  const sender: TypeStyle = { font: 'ui', size: 7, ink: 'soft' };
  const lines: TypeStyle = { font: 'ui', size: 10.5 };
  const wrapped = address.flatMap((line) => wrap(line, WINDOW_WIDTH, lines, measure));
  return [
    nameOrLogo(logo, charityName),
    {
      tag: 'P',
      parts: stack(clip(wrap(returnAddress, WINDOW_WIDTH, sender, measure), 1), { x, y: RETURN_Y }, sender),
    },
    { tag: 'P', parts: stack(clip(wrapped, MOST_ADDRESS_LINES), { x, y: ADDRESS_Y, leading: 1.45 }, lines) },
    { tag: 'P', parts: stack([day], { x: MARGIN, y: DAY_Y }, BODY) },
  ];
}

const LOGO_Y = 14;
const LOGO_BOX = { width: 60, height: 22 } as const;

function nameOrLogo(logo: SizedPicture | null, charityName: string): PaperBlock {
  if (logo !== null) {
    const size = fitInto(logo, LOGO_BOX);
    return {
      tag: 'Figure',
      words: charityName,
      parts: [{ kind: 'picture', x: MARGIN, y: LOGO_Y, ...size, picture: logo.picture }],
    };
  }
  return {
    tag: 'P',
    parts: stack([charityName], { x: MARGIN, y: 24 }, { font: 'voice-strong', size: 16, ink: 'door' }),
  };
}

/** As large as the box allows, in its own proportion. */
export function fitInto(
  { width, height }: Pick<SizedPicture, 'width' | 'height'>,
  box: { readonly width: number; readonly height: number },
): { readonly width: number; readonly height: number } {
  const scale = Math.min(box.width / width, box.height / height);
  return { width: width * scale, height: height * scale };
}

function heightOfEnd({ signedBy }: Letter): number {
  return SIGNATURE_GAP + SIGNATURE_HEIGHT + signedBy.length * BODY_LINE;
}

function end({ signature, signedBy }: Letter, from: number): readonly PaperBlock[] {
  const y = from + SIGNATURE_GAP - PARAGRAPH_GAP;
  const size = signature === null ? null : fitInto(signature, { width: 55, height: SIGNATURE_HEIGHT });
  const nameY = y + SIGNATURE_HEIGHT + BODY_LINE / 2;
  return [
    ...(signature === null || size === null
      ? []
      : [
          {
            tag: 'Figure' as const,
            words: signedBy[0] ?? '',
            parts: [{ kind: 'picture' as const, x: MARGIN, y, ...size, picture: signature.picture }],
          },
        ]),
    { tag: 'P', parts: stack(signedBy, { x: MARGIN, y: nameY, leading: 1.5 }, BODY) },
  ];
}

function foot({ charityName, foot: words }: Letter): PaperBlock {
  const text = [charityName, words].filter((part) => part !== '').join('  ·  ');
  return {
    tag: 'artifact',
    parts: [
      { kind: 'line', x: MARGIN, y: FOOT_Y - 5, toX: A4.width - MARGIN, toY: FOOT_Y - 5, width: 0.2, ink: 'line' },
      { kind: 'text', x: MARGIN, y: FOOT_Y, text, font: 'ui', size: 8, ink: 'soft' },
    ],
  };
}
