/** Koppelen: whom a fundraising site knows beside who she may be in the CRM; one at a time, and everything can be undone. */
import { z } from 'zod';
import { MATCHED_FIELDS } from '../../domain/matching/evidence.ts';
import { command, query } from '../procedure.ts';
import { nothing, sentenceSchema } from '../values.ts';

const COORDINATOR = ['coordinator'] as const;

export const MATCH_TONES = ['same', 'near', 'different', 'unknown'] as const;

const candidateSchema = z.object({
  donorId: z.int(),
  number: z.string(),
  name: sentenceSchema,
  points: z.int(),
  rows: z.array(
    z.object({
      field: z.enum(MATCHED_FIELDS),
      name: sentenceSchema,
      /** As each place has it; empty where it does not say. */
      source: sentenceSchema,
      candidate: sentenceSchema,
      verdict: sentenceSchema,
      tone: z.enum(MATCH_TONES),
    }),
  ),
  /** Why it was not linked by itself. */
  traps: z.array(sentenceSchema),
});

export const matchSchema = z.object({
  sourceDonorId: z.int(),
  state: z.enum(['doubtful', 'new']),
  /** Why the CRM did not take her as a new contact. */
  problem: sentenceSchema.nullable(),
  name: z.string(),
  siteName: z.string(),
  /** "2 giften, samen € 75,00; de laatste op 20 november, via …" */
  giving: sentenceSchema,
  /** What the site says of her, for who stands beside nobody. */
  said: z.array(z.object({ name: sentenceSchema, value: sentenceSchema })),
  /** The likeliest first. */
  candidates: z.array(candidateSchema),
});
export type Match = z.infer<typeof matchSchema>;

const ofSourceDonor = z.object({ sourceDonorId: z.int() });
const decided = z.object({ decisionId: z.int() });

export const matchingProcedures = {
  'matching.queue': query(
    COORDINATOR,
    z.object({ kind: z.enum(['doubtful', 'new']) }),
    z.object({
      doubtful: z.int(),
      newcomers: z.int(),
      people: z.array(z.object({ sourceDonorId: z.int(), name: z.string(), points: z.int().nullable() })),
      hasMore: z.boolean(),
    }),
  ),
  'matching.get': query(COORDINATOR, ofSourceDonor, matchSchema),
  /** Any donor beside her: somebody searched. Answers `refused` for who was erased, removed or merged away. */
  'matching.beside': query(
    COORDINATOR,
    ofSourceDonor.extend({ donorId: z.int() }),
    /** What to know before linking: she is linked to another giver already, or was said to be somebody else. */
    z.object({ candidate: candidateSchema, notes: z.array(sentenceSchema) }),
  ),
  /**
   * `same`: she is this donor; `other`: she is not this one; `new`: she is none of them; `later`: put at the end. Answers
   * `out-of-date` when somebody decided already.
   */
  'matching.decide': command(
    COORDINATOR,
    z.discriminatedUnion('decision', [
      ofSourceDonor.extend({ decision: z.literal('same'), donorId: z.int() }),
      ofSourceDonor.extend({ decision: z.literal('other'), donorId: z.int() }),
      ofSourceDonor.extend({ decision: z.literal('new') }),
      ofSourceDonor.extend({ decision: z.literal('later') }),
    ]),
    decided,
  ),
  /** The link was wrong: everything is put back as it was before it, and the two are never linked by themselves again. */
  'matching.unlink': command(COORDINATOR, ofSourceDonor, decided),
  /** Takes the last decision about somebody back. Answers `out-of-date` when something came after it. */
  'matching.undo': command(COORDINATOR, decided, nothing),
  /** She is not to become a contact in the CRM after all. Answers `out-of-date`, with words, when the CRM was asked already. */
  'matching.undoAdd': command(COORDINATOR, ofSourceDonor, nothing),
};
