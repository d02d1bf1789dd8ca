/** What is asked of the process with the word lists, and what it answers. Words of a note: never logged, never kept. */
import { z } from 'zod';

const word = z.string().max(200);
const words = z.array(word).max(2_000);

export const spellingRequestSchema = z.discriminatedUnion('kind', [
  z.object({ id: z.int(), kind: z.literal('check'), words }),
  z.object({ id: z.int(), kind: z.literal('suggest'), word }),
]);
export type SpellingRequest = z.infer<typeof spellingRequestSchema>;

/** The misspelt among them, or what may have been meant. */
export const spellingAnswerSchema = z.object({ id: z.int(), words });
export type SpellingAnswer = z.infer<typeof spellingAnswerSchema>;
