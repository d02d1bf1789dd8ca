/** The call list as data, and why somebody is or is not on it. */
import { z } from 'zod';
import { SUPPRESSION_IDS } from '../../domain/call-list/suppression.ts';
import { query } from '../procedure.ts';
import { daySchema, laneSchema, programmeSchema, sentenceSchema } from '../values.ts';

const callListSchema = z.object({
  date: daySchema,
  lane: laneSchema,
  items: z.array(
    z.object({
      donorId: z.int(),
      crmId: z.int().nullable(),
      externalId: z.string().nullable(),
      name: z.string(),
      programme: programmeSchema,
      due: daySchema,
      reason: sentenceSchema,
      /** E.164. */
      phone: z.string().nullable(),
      attempts: z.int(),
      also: z.array(programmeSchema),
    }),
  ),
  /** Donors left out, counted by the first reason. */
  suppressed: z.partialRecord(z.enum(SUPPRESSION_IDS), z.int()),
});

const explanationSchema = z.object({
  on: z.boolean(),
  programme: programmeSchema.nullable(),
  suppressions: z.array(z.enum(SUPPRESSION_IDS)),
  next: z.object({ programme: programmeSchema, from: daySchema }).nullable(),
  sentence: sentenceSchema,
});

const traceSchema = z.object({
  /** Everything that was looked at: each condition and suppression, with the record that it was seen in. */
  lines: z.array(
    z.object({
      about: z.enum(['condition', 'done', 'winner', 'suppression']),
      programme: programmeSchema.nullable(),
      suppression: z.enum(SUPPRESSION_IDS).nullable(),
      holds: z.boolean(),
      sentence: sentenceSchema,
      record: z.object({ kind: z.string(), id: z.union([z.int(), z.string()]) }).nullable(),
    }),
  ),
});

const whoAndWhen = z.object({
  donor: z.union([z.object({ donorId: z.int() }), z.object({ externalId: z.string() })]),
  date: daySchema.optional(),
});

export const listProcedures = {
  'list.get': query(
    ['caller', 'director', 'coordinator'],
    z.object({ lane: laneSchema, date: daySchema.optional() }),
    callListSchema,
  ),
  'list.explain': query(['caller', 'director', 'coordinator'], whoAndWhen, explanationSchema),
  /** The whole way to that answer. */
  'list.trace': query(['caller', 'director', 'coordinator'], whoAndWhen, traceSchema),
};
