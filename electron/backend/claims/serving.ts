/** Among whom today's list is divided, and whether that division is needed now. */
import { addDays } from '../../../domain/calendar/day.ts';
import { isCurrent } from '../../../domain/claims/claim.ts';
import type { Serving } from '../../../domain/claims/serving.ts';
import { readCallers, readEarlierCallers } from '../../../db/queries/callers.ts';
import { readClaims } from '../../../db/queries/claims.ts';
import { CALLER_DAYS } from '../../../sync/claims/keep-claims.ts';
import type { AskContext } from '../context.ts';

/** @param donorIds who are on the list */
export async function readServing(
  { store, today, person, claims, sync }: AskContext,
  donorIds: readonly number[],
): Promise<Serving> {
  const callers = await readCallers(store.reader, addDays(today, -CALLER_DAYS));
  const { state } = sync.state();
  const isOnline = claims.isOnline() && state !== 'offline' && state !== 'stopped';
  // With nobody to divide with it does not matter.
  const earlier = callers.size === 0 ? new Map<number, number>() : await readEarlierCallers(store.reader, donorIds);
  return { me: person.crmId, callers, earlier, isOnline, today };
}

/** A colleague is with this donor now. */
export async function isClaimed({ store, now }: AskContext, donorId: number): Promise<boolean> {
  const claims = (await readClaims(store.reader, [donorId])).get(donorId) ?? [];
  return claims.some((claim) => isCurrent(claim, now()));
}
