/** What goes on paper: as a PDF, and as the picture of it on a screen, both of one layout. */
import { z } from 'zod';
import { charitySchema } from '../../domain/charity/charity.ts';
import { LABEL_FORMAT_IDS } from '../../domain/paper/label-sheets.ts';
import { INKS, PAPER_FONTS, type Ink } from '../../domain/paper/page.ts';
import { query } from '../procedure.ts';
import { languageSchema } from '../values.ts';

const COORDINATOR = ['coordinator'] as const;

const millimetres = z.number();
const ink = z.enum(Object.keys(INKS) as [Ink, ...Ink[]]);

const partSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    x: millimetres,
    y: millimetres,
    text: z.string(),
    font: z.enum(PAPER_FONTS),
    size: z.number(),
    ink: ink.optional(),
    align: z.enum(['end', 'middle']).optional(),
  }),
  z.object({
    kind: z.literal('line'),
    x: millimetres,
    y: millimetres,
    toX: millimetres,
    toY: millimetres,
    width: millimetres,
    ink,
  }),
  z.object({
    kind: z.literal('box'),
    x: millimetres,
    y: millimetres,
    width: millimetres,
    height: millimetres,
    ink,
    isOpen: z.boolean().optional(),
    edge: z.number().optional(),
  }),
  z.object({
    kind: z.literal('picture'),
    x: millimetres,
    y: millimetres,
    width: millimetres,
    height: millimetres,
    picture: z.string(),
  }),
]);

export const paperPageSchema = z.object({
  width: millimetres,
  height: millimetres,
  language: languageSchema,
  blocks: z.array(
    z.object({
      tag: z.enum(['H1', 'H2', 'P', 'Figure', 'artifact']),
      words: z.string().optional(),
      parts: z.array(partSchema),
    }),
  ),
});
export type PaperPageView = z.infer<typeof paperPageSchema>;

export const pdfSchema = z.object({ fileName: z.string(), base64: z.string(), pages: z.int() });

/** A batch that is larger than this is printed in two. */
const donorIds = z.array(z.int()).min(1).max(1_000);

export const paperProcedures = {
  /** One letter per donor, in the order that is given. Refused in words for a template that cannot be filled in. */
  'paper.letters': query(COORDINATOR, z.object({ donorIds }), pdfSchema),
  /** @property used how many labels of the first sheet are gone already */
  'paper.labels': query(
    COORDINATOR,
    z.object({ donorIds, format: z.enum(LABEL_FORMAT_IDS), used: z.int().min(0).max(23) }),
    pdfSchema,
  ),
  /** The letter to a donor, as it would be printed. */
  'paper.letter': query(COORDINATOR, z.object({ donorId: z.int() }), z.object({ pages: z.array(paperPageSchema) })),
  /** The letter that is being written, to an invented donor. */
  'paper.draft': query(
    COORDINATOR,
    z.object({ content: charitySchema, language: languageSchema }),
    z.object({ pages: z.array(paperPageSchema) }),
  ),
};
