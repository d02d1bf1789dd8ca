/** Who was drawn for the hold-out group of a programme, and who was not. A draw is for ever. */
import type { Instant } from '../../domain/calendar/day.ts';
import type { ProgrammeId } from '../../domain/programmes/programme-id.ts';
import type { Reader, Writer } from '../store.ts';
import { groupByDonor, inList } from './many.ts';

export interface Draw {
  readonly donorId: number;
  readonly programme: ProgrammeId;
  readonly isHeld: boolean;
  readonly percent: number;
}

/** The programmes for which donors were drawn already, held out or not. */
export async function readDrawn(
  reader: Reader,
  donorIds: readonly number[],
): Promise<ReadonlyMap<number, readonly ProgrammeId[]>> {
  const rows = await reader
    .selectFrom('hold_out')
    .select(['donor_id', 'programme'])
    .where('donor_id', 'in', inList(donorIds))
    .execute();
  return groupByDonor(rows, ({ programme }) => programme);
}

/** Stores draws; what was drawn before stays as it was. */
export async function saveDraws({ transaction }: Writer, draws: readonly Draw[], at: Instant): Promise<void> {
  for (const { donorId, programme, isHeld, percent } of draws) {
    await transaction
      .insertInto('hold_out')
      .values({ donor_id: donorId, programme, is_held: isHeld ? 1 : 0, percent, drawn_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
