/**
 * What a user can meet instead of an answer. A failure is a value with a sentence that says what to do; anything
 * else that goes wrong is a bug, reaches the screen as `unexpected`, and its details stay in the log.
 */
import { z } from 'zod';
import { sentenceSchema } from './values.ts';

export const FAILURE_CODES = [
  'invalid-input',
  'not-allowed',
  /** Nobody is signed in: choose a name first. */
  'locked',
  'not-found',
  /** Somebody or something else changed it first: look again. */
  'out-of-date',
  /** A colleague is with this donor, or has just been: look who comes next. */
  'claimed',
  /** A value that was typed cannot be kept; the sentence says why. */
  'refused',
  /** Calls may not be made now (rules-nl.md L14). */
  'closed',
  /** Somebody who is on none of the caller's lists: first say why (`donor.look`). */
  'needs-reason',
  'disk-full',
  'crm-unreachable',
  'crm-refused',
  'unexpected',
] as const;

export const failureSchema = z.object({ code: z.enum(FAILURE_CODES), sentence: sentenceSchema });
export type Failure = z.infer<typeof failureSchema>;
export type FailureCode = Failure['code'];

/** What comes back over the wire for every procedure. */
export const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), failure: failureSchema }),
]);
export type Answer = z.infer<typeof answerSchema>;
