/** What the calls achieved, for a coordinator and the board: groups as they were drawn, and never one person. */
import { z } from 'zod';
import { ACHIEVED_OUTCOMES } from '../../domain/results/achieved/say-row.ts';
import { query } from '../procedure.ts';
import { daySchema, languageSchema, nothing, programmeSchema, sentenceSchema } from '../values.ts';
import { pdfSchema } from './paper.ts';

const months = z.union([z.literal(3), z.literal(6), z.literal(12)]);

const row = z.object({
  outcome: z.enum(ACHIEVED_OUTCOMES),
  name: sentenceSchema,
  months,
  /** How many of how many, or how much of how many: never a percentage by itself. */
  called: sentenceSchema,
  held: sentenceSchema,
  verdict: z.enum(['enough', 'few-donors', 'few-events', 'few-givers']),
  /** In percentage points, or cents per donor, with the 95% interval; null where there is too little to say. */
  difference: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
  /** "+6,4 (−1,1 tot +14,2)"; the unit stands above the table. */
  shortText: sentenceSchema.nullable(),
  /** The smallest difference that so many donors could have shown. */
  smallestShort: sentenceSchema,
  /** What it comes to: more, less, no difference shown, too few to tell. */
  said: sentenceSchema,
});
export type AchievedRowView = z.infer<typeof row>;

const group = z.object({
  /** Null: over all programmes. */
  programme: programmeSchema.nullable(),
  name: sentenceSchema,
  drawn: z.object({ called: z.int(), held: z.int() }),
  rows: z.array(row),
});
export type AchievedGroupView = z.infer<typeof group>;

export const achievedSchema = z.object({
  reading: daySchema,
  readingText: sentenceSchema,
  finding: sentenceSchema,
  figures: sentenceSchema.nullable(),
  all: group,
  programmes: z.array(group),
  notes: z.array(sentenceSchema),
  /** What needs no comparison: counted in the last year. */
  sure: z.array(z.object({ id: z.string(), label: sentenceSchema, text: sentenceSchema })),
});
export type AchievedView = z.infer<typeof achievedSchema>;

export const achievedProcedures = {
  'achieved.get': query(['coordinator'], nothing, achievedSchema),
  /** One page for the board. */
  'achieved.paper': query(['coordinator'], z.object({ language: languageSchema }), pdfSchema),
};
