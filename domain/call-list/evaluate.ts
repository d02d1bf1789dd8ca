/** Judges one donor on one day: which programme she belongs to, and what stands in the way. */
import type { CalendarDay, Instant } from '../calendar/day.ts';
import { firstNumberOf, type DonorFacts } from '../donor-facts.ts';
import { givingOn, type Giving } from '../giving.ts';
import { legalBasisOf, type LegalBasis } from '../legal-basis.ts';
import type { E164 } from '../phone-number.ts';
import { PROGRAMMES } from '../programmes/index.ts';
import type { ProgrammeMatch } from '../programmes/programme.ts';
import { PROGRAMME_IDS, type CallingLane, type ProgrammeId } from '../programmes/programme-id.ts';
import { SECTION_OF, type ProgrammeSettings } from '../programmes/settings.ts';
import { attemptsIn, callsUpTo, isDone } from './programme-record.ts';
import type { Suppression } from './suppression.ts';
import { suppressionsOf } from './suppressions.ts';

export interface ListContext {
  readonly today: CalendarDay;
  /** CRM contact of the person whose list it is, null when unknown. */
  readonly viewerCrmId: number | null;
  readonly settings: ProgrammeSettings;
  /** The moment, for a list of today; a list that is planned has none. */
  readonly now?: Instant;
  /** Donors who were called today already, which counts for the daily maximum of a lane. */
  readonly calledToday?: Readonly<Record<CallingLane, number>>;
}

/** A donor who belongs to a programme today, suppressed or not. */
export interface Candidate {
  readonly donorId: number;
  /** Null for a donor from a file. */
  readonly crmId: number | null;
  /** Orders donors that are equal in everything else: the CRM's id, or the workstation's for a donor from a file. */
  readonly tieBreaker: number;
  /** The programme with the lowest priority number; chosen before the suppressions are judged. */
  readonly match: ProgrammeMatch;
  /** The other programmes that the donor belongs to today, by priority. */
  readonly also: readonly ProgrammeId[];
  readonly suppressions: readonly Suppression[];
  readonly number: E164 | null;
  /** Why this donor may be called; stamped on the call (rules-nl.md L1-L5). */
  readonly legalBasis: LegalBasis | null;
  /** Attempts without a conversation in this programme so far. */
  readonly attempts: number;
}

export interface Evaluation {
  readonly candidate: Candidate | null;
  readonly giving: Giving;
  /** Programmes that match today but are done. */
  readonly done: readonly ProgrammeMatch[];
}

/** A programme that is switched off matches nobody, and costs nothing. */
export function isSwitchedOn(programme: ProgrammeId, settings: ProgrammeSettings): boolean {
  const section = settings[SECTION_OF[programme]];
  return !('isOn' in section) || section.isOn;
}

const SWITCHED_ON = new WeakMap<ProgrammeSettings, readonly ProgrammeId[]>();

/** Asked for every donor of a list with the same settings, so the answer is kept with them. */
function switchedOnIn(settings: ProgrammeSettings): readonly ProgrammeId[] {
  const known = SWITCHED_ON.get(settings);
  if (known !== undefined) return known;
  const found = PROGRAMME_IDS.filter((id) => isSwitchedOn(id, settings));
  SWITCHED_ON.set(settings, found);
  return found;
}

/**
 * Everything about one donor on one day, except whether somebody else shares her number.
 *
 * @param giving hers on that day, for who has it already
 */
export function evaluate(
  donor: DonorFacts,
  context: ListContext,
  giving: Giving = givingOn(context.today, donor.gifts, donor.mandates),
): Evaluation {
  const { today, settings } = context;
  const calls = callsUpTo(today, donor.calls);
  const matches = switchedOnIn(settings)
    .map((id) => PROGRAMMES[id].judge({ today, donor, giving, settings }).match)
    .filter((match) => match !== null)
    .sort((a, b) => a.priority - b.priority);
  const major = matches.find(({ programme }) => programme === 'major-call') ?? null;
  const done = matches.filter((match) => match.programme !== 'callback' && isDone(match, calls, major));
  const [match, ...others] = matches.filter((each) => !done.includes(each));
  if (match === undefined) return { candidate: null, giving, done };
  const legalBasis = legalBasisOf(donor, giving, today, settings.legal);
  const suppressions = suppressionsOf({ ...context, donor, giving, match, calls, legalBasis });
  return {
    giving,
    done,
    candidate: {
      donorId: donor.donorId,
      crmId: donor.crmId,
      tieBreaker: donor.crmId ?? donor.donorId,
      match,
      also: others.map(({ programme }) => programme),
      suppressions,
      number: firstNumberOf(donor.phones),
      legalBasis,
      attempts: attemptsIn(match, calls).length,
    },
  };
}
