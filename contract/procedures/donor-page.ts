/** Everything of one donor on one page. A verifier has no part in it: it is full of money and notes. */
import { z } from 'zod';
import { LOOK_CHOICES } from '../../domain/audit/look-reasons.ts';
import { CHECK_METHODS } from '../../domain/correction.ts';
import { GIFT_STATUSES } from '../../domain/gift.ts';
import { JOURNEY_STEPS, STEP_STATES } from '../../domain/journey/journey.ts';
import { LOYALTY_LEVELS } from '../../domain/loyalty/level.ts';
import { MANDATE_STATUSES } from '../../domain/mandate.ts';
import { EMOTIONS, OPERATION_STATES } from '../../domain/operation.ts';
import { command, query } from '../procedure.ts';
import { centsSchema, daySchema, done, sentenceSchema } from '../values.ts';

export const TIMELINE_CHANNELS = ['phone', 'email', 'post', 'text', 'visit', 'note', 'other'] as const;
export type TimelineChannel = (typeof TIMELINE_CHANNELS)[number];

const journeySchema = z.object({
  /** "Eerste gift van € 25 op 7 november"; null for a donor without a journey. */
  start: sentenceSchema.nullable(),
  steps: z.array(
    z.object({
      id: z.enum(JOURNEY_STEPS),
      name: sentenceSchema,
      state: z.enum(STEP_STATES),
      dayText: sentenceSchema.nullable(),
      dueText: sentenceSchema.nullable(),
      emotion: z.enum(EMOTIONS).nullable(),
    }),
  ),
});

const givingSchema = z.object({
  total: centsSchema,
  count: z.int(),
  /** Received in each year, from the first to this one, years without a gift included. */
  years: z.array(z.object({ year: z.int(), received: centsSchema, count: z.int() })),
  /** Newest first; not more than a screen needs. */
  gifts: z.array(
    z.object({
      id: z.int(),
      dayText: sentenceSchema,
      amount: centsSchema,
      status: z.enum(GIFT_STATUSES),
      project: z.string().nullable(),
      /** The places beside the CRM that know it: fundraising platforms, files. However many, it counts once. */
      places: z.array(z.string()),
      isOfMandate: z.boolean(),
    }),
  ),
  hiddenGifts: z.int(),
  mandates: z.array(
    z.object({
      id: z.int(),
      startText: sentenceSchema,
      amount: centsSchema,
      frequency: sentenceSchema,
      status: z.enum(MANDATE_STATUSES),
      endedText: sentenceSchema.nullable(),
    }),
  ),
});

const timelineEntry = z.object({
  /** Stays the same while the page is open. */
  key: z.string(),
  day: daySchema,
  dayText: sentenceSchema,
  time: z.string().nullable(),
  channel: z.enum(TIMELINE_CHANNELS),
  isIncoming: z.boolean(),
  title: sentenceSchema,
  /** What was written down, as it was typed; empty for nothing. */
  text: z.string(),
  by: z.string().nullable(),
  emotion: z.enum(EMOTIONS).nullable(),
  isTakenBack: z.boolean(),
});

const correctionEntry = z.object({
  id: z.string(),
  label: sentenceSchema,
  was: z.string().nullable(),
  now: z.string(),
  by: z.string(),
  atText: sentenceSchema,
  checkedBy: z.enum(CHECK_METHODS),
  state: z.enum(OPERATION_STATES),
  isTakenBack: z.boolean(),
});

const rightsSchema = z.object({
  hasObjected: z.boolean(),
  /** The CRM's flag, whoever set it. */
  isFlagged: z.boolean(),
  basis: sentenceSchema,
  objections: z.array(z.object({ atText: sentenceSchema, by: z.string(), undoneText: sentenceSchema.nullable() })),
  consents: z.array(z.object({ dayText: sentenceSchema, words: z.string(), source: z.string(), by: z.string() })),
});

export const donorPageSchema = z.object({
  donorId: z.int(),
  externalId: z.string().nullable(),
  crmId: z.int().nullable(),
  /** Null for a donor whose details are not on this workstation. */
  name: sentenceSchema.nullable(),
  fullName: z.string(),
  level: z.object({ id: z.enum(LOYALTY_LEVELS), name: sentenceSchema }).nullable(),
  address: z.string(),
  /** As it will be on the envelope; no lines without an address. */
  envelope: z.array(z.string()),
  numbers: z.array(z.object({ display: z.string(), isWrong: z.boolean() })),
  emails: z.array(z.string()),
  flags: z.object({
    isDeceased: z.boolean(),
    isRemoved: z.boolean(),
    hasComplaint: z.boolean(),
    doesNotWantEmail: z.boolean(),
    doesNotWantPost: z.boolean(),
  }),
  journey: journeySchema,
  giving: givingSchema,
  timeline: z.array(timelineEntry),
  corrections: z.array(correctionEntry),
  rights: rightsSchema,
  /** Others with one of these numbers. */
  household: z.array(z.object({ donorId: z.int(), name: sentenceSchema, number: z.string(), address: z.string() })),
});
export type DonorPage = z.infer<typeof donorPageSchema>;

/** Shorter than this says nothing. */
const SHORTEST_REASON = 3;

const READERS = ['caller', 'director', 'coordinator'] as const;

export const donorPageProcedures = {
  /**
   * A coordinator reads every donor. A caller reads those who are on her own list, with whom she is or was in a call
   * today, or for whom she said why; else the answer is `needs-reason`.
   */
  'donor.page': query(READERS, z.object({ donorId: z.int() }), donorPageSchema),
  /**
   * Says why a donor who is on no list of hers is looked at: kept in the log, and holds for today. Words of one's own are
   * needed only for `other`.
   */
  'donor.look': command(
    READERS,
    z
      .object({
        donorId: z.int(),
        why: z.enum(LOOK_CHOICES).default('other'),
        reason: z.string().trim().max(300).default(''),
      })
      .refine(({ why, reason }) => why !== 'other' || reason.length >= SHORTEST_REASON),
    done,
  ),
};
