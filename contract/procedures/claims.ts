/** Who is on which donor, and what happened twice all the same. */
import { z } from 'zod';
import { ROLES } from '../../domain/role.ts';
import { command, query } from '../procedure.ts';
import { daySchema, done, instantSchema, nothing, programmeSchema, sentenceSchema } from '../values.ts';

const CALLERS = ['caller', 'director', 'coordinator'] as const;

const claim = z.object({
  claimId: z.string(),
  donorName: sentenceSchema,
  /** Null when the CRM does not say who. */
  holder: z.string().nullable(),
  endsAt: instantSchema,
});
export type ClaimItem = z.infer<typeof claim>;

const doubleId = z.object({ donorId: z.int(), day: daySchema, programme: programmeSchema });

const double = doubleId.extend({
  donorName: sentenceSchema,
  programmeName: sentenceSchema,
  /** One of the calls is my own; else I am told as a coordinator. */
  isMine: z.boolean(),
  /** Both calls, or all of them, oldest first. */
  calls: z.array(
    z.object({
      operationId: z.string(),
      who: z.string().nullable(),
      isMine: z.boolean(),
      at: instantSchema,
      outcome: sentenceSchema,
    }),
  ),
});
export type DoubleItem = z.infer<typeof double>;

const callItemId = z.object({ callItemId: z.int() });

export const claimProcedures = {
  /** Claims of other workstations and people that have not ended. */
  'claims.list': query(['coordinator'], nothing, z.object({ claims: z.array(claim) })),
  /** Ends somebody's claim, who went home perhaps; a call that goes on is not disturbed. */
  'claims.takeBack': command(['coordinator'], z.object({ claimId: z.string() }), done),
  /** Donors whom two people called, I or (for a coordinator) anybody, and of whom I have not said that I know. */
  'claims.doubles': query(ROLES, nothing, z.object({ doubles: z.array(double) })),
  'claims.seen': command(ROLES, doubleId, done),
  /** Asks the CRM who is on whom, unless it was asked a moment ago. Never fails: without an answer the list is divided. */
  'claims.refresh': command(ROLES, nothing, done),
  /**
   * The call goes on: asked every few minutes while it is on a screen. `isEntered`: the screen was opened, perhaps after
   * it had been left; only then is a claim that was given up asked for again.
   */
  'claims.keep': command(CALLERS, callItemId.extend({ isEntered: z.boolean() }), done),
  /** The call was left without an outcome; others may call. */
  'claims.leave': command(CALLERS, callItemId, done),
};
