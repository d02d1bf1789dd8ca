/** What the main process and the backend's process say to each other. Parsed on both sides. */
import { z } from 'zod';
import { sentenceSchema } from '../../contract/values.ts';
import { updateOrderSchema, updateToldSchema } from '../updates/messages.ts';
import type { Sentence } from '../../domain/language.ts';

const MOST_PROMISED = 200;

export const toBackendSchema = z.discriminatedUnion('kind', [
  /** The first message. The key comes this way, and not as an argument or a variable that other programs can read. */
  z.object({
    kind: z.literal('open'),
    profileDirectory: z.string(),
    /** Null when a passphrase opens the profile. */
    key: z.custom<Uint8Array>((value) => value instanceof Uint8Array).nullable(),
    /** Nothing is fetched or sent (safe-mode.ts). */
    isSafe: z.boolean(),
  }),
  /** Comes with a port, for a window. */
  z.object({ kind: z.literal('connect') }),
  /** The machine goes to sleep. */
  z.object({ kind: z.literal('lock') }),
  /** The machine is awake again: what others did meanwhile is fetched. */
  z.object({ kind: z.literal('wake') }),
  /** What came of an order about updates (updates/messages.ts). */
  z.object({ kind: z.literal('update'), told: updateToldSchema }),
  /** Finish what is being written, close the database, and end. */
  z.object({ kind: z.literal('close') }),
]);
export type ToBackend = z.infer<typeof toBackendSchema>;

export const fromBackendSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened') }),
  z.object({ kind: z.literal('failed'), sentence: sentenceSchema }),
  /** An address to sign in at, for the browser of the system (desktop/sign-in-link.ts). */
  z.object({ kind: z.literal('sign-in'), address: z.string().max(4_000) }),
  /** What is to be done about updates. */
  z.object({ kind: z.literal('update'), order: updateOrderSchema }),
  /** Calls that were promised for a time of today, to whoever is signed in: when, and never to whom. */
  z.object({
    kind: z.literal('promised'),
    promised: z.array(z.object({ id: z.int(), at: z.number() })).max(MOST_PROMISED),
  }),
]);
export type FromBackend = z.infer<typeof fromBackendSchema>;

const BROKEN: Sentence = {
  nl: 'Dankbel kan niet worden geopend door een fout in het programma. De gegevens zijn niet veranderd.',
  en: 'Dankbel cannot be opened because of a fault in the program. The data was not changed.',
};

/** The sentence of an error that has one for the user, such as a DatabaseFailure; else that something is broken. */
export function sentenceOf(error: unknown): Sentence {
  if (typeof error === 'object' && error !== null && 'sentence' in error) {
    const parsed = sentenceSchema.safeParse(error.sentence);
    if (parsed.success) return parsed.data;
  }
  return BROKEN;
}
