/** What the charity says of itself: its texts and pictures, and the story that belongs to a gift. */
import { z } from 'zod';
import { charitySchema } from '../../domain/charity/charity.ts';
import { command, query } from '../procedure.ts';
import { instantSchema, nothing, sentenceSchema } from '../values.ts';

const COORDINATOR = ['coordinator'] as const;
/** Who talks to donors, or writes to them. A verifier sees no gifts, and so no stories of them. */
const WHO_TELLS = ['caller', 'director', 'coordinator'] as const;

const pictureId = z.string().regex(/^[0-9a-f]{64}$/);

const versionSchema = z.object({
  number: z.int(),
  at: instantSchema,
  by: z.string(),
  changes: z.array(sentenceSchema),
  undoes: z.int().nullable(),
});

/** A part of a call or a page that tells what a gift does. The picture is asked for by its id, once. */
export const giftStorySchema = z.object({
  /** Null for the general story. */
  project: z.string().nullable(),
  does: sentenceSchema,
  now: sentenceSchema,
  picture: pictureId.nullable(),
  pictureText: sentenceSchema,
});

export const charityProcedures = {
  'charity.get': query(
    COORDINATOR,
    nothing,
    z.object({
      /** The version that holds; null while nobody has written anything. Saving names it. */
      version: z.int().nullable(),
      content: charitySchema,
      /** What donors hear while no name is filled in. */
      nameInCrm: z.string(),
      /** Campaigns of the gifts of the last years that have no project yet, the most used first. */
      campaigns: z.array(z.string()),
      /** Newest first. */
      history: z.array(versionSchema),
    }),
  ),
  /** What cannot be kept of a text that is being typed, by field; empty when it can. */
  'charity.check': query(
    COORDINATOR,
    z.object({ content: charitySchema }),
    z.object({ refusals: z.array(z.object({ field: z.string(), sentence: sentenceSchema })) }),
  ),
  /** Answers `refused` for what cannot be, and `out-of-date` when somebody saved since `version`. */
  'charity.save': command(
    COORDINATOR,
    z.object({ content: charitySchema, version: z.int().nullable() }),
    z.object({ version: z.int() }),
  ),
  /** Takes the last change back, as a new version. */
  'charity.undo': command(COORDINATOR, z.object({ version: z.int() }), z.object({ version: z.int() })),
  /** Keeps a picture, of which only its bytes are believed. It shows nowhere until a version names it. */
  'charity.addPicture': command(
    COORDINATOR,
    z.object({ base64: z.string() }),
    z.object({ id: pictureId, width: z.int(), height: z.int() }),
  ),
  'charity.picture': query(
    WHO_TELLS,
    z.object({ id: pictureId }),
    z.object({ url: z.string().startsWith('data:image/'), width: z.int(), height: z.int() }),
  ),
  /** The story of a gift's project, else the general one; null when the charity has written neither. */
  'charity.story': query(
    WHO_TELLS,
    z.object({ project: z.string().nullable() }),
    z.object({ story: giftStorySchema.nullable() }),
  ),
};
