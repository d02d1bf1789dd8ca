/** The call list as data, and why somebody is or is not on it. */
import { z } from 'zod';
import { SUPPRESSION_IDS } from '../../domain/call-list/suppression.ts';
import { ANSWER_STATES } from '../../domain/call-list/answer-state.ts';
import { PARTS_OF_DAY } from '../../domain/calling-hours/part-of-day.ts';
import { LOYALTY_LEVELS } from '../../domain/loyalty/level.ts';
import { PROGRAMME_IDS, TASK_PROGRAMME_IDS } from '../../domain/programmes/programme-id.ts';
import { RECORD_KINDS } from '../../domain/record-ref.ts';
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
      programmeName: sentenceSchema.nullable(),
      suppression: z.enum(SUPPRESSION_IDS).nullable(),
      holds: z.boolean(),
      sentence: sentenceSchema,
      record: z.object({ kind: z.enum(RECORD_KINDS), id: z.union([z.int(), z.string()]) }).nullable(),
    }),
  ),
});

const whySchema = z.object({
  donorId: z.int(),
  externalId: z.string().nullable(),
  crmId: z.int().nullable(),
  /** Null for a donor whose details are not on this workstation. */
  name: sentenceSchema.nullable(),
  day: daySchema,
  dayText: sentenceSchema,
  explanation: explanationSchema,
  /** Null for somebody who never gave. */
  level: z.object({ id: z.enum(LOYALTY_LEVELS), name: sentenceSchema }).nullable(),
  legalBasis: sentenceSchema.nullable(),
  /** When to call best. */
  bestPart: z.object({ part: z.enum(PARTS_OF_DAY), why: sentenceSchema }).nullable(),
  /** One sentence for every programme; none for a donor whose details are not here, or who is outside the caller's list. */
  programmes: z.array(
    z.object({
      programme: z.enum([...PROGRAMME_IDS, ...TASK_PROGRAMME_IDS]),
      name: sentenceSchema,
      state: z.enum(ANSWER_STATES),
      sentence: sentenceSchema,
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
  /** The same with who it is about, and one sentence for every programme. */
  'list.why': query(['caller', 'director', 'coordinator'], whoAndWhen, whySchema),
  /** The whole way to that answer. It shows what was given: `needs-reason` for a donor outside the caller's list. */
  'list.trace': query(['caller', 'director', 'coordinator'], whoAndWhen, traceSchema),
};
