/** What the backend, which decides about updates, and the main process, which carries them out, say to each other. */
import { z } from 'zod';

export const CHANNELS = ['stable', 'beta'] as const;
export type Channel = (typeof CHANNELS)[number];

const version = z.string().max(60);

/** From the backend. */
export const updateOrderSchema = z.discriminatedUnion('order', [
  /** The backend is there: what has happened until now? */
  z.object({ order: z.literal('tell') }),
  z.object({ order: z.literal('check'), channel: z.enum(CHANNELS) }),
  z.object({ order: z.literal('download') }),
  /** Somebody pressed: close, install, and start again. */
  z.object({ order: z.literal('restart') }),
  /** The answer to `closing`. */
  z.object({ order: z.literal('install') }),
  z.object({ order: z.literal('leave') }),
]);
export type UpdateOrder = z.infer<typeof updateOrderSchema>;

/** `refused`: what came is not what was promised. `full`: it does not fit. `unreachable`: anything else on the way. */
export const WHY_FAILED = ['unreachable', 'refused', 'full'] as const;
export type WhyFailed = (typeof WHY_FAILED)[number];

const installationSchema = z.object({
  host: z.enum(['electron', 'loopback']),
  platform: z.custom<NodeJS.Platform>((value) => typeof value === 'string'),
  isPackaged: z.boolean(),
  programPath: z.string(),
  appImage: z.string().nullable(),
  adminFolders: z.array(z.string()).readonly(),
  feed: z.object({ url: z.string(), hasPublisher: z.boolean() }).nullable(),
});

/** From the main process. */
export const updateToldSchema = z.discriminatedUnion('told', [
  /** The answer to `tell`, before all else. Where nothing answers, nothing is updated by itself. */
  z.object({ told: z.literal('installation'), installation: installationSchema }),
  z.object({ told: z.literal('none') }),
  z.object({ told: z.literal('found'), version }),
  z.object({ told: z.literal('downloading'), version, percent: z.int().min(0).max(100) }),
  z.object({ told: z.literal('ready'), version }),
  z.object({ told: z.literal('failed'), why: z.enum(WHY_FAILED) }),
  /** The program is about to end: is the update installed? */
  z.object({ told: z.literal('closing') }),
]);
export type UpdateTold = z.infer<typeof updateToldSchema>;
