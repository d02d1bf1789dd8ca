/** Begins a call with a donor whose turn it is, or goes on with the one that was begun. */
import { findCallItem, findOpenCallItem, type CallItem } from '../../../db/queries/calls.ts';
import { readDonors } from '../../../db/queries/donor-details.ts';
import { findPromisedIn } from '../../../db/queries/promises.ts';
import type { AskContext } from '../context.ts';
import { notFound, Refusal } from '../refusal.ts';
import { claimOrRefuse } from '../claims/claim-or-refuse.ts';
import { findListed, requireListed } from './require-listed.ts';
import { fingerprintDetails } from './seen-details.ts';

/** @throws Refusal `not-allowed` for somebody else's lane; `claimed` when a colleague is with her; `out-of-date` with the reason when she is not on the list. */
export async function openCall(context: AskContext, donorId: number): Promise<CallItem> {
  const { store, today, now, person } = context;
  const open = await findOpenCallItem(store.reader, donorId);
  if (open !== null) {
    await claimOrRefuse(context, donorId, () => Promise.resolve(true));
    return open;
  }
  const item = await requireListed(context, donorId);
  await claimOrRefuse(context, donorId, async () => (await findListed(context, donorId)) !== undefined);
  const { match, number, legalBasis } = item;
  const promisedIn = match.callbackId === null ? null : await findPromisedIn(store.reader, match.callbackId);
  const donor = (await readDonors(store.reader, [donorId])).get(donorId);
  return store.write(async ({ transaction }) => {
    // Another window of this workstation may have begun the call while the CRM was asked.
    const begun = await findOpenCallItem(transaction, donorId);
    if (begun !== null) return begun;
    return transaction
      .insertInto('call_item')
      .values({
        donor_id: donorId,
        person_id: person.id,
        lane: match.lane,
        programme: match.programme,
        promised_in: promisedIn,
        callback_id: match.callbackId,
        list_day: today,
        amount: match.amount,
        reason: JSON.stringify(match.reason),
        state: 'open',
        opened_at: now(),
        started_at: null,
        number,
        notes: '',
        notes_saved_at: null,
        objection_answer: null,
        emotion: null,
        seen_details: donor === undefined ? null : fingerprintDetails(donor.details),
        programme_version: context.programmeVersion,
        legal_basis: JSON.stringify(legalBasis),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  });
}

/** The call as it is kept. @throws Refusal `not-found`, or `out-of-date` when it is over. */
export async function requireOpenCall({ store }: AskContext, callItemId: number): Promise<CallItem> {
  const item = await findCallItem(store.reader, callItemId);
  if (item === null) throw notFound();
  if (item.state !== 'open') {
    throw new Refusal('out-of-date', {
      nl: 'Dit gesprek is al afgesloten. Draai het terug als er nog iets bij moet.',
      en: 'This call is over already. Undo it if something must be added.',
    });
  }
  return item;
}
