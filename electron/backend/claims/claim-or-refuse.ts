/** Before a call begins: is a colleague with this donor? */
import { readDonors } from '../../../db/queries/donor-details.ts';
import type { Claiming } from '../../../sync/claims/take-claim.ts';
import { explainDonor } from '../calls/current-list.ts';
import type { AskContext } from '../context.ts';
import { Refusal } from '../refusal.ts';

/**
 * Waits for the CRM for a moment at most; without its answer the call begins all the same.
 *
 * @throws Refusal `claimed`: the screen moves on to the next donor
 */
export async function claimOrRefuse(
  context: AskContext,
  donorId: number,
  mayGoOn: () => Promise<boolean>,
): Promise<void> {
  const claiming = await claimingOf(context, donorId);
  if (claiming === null || (await context.claims.take(claiming, mayGoOn)) !== 'taken') return;
  // What lost in crossing is ended with the next round.
  context.sync.changed();
  context.announce(['today', 'claims']);
  const why = (await explainDonor(context, donorId))?.sentence ?? { nl: '', en: '' };
  throw new Refusal('claimed', {
    nl: `Een collega was je voor. ${why.nl}`.trim(),
    en: `A colleague was quicker. ${why.en}`.trim(),
  });
}

/** Null for a donor whom the CRM does not know. */
export async function claimingOf({ store, person }: AskContext, donorId: number): Promise<Omit<Claiming, 'id'> | null> {
  const donor = (await readDonors(store.reader, [donorId])).get(donorId);
  if (donor?.crmId === undefined || donor.crmId === null) return null;
  return { donorId, donorCrmId: donor.crmId, holderCrmId: person.crmId };
}
