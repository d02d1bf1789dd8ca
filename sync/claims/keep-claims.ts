/** Brings what the CRM says about claims into the mirror, and ends in the CRM what is over here. */
import type { Instant } from '../../domain/calendar/day.ts';
import { addDays, dayOfInstant } from '../../domain/calendar/day.ts';
import { isCurrent } from '../../domain/claims/claim.ts';
import { saveMoments } from '../../db/mirror/save-moments.ts';
import { readNamelessCallers, saveColleagues } from '../../db/queries/callers.ts';
import { changeClaim, forgetClaims, readAllClaims, replaceTheirs } from '../../db/queries/claims.ts';
import { findOperation } from '../../db/queries/operations.ts';
import type { OperationState } from '../../domain/operation.ts';
import type { Reader, Store } from '../../db/store.ts';
import { CrmFailure } from '../crm-failure.ts';
import type { ClaimInCrm, ClaimsOfCrm, LatelyInCrm } from './claims-of-crm.ts';
import { planClaims, theirsAmong } from './plan-claims.ts';

export interface ClaimContext {
  readonly store: Store;
  readonly claims: ClaimsOfCrm;
  readonly now: () => Instant;
}

/** Callers who made no call for so long are no longer reckoned with. */
export const CALLER_DAYS = 14;
const LATELY_MILLISECONDS = 2 * 3_600_000;
const KEPT_MILLISECONDS = 24 * 3_600_000;

/**
 * Asks the CRM for current claims and the latest calls, and keeps both.
 *
 * @param pulledAt when calls last came in another way, if that was longer ago than is asked for anyhow
 * @returns whether that was news. @throws CrmFailure
 */
export async function refreshClaims(context: ClaimContext, pulledAt: Instant | null = null): Promise<boolean> {
  const { store, claims, now } = context;
  const earliest = Math.min(Date.parse(now()), Date.parse(pulledAt ?? now()));
  const lately = await claims.readLately(since(new Date(earliest).toISOString()));
  const { toEnd, isNews } = await keepLately(context, lately);
  for (const claim of toEnd) {
    await endIfAllowed(claims, claim);
    await store.write((writer) => changeClaim(writer, { id: claim.id, state: 'ended' }));
  }
  const isNamed = await nameCallers(context);
  return isNews || isNamed;
}

/**
 * Claims that nobody looked after: everybody went home, or a database was lost. Whoever comes next ends them, however
 * much later, so that no donor stays "being called" in the CRM. @throws CrmFailure
 */
export async function endForgotten({ claims, now }: ClaimContext): Promise<void> {
  for (const claim of await claims.readForgotten(since(now()))) await endIfAllowed(claims, claim);
}

/** Where the CRM does not let us the claim ends by itself, and nothing else waits for it. */
async function endIfAllowed(claims: ClaimsOfCrm, claim: ClaimInCrm): Promise<void> {
  try {
    await claims.end(claim);
  } catch (error) {
    if (!(error instanceof CrmFailure) || error.kind !== 'forbidden') throw error;
  }
}

/** Claims are dated anew whenever they are extended, so that all current ones are in this time. */
export function since(now: Instant): Instant {
  return new Date(Date.parse(now) - LATELY_MILLISECONDS).toISOString();
}

export interface KeptClaims {
  /** To be ended in the CRM. */
  readonly toEnd: readonly ClaimInCrm[];
  /** Claims or calls of others came, or went. */
  readonly isNews: boolean;
}

export async function keepLately(
  { store, now }: ClaimContext,
  { claims: inCrm, calls }: LatelyInCrm,
): Promise<KeptClaims> {
  return store.write(async (writer) => {
    const { transaction } = writer;
    const before = await readAllClaims(transaction);
    const own = before.filter(({ state }) => state !== 'theirs');
    const newCalls = await saveMoments(writer, calls);
    const theirs = theirsAmong(inCrm, own).filter((claim) => isCurrent(claim, now()));
    await replaceTheirs(writer, theirs);
    const operationStates = await readOperationStates(
      transaction,
      own.flatMap(({ attempt_id: attemptId }) => (attemptId === null ? [] : [attemptId])),
    );
    const { changes, toEnd } = planClaims({ own, inCrm, now: now(), operationStates });
    for (const change of changes) await changeClaim(writer, change);
    await forgetClaims(writer, new Date(Date.parse(now()) - KEPT_MILLISECONDS).toISOString());
    const isNews = newCalls > 0 || endsOf(before) !== endsOf(await readAllClaims(transaction));
    return { toEnd, isNews };
  });
}

function endsOf(claims: Awaited<ReturnType<typeof readAllClaims>>): string {
  return claims
    .filter(({ state }) => state === 'theirs')
    .map(({ id, ends_at: endsAt }) => `${id} ${endsAt}`)
    .join();
}

async function readOperationStates(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OperationState>> {
  const states = new Map<string, OperationState>();
  for (const id of ids) {
    const operation = await findOperation(reader, id);
    if (operation !== null) states.set(id, operation.state);
  }
  return states;
}

async function nameCallers({ store, claims, now }: ClaimContext): Promise<boolean> {
  const nameless = await readNamelessCallers(store.reader, addDays(dayOfInstant(now()), -CALLER_DAYS));
  if (nameless.length === 0) return false;
  const names = await claims.readNames(nameless);
  await store.write((writer) => saveColleagues(writer, names));
  return names.size > 0;
}
