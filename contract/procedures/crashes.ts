/** What was written down when a part of the program ended that should not. For the coordinator, who decides what is sent. */
import { z } from 'zod';
import { command, query } from '../procedure.ts';
import { done, instantSchema, nothing, sentenceSchema } from '../values.ts';

const COORDINATOR = ['coordinator'] as const;

export const crashProcedures = {
  'crashes.list': query(
    COORDINATOR,
    nothing,
    z.object({
      /** Newest first. */
      crashes: z.array(z.object({ at: instantSchema, words: sentenceSchema, isSent: z.boolean() })),
      /** All of it, word for word as it is kept and would be sent; empty without a crash. */
      text: z.string(),
      /** Where the administrator lets it be sent (the policy file); null for nowhere. */
      address: z.string().nullable(),
      isSending: z.boolean(),
    }),
  ),
  /** Nothing is sent until somebody has said so here. */
  'crashes.setSending': command(COORDINATOR, z.object({ isOn: z.boolean() }), done),
  'crashes.remove': command(COORDINATOR, nothing, done),
} as const;
