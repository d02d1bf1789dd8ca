/** A laid-out document as the answer to a question: as PDF, or as pages for a screen. */
import type { PaperDocument } from '../../../domain/paper/page.ts';
import { writePdf } from '../../paper/write-pdf.ts';
import type { AskContext } from '../context.ts';
import type { Pictures } from './letter-of.ts';

/** @param what the beginning of the file's name; the day is its end */
export async function pdfOf(
  { now, today }: Pick<AskContext, 'now' | 'today'>,
  what: string,
  layOut: Parameters<typeof writePdf>[0],
  pictures: Pictures,
): Promise<{ fileName: string; base64: string; pages: number }> {
  let pages = 0;
  const bytes = await writePdf(
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
export function mutablePages({ pages }: PaperDocument) {
  return pages.map((page) => ({
    ...page,
    blocks: page.blocks.map((block) => ({ ...block, parts: [...block.parts] })),
  }));
}
