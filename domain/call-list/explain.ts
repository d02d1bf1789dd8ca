/** Answers for any donor and any day: on the list and why, or why not and from when. */
import { addDays, daysBetween, type CalendarDay } from '../calendar/day.ts';
import { writeDay } from '../calendar/write-day.ts';
import type { DonorFacts } from '../donor-facts.ts';
import { givingDayByDay } from '../giving.ts';
import { sentence, type Sentence } from '../language.ts';
import { PROGRAMMES } from '../programmes/index.ts';
import type { ProgrammeMatch } from '../programmes/programme.ts';
import type { ProgrammeId } from '../programmes/programme-id.ts';
import { buildCallList } from './call-list.ts';
import { evaluate, type Candidate, type ListContext } from './evaluate.ts';
import type { SuppressionId } from './suppression.ts';
import { writeSuppression } from './suppression-sentences.ts';

/** Further ahead than this nobody can tell: windows, cool-downs and pauses have all ended by then. */
const HORIZON_DAYS = 366;

/** For so long after its last day a missed thank-you call is still worth telling about. */
const RECENT_DAYS = 60;

export interface Explanation {
  readonly on: boolean;
  /** The programme that the donor belongs to today, whether called or suppressed; null for none. */
  readonly programme: ProgrammeId | null;
  readonly suppressions: readonly SuppressionId[];
  /** For a donor who is not on the list: the first coming day on which she is, if nothing else happens. */
  readonly next: { readonly programme: ProgrammeId; readonly from: CalendarDay } | null;
  readonly sentence: Sentence;
}

/**
 * Made with the same function that makes the list, so that the two never disagree.
 *
 * @param rivals the donors who share this donor's first valid number
 */
export function explain(donor: DonorFacts, rivals: readonly DonorFacts[], context: ListContext): Explanation {
  const { on, candidate } = judge(donor, rivals, context);
  if (candidate !== null && on) {
    const { programme, reason } = candidate.match;
    return { on: true, programme, suppressions: [], next: null, sentence: reason };
  }
  const coming = firstComingDay(donor, rivals, context);
  const next = coming === null ? null : { programme: coming.match.programme, from: coming.day };
  if (candidate === null) {
    return { on: false, programme: null, suppressions: [], next, sentence: writeNoProgramme(donor, coming, context) };
  }
  const { match, suppressions } = candidate;
  return {
    on: false,
    programme: match.programme,
    suppressions: suppressions.map(({ id }) => id),
    next,
    sentence: writeSuppressed(candidate, coming?.day ?? null, context),
  };
}

/** Whether a donor would be called on the day of the context. @param rivals as for `explain` */
export function isOnList(donor: DonorFacts, rivals: readonly DonorFacts[], context: ListContext): boolean {
  return judge(donor, rivals, context).on;
}

interface Judgement {
  readonly on: boolean;
  readonly candidate: Candidate | null;
}

function judge(donor: DonorFacts, rivals: readonly DonorFacts[], context: ListContext): Judgement {
  const isThisDonor = ({ donorId }: { readonly donorId: number }): boolean => donorId === donor.donorId;
  const list = buildCallList([donor, ...rivals.filter((rival) => !isThisDonor(rival))], context);
  const item = list.items.find(isThisDonor);
  return { on: item !== undefined, candidate: item ?? list.suppressed.find(isThisDonor) ?? null };
}

interface ComingDay {
  readonly day: CalendarDay;
  readonly match: ProgrammeMatch;
}

function firstComingDay(donor: DonorFacts, rivals: readonly DonorFacts[], context: ListContext): ComingDay | null {
  const givingOnDay = givingDayByDay(donor.gifts, donor.mandates);
  for (let ahead = 1; ahead <= HORIZON_DAYS; ahead += 1) {
    const day = addDays(context.today, ahead);
    const onThatDay = { ...context, today: day };
    if (evaluate(donor, onThatDay, givingOnDay(day)).candidate?.suppressions.length !== 0) continue;
    const { on, candidate } = judge(donor, rivals, onThatDay);
    if (on && candidate !== null) return { day, match: candidate.match };
  }
  return null;
}

function writeSuppressed(candidate: Candidate, from: CalendarDay | null, context: ListContext): Sentence {
  const [first] = candidate.suppressions;
  if (first === undefined) throw new Error('a suppressed candidate has a suppression');
  const why = writeSuppression(first, context);
  // A claim ends today: to say "from tomorrow" would be wrong.
  if (from === null || first.id === 'claimed') return why;
  return sentence((language) => {
    const on = writeDay(from, language, context);
    return language === 'nl' ? `${why.nl} Vanaf ${on} op de lijst.` : `${why.en} On the list from ${on}.`;
  });
}

function writeNoProgramme(donor: DonorFacts, coming: ComingDay | null, context: ListContext): Sentence {
  if (coming !== null) return coming.match.expectation(context.today);
  const { done, giving } = evaluate(donor, context);
  const [finished] = done;
  if (finished !== undefined) {
    const { name } = PROGRAMMES[finished.programme];
    return { nl: `Het ${name.nl} is al geweest.`, en: `The ${name.en} has been made already.` };
  }
  if (giving.dayZero === null) {
    return { nl: 'Er is geen gift of machtiging bekend.', en: 'No gift or mandate is known.' };
  }
  return writeNoOccasion(giving.dayZero, context);
}

function writeNoOccasion(dayZero: CalendarDay, { today, settings }: ListContext): Sentence {
  const { firstDay, lastDay } = settings.thankYouCall;
  const lastDayOnList = addDays(dayZero, lastDay);
  const isRecent = daysBetween(lastDayOnList, today) <= RECENT_DAYS;
  return sentence((language) => {
    const [since, first, last] = [dayZero, addDays(dayZero, firstDay), lastDayOnList].map((day) =>
      writeDay(day, language, { today }),
    );
    if (language === 'nl') {
      return isRecent
        ? `Het bedanktelefoontje kon van ${first} tot en met ${last}; die tijd is voorbij.`
        : `Donateur sinds ${since}; er is nu geen aanleiding om te bellen.`;
    }
    return isRecent
      ? `The thank-you call could be made from ${first} to ${last}; that time has passed.`
      : `A donor since ${since}; there is no occasion for a call now.`;
  });
}
