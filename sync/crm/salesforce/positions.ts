/** Where a pull of an entity stands, as it is kept between pages. */
import { z } from 'zod';

const full = z.object({
  phase: z.literal('full'),
  afterId: z.string().nullable(),
  /** The newest stamp before the first page was read; changes are followed from there. */
  watermark: z.string().nullable(),
  deletedSince: z.string().nullable(),
});
const changes = z.object({
  phase: z.literal('changes'),
  since: z.string().nullable(),
  after: z.object({ stamp: z.string(), id: z.string() }).nullable(),
  /** Up to when the organisation has told what was deleted. */
  deletedSince: z.string().nullable(),
});
export const positionSchema = z.discriminatedUnion('phase', [full, changes]);
export type Position = z.infer<typeof positionSchema>;
export type ChangesPosition = z.infer<typeof changes>;
export type FullPosition = z.infer<typeof full>;
