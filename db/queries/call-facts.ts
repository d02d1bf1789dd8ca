/** Calls with donors, from here and from the CRM, each once. */
import type { CallFact, CallResult } from '../../domain/call-fact.ts';
import { OUTCOMES, type OutcomeId } from '../../domain/outcome.ts';
import type { ProgrammeId } from '../../domain/programmes/programme-id.ts';
import type { Reader } from '../store.ts';
import { inList } from './many.ts';

/** What the status of a "Phone Call" in the CRM means (call-list-rules.md). Others do not count. */
const RESULT_OF_STATUS: Readonly<Record<string, CallResult>> = {
  Completed: 'conversation',
  'Left Message': 'voicemail-left',
  Unreachable: 'attempt',
  No_show: 'attempt',
};

/**
 * A call that was recorded here and came back from the CRM counts once, as it was recorded here; one of another
 * workstation counts with the outcome and programme that it carries.
 */
export async function readCallFacts(
  reader: Reader,
  donorIds: readonly number[],
): Promise<ReadonlyMap<number, readonly CallFact[]>> {
  const attempts = await reader
    .selectFrom('attempt')
    .select(['donor_id', 'day', 'at', 'outcome', 'programme', 'promised_in'])
    .where('donor_id', 'in', inList(donorIds))
    .where('undone_at', 'is', null)
    .execute();
  const moments = await reader
    .selectFrom('moment')
    .select(['donor_id', 'day', 'at', 'status_name', 'outcome', 'programme', 'promised_in'])
    .where('donor_id', 'in', inList(donorIds))
    .where('type_name', '=', 'Phone Call')
    .where((where) =>
      where.not(
        where.exists(
          where.selectFrom('attempt').select('attempt.id').whereRef('attempt.id', '=', 'moment.operation_id'),
        ),
      ),
    )
    .execute();
  const facts = new Map<number, CallFact[]>();
  const add = (row: CallRow, result: CallResult): void => {
    const fact = { day: row.day, at: row.at, result, programme: row.programme, promisedIn: row.promised_in };
    facts.set(row.donor_id, [...(facts.get(row.donor_id) ?? []), fact]);
  };
  for (const attempt of attempts) add(attempt, OUTCOMES[attempt.outcome].result);
  for (const moment of moments) {
    const result = resultOf(moment.status_name, moment.outcome);
    if (result !== null) add(moment, result);
  }
  return facts;
}

interface CallRow {
  readonly donor_id: number;
  readonly day: CallFact['day'];
  readonly at: string;
  readonly programme: ProgrammeId | null;
  readonly promised_in: ProgrammeId | null;
}

function resultOf(status: string, outcome: OutcomeId | null): CallResult | null {
  const byStatus = RESULT_OF_STATUS[status] ?? null;
  return byStatus === null || outcome === null ? byStatus : OUTCOMES[outcome].result;
}
