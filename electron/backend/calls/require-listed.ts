/** A donor who is to be called, or to be called later, must be on a list of whoever asks. */
import type { Candidate } from '../../../domain/call-list/evaluate.ts';
import type { Sentence } from '../../../domain/language.ts';
import type { AskContext } from '../context.ts';
import { requireLane } from '../donor/access.ts';
import { notFound, Refusal } from '../refusal.ts';
import { explainDonor, readCallList } from './current-list.ts';

/** Undefined for a donor who is on no list today. */
export async function findListed(context: AskContext, donorId: number): Promise<Candidate | undefined> {
  return (await readCallList(context)).items.find((candidate) => candidate.donorId === donorId);
}

/** @throws Refusal `not-allowed` for somebody else's lane; `out-of-date` with the reason when she is not on the list; `not-found`. */
export async function requireListed(context: AskContext, donorId: number): Promise<Candidate> {
  const item = await findListed(context, donorId);
  if (item === undefined) throw await notOnTheList(context, donorId);
  requireLane(context, item.match.lane);
  return item;
}

async function notOnTheList(context: AskContext, donorId: number): Promise<Refusal> {
  const explanation = await explainDonor(context, donorId);
  if (explanation === null) return notFound();
  const why: Sentence = explanation.sentence;
  return new Refusal('out-of-date', {
    nl: `Deze donateur staat nu niet op de lijst. ${why.nl}`,
    en: `This donor is not on the list now. ${why.en}`,
  });
}
