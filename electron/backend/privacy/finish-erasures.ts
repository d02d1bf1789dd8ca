/**
 * Finishes what an erasure began: after it, after a round with the CRM that sent what protects the donor, and at a start
 * after a kill. Doing it again changes nothing.
 */
import type { Instant } from '../../../domain/calendar/day.ts';
import { NO_CRASH, type CrashHook } from '../../../db/crash-point.ts';
import { dropSent, noteScrubbed } from '../../../db/erasure/erase-donors.ts';
import { isErased } from '../../../db/erasure/tombstones.ts';
import { isAnyScrubbing } from '../../../db/queries/erasures.ts';
import { findOperation } from '../../../db/queries/operations.ts';
import type { Store } from '../../../db/store.ts';

export async function finishErasures(store: Store, now: Instant, at: CrashHook = NO_CRASH): Promise<void> {
  await store.write((writer) => dropSent(writer));
  if (!(await isAnyScrubbing(store.reader))) return;
  const leaving = new Set<string>();
  for (const { id, donor } of store.outboxCopy.read()) {
    const isWanted = (await findOperation(store.reader, id)) !== null;
    if (!isWanted && (await isErased(store.reader, donor))) leaving.add(id);
  }
  await store.scrub(now, ({ id }) => !leaving.has(id));
  at('erasure-scrubbed');
  await store.write((writer) => noteScrubbed(writer, now));
}
