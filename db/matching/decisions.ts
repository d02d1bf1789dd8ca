/** Decisions of persons about donors of places: kept one by one, and taken back with what they changed. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { Instant } from '../../domain/calendar/day.ts';
import { inList } from '../queries/many.ts';
import type { MatchDecision } from '../matching-tables.ts';
import { SOURCE_LINK_STATES, type SourceLinkTable } from '../source-tables.ts';
import type { Reader, Writer } from '../store.ts';

const linkSchema = z.object({
  donor_id: z.int().nullable(),
  state: z.enum(SOURCE_LINK_STATES),
  reasons: z.string(),
  score: z.number().nullable(),
  decided_by: z.int().nullable(),
  decided_at: z.string(),
});

export interface DecisionToKeep {
  readonly sourceDonorId: number;
  readonly donorId: number | null;
  readonly decision: MatchDecision;
  readonly before: SourceLinkTable;
  /** Whom this decision says she is not, who was not refused before. */
  readonly refused: readonly number[];
  readonly personId: number;
  readonly at: Instant;
}

/** @returns its id */
export async function keepDecision({ transaction }: Writer, decision: DecisionToKeep): Promise<number> {
  const { id } = await transaction
    .insertInto('match_decision')
    .values({
      source_donor_id: decision.sourceDonorId,
      donor_id: decision.donorId,
      decision: decision.decision,
      link_before: JSON.stringify(linkSchema.parse(decision.before)),
      refused: JSON.stringify(decision.refused),
      person_id: decision.personId,
      at: decision.at,
      undone_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function readLink(reader: Reader, sourceDonorId: number): Promise<SourceLinkTable | null> {
  const row = await reader
    .selectFrom('source_link')
    .selectAll()
    .where('source_donor_id', '=', sourceDonorId)
    .executeTakeFirst();
  return row ?? null;
}

/** Somebody said that she is not this donor. */
export async function isRefused(
  reader: Reader,
  { sourceDonorId, donorId }: { readonly sourceDonorId: number; readonly donorId: number },
): Promise<boolean> {
  const row = await reader
    .selectFrom('source_refused')
    .select('at')
    .where('source_donor_id', '=', sourceDonorId)
    .where('donor_id', '=', donorId)
    .executeTakeFirst();
  return row !== undefined;
}

/** @returns those who were not refused before */
export async function refuse(
  { transaction }: Writer,
  refusal: {
    readonly sourceDonorId: number;
    readonly donorIds: readonly number[];
    readonly personId: number;
    readonly at: Instant;
  },
): Promise<readonly number[]> {
  const { rows } = await sql<{ donor_id: number }>`
    INSERT INTO source_refused (source_donor_id, donor_id, person_id, at)
    SELECT ${refusal.sourceDonorId}, id, ${refusal.personId}, ${refusal.at} FROM donor
     WHERE id IN ${inList(refusal.donorIds)}
        ON CONFLICT (source_donor_id, donor_id) DO NOTHING
    RETURNING donor_id`.execute(transaction);
  return rows.map((row) => row.donor_id);
}

export interface TakenBack {
  readonly sourceDonorId: number;
  readonly decision: MatchDecision;
  readonly donorIds: readonly number[];
}

/**
 * Takes a decision back that was not followed by another one: the link is again as it was before, and nobody is refused
 * because of it.
 *
 * @returns the donors whose links changed; null when it cannot be taken back any more
 */
export async function takeBack({ transaction }: Writer, decisionId: number, at: Instant): Promise<TakenBack | null> {
  const row = await transaction
    .selectFrom('match_decision')
    .selectAll()
    .where('id', '=', decisionId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const newer = await transaction
    .selectFrom('match_decision')
    .select('id')
    .where('source_donor_id', '=', row.source_donor_id)
    .where('id', '>', decisionId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  const before = linkSchema.parse(JSON.parse(row.link_before));
  const isThere =
    before.donor_id === null ||
    (await transaction.selectFrom('donor').select('id').where('id', '=', before.donor_id).executeTakeFirst()) !==
      undefined;
  if (newer !== undefined || !isThere) return null;
  const now = await readLink(transaction, row.source_donor_id);
  const refused = z.array(z.int()).parse(JSON.parse(row.refused));
  await transaction
    .deleteFrom('source_refused')
    .where('source_donor_id', '=', row.source_donor_id)
    .where('donor_id', 'in', inList(refused))
    .execute();
  await transaction.updateTable('source_link').set(before).where('source_donor_id', '=', row.source_donor_id).execute();
  await transaction.updateTable('match_decision').set({ undone_at: at }).where('id', '=', decisionId).execute();
  const donorIds = [now?.donor_id ?? null, before.donor_id].filter((id) => id !== null);
  return { sourceDonorId: row.source_donor_id, decision: row.decision, donorIds };
}
