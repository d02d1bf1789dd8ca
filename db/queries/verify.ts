/** What was looked at and proposed while verifying. */
import type { CalendarDay } from '../../domain/calendar/day.ts';
import type { Reader } from '../store.ts';

export async function countVerifiedToday(reader: Reader, personId: number, today: CalendarDay): Promise<number> {
  const row = await reader
    .selectFrom('journey_step')
    .select((select) => select.fn.count<number>('donor_id').distinct().as('donors'))
    .where('programme', '=', 'verify')
    .where('person_id', '=', personId)
    .where('day', '=', today)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return row?.donors ?? 0;
}

/** Keys of the details of a donor that were found right today. */
export async function readRightToday(
  reader: Reader,
  donorId: number,
  today: CalendarDay,
): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('verified_detail')
    .select('detail')
    .where('donor_id', '=', donorId)
    .where('day', '=', today)
    .where('undone_at', 'is', null)
    .execute();
  return new Set(rows.map(({ detail }) => detail));
}

/** Corrections of a donor outside a call that stand, made since a moment, oldest first. */
export async function readCorrectionsSince(reader: Reader, donorId: number, since: string) {
  return reader
    .selectFrom('correction')
    .select(['id', 'detail', 'body'])
    .where('donor_id', '=', donorId)
    .where('call_item_id', 'is', null)
    .where('undone_at', 'is', null)
    .where('at', '>=', since)
    .orderBy('id')
    .execute();
}

export async function readProposals(reader: Reader, donorId: number | null) {
  return reader
    .selectFrom('proposal')
    .innerJoin('person', 'person.id', 'proposal.person_id')
    .select(['proposal.id', 'proposal.donor_id', 'proposal.kind', 'proposal.value', 'proposal.reason', 'proposal.at'])
    .select('person.name')
    .where('proposal.decision', 'is', null)
    .$if(donorId !== null, (query) => query.where('proposal.donor_id', '=', donorId ?? 0))
    .orderBy('proposal.at')
    .orderBy('proposal.id')
    .execute();
}
export type OpenProposal = Awaited<ReturnType<typeof readProposals>>[number];

export async function countProposals(reader: Reader): Promise<number> {
  const row = await reader
    .selectFrom('proposal')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('decision', 'is', null)
    .executeTakeFirst();
  return row?.count ?? 0;
}
