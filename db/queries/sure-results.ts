/** What calls did that needs no comparison: it was recorded in them. */
import { sql } from 'kysely';
import type { CalendarDay } from '../../domain/calendar/day.ts';
import { OUTCOME_IDS, OUTCOMES } from '../../domain/outcome.ts';
import type { Reader } from '../store.ts';
import { inTexts } from './many.ts';

export interface ServiceCalls {
  /** Donors with whom a failed or reversed debit was talked about. */
  readonly reached: number;
  /** Of them, who gave within so many days afterwards. */
  readonly gaveAfter: number;
}

/** Within so many days a debit is collected anew, or the donor transfers it. */
export const DAYS_AFTER_SERVICE_CALL = 60;

const CONVERSATIONS = OUTCOME_IDS.filter((id) => OUTCOMES[id].result === 'conversation');

/** Of calls that were made on this workstation on or after a day. */
export async function countServiceCalls(reader: Reader, from: CalendarDay): Promise<ServiceCalls> {
  const { rows } = await sql<ServiceCalls>`
    SELECT count(DISTINCT donor_id) AS reached,
           count(DISTINCT CASE WHEN EXISTS (
             SELECT 1 FROM gift
              WHERE gift.donor_id = attempt.donor_id AND gift.status = 'received' AND gift.amount > 0
                AND gift.day > attempt.day
                AND gift.day <= date(attempt.day, '+' || ${DAYS_AFTER_SERVICE_CALL} || ' days')) THEN donor_id END) AS gaveAfter
      FROM attempt
     WHERE day >= ${from} AND undone_at IS NULL AND coalesce(promised_in, programme) = 'service-call'
       AND outcome IN ${inTexts(CONVERSATIONS)}`.execute(reader);
  return rows[0] ?? { reached: 0, gaveAfter: 0 };
}
