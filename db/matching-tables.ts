/** What persons decided about donors of places, as Kysely sees it. What it means stands in migration 0251. */
import type { Generated } from 'kysely';
import type { Instant } from '../domain/calendar/day.ts';

export const MATCH_DECISIONS = ['same', 'other', 'new', 'later', 'unlink'] as const;
export type MatchDecision = (typeof MATCH_DECISIONS)[number];

export interface MatchingTables {
  readonly match_decision: {
    readonly id: Generated<number>;
    readonly source_donor_id: number;
    readonly donor_id: number | null;
    readonly decision: MatchDecision;
    /** JSON. */
    readonly link_before: string;
    /** JSON: ids of donors. */
    readonly refused: string;
    readonly person_id: number;
    readonly at: Instant;
    readonly undone_at: Instant | null;
  };
}
