/** Donors who were called twice, as a fact: for both who did, and for a coordinator. */
import type { DoubleItem } from '../../../contract/procedures/claims.ts';
import { addDays } from '../../../domain/calendar/day.ts';
import { findDoubles, type Double, type RecordedCall } from '../../../domain/claims/double.ts';
import { OUTCOMES } from '../../../domain/outcome.ts';
import { PROGRAMMES } from '../../../domain/programmes/index.ts';
import { readColleagues } from '../../../db/queries/callers.ts';
import { readDonors } from '../../../db/queries/donor-details.ts';
import { readRepeatedCalls, readSeenDoubles } from '../../../db/queries/doubles.ts';
import { CALLER_DAYS } from '../../../sync/claims/keep-claims.ts';
import type { AskContext } from '../context.ts';
import { nameOrNumber } from './donor-name.ts';

/** Those of the last days that the person has not said to know of: a coordinator's are everybody's. */
export async function readDoubles({ store, person, today }: AskContext): Promise<readonly Double[]> {
  const whose = person.roles.includes('coordinator') ? 'all' : 'own';
  const since = addDays(today, -CALLER_DAYS);
  const calls = await readRepeatedCalls(store.reader, { personId: person.id, since, whose });
  const seen = await readSeenDoubles(store.reader, person.id);
  return findDoubles(calls).filter(
    ({ donorId, day, programme, isMine }) =>
      (whose === 'all' || isMine) &&
      !seen.some((each) => each.donor_id === donorId && each.day === day && each.programme === programme),
  );
}

export async function listDoubles(context: AskContext): Promise<readonly DoubleItem[]> {
  const { store, person } = context;
  const doubles = await readDoubles(context);
  const donors = await readDonors(store.reader, [...new Set(doubles.map(({ donorId }) => donorId))]);
  const colleagues = await readColleagues(store.reader);
  const nameOf = ({ isMine, callerCrmId }: RecordedCall): string | null =>
    isMine ? person.name : (colleagues.get(callerCrmId ?? 0) ?? null);
  return doubles.flatMap(({ donorId, day, programme, isMine, calls }) => {
    const donor = donors.get(donorId);
    if (donor === undefined) return [];
    return {
      donorId,
      day,
      programme,
      isMine,
      donorName: nameOrNumber(donor),
      programmeName: PROGRAMMES[programme].name,
      calls: calls.map((call) => ({
        operationId: call.operationId,
        who: nameOf(call),
        isMine: call.isMine,
        at: call.at,
        outcome: OUTCOMES[call.outcome].name,
      })),
    };
  });
}
