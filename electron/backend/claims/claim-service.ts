/** Claims donors for this workstation as long as the CRM answers; work never waits for it longer than a moment. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Instant } from '../../../domain/calendar/day.ts';
import { endOfClaim, isAboutToEnd, isCurrent } from '../../../domain/claims/claim.ts';
import { changeClaim, findOwnClaim, hasGivenUp } from '../../../db/queries/claims.ts';
import type { Store } from '../../../db/store.ts';
import type { ClaimInCrm, ClaimsOfCrm } from '../../../sync/claims/claims-of-crm.ts';
import { refreshClaims } from '../../../sync/claims/keep-claims.ts';
import { takeClaim, type Claiming } from '../../../sync/claims/take-claim.ts';
import type { Connector } from '../../../sync/connector.ts';
import { CrmFailure } from '../../../sync/crm-failure.ts';

/** `without`: the CRM did not answer in time, or knows no claims; the call goes on all the same. */
export type Taken = 'held' | 'taken' | 'without';

export interface ClaimService {
  connect(connector: Connector | null): void;
  /** False when the CRM did not answer last time: the list is divided then. */
  isOnline(): boolean;
  /** A round of sync reached the CRM, or did not. */
  noteReached(isReached: boolean): void;
  /** Claims a donor whose call begins. @param mayGoOn whether she is still to be called, asked once the CRM has spoken */
  take(donor: Omit<Claiming, 'id'>, mayGoOn: () => Promise<boolean>): Promise<Taken>;
  /**
   * The call goes on: the claim lasts longer, or is asked for when there is none.
   *
   * @param isEntered the call has just come on a screen; a claim that was given up is asked for again only then
   */
  keep(donor: Omit<Claiming, 'id'>, isEntered: boolean): Promise<void>;
  /** The caller left without an outcome: others may. @returns whether there was a claim to give up */
  leave(donorId: number): Promise<boolean>;
  /** Asks who is on whom now. @returns whether anything changed */
  refresh(): Promise<boolean>;
  /** The same, unless it was done a moment ago: every screen that shows the list asks for it. */
  refreshUnlessFresh(): Promise<boolean>;
  /** Ends somebody else's claim. @throws CrmFailure */
  end(claim: ClaimInCrm): Promise<void>;
  /** Waits for what is still on its way to the CRM. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface ClaimServiceOptions {
  readonly store: Store;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly onBug: (error: unknown) => void;
  /** Whether the CRM answers changed: other donors are served. */
  readonly onReach: () => void;
  /** Injected by tests; the clock's otherwise. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

const PATIENCE_MILLISECONDS = 2_000;
const FRESH_MILLISECONDS = 5_000;

export function createClaimService(options: ClaimServiceOptions): ClaimService {
  const { store, now, newId } = options;
  const pause = options.wait ?? ((milliseconds: number) => wait(milliseconds, undefined, { ref: false }));
  let claims: ClaimsOfCrm | null = null;
  let isOnline = true;
  const running = new Set<Promise<unknown>>();
  /** One at a time for a donor: two would cross each other. */
  const taking = new Map<number, Promise<Taken>>();

  const noteReached = (isReached: boolean): void => {
    const isNews = isOnline !== isReached;
    isOnline = isReached;
    if (isNews) options.onReach();
  };

  /** What the CRM answers, or `otherwise` when it does not. Goes on when nobody waits for it any more. */
  const ask = <Answer>(work: () => Promise<Answer>, otherwise: Answer): Promise<Answer> => {
    const asking = (async () => {
      try {
        const answer = await work();
        noteReached(true);
        return answer;
      } catch (error) {
        // What is forbidden was answered all the same.
        if (error instanceof CrmFailure) noteReached(error.kind === 'forbidden');
        else options.onBug(error);
        return otherwise;
      }
    })();
    running.add(asking);
    void asking.finally(() => running.delete(asking));
    return asking;
  };

