/** The settings of signing in. */
import { z } from 'zod';
import { secretSchema, type KeptSecret } from '../../../db/secret.ts';
import type { Setting } from '../../../db/queries/settings.ts';

/** Minutes without a sign of life; null for never. It holds for whoever has a PIN. */
export const LOCK: Setting<{ readonly minutes: number | null }> = {
  key: 'lock',
  schema: z.object({ minutes: z.int().nullable() }),
};
export const DEFAULT_LOCK_MINUTES = 15;

/** The hash of the recovery code that is on paper. */
export const RECOVERY: Setting<KeptSecret> = { key: 'recovery', schema: secretSchema };
