/** The trace of what people did that is not a call: who, when, what. */
import type { Instant } from '../../domain/calendar/day.ts';
import type { Writer } from '../store.ts';

export interface AuditEntry {
  readonly at: Instant;
  readonly personId: number;
  readonly action: string;
  /** What it was done to: the number or id of a record, a lane, a version. */
  readonly subject: string;
  /** No personal data beyond an id. */
  readonly detail?: object | null | undefined;
}

/** Part of the write that does it, so that the one is never there without the other. */
export async function noteAudit({ transaction }: Writer, entry: AuditEntry): Promise<void> {
  const { at, personId, action, subject, detail = null } = entry;
  await transaction
    .insertInto('audit')
    .values({ at, person_id: personId, action, subject, detail: detail === null ? null : JSON.stringify(detail) })
    .execute();
}
