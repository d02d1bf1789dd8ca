/** The work of the coming weeks, per lane, against what the coordinator says can be done. */
import { z } from 'zod';
import { command, query } from '../procedure.ts';
import { daySchema, done, laneSchema, nothing, sentenceSchema } from '../values.ts';

const COORDINATOR = ['coordinator'] as const;

/** How many donors a lane can call on each weekday, Monday first. */
export const capacitySchema = z.array(z.int().min(0).max(5_000)).length(7);

const laneForecastSchema = z.object({
  lane: laneSchema,
  /** Null until somebody has said so. */
  capacity: capacitySchema.nullable(),
  /** What it comes to, in one sentence. */
  finding: sentenceSchema,
  days: z.array(
    z.object({
      day: daySchema,
      dayText: sentenceSchema,
      /** On the list when nobody is called until then. */
      onList: z.int(),
      /** Of these, on it for the first time. */
      fresh: z.int(),
      due: z.int(),
      /** New, and left over from the days before. Null without a capacity. */
      waiting: z.int().nullable(),
      capacity: z.int().nullable(),
      left: z.int().nullable(),
    }),
  ),
});

export const forecastProcedures = {
  'forecast.get': query(
    COORDINATOR,
    nothing,
    z.object({
      lanes: z.array(laneForecastSchema),
      /** After this day people may come whose details are not on this workstation yet; null when everybody is here. */
      completeUntil: sentenceSchema.nullable(),
    }),
  ),
  'forecast.saveCapacity': command(COORDINATOR, z.object({ lane: laneSchema, capacity: capacitySchema }), done),
};
