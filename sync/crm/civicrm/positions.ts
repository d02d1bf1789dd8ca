/** Where a pull of an entity stands, as it is kept between pages. */
import { z } from 'zod';

const witness = z.object({ id: z.int(), stamp: z.string() });
/** One of the newest rows of a pass: the next pass must see it again, or the server is not where it was. */
export type Witness = z.infer<typeof witness>;

const full = z.object({
  phase: z.literal('full'),
  afterId: z.int(),
  /** The newest stamp before the first page was read; changes are followed from there. */
  watermark: z.string().nullable(),
  witnesses: z.array(witness).default([]),
});
const changes = z.object({
  phase: z.literal('changes'),
  since: z.string().nullable(),
  after: z.object({ stamp: z.string(), id: z.int() }).nullable(),
  /** The newest rows of the pass before, those of them that this one has not met yet, and the newest that it met. */
  witnesses: z.array(witness).default([]),
  unseen: z.array(witness).default([]),
  met: z.array(witness).default([]),
});
/** For rows without a stamp (CiviCRM before 6.9). */
const rolling = z.object({
  phase: z.literal('rolling'),
  step: z.enum(['new', 'newest', 'older']),
  /** The largest id that was read. */
  lastId: z.int(),
  /** Rows before this id come next; null at the beginning of a step. */
  before: z.int().nullable(),
  /** Where the walk through the older rows stands; null: at the newest. */
  olderBefore: z.int().nullable(),
  pagesLeft: z.int(),
});

export const positionSchema = z.discriminatedUnion('phase', [full, changes, rolling]);
export type Position = z.infer<typeof positionSchema>;
export type FullPosition = z.infer<typeof full>;
export type ChangesPosition = z.infer<typeof changes>;
export type RollingPosition = z.infer<typeof rolling>;
