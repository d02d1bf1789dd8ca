/** One picture of a donor out of all places that know her, and whom to go by for each field. */
import { z } from 'zod';
import { PICTURE_FIELDS, TRUST_CHOICES, trustSchema } from '../../domain/one-picture/picture.ts';
import { command, query } from '../procedure.ts';
import { done, nothing, sentenceSchema } from '../values.ts';

const COORDINATOR = ['coordinator'] as const;

export const pictureSchema = z.object({
  fields: z.array(
    z.object({
      field: z.enum(PICTURE_FIELDS),
      name: sentenceSchema,
      /** The one to go by first. */
      values: z.array(
        z.object({
          value: sentenceSchema,
          /** "CRM", "Stichting Voorbeeld, 12 november" */
          said: z.array(sentenceSchema),
        }),
      ),
    }),
  ),
  /** Over all places; null for who never gave. */
  level: sentenceSchema.nullable(),
  /** Who is linked to her elsewhere. */
  links: z.array(
    z.object({
      sourceDonorId: z.int(),
      name: z.string(),
      siteName: z.string(),
      giving: sentenceSchema,
      /** "Vanzelf gekoppeld op 20 november" */
      linked: sentenceSchema,
    }),
  ),
});
export type Picture = z.infer<typeof pictureSchema>;

export const pictureProcedures = {
  /** Whoever may read the page of the donor may read this; else the answer is `needs-reason`. */
  'donor.picture': query(['caller', 'director', 'coordinator'], z.object({ donorId: z.int() }), pictureSchema),
  'settings.trust': query(
    COORDINATOR,
    nothing,
    z.object({
      trust: trustSchema,
      fields: z.array(z.object({ id: z.enum(PICTURE_FIELDS), name: sentenceSchema })),
      choices: z.array(z.object({ id: z.enum(TRUST_CHOICES), name: sentenceSchema })),
    }),
  ),
  'settings.saveTrust': command(COORDINATOR, trustSchema, done),
};
