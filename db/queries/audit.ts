/** The trace of what people did that is not a call: who, when, what. It can only grow, and is chained (`db/audit-chain.ts`). */
import type { AuditAction } from '../../domain/audit/actions.ts';
import type { Instant } from '../../domain/calendar/day.ts';
import { BEFORE_THE_FIRST, hashOf, readHead } from '../audit-chain.ts';
import type { Writer } from '../store.ts';

export interface AuditEntry {
  readonly at: Instant;
  /** Null when nobody was signed in. */
  readonly personId: number | null;
  readonly action: AuditAction;
  /** What it was done to: the number or id of a record, a lane, a version. */
  readonly subject: string;
  /** About whom, by the workstation's id. */
  readonly donorId?: number | null | undefined;
  /** Numbers, ids and choices: no personal data, because it can never be taken out again. */
  readonly detail?: object | null | undefined;
  /** What somebody typed about this donor; it lies beside the trail and goes when the donor is erased. */
  readonly words?: string | null | undefined;
}

/** Part of the write that does it, so that the one is never there without the other. */
export async function noteAudit({ transaction }: Writer, entry: AuditEntry): Promise<void> {
  const { at, personId, action, subject, donorId = null, detail = null, words = null } = entry;
  const head = await readHead(transaction);
  const row = {
    id: (head?.id ?? 0) + 1,
    at,
    // Whoever opens a profile that nobody has used yet is nobody.
    person_id: personId === 0 ? null : personId,
    action,
    subject,
    detail: detail === null ? null : JSON.stringify(detail),
    about_donor_id: donorId,
  };
  const hash = hashOf(head?.hash ?? BEFORE_THE_FIRST, row);
  await transaction
    .insertInto('audit')
    .values({ ...row, hash })
    .execute();
  const next = { last_id: row.id, hash };
  await transaction
    .insertInto('audit_head')
    .values({ one: 1, ...next })
    .onConflict((conflict) => conflict.column('one').doUpdateSet(next))
    .execute();
  if (words !== null && words !== '' && donorId !== null) {
    await transaction.insertInto('audit_words').values({ audit_id: row.id, donor_id: donorId, words }).execute();
  }
}
