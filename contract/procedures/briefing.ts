/** The director's briefing: one page per donor of today. Neither a caller nor a verifier has it. */
import { z } from 'zod';
import { command, query } from '../procedure.ts';
import { daySchema, done, languageSchema, nothing, sentenceSchema } from '../values.ts';
import { paperPageSchema, pdfSchema } from './paper.ts';

const DIRECTORS = ['director', 'coordinator'] as const;

export const briefingProcedures = {
  'briefing.list': query(
    DIRECTORS,
    nothing,
    z.object({
      day: daySchema,
      donors: z.array(z.object({ donorId: z.int(), name: sentenceSchema, town: z.string(), reason: sentenceSchema })),
    }),
  ),
  /** As it is printed, in the language of who reads it. */
  'briefing.page': query(
    DIRECTORS,
    z.object({ donorId: z.int(), language: languageSchema }),
    z.object({
      page: paperPageSchema,
      name: sentenceSchema,
      /** What could be written on a card; empty for nothing. */
      card: z.string(),
      hasCardReminder: z.boolean(),
    }),
  ),
  /** One page each, in the order that is given. */
  'briefing.print': query(
    DIRECTORS,
    z.object({ donorIds: z.array(z.int()).min(1).max(200), language: languageSchema }),
    pdfSchema,
  ),
  /** Puts a card that is to be written by hand on the list of what is to be done, for whoever asks. */
  'briefing.rememberCard': command(DIRECTORS, z.object({ donorId: z.int() }), done),
};
