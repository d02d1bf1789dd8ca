/** Erasing a donor from this workstation, and the certificates of it. A coordinator's work alone. */
import { z } from 'zod';
import { ERASURE_GROUNDS, ERASURE_STATES } from '../../domain/privacy/erasure.ts';
import { command, query } from '../procedure.ts';
import { done, languageSchema, nothing, sentenceSchema } from '../values.ts';
import { pdfSchema } from './paper.ts';

const COORDINATOR = ['coordinator'] as const;

const sectionsSchema = z.array(z.object({ title: sentenceSchema, lines: z.array(sentenceSchema) }));

const groundSchema = z.object({ id: z.enum(ERASURE_GROUNDS), name: sentenceSchema });

export const erasureProcedures = {
  /** What an erasure would do, before it is done. */
  'erasure.preview': query(
    COORDINATOR,
    z.object({ donorId: z.int() }),
    z.object({
      donorId: z.int(),
      /** Null for a donor whose details are not on this workstation. */
      name: sentenceSchema.nullable(),
      /** What has to be typed to confirm: the number in the CRM, or the charity's own where there is no CRM. */
      number: z.string(),
      sections: sectionsSchema,
      /** Why it cannot be done now. */
      blocked: sentenceSchema.nullable(),
      grounds: z.array(groundSchema),
    }),
  ),
  /** Cannot be undone. `number` confirms who is meant. */
  'erasure.erase': command(
    COORDINATOR,
    z.object({ donorId: z.int(), ground: z.enum(ERASURE_GROUNDS), number: z.string().trim().min(1).max(100) }),
    z.object({ erasureId: z.string() }),
  ),
  'erasure.list': query(
    COORDINATOR,
    nothing,
    z.object({
      erasures: z.array(
        z.object({
          erasureId: z.string(),
          atText: sentenceSchema,
          by: z.string(),
          ground: sentenceSchema,
          state: z.enum(ERASURE_STATES),
          stateText: sentenceSchema,
          isLifted: z.boolean(),
        }),
      ),
    }),
  ),
  'erasure.certificate': query(
    COORDINATOR,
    z.object({ erasureId: z.string() }),
    z.object({ erasureId: z.string(), sections: sectionsSchema, canLift: z.boolean() }),
  ),
  'erasure.paper': query(COORDINATOR, z.object({ erasureId: z.string(), language: languageSchema }), pdfSchema),
  /** Whether somebody with this number was erased here: the certificates name nobody. */
  'erasure.find': query(
    COORDINATOR,
    z.object({ number: z.string().trim().min(1).max(100) }),
    z.object({ erasureId: z.string().nullable() }),
  ),
  /** New data of the donor may come in again: the person gave anew, or it was a mistake. What was erased stays gone. */
  'erasure.lift': command(COORDINATOR, z.object({ erasureId: z.string() }), done),
};
