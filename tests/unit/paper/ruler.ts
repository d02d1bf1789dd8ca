/** Reads a page as somebody with a ruler would: what stands where, in millimetres from the upper left corner. */
import type { Measure, PaperBlock, PaperPage, PaperPart } from '../../../domain/paper/page.ts';

/** Every character as wide as half its height: enough to lay out by. */
export const measure: Measure = (text, { size }) => text.length * size * 0.17;

/** "P voice 11 · 25 103 · 21 november 2026", in the order of reading; a part that only adorns has no tag. */
export function ruled({ blocks }: Pick<PaperPage, 'blocks'>): readonly string[] {
  return blocks.flatMap(({ tag, words, parts }: PaperBlock) => {
    const [first, ...others] = parts.map(describe);
    const title = words === undefined ? tag : `${tag} "${words}"`;
    return first === undefined ? [] : [tag === 'artifact' ? first : `${title}: ${first}`, ...others];
  });
}

function describe(part: PaperPart): string {
  const at = `${round(part.x)} ${round(part.y)}`;
  switch (part.kind) {
    case 'text': {
      const align = part.align === undefined ? '' : ` (${part.align})`;
      const ink = part.ink === undefined ? '' : ` ${part.ink}`;
      return `${part.font} ${part.size}${ink} · ${at}${align} · ${part.text}`;
    }
    case 'line':
      return `line ${part.width} ${part.ink} · ${at} to ${round(part.toX)} ${round(part.toY)}`;
    case 'box':
      return `${part.isOpen === true ? 'open box' : 'box'} ${part.ink} · ${at} · ${round(part.width)} × ${round(part.height)}`;
    case 'picture':
      return `picture ${part.picture} · ${at} · ${round(part.width)} × ${round(part.height)}`;
  }
}

/** All texts of a page with their places, without what only adorns. */
export function textsOf(page: PaperPage | undefined): readonly (PaperPart & { readonly kind: 'text' })[] {
  return (page?.blocks ?? [])
    .filter(({ tag }) => tag !== 'artifact')
    .flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'text' ? [part] : [])));
}

export function round(millimetres: number): number {
  return Math.round(millimetres * 100) / 100;
}

/** So many words of so many characters, one space between: `word('abc', 2)` is "abc abc". */
export function words(word: string, count: number): string {
  return Array.from({ length: count }, () => word).join(' ');
}
