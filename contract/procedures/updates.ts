/** The version of the program, whether a newer one comes, and what is new. */
import { z } from 'zod';
import { ROLES } from '../../domain/role.ts';
import { command, query } from '../procedure.ts';
import { done, nothing, sentenceSchema } from '../values.ts';

const COORDINATOR = ['coordinator'] as const;

export const UPDATE_CHANNELS = ['stable', 'beta'] as const;
const channelSchema = z.enum(UPDATE_CHANNELS);

export const updateProcedures = {
  'updates.get': query(
    COORDINATOR,
    nothing,
    z.object({
      version: z.string(),
      /** Who brings newer versions here, in a sentence. */
      way: sentenceSchema,
      /** Null where nothing is looked for by itself. */
      own: z
        .object({
          channel: channelSchema,
          /** An administrator fixed it. */
          isChannelFixed: z.boolean(),
          state: z.enum(['unknown', 'checking', 'newest', 'downloading', 'ready', 'failed']),
          stateText: sentenceSchema,
          /** Why what is ready cannot take over now; null when it can, or nothing is ready. */
          refusal: sentenceSchema.nullable(),
        })
        .nullable(),
    }),
  ),
  /** Answers `refused` where an administrator fixed it, or nothing is looked for. */
  'updates.setChannel': command(COORDINATOR, z.object({ channel: channelSchema }), done),
  /** Looks now; what comes of it is told by an event. */
  'updates.check': command(COORDINATOR, nothing, done),
  /** Ends the program, installs what is ready and starts again. Answers `refused` with what stands in the way. */
  'updates.install': command(COORDINATOR, nothing, done),
  'news.get': query(
    ROLES,
    nothing,
    z.object({
      version: z.string(),
      /** Whoever asks has not seen all of it. */
      hasUnseen: z.boolean(),
      /** Newest first. */
      releases: z.array(
        z.object({ version: z.string(), day: sentenceSchema.nullable(), changes: z.array(sentenceSchema) }),
      ),
    }),
  ),
  /** Of whoever asks: all of it was seen. */
  'news.seen': command(ROLES, nothing, done),
};
