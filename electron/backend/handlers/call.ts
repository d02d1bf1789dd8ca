/** One call: what is asked and recorded between opening a donor and "save and next". */
import { mayDialAt } from '../../../domain/calling-hours/may-dial.ts';
import { refuseCorrection } from '../../../domain/correction.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import type { DonorFacts } from '../../../domain/donor-facts.ts';
import { sentence } from '../../../domain/language.ts';
import { dutchPostcode } from '../../../domain/postal-address.ts';
import type { CallView } from '../../../contract/procedures/call.ts';
import { findCallItem, readCorrectionsOf, type CallItem } from '../../../db/queries/calls.ts';
import { findStreets as findRegistered } from '../../../db/queries/postcodes.ts';
import { readDonors } from '../../../db/queries/donor-details.ts';
import { readFacts } from '../../../db/queries/facts.ts';
import { readSetting } from '../../../db/queries/settings.ts';
import { listDetails } from '../calls/detail-list.ts';
import { answerBenefit as keepBenefit } from '../calls/benefits.ts';
import { finishCall } from '../calls/finish-call.ts';
import { addFollowUp as addSaid, removeFollowUp as removeSaid } from '../calls/follow-ups.ts';
import { openCall, requireOpenCall } from '../calls/open-call.ts';
import { recordCorrection, recordObjection, undoObjections, undoOperation } from '../calls/record.ts';
import { undoAttempt } from '../calls/undo-attempt.ts';
import { projectOf, viewCall } from '../calls/view-call.ts';
import { setEmailOptIn as keepOptIn, setWish as keepWish } from '../calls/wishes.ts';
import type { AskContext } from '../context.ts';
import type { Handler } from '../dispatcher.ts';
import { IS_PRACTICE } from '../profile-settings.ts';
import { notFound, Refusal } from '../refusal.ts';

export const open: Handler<'call.open'> = async (context, { donorId }) =>
  viewCall(context, await openCall(context, donorId));

export const get: Handler<'call.get'> = async (context, { callItemId }) => {
  const item = await findCallItem(context.store.reader, callItemId);
  if (item === null) throw notFound();
  return viewCall(context, item);
};

export const dial: Handler<'call.dial'> = async (context, { callItemId, number, through }) => {
  const item = await requireOpenCall(context, callItemId);
  const [donor] = await readFacts(context.store.reader, [item.donor_id]);
  if (donor === undefined) throw notFound();
  const isPractice = (await readSetting(context.store.reader, IS_PRACTICE)) ?? false;
  if (!isPractice) refuseClosedLines(context, item, donor);
  if (!donor.phones.some((phone) => phone.number === number)) throw notFound();
  if (donor.hasObjected || donor.isDeceased) {
    throw new Refusal('out-of-date', {
      nl: 'Deze donateur wil of kan niet meer gebeld worden. Ga terug naar Vandaag.',
      en: 'This donor does not want to, or cannot, be called any more. Go back to Today.',
    });
  }
  // A practice profile never dials (docs/decisions/0009).
  if (through === 'telephone' && !isPractice) {
    await context.telephone.dial({ callItemId, personId: context.person.id, number });
  }
  const startedAt = item.started_at ?? context.now();
  return change(context, item, { number, started_at: startedAt });
};

export const saveNotes: Handler<'call.saveNotes'> = async (context, { callItemId, notes }) => {
  const item = await requireOpenCall(context, callItemId);
  const savedAt = context.now();
  await context.store.write(async ({ transaction }) => {
    await transaction
      .updateTable('call_item')
      .set({ notes, notes_saved_at: savedAt })
      .where('id', '=', item.id)
      .execute();
  });
  return { savedAt };
};

export const answerObjection: Handler<'call.answerObjection'> = async (context, { callItemId, answer }) => {
  const item = await requireOpenCall(context, callItemId);
  const of = { donorId: item.donor_id, callItemId: item.id };
  await context.store.write(async (writer) => {
    if (answer === 'used' && item.objection_answer !== 'used') await recordObjection(context, writer, of, null);
    if (answer !== 'used' && item.objection_answer === 'used') await undoObjections(context, writer, of, null);
    await writer.transaction
      .updateTable('call_item')
      .set({ objection_answer: answer })
      .where('id', '=', item.id)
      .execute();
  });
  return again(context, item.id);
};

export const setEmotion: Handler<'call.setEmotion'> = async (context, { callItemId, emotion }) =>
  change(context, await requireOpenCall(context, callItemId), { emotion });

export const setAddressForm: Handler<'call.setAddressForm'> = async (context, { callItemId, form }) => {
  const item = await requireOpenCall(context, callItemId);
  const row = { form, person_id: context.person.id, at: context.now() };
  await context.store.write(async ({ transaction }) => {
    await transaction
      .insertInto('donor_address_form')
      .values({ donor_id: item.donor_id, ...row })
      .onConflict((conflict) => conflict.column('donor_id').doUpdateSet(row))
      .execute();
  });
  return again(context, item.id);
};

export const setWish: Handler<'call.setWish'> = async (context, input) => {
  const item = await requireOpenCall(context, input.callItemId);
  await keepWish(context, item, input);
  return again(context, item.id);
};

export const setEmailOptIn: Handler<'call.setEmailOptIn'> = async (context, { callItemId, isGiven }) => {
  const item = await requireOpenCall(context, callItemId);
  const donor = (await readDonors(context.store.reader, [item.donor_id])).get(item.donor_id);
  if (donor === undefined) throw notFound();
  await keepOptIn(context, item, isGiven, donor.language);
  return again(context, item.id);
};

