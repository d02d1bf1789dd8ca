/** Opvolging: what somebody was promised an answer to, and other work of the office. */
import { z } from 'zod';
import { CLOCK_STATES } from '../../domain/follow-ups/clock.ts';
import { FOLLOW_UP_KINDS, MOMENT_CHANNELS } from '../../domain/operation.ts';
import { command, query } from '../procedure.ts';
import { done, instantSchema, nothing, sentenceSchema } from '../values.ts';

const WORKERS = ['caller', 'director', 'coordinator'] as const;

/** `thanks`: the thank-you e-mail that is missing; it comes from the gifts, and nobody wrote it down. */
export const WORK_KINDS = [...FOLLOW_UP_KINDS, 'thanks'] as const;

const workItem = z.object({
  /** "7" of a follow-up, "thanks-12" of a missing e-mail to donor 12. */
  key: z.string(),
  followUpId: z.int().nullable(),
  donorId: z.int(),
  kind: z.enum(WORK_KINDS),
  donorName: sentenceSchema,
  /** What the donor said, as it was typed; for a missing e-mail why it is missing. */
  text: sentenceSchema,
  at: instantSchema.nullable(),
  by: z.string(),
  topic: sentenceSchema.nullable(),
  /** Who answers; empty: a coordinator decides. */
  assignee: z.string(),
  isMine: z.boolean(),
  due: z.object({ state: z.enum(CLOCK_STATES), words: sentenceSchema, dayText: sentenceSchema.nullable() }),
  /** How to reach the donor. */
  email: z.string().nullable(),
  number: z.string().nullable(),
  answer: z.object({ text: z.string(), by: z.string(), atText: sentenceSchema }).nullable(),
  isClosed: z.boolean(),
});
export type WorkItem = z.infer<typeof workItem>;

const ofFollowUp = z.object({ followUpId: z.int() });

export const followUpProcedures = {
  /** A coordinator's are all; anybody else's are their own. What is open by due day, then what was closed lately. */
  'followups.list': query(WORKERS, nothing, z.object({ items: z.array(workItem), people: z.array(z.string()) })),
  /** The answer goes to the CRM. Answers `out-of-date` when somebody answered already. */
  'followups.answer': command(
    WORKERS,
    ofFollowUp.extend({ text: z.string().trim().min(1).max(5_000), channel: z.enum(MOMENT_CHANNELS) }),
    done,
  ),
  'followups.handOver': command(WORKERS, ofFollowUp.extend({ name: z.string().trim().min(1).max(60) }), done),
  /** Needs no answer. A complaint always does: `refused`. */
  'followups.close': command(WORKERS, ofFollowUp, done),
  /** Takes an answer or a closing back; what reached the CRM is cancelled there. */
  'followups.reopen': command(WORKERS, ofFollowUp, done),
  /** The missing thank-you e-mail was sent. */
  'followups.thanked': command(
    ['coordinator'],
    z.object({ donorId: z.int(), text: z.string().trim().max(5_000) }),
    done,
  ),
};