  const settled = async (): Promise<void> => {
    await Promise.all(running);
  };

  let refreshedAt: Instant | null = null;
  const refresh = async (): Promise<boolean> => {
    const crm = claims;
    if (crm === null) return false;
    refreshedAt = now();
    return ask(() => refreshClaims({ store, claims: crm, now }), false);
  };

  const begin = (crm: ClaimsOfCrm, donor: Omit<Claiming, 'id'>, mayGoOn: () => Promise<boolean>): Promise<Taken> => {
    // The claim of two windows of one workstation is theirs together, and so is its loss.
    const under = taking.get(donor.donorId);
    if (under !== undefined) return under;
    const claiming = ask<Taken>(async () => {
      const claimed = await takeClaim({ store, claims: crm, now }, { ...donor, id: newId() }, mayGoOn);
      return claimed === 'gone' ? 'without' : claimed;
    }, 'without').finally(() => taking.delete(donor.donorId));
    taking.set(donor.donorId, claiming);
    return claiming;
  };

  return {
    connect: (connector) => {
      claims = connector?.claims ?? null;
      isOnline = true;
    },
    isOnline: () => isOnline,
    noteReached,
    take: async (donor, mayGoOn) => {
      const crm = claims;
      if (crm === null) return 'without';
      const own = await findOwnClaim(store.reader, donor.donorId);
      if (own?.state === 'held' && isCurrent({ endsAt: own.ends_at }, now())) return 'held';
      const wasOnline = isOnline;
      const asking = begin(crm, donor, mayGoOn);
      // Who has just heard nothing does not wait again: the claim comes when the network does.
      if (!wasOnline) return 'without';
      return Promise.race([asking, pause(PATIENCE_MILLISECONDS).then(() => 'without' as const)]);
    },
    keep: async (donor, isEntered) => {
      const crm = claims;
      if (crm === null) return;
      const own = await findOwnClaim(store.reader, donor.donorId);
      if (own !== null && !isAboutToEnd({ endsAt: own.ends_at }, now())) return;
      // One that ended while the machine slept may be somebody else's by now: it is not brought back, but asked for anew.
      if (own?.state === 'held' && own.crm_id !== null && isCurrent({ endsAt: own.ends_at }, now())) {
        const { id, crm_id: crmId } = own;
        const endsAt = endOfClaim(now());
        const isExtended = await ask<boolean | null>(() => crm.extend({ id, crmId }, now(), endsAt), null);
        if (isExtended === null) return;
        // Ended by a coordinator: the call goes on, and the claim is not taken again behind her back.
        const change = isExtended ? { ends_at: endsAt } : ({ state: 'ended' } as const);
        await store.write((writer) => changeClaim(writer, { id, ...change }));
        return;
      }
      if (!isEntered && (await hasGivenUp(store.reader, donor.donorId, now()))) return;
      await begin(crm, donor, () => Promise.resolve(true));
    },
    leave: (donorId) =>
      store.write(async (writer) => {
        const own = await findOwnClaim(writer.transaction, donorId);
        if (own !== null) await changeClaim(writer, { id: own.id, state: 'over' });
        return own !== null;
      }),
    refresh,
    refreshUnlessFresh: async () => {
      const isFresh =
        refreshedAt !== null && Math.abs(Date.parse(now()) - Date.parse(refreshedAt)) < FRESH_MILLISECONDS;
      return isFresh ? false : refresh();
    },
    end: async (claim) => {
      if (claims === null) throw noClaims();
      await claims.end(claim);
    },
    settled,
    stop: async () => {
      claims = null;
      await settled();
    },
  };
}

/** A claim of before the profile was connected to a CRM that has none; it ends by itself. */
function noClaims(): CrmFailure {
  return new CrmFailure('forbidden', {
    nl: 'Dit CRM houdt geen reserveringen bij. Deze eindigt vanzelf.',
    en: 'This CRM keeps no claims. This one ends by itself.',
  });
}
