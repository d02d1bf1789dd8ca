/** What a coordinator sets for the conversation: ready answers, topics, benefits, how donors are spoken to. */
import { z } from 'zod';
import { readyAnswerSchema } from '../../domain/talk/ready-answer.ts';
import { talkSchema } from '../../domain/talk/talk.ts';
import { command, query } from '../procedure.ts';
import { instantSchema, nothing, sentenceSchema } from '../values.ts';

const COORDINATOR = ['coordinator'] as const;

export const talkProcedures = {
  'talk.get': query(
    COORDINATOR,
    nothing,
    z.object({
      /** Null while nobody has changed anything. Saving names it. */
      version: z.int().nullable(),
      content: talkSchema,
      /** The last change, which can be taken back; none before the first. */
      history: z.array(
        z.object({
          number: z.int(),
          at: instantSchema,
          by: z.string(),
          changes: z.array(sentenceSchema),
          undoes: z.int().nullable(),
        }),
      ),
    }),
  ),
  /** What a donor may ask, with what can be said. */
  'talk.answers': query(
    ['caller', 'director', 'coordinator'],
    nothing,
    z.object({ answers: z.array(readyAnswerSchema) }),
  ),
  /** Answers `refused` for what cannot be, and `out-of-date` when somebody saved since `version`. */
  'talk.save': command(
    COORDINATOR,
    z.object({ content: talkSchema, version: z.int().nullable() }),
    z.object({ version: z.int() }),
  ),
  /** What held before the last change holds again; taking that back brings it again. */
  'talk.undo': command(COORDINATOR, z.object({ version: z.int() }), z.object({ version: z.int() })),
};
