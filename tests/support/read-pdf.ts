/** Reads a PDF back with a reader that is not ours: what it says of itself, which text stands where, and how it looks. */
import { ColorSpace, Document, Matrix, PDFDocument } from 'mupdf';

export interface PdfText {
  readonly text: string;
  /** Millimetres from the upper left corner; `y` is the baseline. */
  readonly x: number;
  readonly y: number;
}

export interface ReadPdf {
  readonly title: string;
  readonly language: string;
  readonly isTagged: boolean;
  readonly created: string;
  readonly pages: readonly PdfPage[];
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PdfText[];
}

export const NO_PAGE: PdfPage = { width: 0, height: 0, texts: [] };

const MILLIMETRES_OF_A_POINT = 25.4 / 72;

interface StructuredPage {
  readonly blocks: readonly {
    readonly lines?: readonly { readonly text: string; readonly x: number; readonly y: number }[];
  }[];
}

function open(bytes: Uint8Array): PDFDocument {
  const document = Document.openDocument(Uint8Array.from(bytes), 'application/pdf');
  if (!(document instanceof PDFDocument)) throw new Error('no PDF');
  return document;
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const document = open(bytes);
  const root = document.getTrailer().get('Root');
  const pages = Array.from({ length: document.countPages() }, (_, number) => {
    const page = document.loadPage(number);
    const [left, top, right, bottom] = page.getBounds();
    const text = JSON.parse(page.toStructuredText('preserve-whitespace').asJSON()) as StructuredPage;
    return {
      width: (right - left) * MILLIMETRES_OF_A_POINT,
      height: (bottom - top) * MILLIMETRES_OF_A_POINT,
      texts: text.blocks
        .flatMap(({ lines = [] }) => lines)
        .filter((line) => line.text.trim() !== '')
        .map((line) => ({ text: line.text, x: line.x * MILLIMETRES_OF_A_POINT, y: line.y * MILLIMETRES_OF_A_POINT })),
    };
  });
  return {
    title: document.getMetaData('info:Title') ?? '',
    language: root.get('Lang').asString(),
    isTagged: root.get('MarkInfo').get('Marked').asBoolean(),
    created: document.getMetaData('info:CreationDate') ?? '',
    pages,
  };
}

/** The lines of a page, as somebody who copies the text would get them. */
export function linesOf({ texts }: PdfPage): readonly string[] {
  const lines = new Map<string, string>();
  for (const { text, y } of texts) {
    const key = y.toFixed(1);
    lines.set(key, `${lines.get(key) ?? ''}${text}`);
  }
  return [...lines.values()];
}

export interface PagePicture {
  readonly width: number;
  readonly height: number;
  /** Three bytes a pixel. */
  readonly pixels: Uint8ClampedArray;
  readonly png: Uint8Array;
}

/** How a page looks. @param scale pixels a point */
export function drawPage(bytes: Uint8Array, number: number, scale: number): PagePicture {
  const pixmap = open(bytes).loadPage(number).toPixmap(Matrix.scale(scale, scale), ColorSpace.DeviceRGB, false);
  return {
    width: pixmap.getWidth(),
    height: pixmap.getHeight(),
    pixels: Uint8ClampedArray.from(pixmap.getPixels()),
    png: pixmap.asPNG(),
  };
}
