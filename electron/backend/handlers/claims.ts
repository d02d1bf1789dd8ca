/** Who is on which donor, and what happened twice all the same. */
import { noteAudit } from '../../../db/queries/audit.ts';
import { findCallItem } from '../../../db/queries/calls.ts';
import { findClaim, forgetClaim, forgetEndedClaims, readAllClaims } from '../../../db/queries/claims.ts';
import { readDonors } from '../../../db/queries/donor-details.ts';
import { markDoubleSeen } from '../../../db/queries/doubles.ts';
import { CrmFailure } from '../../../sync/crm-failure.ts';
import { claimingOf } from '../claims/claim-or-refuse.ts';
import { nameOrNumber } from '../claims/donor-name.ts';
import { listDoubles } from '../claims/list-doubles.ts';
import type { Handler } from '../dispatcher.ts';
import { requireDonor } from '../donor/require-donor.ts';
import { notFound, Refusal } from '../refusal.ts';

export const listClaims: Handler<'claims.list'> = async ({ store, now }) => {
  await forgetEndedClaims(store, now());
  const theirs = (await readAllClaims(store.reader)).filter(({ state }) => state === 'theirs');
  const donors = await readDonors(
    store.reader,
    theirs.map(({ donor_id: donorId }) => donorId),
  );
  return {
    claims: theirs.flatMap(({ id, donor_id: donorId, holder, ends_at: endsAt }) => {
      const donor = donors.get(donorId);
      return donor === undefined ? [] : [{ claimId: id, donorName: nameOrNumber(donor), holder, endsAt }];
    }),
  };
};

export const takeBack: Handler<'claims.takeBack'> = async (context, { claimId }) => {
  const { store, claims, now, person } = context;
  const claim = await findClaim(store.reader, claimId);
  if (claim?.state !== 'theirs' || claim.crm_id === null) throw notFound();
  try {
    await claims.end({ id: claim.id, crmId: claim.crm_id });
  } catch (error) {
    if (!(error instanceof CrmFailure)) throw error;
    throw new Refusal(
      error.kind === 'refused' || error.kind === 'forbidden' ? 'crm-refused' : 'crm-unreachable',
      error.sentence,
    );
  }
  await store.write(async (writer) => {
    await forgetClaim(writer, claimId);
    await noteAudit(writer, {
      at: now(),
      personId: person.id,
      action: 'take-back',
      subject: claimId,
      donorId: claim.donor_id,
    });
  });
  context.announce(['claims', 'today']);
  return {};
};

export const getDoubles: Handler<'claims.doubles'> = async (context) => ({
  doubles: [...(await listDoubles(context))],
});

export const seen: Handler<'claims.seen'> = async ({ store, person, now, announce }, { donorId, day, programme }) => {
  const double = { donor_id: donorId, day, programme, person_id: person.id };
  await store.write(async (writer) => {
    await requireDonor(writer.transaction, donorId);
    await markDoubleSeen(writer, double, now());
  });
  announce(['claims', 'sync']);
  return {};
};

export const refresh: Handler<'claims.refresh'> = async ({ claims, announce }) => {
  if (await claims.refreshUnlessFresh()) announce(['today', 'claims', 'sync']);
  return {};
};

export const keep: Handler<'claims.keep'> = async (context, { callItemId, isEntered }) => {
  const item = await findCallItem(context.store.reader, callItemId);
  const claiming = item?.state === 'open' ? await claimingOf(context, item.donor_id) : null;
  if (claiming !== null) await context.claims.keep(claiming, isEntered);
  return {};
};

/** A call that is over has given its claim to its operation: there is nothing left to leave. */
export const leave: Handler<'claims.leave'> = async (context, { callItemId }) => {
  const item = await findCallItem(context.store.reader, callItemId);
  if (item?.state !== 'open') return {};
  if (await context.claims.leave(item.donor_id)) context.sync.changed();
  return {};
};
