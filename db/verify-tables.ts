/** The tables of verifying, as Kysely sees them. What they mean stands in migration 0141. */
import type { Generated } from 'kysely';
import type { CalendarDay, Instant } from '../domain/calendar/day.ts';
import type { ProposalKind } from '../domain/verify/proposal.ts';

export interface VerifiedDetailTable {
  readonly id: Generated<number>;
  readonly donor_id: number;
  readonly detail: string;
  readonly day: CalendarDay;
  readonly at: Instant;
  readonly person_id: number;
  readonly undone_at: Instant | null;
}

export interface ProposalTable {
  readonly id: Generated<number>;
  readonly donor_id: number;
  readonly person_id: number;
  readonly kind: ProposalKind;
  readonly value: string;
  readonly reason: string;
  readonly at: Instant;
  readonly decision: 'yes' | 'no' | null;
  readonly decided_at: Instant | null;
  readonly decided_by: number | null;
  /** What went to the CRM after a yes. */
  readonly operation_id: string | null;
}
