/** Judges one donor on one day: which programme she belongs to, and what stands in the way. */
import type { CalendarDay } from '../calendar/day.ts';
import { firstNumberOf, type DonorFacts } from '../donor-facts.ts';
import { givingOn, type Giving } from '../giving.ts';
import type { E164 } from '../phone-number.ts';
import { PROGRAMMES } from '../programmes/index.ts';
import type { ProgrammeMatch } from '../programmes/programme.ts';
import { PROGRAMME_IDS, type ProgrammeId } from '../programmes/programme-id.ts';
import type { ProgrammeSettings } from '../programmes/settings.ts';
import { attemptsIn, callsUpTo, isDone } from './programme-record.ts';
import type { Suppression } from './suppression.ts';
import { suppressionsOf } from './suppressions.ts';

export interface ListContext {
  readonly today: CalendarDay;
  /** CRM contact of the person whose list it is, null when unknown. */
  readonly viewerCrmId: number | null;
  readonly settings: ProgrammeSettings;
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
  /** Attempts without a conversation in this programme so far. */
  readonly attempts: number;
}

export interface Evaluation {
  readonly candidate: Candidate | null;
  readonly giving: Giving;
  /** Programmes that match today but are done. */
  readonly done: readonly ProgrammeMatch[];
}

/** Everything about one donor on one day, except whether somebody else shares her number. */
export function evaluate(donor: DonorFacts, context: ListContext): Evaluation {
  const { today, settings } = context;
  const giving = givingOn(today, donor.gifts, donor.mandates);
  const calls = callsUpTo(today, donor.calls);
  const matches = PROGRAMME_IDS.map((id) => PROGRAMMES[id].match({ today, donor, giving, settings }))
    .filter((match) => match !== null)
    .sort((a, b) => a.priority - b.priority);
  const major = matches.find(({ programme }) => programme === 'major-call') ?? null;
  const done = matches.filter((match) => match.programme !== 'callback' && isDone(match, calls, major));
  const [match, ...others] = matches.filter((each) => !done.includes(each));
  if (match === undefined) return { candidate: null, giving, done };
  const suppressions = suppressionsOf({ ...context, donor, giving, match, calls });
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
      attempts: attemptsIn(match, calls).length,
    },
  };
}
