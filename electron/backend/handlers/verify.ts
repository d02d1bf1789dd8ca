/** Nakijken: doubtful details outside a call. */
import { refuseCorrection } from '../../../domain/correction.ts';
import { sentence } from '../../../domain/language.ts';
import { headingName } from '../../../domain/person-name.ts';
import { doubtMark, kindsOfDoubt } from '../../../domain/tasks/verify.ts';
import { readDonors } from '../../../db/queries/donor-details.ts';
import { readCorrectionsSince, readProposals } from '../../../db/queries/verify.ts';
import { listDetails } from '../calls/detail-list.ts';
import { recordCorrection, undoOperation } from '../calls/record.ts';
import type { Handler } from '../dispatcher.ts';
import { notFound, Refusal } from '../refusal.ts';
import { decide as decideProposal, propose as recordProposal } from '../verify/proposals.ts';
import { readQueue } from '../verify/queue.ts';
import { requireVerifiable, startOf, viewProposal, viewVerifyDonor } from '../verify/view-donor.ts';

export const getQueue: Handler<'verify.queue'> = readQueue;

export const get: Handler<'verify.get'> = async (context, { donorId }) => viewVerifyDonor(context, donorId);

export const setRight: Handler<'verify.setRight'> = async (context, { donorId, key, isRight }) => {
  const { donor } = await requireVerifiable(context, donorId);
  const { store, today, now, person } = context;
  if (!listDetails(donor.details).some((detail) => detail.key === key)) throw notFound();
  await store.write(async ({ transaction }) => {
    await transaction
      .updateTable('verified_detail')
      .set({ undone_at: now() })
      .where('donor_id', '=', donorId)
      .where('detail', '=', key)
      .where('undone_at', 'is', null)
      .execute();
    if (!isRight) return;
    await transaction
      .insertInto('verified_detail')
      .values({ donor_id: donorId, detail: key, day: today, at: now(), person_id: person.id, undone_at: null })
      .execute();
  });
  return viewVerifyDonor(context, donorId);
};

export const correct: Handler<'verify.correct'> = async (context, { donorId, key, correction, checkedBy }) => {
  const { donor } = await requireVerifiable(context, donorId);
  const corrected = listDetails(donor.details)
    .find((detail) => detail.key === key)
    ?.correct(correction);
  if (corrected === undefined || corrected === null) throw notFound();
  const refusal = refuseCorrection(corrected);
  if (refusal !== null) throw new Refusal('refused', refusal);
  await context.store.write((writer) =>
    recordCorrection(context, writer, { donorId, callItemId: null }, { key, correction: corrected, checkedBy }),
  );
  context.sync.changed();
  return viewVerifyDonor(context, donorId);
};

export const undoCorrection: Handler<'verify.undoCorrection'> = async (context, { donorId, key }) => {
  const { store, now } = context;
  const corrections = await readCorrectionsSince(store.reader, donorId, startOf(context));
  const last = corrections.findLast(({ detail }) => detail === key);
  if (last === undefined) throw notFound();
  await store.write(async (writer) => {
    await writer.transaction.updateTable('correction').set({ undone_at: now() }).where('id', '=', last.id).execute();
    await undoOperation(context, writer, last.id);
  });
  context.sync.changed();
  return viewVerifyDonor(context, donorId);
};

export const finish: Handler<'verify.finish'> = async (context, { donorId }) => {
  const { verify, giving } = await requireVerifiable(context, donorId);
  const { store, today, now, person, programmes } = context;
  const doubts = kindsOfDoubt({ today, settings: programmes, verify, giving });
  const row = { donor_id: donorId, day: today, at: now(), person_id: person.id, undone_at: null };
  await store.write(async ({ transaction }) => {
    for (const { kind } of doubts.filter((doubt) => doubt.kind !== 'conflict' && doubt.kind !== 'age')) {
      await transaction
        .insertInto('verified_detail')
        .values({ ...row, detail: doubtMark(kind, verify) })
        .execute();
    }
    await transaction
      .insertInto('journey_step')
      .values({ ...row, programme: 'verify', what: 'verified' })
      .execute();
  });
  return {};
};

export const reopen: Handler<'verify.reopen'> = async (context, { donorId }) => {
  const { store, today, now, person } = context;
  await store.write(async ({ transaction }) => {
    const undone = { undone_at: now() };
    await transaction
      .updateTable('journey_step')
      .set(undone)
      .where('donor_id', '=', donorId)
      .where('programme', '=', 'verify')
      .where('day', '=', today)
      .where('person_id', '=', person.id)
      .execute();
    await transaction
      .updateTable('verified_detail')
      .set(undone)
      .where('donor_id', '=', donorId)
      .where('detail', 'like', 'doubt:%')
      .where('day', '=', today)
      .where('person_id', '=', person.id)
      .execute();
  });
  return {};
};

export const propose: Handler<'verify.propose'> = async (context, input) => {
  await recordProposal(context, input);
  return viewVerifyDonor(context, input.donorId);
};

export const getProposals: Handler<'verify.proposals'> = async ({ store }) => {
  const rows = await readProposals(store.reader, null);
  const donors = await readDonors(
    store.reader,
    rows.map(({ donor_id: donorId }) => donorId),
  );
  return {
    proposals: rows.map((row) => ({
      ...viewProposal(row),
      donorId: row.donor_id,
      donorName: sentence((language) => {
        const donor = donors.get(row.donor_id);
        return donor === undefined ? '' : headingName(donor.details.name, language);
      }),
    })),
  };
};

export const decide: Handler<'verify.decide'> = async (context, input) => {
  await decideProposal(context, input);
  context.sync.changed();
  return {};
};
