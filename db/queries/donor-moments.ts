/** What the CRM knows of contact with donors, read once for everything that is made of it. */
import type { Selectable } from 'kysely';
import type { MomentTable } from '../schema.ts';
import type { Reader } from '../store.ts';
import { groupByDonor, inList } from './many.ts';

const COLUMNS = [
  'id',
  'crm_id',
  'donor_id',
  'day',
  'at',
  'type_name',
  'status_name',
  'subject',
  'outcome',
  'programme',
  'promised_in',
  'assignees',
  'number',
] as const;

export type DonorMoment = Pick<Selectable<MomentTable>, (typeof COLUMNS)[number]> & {
  /** It was recorded on this workstation, where the attempt says more. */
  readonly isRecordedHere: boolean;
};

/** The moments of donors, oldest first. */
export async function readMoments(
  reader: Reader,
  donorIds: readonly number[],
): Promise<ReadonlyMap<number, readonly DonorMoment[]>> {
  const rows = await reader
    .selectFrom('moment')
    .select(COLUMNS)
    .select((select) =>
      select
        .exists(select.selectFrom('attempt').select('attempt.id').whereRef('attempt.id', '=', 'moment.operation_id'))
        .as('is_recorded_here'),
    )
    .where('donor_id', 'in', inList(donorIds))
    .orderBy('day')
    .orderBy('id')
    .execute();
  return groupByDonor(rows, ({ is_recorded_here, ...row }) => ({ ...row, isRecordedHere: Boolean(is_recorded_here) }));
}
