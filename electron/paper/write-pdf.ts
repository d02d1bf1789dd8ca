/** Writes laid-out pages as a PDF: text that can be selected and is read in its order, with a title and a language. */
import PDFDocument from 'pdfkit';
import type { Instant } from '../../domain/calendar/day.ts';
import type { PictureId } from '../../domain/charity/charity.ts';
import {
  INKS,
  type Measure,
  type PaperBlock,
  type PaperDocument,
  type PaperPage,
  type PaperPart,
} from '../../domain/paper/page.ts';
import { createTypeSetter, points, type TypeSetter } from './type-setter.ts';

export interface PaperPictures {
  readonly get: (id: PictureId) => Uint8Array | undefined;
}

const LANGUAGE_TAGS = { nl: 'nl-NL', en: 'en-GB' } as const;

/** Our own default would be a font that a PDF need not hold; we always name one. */
const NO_DEFAULT_FONT = '';

/**
 * @param layOut lays the pages out with the widths of the real fonts
 * @param at the day that the PDF says it was made
 */
export async function writePdf(
  layOut: (measure: Measure) => PaperDocument,
  pictures: PaperPictures,
  at: Instant,
): Promise<Uint8Array> {
  const paper = measured(layOut);
  const document = newDocument(paper, at);
  const setter = createTypeSetter(document);
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => void chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    document.on('end', resolve);
    document.on('error', reject);
  });
  const imageOf = sourceOf(pictures);
  const root = document.struct('Document');
  document.addStructure(root);
  for (const page of paper.pages) {
    document.addPage({ size: [points(page.width), points(page.height)], margin: 0 });
    for (const block of page.blocks) drawBlock(document, setter, root, page, block, imageOf);
    // One page at a time: a batch of a hundred letters lets others be answered in between.
    await new Promise((resolve) => setImmediate(resolve));
  }
  root.end();
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Lays out on a document that is thrown away: only its fonts are needed. */
export function measured(layOut: (measure: Measure) => PaperDocument): PaperDocument {
  const scratch = new PDFDocument({ autoFirstPage: false, font: NO_DEFAULT_FONT });
  return layOut(createTypeSetter(scratch).measure);
}

function newDocument({ title, language }: PaperDocument, at: Instant): PDFKit.PDFDocument {
  return new PDFDocument({
    autoFirstPage: false,
    font: NO_DEFAULT_FONT,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: LANGUAGE_TAGS[language],
    info: { Title: title, Creator: 'Dankbel', Producer: 'Dankbel', CreationDate: new Date(at), ModDate: new Date(at) },
  });
}

/** The same text every time: a picture that is on a hundred letters is in the file once. */
function sourceOf(pictures: PaperPictures): ImageOf {
  const sources = new Map<PictureId, string | null>();
  return (id) => {
    const known = sources.get(id);
    if (known !== undefined) return known;
    const bytes = pictures.get(id);
    const source = bytes === undefined ? null : `data:image/any;base64,${Buffer.from(bytes).toString('base64')}`;
    sources.set(id, source);
    return source;
  };
}

type ImageOf = (id: PictureId) => string | null;

function drawBlock(
  document: PDFKit.PDFDocument,
  setter: TypeSetter,
  root: PDFKit.PDFStructureElement,
  { language }: PaperPage,
  { tag, words, parts }: PaperBlock,
  imageOf: ImageOf,
): void {
  const draw = (): void => {
    for (const part of parts) drawPart(document, setter, part, imageOf);
  };
  if (tag === 'artifact') {
    document.markContent('Artifact', { type: 'Layout' });
    draw();
    document.endMarkedContent();
    return;
  }
  const options = { lang: LANGUAGE_TAGS[language], ...(words === undefined ? {} : { alt: words }) };
  root.add(document.struct(tag, options, draw));
}

function drawPart(document: PDFKit.PDFDocument, setter: TypeSetter, part: PaperPart, imageOf: ImageOf): void {
  switch (part.kind) {
    case 'text':
      drawText(document, setter, part);
      return;
    case 'line':
      document
        .moveTo(points(part.x), points(part.y))
        .lineTo(points(part.toX), points(part.toY))
        .lineWidth(points(part.width))
        .stroke(INKS[part.ink]);
      return;
    case 'box': {
      const box = document.rect(points(part.x), points(part.y), points(part.width), points(part.height));
      if (part.isOpen === true) box.lineWidth(points(part.edge ?? 0.2)).stroke(INKS[part.ink]);
      else box.fill(INKS[part.ink]);
      return;
    }
    case 'picture': {
      const source = imageOf(part.picture);
      if (source === null) return;
      const size = { width: points(part.width), height: points(part.height) };
      document.image(source, points(part.x), points(part.y), size);
    }
  }
}

function drawText(document: PDFKit.PDFDocument, setter: TypeSetter, part: Extract<PaperPart, { kind: 'text' }>): void {
  const { text, font, size, ink = 'black', align, y } = part;
  const width = align === undefined ? 0 : setter.measure(text, { font, size });
  let x = points(part.x - (align === 'end' ? width : align === 'middle' ? width / 2 : 0));
  document.fillColor(INKS[ink]);
  for (const run of setter.runs(text, font)) {
    setter.use(font, run.subset, size);
    document.text(run.text, x, points(y), { lineBreak: false, baseline: 'alphabetic' });
    x += document.widthOfString(run.text);
  }
}
