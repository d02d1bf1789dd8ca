/** Whose details this workstation holds (docs/decisions/0016). */
import { z } from 'zod';
import { DEFAULT_SETTINGS } from '../../domain/programmes/settings.ts';
import { readCurrentVersion } from '../../db/queries/programme-versions.ts';
import { readSetting, type Setting } from '../../db/queries/settings.ts';
import type { Reader } from '../../db/store.ts';
import type { SliceSettings } from '../../sync/pull.ts';
import { IS_PRACTICE } from './profile-settings.ts';

/** `days`: for so many days ahead the lists are complete; null: every donor is held. */
export const SLICE: Setting<{ readonly days: number | null }> = {
  key: 'slice',
  schema: z.object({ days: z.int().min(1).max(366).nullable() }),
};

const DEFAULT_DAYS = 14;

/** Invented donors need no protection: a practice profile holds all of them, whatever the day. */
export async function readSliceSettings(reader: Reader): Promise<SliceSettings> {
  const programmes = (await readCurrentVersion(reader))?.settings ?? DEFAULT_SETTINGS;
  const chosen = await readSetting(reader, SLICE);
  if (chosen !== null) return { days: chosen.days, programmes };
  const isPractice = (await readSetting(reader, IS_PRACTICE)) ?? false;
  return { days: isPractice ? null : DEFAULT_DAYS, programmes };
}
