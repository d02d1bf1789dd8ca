/** The call list of a day, and why somebody is or is not on it: the database gathers, the domain decides. */
import type { CalendarDay } from '../../../domain/calendar/day.ts';
import type { CallList } from '../../../domain/call-list/call-list.ts';
import type { ListContext } from '../../../domain/call-list/evaluate.ts';
import { explain, type Explanation } from '../../../domain/call-list/explain.ts';
import { firstNumberOf, type DonorFacts } from '../../../domain/donor-facts.ts';
import { findByNumber } from '../../../db/queries/candidates.ts';
import { forgetEndedClaims } from '../../../db/queries/claims.ts';
import { readFacts } from '../../../db/queries/facts.ts';
import type { Reader } from '../../../db/store.ts';
import type { AskContext } from '../context.ts';

export function listContext(context: AskContext, day: CalendarDay = context.today): ListContext {
  return { today: day, viewerCrmId: context.person.crmId, settings: context.programmes };
}

/** The list of all calling lanes on a day. */
export async function readCallList(context: AskContext, day: CalendarDay = context.today): Promise<CallList> {
  await forgetEndedClaims(context.store, context.now());
  return context.lists.read(listContext(context, day));
}

/** Null for a donor who does not exist. */
export async function explainDonor(
  context: AskContext,
  donorId: number,
  day: CalendarDay = context.today,
): Promise<Explanation | null> {
  const { reader } = context.store;
  await forgetEndedClaims(context.store, context.now());
  const [donor] = await readFacts(reader, [donorId]);
  if (donor === undefined) return null;
  return explain(donor, await readRivals(reader, donor), listContext(context, day));
}

/** The other donors with the same first valid number. */
export async function readRivals(reader: Reader, donor: DonorFacts): Promise<readonly DonorFacts[]> {
  const number = firstNumberOf(donor.phones);
  if (number === null) return [];
  const sharing = await findByNumber(reader, number);
  return readFacts(
    reader,
    sharing.filter((donorId) => donorId !== donor.donorId),
  );
}
