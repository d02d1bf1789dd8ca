/** The call list of a day, and why somebody is or is not on it: the database gathers, the domain decides. */
import type { CalendarDay } from '../../../domain/calendar/day.ts';
import type { CallList } from '../../../domain/call-list/call-list.ts';
import type { ListContext } from '../../../domain/call-list/evaluate.ts';
import { explain, type Explanation } from '../../../domain/call-list/explain.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import { sentence } from '../../../domain/language.ts';
import { isOutsideSlice, sliceDays } from '../../../db/queries/slice.ts';
import { readSliceSettings } from '../slice-settings.ts';
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
  if (await isOutsideSlice(reader, donorId)) return outsideSlice(context);
  const [donor] = await readFacts(reader, [donorId]);
  if (donor === undefined) return null;
  return explain(donor, await readRivals(reader, donor), listContext(context, day));
}

/** Her details are not here, because nothing puts her on a list soon. */
async function outsideSlice({ store, today }: AskContext): Promise<Explanation> {
  const until = sliceDays({ today, ...(await readSliceSettings(store.reader)) })?.to ?? null;
  return {
    on: false,
    programme: null,
    suppressions: [],
    next: null,
    sentence: sentence((language) => {
      const day = until === null ? null : writeDay(until, language, { today });
      if (language === 'nl') {
        return `De gegevens van deze donateur zijn niet op deze werkplek: ${day === null ? 'ze worden nog opgehaald.' : `tot en met ${day} is er geen aanleiding om te bellen. Komt die er wel, dan komen ze vanzelf.`}`;
      }
      return `The details of this donor are not on this workstation: ${day === null ? 'they are still being fetched.' : `until ${day} there is no occasion for a call. When there is one, they come by themselves.`}`;
    }),
  };
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
