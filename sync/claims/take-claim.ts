/** Claims one donor: looks who is on her, writes the claim, and looks again whether somebody crossed it. */
import type { Instant } from '../../domain/calendar/day.ts';
import { endOfClaim, isCurrent } from '../../domain/claims/claim.ts';
import { changeClaim, findClaim, findOwnClaim, insertClaim, readOwnClaims } from '../../db/queries/claims.ts';
import type { CrmClaim } from './claims-of-crm.ts';
import { keepLately, since, type ClaimContext } from './keep-claims.ts';
import { hasLost, theirsAmong } from './plan-claims.ts';

export interface Claiming {
  readonly id: string;
  readonly donorId: number;
  readonly donorCrmId: number;
  /** CRM contact of who claims. */
  readonly holderCrmId: number | null;
}

/**
 * - `held`: nobody else is on her
 * - `taken`: somebody is, or was quicker; ours is over
 * - `gone`: the CRM has no such contact; there is nothing to claim
 */
export type Claimed = 'held' | 'taken' | 'gone';

/**
 * The claim is written here before the CRM hears of it: whatever dies in between, the next look finds it and either
 * goes on with it or ends it.
 *
 * @param mayGoOn asked after what the CRM said was kept: is she still to be called?
 * @throws CrmFailure; what was sent may have arrived
 */
export async function takeClaim(
  context: ClaimContext,
  { id, donorId, donorCrmId, holderCrmId }: Claiming,
  mayGoOn: () => Promise<boolean>,
): Promise<Claimed> {
  const { store, claims, now } = context;
  const [contact, lately] = await Promise.all([claims.findContact(donorCrmId), claims.readLately(since(now()))]);
  await keepLately(context, lately);
  if (contact === null) return 'gone';
  const theirs = theirsAmong(lately.claims, await readOwnClaims(store.reader));
  if (theirs.some((claim) => isCurrent(claim, now()) && claim.donorCrmIds.includes(contact))) return 'taken';
  if (!(await mayGoOn())) return 'taken';
  const earlier = await findOwnClaim(store.reader, donorId);
  // One that was sent before a crash, or without an answer, turned out to be there.
  if (earlier?.state === 'held') return 'held';
  const at: Instant = now();
  const endsAt = endOfClaim(at);
  await store.write(async (writer) => {
    if (earlier !== null) await changeClaim(writer, { id: earlier.id, state: 'over' });
    await insertClaim(writer, { id, donor_id: donorId, holder_crm_id: holderCrmId, ends_at: endsAt });
  });
  const crmId = await claims.make({ id, donorCrmId: contact, now: at, endsAt });
  const after = await claims.readLately(since(at));
  if (crmId === null) {
    await store.write(async (writer) => changeClaim(writer, { id, state: 'ended' }));
    await keepLately(context, after);
    return 'taken';
  }
  const mine: CrmClaim = { id, crmId, donorCrmIds: [contact], holderCrmId, endsAt };
  const isLost = hasLost(mine, theirsAmong(after.claims, await readOwnClaims(store.reader)), now());
  await store.write(async (writer) => {
    const row = await findClaim(writer.transaction, id);
    // The call may have been finished, or left, while the CRM was thinking.
    const state = row?.state !== 'wanted' ? {} : { state: isLost ? ('over' as const) : ('held' as const) };
    await changeClaim(writer, { id, crm_id: crmId, ...state });
  });
  if (!isLost) return 'held';
  await keepLately(context, after);
  return 'taken';
}