export const answerBenefit: Handler<'call.answerBenefit'> = async (context, { callItemId, benefitId, answer }) => {
  const item = await requireOpenCall(context, callItemId);
  await keepBenefit(context, item, benefitId, answer);
  return again(context, item.id);
};

export const setThumb: Handler<'call.setThumb'> = async (context, { callItemId, thumb }) =>
  change(context, await requireOpenCall(context, callItemId), { thumb });

export const setNps: Handler<'call.setNps'> = async (context, { callItemId, nps }) =>
  change(context, await requireOpenCall(context, callItemId), { nps });

export const addFollowUp: Handler<'call.addFollowUp'> = async (context, input) => {
  const item = await requireOpenCall(context, input.callItemId);
  await addSaid(context, item, input, await projectOf(context, item));
  return again(context, item.id);
};

export const removeFollowUp: Handler<'call.removeFollowUp'> = async (context, { callItemId, followUpId }) => {
  const item = await requireOpenCall(context, callItemId);
  await removeSaid(context, item, followUpId);
  return again(context, item.id);
};

export const confirmDetail: Handler<'call.confirmDetail'> = async (
  context,
  { callItemId, key, isConfirmed, checkedBy },
) => {
  const item = await requireOpenCall(context, callItemId);
  await context.store.write(async ({ transaction }) => {
    if (isConfirmed) {
      const row = { call_item_id: item.id, detail: key, at: context.now(), method: checkedBy };
      await transaction
        .insertInto('detail_check')
        .values(row)
        .onConflict((conflict) => conflict.columns(['call_item_id', 'detail']).doUpdateSet({ method: checkedBy }))
        .execute();
      return;
    }
    await transaction
      .deleteFrom('detail_check')
      .where('call_item_id', '=', item.id)
      .where('detail', '=', key)
      .execute();
  });
  return again(context, item.id);
};

export const findStreets: Handler<'call.findStreets'> = async ({ store }, { postcode: text, houseNumber }) => {
  const postcode = dutchPostcode(text);
  return { streets: postcode === null ? [] : [...(await findRegistered(store.reader, postcode, houseNumber))] };
};

export const correctDetail: Handler<'call.correctDetail'> = async (
  context,
  { callItemId, key, correction, checkedBy },
) => {
  const item = await requireOpenCall(context, callItemId);
  const donor = (await readDonors(context.store.reader, [item.donor_id])).get(item.donor_id);
  const detail = donor === undefined ? undefined : listDetails(donor.details).find((each) => each.key === key);
  const corrected = detail?.correct(correction) ?? null;
  if (corrected === null) throw notFound();
  const objection = refuseCorrection(corrected);
  if (objection !== null) throw new Refusal('refused', objection);
  const of = { donorId: item.donor_id, callItemId: item.id };
  await context.store.write((writer) =>
    recordCorrection(context, writer, of, { key, correction: corrected, checkedBy }),
  );
  return again(context, item.id);
};

export const undoCorrection: Handler<'call.undoCorrection'> = async (context, { callItemId, key }) => {
  const item = await requireOpenCall(context, callItemId);
  const corrections = await readCorrectionsOf(context.store.reader, item.id);
  const last = corrections.findLast(({ detail }) => detail === key);
  if (last === undefined) throw notFound();
  await context.store.write(async (writer) => {
    await writer.transaction
      .updateTable('correction')
      .set({ undone_at: context.now() })
      .where('id', '=', last.id)
      .execute();
    await undoOperation(context, writer, last.id);
  });
  return again(context, item.id);
};

export const finish: Handler<'call.finish'> = async (context, input) => {
  const result = await finishCall(context, input);
  context.sync.changed();
  return result;
};

export const undo: Handler<'call.undo'> = async (context, { attemptId }) => {
  await undoAttempt(context, attemptId);
  context.sync.changed();
  return {};
};

type ItemChange = Partial<Pick<CallItem, 'number' | 'started_at' | 'emotion' | 'thumb' | 'nps'>>;

async function change(context: AskContext, { id }: CallItem, columns: ItemChange): Promise<CallView> {
  await context.store.write(async ({ transaction }) => {
    await transaction.updateTable('call_item').set(columns).where('id', '=', id).execute();
  });
  return again(context, id);
}

/** The call as it is now; what was recorded for the CRM goes out soon. */
async function again(context: AskContext, callItemId: number): Promise<CallView> {
  context.sync.changed();
  return viewCall(context, await requireOpenCall(context, callItemId));
}

/** rules-nl.md L14 and L15: not outside the hours, but for a call that the donor asked for. */
function refuseClosedLines(context: AskContext, item: CallItem, { callbacks }: DonorFacts): void {
  const { callingHours, now, today } = context;
  const requested = callbacks.find(({ id }) => id === item.callback_id) ?? null;
  const permission = mayDialAt(now(), callingHours, requested);
  if (permission.mayDial) return;
  const { next } = permission;
  throw new Refusal(
    'closed',
    sentence((language) => {
      const on = next === null ? '' : writeDay(next.day, language, { today, style: 'weekday' });
      if (language === 'nl')
        return `Nu bellen we niet.${next === null ? '' : ` De lijnen gaan ${on} om ${next.opens} open.`}`;
      return `We do not call now.${next === null ? '' : ` The lines open on ${on} at ${next.opens}.`}`;
    }),
  );
}
