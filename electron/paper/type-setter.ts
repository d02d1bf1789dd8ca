/** Sets type in a PDF: which of our fonts has a character, and how wide a text is. */
import { type Measure, type PaperFont, type TypeStyle } from '../../domain/paper/page.ts';
import { readFont, SUBSETS, type Subset } from './font-files.ts';

const POINTS_OF_A_MILLIMETRE = 72 / 25.4;

export function points(millimetres: number): number {
  return millimetres * POINTS_OF_A_MILLIMETRE;
}

/** A piece of a text that one font can write. */
export interface Run {
  readonly subset: Subset;
  readonly text: string;
}

export interface TypeSetter {
  readonly measure: Measure;
  /** Characters that no font has become a box with a question: never silence. */
  readonly runs: (text: string, font: PaperFont) => readonly Run[];
  readonly use: (font: PaperFont, subset: Subset, size: number) => void;
}

interface EmbeddedFont {
  readonly font: { hasGlyphForCodePoint(codePoint: number): boolean };
}

const UNKNOWN = '?';

export function createTypeSetter(document: PDFKit.PDFDocument): TypeSetter {
  const registered = new Set<string>();
  const coverage = new Map<string, (codePoint: number) => boolean>();
  const nameOf = (font: PaperFont, subset: Subset): string => {
    const name = `${font} ${subset}`;
    if (!registered.has(name)) {
      document.registerFont(name, readFont(font, subset));
      registered.add(name);
    }
    return name;
  };
  const use = (font: PaperFont, subset: Subset, size: number): void => {
    document.font(nameOf(font, subset)).fontSize(size);
  };
  const has = (font: PaperFont, subset: Subset, codePoint: number): boolean => {
    const name = nameOf(font, subset);
    let covers = coverage.get(name);
    if (covers === undefined) {
      document.font(name);
      const { font: face } = (document as unknown as { _font: EmbeddedFont })._font;
      covers = (asked) => face.hasGlyphForCodePoint(asked);
      coverage.set(name, covers);
    }
    return covers(codePoint);
  };
  const runs = (text: string, font: PaperFont): readonly Run[] => {
    const found: { subset: Subset; text: string }[] = [];
    for (const character of text.normalize('NFC')) {
      const codePoint = character.codePointAt(0) ?? 0;
      const subset = SUBSETS.find((each) => has(font, each, codePoint));
      const last = found.at(-1);
      const written = subset === undefined ? UNKNOWN : character;
      if (last !== undefined && (subset === undefined || last.subset === subset)) last.text += written;
      else found.push({ subset: subset ?? 'latin', text: written });
    }
    return found;
  };
  const widths = new Map<string, number>();
  const measure: Measure = (text, { font, size }: Pick<TypeStyle, 'font' | 'size'>) => {
    const key = `${font} ${text}`;
    let unit = widths.get(key);
    if (unit === undefined) {
      unit = runs(text, font).reduce((sum, run) => {
        use(font, run.subset, MEASURED_AT);
        return sum + document.widthOfString(run.text);
      }, 0);
      widths.set(key, unit);
    }
    return (unit * size) / MEASURED_AT / POINTS_OF_A_MILLIMETRE;
  };
  return { measure, runs, use };
}

const MEASURED_AT = 100;
