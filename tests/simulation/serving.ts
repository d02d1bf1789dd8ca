/** Nobody who objected is served where it could be known. */
import { demand } from './violation.ts';
import type { Companion, World } from './world.ts';

/**
 * A workstation knows an objection that it recorded itself, and one that stood in the CRM when its last whole round
 * began. An objection that was taken back, here or in the CRM, counts no longer.
 *
 * @throws Violation
 */
export async function demandMayBeServed(world: World, companion: Companion, donorId: number): Promise<void> {
  const { workstation, objections, knowsUpTo } = companion;
  if (!workstation.isAlive) return;
  const { reader } = workstation.backend.store;
  const donor = await reader.selectFrom('donor').select('crm_id').where('id', '=', donorId).executeTakeFirst();
  const contactId = donor?.crm_id ?? 0;
  const recorded = objections.get(contactId);
  const isOwn = recorded !== undefined && !world.history.wasClearedAfter(contactId, recorded);
  demand(!isOwn, 'objection', () => `contact ${contactId} is served, who objected here at moment ${recorded}`);
  const since = world.history.objectsSince(contactId);
  const isKnown = since !== null && knowsUpTo !== null && since < knowsUpTo;
  if (!isKnown) return;
  // Her objection was recorded and taken back here, and the taking back is on its way.
  const takenBack = await reader
    .selectFrom('objection')
    .select('id')
    .where('donor_id', '=', donorId)
    .where('undone_at', 'is not', null)
    .executeTakeFirst();
  demand(
    takenBack !== undefined,
    'objection',
    () => `contact ${contactId} is served, who objects since ${since}, and the last round began at ${knowsUpTo}`,
  );
}

/**
 * A merge makes one donor of two who are on two screens. The claim with the lower number stays, and the other call goes
 * on without one: nobody can be alone with her until one of them is over.
 */
export function forgetCrossed({ companions, winnerOf }: World): void {
  const winners = companions.map(({ claimed }) => (claimed === null ? null : winnerOf(claimed.contactId)));
  for (const [index, companion] of companions.entries()) {
    const winner = winners[index] ?? null;
    if (winner !== null && winners.filter((other) => other === winner).length > 1) companion.claimed = null;
  }
}

const CLAIM_MILLISECONDS = 30 * 60_000;

/** Whether a claim that is asked for now must hold: the network is good, the clock is right, and it answered last time. */
export function mayClaim({ workstation, weather, offset }: Companion): boolean {
  const { claims, sync } = workstation.backend;
  return (
    weather === 'good' && offset === 0 && claims.isOnline() && !['offline', 'stopped'].includes(sync.state().state)
  );
}

/**
 * Nobody else has this donor on the screen, with a claim that was asked for while all was well. One who is in the CRM's
 * bin cannot be claimed: her call goes on all the same, so that nothing that was typed is lost.
 *
 * @throws Violation
 */
export function demandAlone(world: World, companion: Companion, contactId: number): void {
  const living = world.winnerOf(contactId);
  if (!world.view.living().has(living)) return;
  const other = world.companions.find(
    ({ workstation, call, claimed, offset }) =>
      workstation.index !== companion.workstation.index &&
      workstation.isAlive &&
      offset === 0 &&
      claimed !== null &&
      world.winnerOf(claimed.contactId) === living &&
      claimed.callItemId === call?.callItemId &&
      world.time < claimed.at + CLAIM_MILLISECONDS,
  );
  const { index } = companion.workstation;
  demand(
    other === undefined,
    'claims',
    () => `contact ${contactId} is served by ${index} and by ${other?.workstation.index}`,
  );
  const isTight = companion.budget !== null && companion.budget.used / companion.budget.most >= 0.8;
  world.coverage.count('claim', isTight ? 'held alone, few questions left' : 'held alone');
}
