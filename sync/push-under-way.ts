/**
 * Says on the disk that operations are being sent, once for all of them. While it stands there, marks and answers of
 * single operations need not be forced to the disk one by one: after a power cut that took some of them along, every
 * operation that waits may have arrived, and the CRM is asked about it before it is sent again (docs/decisions/0019).
 */
import { z } from 'zod';
import type { Instant } from '../domain/calendar/day.ts';
import { markAllAsTried } from '../db/queries/operations.ts';
import { readSetting, writeSetting, type Setting } from '../db/queries/settings.ts';
import type { Store } from '../db/store.ts';

const UNDER_WAY: Setting<{ readonly since: Instant | null }> = {
  key: 'sync.push',
  schema: z.object({ since: z.iso.datetime().nullable() }),
};

/** Before the first operation of a push is read. Whoever was sending before this and never said that he had ended was cut off. */
export async function beginSending(store: Store, now: Instant): Promise<void> {
  const before = await readSetting(store.reader, UNDER_WAY);
  await store.write(async (writer) => {
    if (before !== null && before.since !== null) await markAllAsTried(writer);
    await writeSetting(writer, UNDER_WAY, { since: now });
  });
}

/** Whatever became of the push. When a power cut takes this along, the CRM is asked more than it need be. */
export async function endSending(store: Store): Promise<void> {
  await store.writeSoon((writer) => writeSetting(writer, UNDER_WAY, { since: null }));
}
