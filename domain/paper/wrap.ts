/** Breaks a text into lines that fit. */
import type { Measure, PaperPart, TypeStyle } from './page.ts';
import { lineHeight } from './page.ts';

/** Every word of the text is in one of the lines; a word that fits on no line is broken. A line break stays one. */
export function wrap(
  text: string,
  width: number,
  style: Pick<TypeStyle, 'font' | 'size'>,
  measure: Measure,
): readonly string[] {
  // Whoever types an amount does not think of a hard space.
  const held = text.replaceAll(/€ (?=\d)/g, '€\u00A0');
  return held.split('\n').flatMap((line) => wrapLine(line.trim(), width, style, measure));
}

function wrapLine(text: string, width: number, style: Pick<TypeStyle, 'font' | 'size'>, measure: Measure): string[] {
  // As it is when it fits: between postcode and town stand two spaces.
  if (measure(text, style) <= width) return [text];
  const lines: string[] = [];
  let current = '';
  // A hard space holds together what stands on its sides: "€ 25".
  for (const word of text.split(/[ \t]+/u)) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (measure(longer, style) <= width) {
      current = longer;
      continue;
    }
    if (current !== '') lines.push(current);
    const pieces = breakWord(word, width, style, measure);
    lines.push(...pieces.slice(0, -1));
    current = pieces.at(-1) ?? '';
  }
  return [...lines, current];
}

function breakWord(word: string, width: number, style: Pick<TypeStyle, 'font' | 'size'>, measure: Measure): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && measure(piece + character, style) > width) {
      pieces.push(piece);
      piece = character;
    } else {
      piece += character;
    }
  }
  return [...pieces, piece];
}

/** As many lines as there is room for; the last one ends with an ellipsis when there were more. */
export function clip(lines: readonly string[], most: number): readonly string[] {
  if (lines.length <= most) return lines;
  return [...lines.slice(0, Math.max(0, most - 1)), `${(lines[most - 1] ?? '').replace(/[\s.,;:]+$/u, '')} …`];
}

/** Breaks a text into no more lines than there is room for; one that is cut off has room for its ellipsis. */
export function wrapInto(
  text: string,
  { width, most }: { readonly width: number; readonly most: number },
  style: Pick<TypeStyle, 'font' | 'size'>,
  measure: Measure,
): readonly string[] {
  const lines = wrap(text, width, style, measure);
  return lines.length <= most ? lines : clip(wrap(text, width - measure(' …', style), style, measure), most);
}

/** Lines under each other. @param y of the first baseline */
export function stack(
  lines: readonly string[],
  { x, y, leading = 1.4 }: { readonly x: number; readonly y: number; readonly leading?: number },
  style: TypeStyle,
): readonly PaperPart[] {
  return lines.flatMap((text, index): PaperPart[] =>
    text === '' ? [] : [{ kind: 'text', x, y: y + index * lineHeight(style.size, leading), text, ...style }],
  );
}
