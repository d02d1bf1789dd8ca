/** A laid-out document as the answer to a question: as PDF, or as pages for a screen. */
import type { PaperDocument } from '../../../domain/paper/page.ts';
import type { measured, writePdf } from '../../paper/write-pdf.ts';
import type { AskContext } from '../context.ts';
import type { Pictures } from './letter-of.ts';

/** Loaded when the first paper is asked for: a caller never needs it, and it takes 30 MB. */
async function pdfWriter(): Promise<{ readonly measured: typeof measured; readonly writePdf: typeof writePdf }> {
  return import('../../paper/write-pdf.ts');
}

/** The pages of a document as a screen draws them, laid out with the widths of the real fonts. */
export async function pagesOf(layOut: Parameters<typeof measured>[0]) {
  const writer = await pdfWriter();
  return mutablePages(writer.measured(layOut));
}

/** @param what the beginning of the file's name; the day is its end */
export async function pdfOf(
  { now, today }: Pick<AskContext, 'now' | 'today'>,
  what: string,
  layOut: Parameters<typeof writePdf>[0],
  pictures: Pictures,
): Promise<{ fileName: string; base64: string; pages: number }> {
  const writer = await pdfWriter();
  let pages = 0;
  const bytes = await writer.writePdf(
    (measure) => {
      const document = layOut(measure);
      pages = document.pages.length;
      return document;
    },
    { get: (id) => pictures.get(id)?.bytes },
    now(),
  );
  return { fileName: `${what}-${today}.pdf`, base64: Buffer.from(bytes).toString('base64'), pages };
}

/** As the contract has them: lists that may be changed. */
function mutablePages({ pages }: PaperDocument) {
  return pages.map((page) => ({
    ...page,
    blocks: page.blocks.map((block) => ({ ...block, parts: [...block.parts] })),
  }));
}
