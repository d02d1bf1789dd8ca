/** Which donor somebody is whom a place knows. */
import type { Instant } from '../../domain/calendar/day.ts';
import type { SourceLinkState } from '../source-tables.ts';
import type { Writer } from '../store.ts';
import { settleSources } from './settle.ts';

export interface NewLink {
  readonly sourceDonorId: number;
  /** Set for `certain` and `linked` alone. */
  readonly donorId: number | null;
  readonly state: SourceLinkState;
  readonly reasons: unknown;
  readonly score: number | null;
  /** Null: by itself. */
  readonly decidedBy: number | null;
  readonly now: Instant;
}

/** Gifts are not touched: `settleSources` has to follow, for whoever she was linked to before and is now. */
export async function setLink({ transaction }: Writer, link: NewLink): Promise<void> {
  const row = {
    donor_id: link.donorId,
    state: link.state,
    reasons: JSON.stringify(link.reasons),
    score: link.score,
    decided_by: link.decidedBy,
    decided_at: link.now,
  };
  await transaction
    .insertInto('source_link')
    .values({ source_donor_id: link.sourceDonorId, ...row })
    .onConflict((conflict) => conflict.column('source_donor_id').doUpdateSet(row))
    .execute();
}

/** It is somebody else: never linked to this donor by itself again, and everything is put back. */
export async function unlink(
  writer: Writer,
  {
    sourceDonorId,
    personId,
    now,
  }: { readonly sourceDonorId: number; readonly personId: number; readonly now: Instant },
): Promise<void> {
  const { transaction } = writer;
  const before = await transaction
    .selectFrom('source_link')
    .select('donor_id')
    .where('source_donor_id', '=', sourceDonorId)
    .executeTakeFirst();
  const donorId = before?.donor_id ?? null;
  if (donorId === null) return;
  await transaction
    .insertInto('source_refused')
    .values({ source_donor_id: sourceDonorId, donor_id: donorId, person_id: personId, at: now })
    .onConflict((conflict) => conflict.columns(['source_donor_id', 'donor_id']).doNothing())
    .execute();
  await setLink(writer, {
    sourceDonorId,
    donorId: null,
    state: 'unlinked',
    reasons: [],
    score: null,
    decidedBy: personId,
    now,
  });
  await settleSources(writer, [donorId]);
}
