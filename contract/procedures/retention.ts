/** How long this workstation keeps what was recorded on it. */
import { z } from 'zod';
import { RETENTION_KINDS, retentionSettingsSchema } from '../../domain/privacy/retention.ts';
import { command, query } from '../procedure.ts';
import { done, nothing, sentenceSchema } from '../values.ts';

const COORDINATOR = ['coordinator'] as const;

const countsSchema = z.record(z.enum(RETENTION_KINDS), z.int());

export const retentionProcedures = {
  'retention.get': query(
    COORDINATOR,
    nothing,
    z.object({
      settings: retentionSettingsSchema,
      kinds: z.array(
        z.object({
          id: z.enum(RETENTION_KINDS),
          name: sentenceSchema,
          reason: sentenceSchema,
          defaultDays: z.int(),
        }),
      ),
      /** When it was carried out last, in words; null for never. */
      lastText: sentenceSchema.nullable(),
    }),
  ),
  /** How much of each kind would go now under these terms. */
  'retention.preview': query(COORDINATOR, retentionSettingsSchema, z.object({ counts: countsSchema })),
  'retention.save': command(COORDINATOR, retentionSettingsSchema, done),
  /** Carries out the terms that are saved. It cannot be undone. */
  'retention.run': command(COORDINATOR, nothing, z.object({ counts: countsSchema })),
};
