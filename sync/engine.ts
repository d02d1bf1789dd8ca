/** One round of sync: who are we, what goes out, what comes in. */
import { z } from 'zod';
import type { Instant } from '../domain/calendar/day.ts';
import type { CrashHook } from '../db/crash-point.ts';
import { countOperations } from '../db/queries/operations.ts';
import { readSetting, writeSetting, type Setting } from '../db/queries/settings.ts';
import type { Store } from '../db/store.ts';
import { endForgotten, refreshClaims } from './claims/keep-claims.ts';
import type { Connector } from './connector.ts';
import { endDoubles } from './end-doubles.ts';
import { CrmFailure, PutOff } from './crm-failure.ts';
import { pullAll, type PullCounts, type SliceSettings } from './pull.ts';
import type { nextToSend } from './push-order.ts';
import { pushAll, type PushCounts } from './push.ts';
import { checkIn, type WorkstationSelf } from './workstations/check-in.ts';

export interface SyncContext {
  readonly store: Store;
  readonly connector: Connector;
  readonly now: () => Instant;
  readonly random: () => number;
  readonly shouldStop: () => boolean;
  /** A person asked for it: nothing waits for its next try. */
  readonly isUrgent: boolean;
  /** For the proof only: told where the code is (`db/crash-point.ts`). */
  readonly at?: CrashHook | undefined;
  readonly planner?: typeof nextToSend | undefined;
  readonly slice: SliceSettings;
  /** Absent: this workstation does not tell the CRM of itself, and cannot be revoked there. */
  readonly self?: WorkstationSelf | undefined;
}

export interface SyncReport {
  readonly pulled: PullCounts['pulled'];
  readonly leftOut: number;
  readonly pushed: number;
  readonly conflicts: number;
  readonly rejected: number;
  /** Operations that are still to go. */
  readonly waiting: number;
  /** Why the round ended early; what was done before stays done. */
  readonly failure: CrmFailure | null;
  /** Why nothing more was pulled, though the CRM answers: what is recorded was sent, and claims were asked for. */
  readonly putOff: PutOff | null;
  /** The CRM says that this workstation was revoked: what waited was sent, nothing was pulled. */
  readonly isRevoked: boolean;
}

/** When the CRM last answered a whole round. */
export const LAST_SYNC: Setting<{ readonly at: Instant }> = {
  key: 'sync.last',
  schema: z.object({ at: z.iso.datetime() }),
};

/**
 * What was recorded here goes out before anything comes in, objections first of all. A CRM that fails is part of the
 * report; a bug throws.
 */
export async function syncOnce(context: SyncContext): Promise<SyncReport> {
  const { store, connector, now } = context;
  let push: PushCounts = { pushed: 0, conflicts: 0, rejected: 0 };
  let pull: PullCounts = { pulled: { donors: 0, mandates: 0, gifts: 0, moments: 0 }, leftOut: 0 };
  let failure: CrmFailure | null = null;
  let putOff: PutOff | null = null;
  let isRevoked = false;
  try {
    await connector.identify();
    isRevoked = context.self !== undefined && (await checkIn({ store, connector, now, self: context.self }));
    push = await pushAll(isRevoked ? { ...context, isUrgent: true } : context);
    try {
      if (!isRevoked) pull = await pullAll(context);
    } catch (error) {
      if (!(error instanceof PutOff)) throw error;
      putOff = error;
    }
    if (!isRevoked && connector.claims !== undefined) {
      const claiming = { store, claims: connector.claims, now };
      // Calls of colleagues come with the claims alone, as long as nothing is pulled.
      await refreshClaims(claiming, putOff === null ? null : await readLastSync(store));
      if (putOff === null) await endForgotten(claiming);
    }
    context.at?.('pull-finished');
    await endDoubles(context);
    if (putOff === null) await store.write((writer) => writeSetting(writer, LAST_SYNC, { at: now() }));
  } catch (error) {
    if (!(error instanceof CrmFailure)) throw error;
    failure = error;
  }
  const { waiting } = await countOperations(store.reader);
  return { ...push, ...pull, waiting, failure, putOff, isRevoked };
}

/** Null when no round has succeeded yet. */
export async function readLastSync(store: Store): Promise<Instant | null> {
  return (await readSetting(store.reader, LAST_SYNC))?.at ?? null;
}
