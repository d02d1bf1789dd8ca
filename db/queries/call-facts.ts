/** Calls with donors, from here and from the CRM, each once. */
import type { CallFact, CallResult } from '../../domain/call-fact.ts';
import { OUTCOMES, type OutcomeId } from '../../domain/outcome.ts';
import type { ProgrammeId } from '../../domain/programmes/programme-id.ts';
import type { DonorMoment } from './donor-moments.ts';

/** What the status of a "Phone Call" in the CRM means (call-list-rules.md). Others do not count. */
const RESULT_OF_STATUS: ReadonlyMap<string, CallResult> = new Map(
  Object.entries<CallResult>({
    Completed: 'conversation',
    'Left Message': 'voicemail-left',
    Unreachable: 'attempt',
    No_show: 'attempt',
  }),
);

/** A call as it was recorded here; it was not taken back. */
export interface OwnCall {
  readonly day: CallFact['day'];
  readonly at: string;
  readonly outcome: OutcomeId;
  readonly programme: ProgrammeId | null;
  readonly promised_in: ProgrammeId | null;
}

/**
 * A call that was recorded here and came back from the CRM counts once, as it was recorded here; one of another
 * workstation counts with the outcome and programme that it carries.
 */
export function toCallFacts(attempts: readonly OwnCall[], moments: readonly DonorMoment[]): readonly CallFact[] {
  const elsewhere = moments.flatMap((moment) => {
    if (moment.type_name !== 'Phone Call' || moment.isRecordedHere) return [];
    const result = resultOf(moment.status_name, moment.outcome);
    return result === null ? [] : [toFact(moment, result)];
  });
  return [...attempts.map((attempt) => toFact(attempt, OUTCOMES[attempt.outcome].result)), ...elsewhere];
}

/** What callers heard, here or at another workstation, and did not take back. A call that was cancelled says nothing. */
export function outcomesHeard(attempts: readonly OwnCall[], moments: readonly DonorMoment[]): ReadonlySet<OutcomeId> {
  return new Set([...attempts, ...heardElsewhere(moments)].map(({ outcome }) => outcome));
}

/** Numbers that were dialled at another workstation and are not the donor's. What is so here stands in a table of its own. */
export function wrongElsewhere(moments: readonly DonorMoment[]): readonly string[] {
  return heardElsewhere(moments).flatMap(({ outcome, number }) =>
    number !== null && OUTCOMES[outcome].marksNumberWrong ? [number] : [],
  );
}

function heardElsewhere(moments: readonly DonorMoment[]): readonly (DonorMoment & { readonly outcome: OutcomeId })[] {
  return moments.filter(
    (moment): moment is DonorMoment & { readonly outcome: OutcomeId } =>
      moment.type_name === 'Phone Call' &&
      !moment.isRecordedHere &&
      moment.outcome !== null &&
      RESULT_OF_STATUS.has(moment.status_name),
  );
}

function toFact({ day, at, programme, promised_in }: Omit<OwnCall, 'outcome'>, result: CallResult): CallFact {
  return { day, at, result, programme, promisedIn: promised_in };
}

function resultOf(status: string, outcome: OutcomeId | null): CallResult | null {
  const byStatus = RESULT_OF_STATUS.get(status) ?? null;
  return byStatus === null || outcome === null ? byStatus : OUTCOMES[outcome].result;
}
