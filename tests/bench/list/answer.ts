/** What the measuring process tells. Milliseconds. */
import { z } from 'zod';

const percentiles = z.object({ p50: z.number(), p99: z.number() });
const both = z.object({ ours: percentiles, theirs: percentiles });

export const measuredSchema = z.object({
  candidates: z.int(),
  list: both,
  /** With nothing in between: the work of the other side would be in the processor's caches. */
  listAgain: percentiles,
  today: both,
  afterChange: percentiles,
  fromNothing: z.number(),
  scan: z.number(),
  search: both,
  explain: percentiles,
  gifts: z.array(z.object({ ours: z.number(), theirs: z.number() })),
  changeOfDay: z.object({ background: z.number(), longestWait: z.number(), firstReading: z.number() }),
  megabytes: z.number(),
});
export type Measured = z.infer<typeof measuredSchema>;

export const peersSchema = z.object({
  pouch: percentiles,
  rx: percentiles,
  items: z.object({ pouch: z.int(), rx: z.int() }),
});
export type PeersMeasured = z.infer<typeof peersSchema>;
