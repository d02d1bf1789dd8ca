/** Benefits of a donor's level: what may be offered in a call, and what came of it. */
import type { CallView } from '../../../contract/procedures/call.ts';
import { benefitsFor, OFFERED_AGAIN_AFTER_DAYS, type BenefitAnswer } from '../../../domain/benefits/benefit.ts';
import { addDays, dayOfInstant } from '../../../domain/calendar/day.ts';
import type { DonorFacts } from '../../../domain/donor-facts.ts';
import { isFailedOrReversed } from '../../../domain/gift.ts';
import { levelOn } from '../../../domain/loyalty/level.ts';
import { dueDayOf } from '../../../domain/follow-ups/topic.ts';
import type { CallItem } from '../../../db/queries/calls.ts';
import { readOffers, readOffersOf } from '../../../db/queries/benefits.ts';
import type { Writer } from '../../../db/store.ts';
import type { AskContext } from '../context.ts';
import { notFound } from '../refusal.ts';
import { readTalk } from '../talk/read-talk.ts';
import type { Occasion } from '../views/gift-view.ts';

export async function viewBenefits(
  { store: { reader }, today, programmes }: AskContext,
  item: CallItem,
  facts: DonorFacts,
  { gift, giving }: Occasion,
): Promise<CallView['benefits']> {
  const { benefits } = await readTalk(reader);
  const since = addDays(today, -OFFERED_AGAIN_AFTER_DAYS);
  const offers = await readOffers(reader, item.donor_id);
  const isOwn = (callItemId: number | null): boolean => callItemId === item.id;
  const own = new Map(
    offers.filter((offer) => isOwn(offer.call_item_id)).map((offer) => [offer.benefit, offer.answer]),
  );
  const recent = new Set(
    offers.filter(({ call_item_id: of, at }) => !isOwn(of) && dayOfInstant(at) > since).map(({ benefit }) => benefit),
  );
  const fitting = benefitsFor(benefits, {
    level: levelOn(today, facts, giving, programmes.loyalty),
    wentWrong: gift !== null && isFailedOrReversed(gift),
    hasOpenComplaint: facts.hasOpenComplaint,
    recent,
  });
  return benefits
    .filter((benefit) => own.has(benefit.id) || fitting.includes(benefit))
    .map(({ id, name, words }) => ({ id, name, words, answer: own.get(id) ?? null }));
}

/** Null takes back what was said in this call. @throws Refusal `not-found` for a benefit that is no longer there */
export async function answerBenefit(
  { store, now, person }: AskContext,
  item: CallItem,
  benefitId: string,
  answer: BenefitAnswer | null,
): Promise<void> {
  const benefit = (await readTalk(store.reader)).benefits.find(({ id }) => id === benefitId);
  if (benefit === undefined && answer !== null) throw notFound();
  const at = now();
  await store.write(async ({ transaction }) => {
    await transaction
      .updateTable('benefit_offer')
      .set({ undone_at: at })
      .where('call_item_id', '=', item.id)
      .where('benefit', '=', benefitId)
      .where('undone_at', 'is', null)
      .execute();
    if (benefit === undefined || answer === null) return;
    const of = { donor_id: item.donor_id, call_item_id: item.id, person_id: person.id, at };
    await transaction
      .insertInto('benefit_offer')
      .values({ ...of, benefit: benefitId, name: benefit.name, answer })
      .execute();
  });
}

/** What was accepted is somebody's task from the end of the call; taking the outcome back closes it again. */
export async function followUpAccepted(
  { person, now, today }: AskContext,
  { transaction }: Writer,
  item: CallItem,
  attemptId: string,
): Promise<void> {
  const offers = await readOffersOf(transaction, item.id);
  for (const { name, answer } of offers) {
    if (answer !== 'accepted') continue;
    await transaction
      .insertInto('follow_up')
      .values({
        donor_id: item.donor_id,
        call_item_id: item.id,
        attempt_id: attemptId,
        person_id: person.id,
        kind: 'task',
        text: `Aangenomen: ${name}. Regel het, en laat het de donateur weten.`,
        at: now(),
        closed_at: null,
        due_day: dueDayOf('question', null, today),
      })
      .execute();
  }
}
