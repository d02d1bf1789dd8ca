/** Results, for a coordinator: what was done and how donors took it. Nothing in it is about one person. */
import { z } from 'zod';
import { PARTS_OF_DAY } from '../../domain/calling-hours/part-of-day.ts';
import { CHECK_METHODS, DETAIL_FIELDS } from '../../domain/correction.ts';
import { LOYALTY_LEVELS } from '../../domain/loyalty/level.ts';
import { FOLLOW_UP_KINDS } from '../../domain/operation.ts';
import { ATTEMPTS } from '../../domain/results/calls.ts';
import { SECTION_IDS } from '../../domain/programmes/settings.ts';
import { query } from '../procedure.ts';
import { daySchema, programmeSchema, sentenceSchema } from '../values.ts';

export const RESULT_PERIODS = ['month', 'quarter', 'year'] as const;
export const THANKED_WITHIN = ['day1', 'day7', 'day14'] as const;
export const JOURNEY_QUESTIONS = ['who', 'need', 'phase', 'route', 'channels', 'experience', 'knobs'] as const;

const share = z.object({
  of: z.int(),
  count: z.int(),
  share: z.number().nullable(),
  low: z.number(),
  high: z.number(),
  isTooFew: z.boolean(),
});
export type ShareView = z.infer<typeof share>;

const mean = z.object({
  of: z.int(),
  mean: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  isTooFew: z.boolean(),
});
export type MeanView = z.infer<typeof mean>;

export const resultsSchema = z.object({
  from: daySchema,
  to: daySchema,
  periodText: sentenceSchema,
  newcomers: z.object({
    counted: z.int(),
    /** Whose contacts are not on this workstation. */
    unknown: z.int(),
    thanked: z.array(z.object({ within: z.enum(THANKED_WITHIN), share })),
  }),
  reached: z.object({
    all: share,
    byPart: z.array(z.object({ part: z.enum(PARTS_OF_DAY), share })),
    byAttempt: z.array(z.object({ attempt: z.enum(ATTEMPTS), share })),
  }),
  /** Everybody together; never by person. */
  pace: z.object({ calls: z.int(), hours: z.number(), perHour: z.number().nullable(), callers: z.int() }),
  corrections: z.array(z.object({ field: z.enum(DETAIL_FIELDS), label: sentenceSchema, count: z.int() })),
  checked: z.array(z.object({ method: z.enum(CHECK_METHODS), count: z.int() })),
  rights: z.object({
    objections: z.int(),
    consents: z.int(),
    /** Conversations in which the right to object was offered. */
    offered: share,
    optIns: share,
  }),
  said: z.array(z.object({ kind: z.enum(FOLLOW_UP_KINDS), count: z.int(), open: z.int() })),
  complaints: z.object({ medianDays: z.number().nullable(), answered: z.int(), inTime: share }),
  map: z.object({
    felt: mean,
    /** Every step of the journey in its order, then the other calls; `cell` is null where nobody answered. */
    columns: z.array(
      z.object({
        id: z.string(),
        name: sentenceSchema,
        when: sentenceSchema,
        isAsked: z.boolean(),
        cell: z.object({ mean, counts: z.array(z.int()), median: z.number().nullable() }).nullable(),
      }),
    ),
    steps: z.array(z.object({ programme: programmeSchema, name: sentenceSchema, mean })),
    months: z.array(z.object({ month: z.string(), name: sentenceSchema, mean })),
    levels: z.array(z.object({ level: z.enum(LOYALTY_LEVELS), name: sentenceSchema, mean })),
    /** The weakest step, and the part of the settings that acts on it. */
    weakest: z.object({ programme: programmeSchema, name: sentenceSchema, section: z.enum(SECTION_IDS) }).nullable(),
  }),
  questions: z.array(z.object({ id: z.enum(JOURNEY_QUESTIONS), lines: z.array(sentenceSchema) })),
  nps: z.object({ answers: z.array(z.int()), score: mean }),
});
export type Results = z.infer<typeof resultsSchema>;

export const resultProcedures = {
  'results.get': query(
    ['coordinator'],
    z.object({ period: z.enum(RESULT_PERIODS), level: z.enum(LOYALTY_LEVELS).nullable() }),
    resultsSchema,
  ),
};
