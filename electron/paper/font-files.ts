/**
 * The fonts of the screens as files that a PDF can hold: a PDF knows no variable fonts, so these are their fixed weights
 * (SIL Open Font License 1.1, which allows embedding). Beside the program where it is packaged, else in node_modules.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PAPER_FONTS, type PaperFont } from '../../domain/paper/page.ts';
import { unpackWoff } from './unpack-woff.ts';

const FACES: Readonly<Record<PaperFont, { readonly family: string; readonly weight: 400 | 600 }>> = {
  voice: { family: 'literata', weight: 400 },
  'voice-strong': { family: 'literata', weight: 600 },
  ui: { family: 'atkinson-hyperlegible-next', weight: 400 },
  'ui-strong': { family: 'atkinson-hyperlegible-next', weight: 600 },
};

/** Most text is in the first; names from elsewhere in Europe need the second. */
export const SUBSETS = ['latin', 'latin-ext'] as const;
export type Subset = (typeof SUBSETS)[number];

export function fontFileName(font: PaperFont, subset: Subset): string {
  const { family, weight } = FACES[font];
  return `${family}-${subset}-${weight}-normal.woff`;
}

/** What has to lie beside a packaged program: the name there, and where it comes from. */
export function allFontFiles(): readonly { readonly name: string; readonly path: string }[] {
  const { resolve } = createRequire(import.meta.url);
  return PAPER_FONTS.flatMap((font) =>
    SUBSETS.map((subset) => {
      const name = fontFileName(font, subset);
      return { name, path: resolve(`@fontsource/${FACES[font].family}/files/${name}`) };
    }),
  );
}

const kept = new Map<string, Buffer>();

/** The font, unpacked: it may not be changed. @throws when the file is missing: the program is not whole */
export function readFont(font: PaperFont, subset: Subset): Buffer {
  const name = fontFileName(font, subset);
  const known = kept.get(name);
  if (known !== undefined) return known;
  const beside = join(import.meta.dirname, 'fonts', name);
  const path = existsSync(beside)
    ? beside
    : createRequire(import.meta.url).resolve(`@fontsource/${FACES[font].family}/files/${name}`);
  const bytes = unpackWoff(readFileSync(path));
  kept.set(name, bytes);
  return bytes;
}
