/** The call list of a day, and why somebody is or is not on it: the database gathers, the domain decides. */
import type { CalendarDay } from '../../../domain/calendar/day.ts';
import type { CallList } from '../../../domain/call-list/call-list.ts';
import type { ListContext } from '../../../domain/call-list/evaluate.ts';
import { explain, type Explanation } from '../../../domain/call-list/explain.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import { sentence } from '../../../domain/language.ts';
import { isOutsideSlice, sliceDays } from '../../../db/queries/slice.ts';
import { readSliceSettings } from '../slice-settings.ts';
import { answerProgrammes, answerTasks, type ProgrammeAnswer } from '../../../domain/call-list/programme-answers.ts';
import { traceOf, type TraceLine } from '../../../domain/call-list/trace.ts';
import { firstNumberOf, type DonorFacts } from '../../../domain/donor-facts.ts';
import { CALLING_LANES } from '../../../domain/programmes/programme-id.ts';
import { asksForHours } from '../../../domain/programmes/settings.ts';
import { countCalledToday } from '../../../db/queries/calls.ts';
import { findByNumber, findCandidates } from '../../../db/queries/candidates.ts';
import { forgetEndedClaims } from '../../../db/queries/claims.ts';
import { readFacts } from '../../../db/queries/facts.ts';
import { readVerifyFacts } from '../../../db/queries/tasks.ts';
import type { Reader } from '../../../db/store.ts';
import type { AskContext } from '../context.ts';
import { drawMissing } from './draw-hold-out.ts';

/** The moment and the calls of today are left out where no setting asks for them: lists are kept by their context. */
export function listContext(context: AskContext, day: CalendarDay = context.today): ListContext {
  const { person, programmes, today } = context;
  const planned = { today: day, viewerCrmId: person.crmId, settings: programmes };
  return day === today && asksForHours(programmes) ? { ...planned, now: context.now() } : planned;
}

/** With how many were called today already, for a list with a daily maximum. */
export async function fullListContext(context: AskContext, day: CalendarDay = context.today): Promise<ListContext> {
  const planned = listContext(context, day);
  if (day !== context.today || !hasDailyMaximum(context)) return planned;
  return { ...planned, calledToday: await countCalledToday(context.store.reader, day) };
}

function hasDailyMaximum({ programmes: { dailyMaximum } }: AskContext): boolean {
  return CALLING_LANES.some((lane) => dailyMaximum[lane] !== null);
}

/** The list of all calling lanes on a day. Who is due to be drawn for a hold-out group is drawn before it is shown. */
export async function readCallList(context: AskContext, day: CalendarDay = context.today): Promise<CallList> {
  await forgetEndedClaims(context.store, context.now());
  const full = await fullListContext(context, day);
  const list = await context.lists.read(full);
  const hasDrawn = day === context.today && (await drawMissing(context, list));
  return hasDrawn ? context.lists.read(full) : list;
}

/** Null for a donor who does not exist. */
export async function explainDonor(
  context: AskContext,
  donorId: number,
  day: CalendarDay = context.today,
): Promise<Explanation | null> {
  if (await isOutsideSlice(context.store.reader, donorId)) return outsideSlice(context);
  const asked = await readAsked(context, donorId, day);
  return asked === null ? null : explain(asked.donor, asked.rivals, asked.list);
}

export interface WhyAnswer {
  readonly donor: DonorFacts;
  readonly explanation: Explanation;
  readonly programmes: readonly ProgrammeAnswer[];
}

/** One sentence for every programme. Null for a donor who does not exist or whose details are not here. */
export async function answerWhy(context: AskContext, donorId: number, day: CalendarDay): Promise<WhyAnswer | null> {
  const asked = await readAsked(context, donorId, day);
  const [facts] = await readVerifyFacts(context.store.reader, [donorId]);
  if (asked === null || facts === undefined) return null;
  const { donor, rivals, list } = asked;
  const explanation = explain(donor, rivals, list);
  const programmes = [...answerProgrammes(donor, rivals, list), ...answerTasks(facts, explanation.on, list)];
  return { donor, explanation, programmes };
}

/** Everything that was looked at, for any donor and day. Null for a donor who does not exist. */
export async function traceDonor(
  context: AskContext,
  donorId: number,
  day: CalendarDay = context.today,
): Promise<readonly TraceLine[] | null> {
  const asked = await readAsked(context, donorId, day);
  return asked === null ? null : traceOf(asked.donor, asked.rivals, asked.list);
}

interface Asked {
  readonly donor: DonorFacts;
  readonly rivals: readonly DonorFacts[];
  readonly list: ListContext;
}

async function readAsked(context: AskContext, donorId: number, day: CalendarDay): Promise<Asked | null> {
  // Reading the list draws whoever is due to be drawn, this donor too, and lets go of claims that have ended.
  if (day === context.today) await readCallList(context, day);
  else await forgetEndedClaims(context.store, context.now());
  const [donor] = await readFacts(context.store.reader, [donorId]);
  if (donor === undefined) return null;
  return { donor, rivals: await readCompetitors(context, donor, day), list: await fullListContext(context, day) };
}

/** Whose place on the list decides over this donor's: those with her number, and with a daily maximum everybody. */
async function readCompetitors(
  context: AskContext,
  donor: DonorFacts,
  day: CalendarDay,
): Promise<readonly DonorFacts[]> {
  const { reader } = context.store;
  const rivals = await readRivals(reader, donor);
  if (!hasDailyMaximum(context)) return rivals;
  const candidates = await findCandidates(reader, day, context.programmes);
  const known = new Set(rivals.map(({ donorId }) => donorId));
  return [...rivals, ...(await readFacts(reader, candidates)).filter(({ donorId }) => !known.has(donorId))];
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
