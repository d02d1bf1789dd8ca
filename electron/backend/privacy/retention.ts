/** The terms of this workstation: as a coordinator set them, and carried out when asked for, or every day. */
import { z } from 'zod';
import { dayOfInstant, type Instant } from '../../../domain/calendar/day.ts';
import {
  DEFAULT_RETENTION,
  retentionSettingsSchema,
  sumOf,
  type RetentionCounts,
  type RetentionSettings,
} from '../../../domain/privacy/retention.ts';
import { noteAudit } from '../../../db/queries/audit.ts';
import { removeOver } from '../../../db/queries/retention.ts';
import { readSetting, writeSetting, type Setting } from '../../../db/queries/settings.ts';
import type { Reader, Store } from '../../../db/store.ts';

export const RETENTION_SETTINGS: Setting<RetentionSettings> = { key: 'retention', schema: retentionSettingsSchema };
export const RETENTION_LAST: Setting<{ readonly at: Instant; readonly removed: number }> = {
  key: 'retention.last',
  schema: z.object({ at: z.iso.datetime(), removed: z.int() }),
};

export async function readRetention(reader: Reader): Promise<RetentionSettings> {
  return (await readSetting(reader, RETENTION_SETTINGS)) ?? DEFAULT_RETENTION;
}

/** @param personId null: by itself */
export async function carryOutRetention(store: Store, now: Instant, personId: number | null): Promise<RetentionCounts> {
  return store.write(async (writer) => {
    const counts = await removeOver(writer, await readRetention(writer.transaction), now);
    await writeSetting(writer, RETENTION_LAST, { at: now, removed: sumOf(counts) });
    if (personId !== null || sumOf(counts) > 0) {
      const subject = String(sumOf(counts));
      await noteAudit(writer, { at: now, personId, action: 'retention', subject, detail: { counts } });
    }
    return counts;
  });
}

/** Once a day, where a coordinator switched it on: after a round with the CRM, when what was recorded has been sent. */
export async function keepToTerms(store: Store, now: Instant): Promise<void> {
  if (!(await readRetention(store.reader)).isDaily) return;
  const last = await readSetting(store.reader, RETENTION_LAST);
  if (last !== null && dayOfInstant(last.at) === dayOfInstant(now)) return;
  await carryOutRetention(store, now, null);
}
