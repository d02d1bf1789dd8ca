/** What was recorded about the right to call a donor: consents, objections, promises and calls, with who and when. */
import { readSourceEvidence } from '../sources/consents.ts';
import type { Reader } from '../store.ts';

/** Everything that was recorded here, oldest first, what was taken back included: both events are the proof. */
export async function readEvidence(reader: Reader, donorId: number) {
  const consents = await reader
    .selectFrom('consent')
    .innerJoin('person', 'person.id', 'consent.person_id')
    .select(['consent.day', 'consent.at', 'consent.words', 'consent.source', 'person.name'])
    .where('donor_id', '=', donorId)
    .orderBy('consent.at')
    .execute();
  const objections = await reader
    .selectFrom('objection')
    .innerJoin('person', 'person.id', 'objection.person_id')
    .select(['objection.at', 'objection.undone_at', 'person.name'])
    .where('donor_id', '=', donorId)
    .orderBy('objection.at')
    .execute();
  const promises = await reader
    .selectFrom('callback')
    .select(['made_at', 'promised_day', 'promised_time'])
    .where('donor_id', '=', donorId)
    .orderBy('made_at')
    .execute();
  const attempts = await reader
    .selectFrom('attempt')
    .innerJoin('person', 'person.id', 'attempt.person_id')
    .select(['attempt.at', 'attempt.programme', 'attempt.outcome', 'attempt.number', 'attempt.objection_answer'])
    .select(['attempt.legal_basis', 'attempt.undone_at', 'person.name'])
    .where('donor_id', '=', donorId)
    .orderBy('attempt.at')
    .execute();
  const elsewhere = await reader
    .selectFrom('moment')
    .select(['day', 'status_name', 'subject'])
    .where('donor_id', '=', donorId)
    .where('type_name', '=', 'Phone Call')
    .where('status_name', '<>', 'Scheduled')
    .where((where) =>
      where.not(
        where.exists(
          where.selectFrom('attempt').select('attempt.id').whereRef('attempt.id', '=', 'moment.operation_id'),
        ),
      ),
    )
    .orderBy('day')
    .execute();
  const atSources = await readSourceEvidence(reader, donorId);
  return {
    consents: [...consents, ...atSources.consents],
    objections: [...objections, ...atSources.objections],
    promises,
    attempts,
    elsewhere,
  };
}

export type Evidence = Awaited<ReturnType<typeof readEvidence>>;
