/** Cards and letters: what is due, what was sent today, sent and taken back. Paper itself: `paper.ts`. */
import { z } from 'zod';
import { POST_KINDS } from '../../domain/tasks/post.ts';
import { TASK_SUPPRESSION_IDS } from '../../domain/tasks/task.ts';
import { command, query } from '../procedure.ts';
import { daySchema, languageSchema, nothing, sentenceSchema } from '../values.ts';

const COORDINATOR = ['coordinator'] as const;

const addressee = z.object({
  donorId: z.int(),
  /** "Mevrouw Van der Knaap". */
  name: sentenceSchema,
  kind: z.enum(POST_KINDS),
});

export const postProcedures = {
  'post.list': query(
    COORDINATOR,
    nothing,
    z.object({
      day: daySchema,
      /** In the order in which they are printed. */
      due: z.array(
        addressee.extend({
          /** As on the envelope. */
          envelope: z.array(z.string()),
          reason: sentenceSchema,
          dueDay: daySchema,
          /** What is written in: the donor's own. */
          language: languageSchema,
          /** Suggestions for a card, filled in. */
          cardTexts: z.array(z.string()),
        }),
      ),
      /** Would be due, and is not sent; the first reason. */
      held: z.array(addressee.extend({ why: z.enum(TASK_SUPPRESSION_IDS) })),
      /** Sent today, the newest first. */
      sent: z.array(
        addressee.extend({ operationId: z.uuid(), time: z.string(), by: z.string(), isUndone: z.boolean() }),
      ),
      /** What stands in the way of printing letters, in words; null when nothing does. */
      letterTrouble: sentenceSchema.nullable(),
    }),
  ),
  /** Ticks off what was sent: each becomes a contact moment in the CRM. What is no longer due is left out. */
  'post.send': command(
    COORDINATOR,
    z.object({ donorIds: z.array(z.int()).max(5_000) }),
    z.object({ operationIds: z.array(z.uuid()), leftOut: z.int() }),
  ),
  /** It was not sent after all: due again here, and cancelled in the CRM. */
  'post.undo': command(
    COORDINATOR,
    z.object({ operationIds: z.array(z.uuid()).max(5_000) }),
    z.object({ undone: z.int() }),
  ),
};
