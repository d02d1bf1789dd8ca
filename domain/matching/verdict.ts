/** What is kept of a match beside the link: ids and words of our own, nothing that anybody typed. */
import { z } from 'zod';
import { MATCHED_FIELDS, VERDICTS } from './evidence.ts';
import type { Comparison } from './match.ts';
import { TRAPS } from './traps.ts';

const comparisonSchema = z.object({
  donorId: z.int(),
  points: z.number(),
  traps: z.array(z.enum(TRAPS)),
  verdicts: z.array(z.object({ field: z.enum(MATCHED_FIELDS), verdict: z.enum(VERDICTS) })),
});

/**
 * `crm-key`: the CRM has the record under its own name; `own-number`: the file has the number that we gave her; `compared`: the fields were, the likeliest
 * first.
 */
export const matchReasonsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('crm-key') }),
  z.object({ kind: z.literal('own-number') }),
  z.object({ kind: z.literal('compared'), candidates: z.array(comparisonSchema) }),
]);
export type MatchReasons = z.infer<typeof matchReasonsSchema>;

export function reasonsOf(comparisons: readonly Comparison[]): MatchReasons {
  return {
    kind: 'compared',
    candidates: comparisons.map(({ donorId, points, traps, evidence }) => ({
      donorId,
      points,
      traps: [...traps],
      verdicts: evidence
        .filter(({ verdict }) => verdict !== 'unknown')
        .map(({ field, verdict }) => ({ field, verdict })),
    })),
  };
}

/** Whether what two places say now speaks against each other: then a link that was made by itself is looked at by a person. */
export function isContradicted({ evidence }: Comparison): boolean {
  return evidence.some(({ field, verdict }) => verdict === 'different' && CONTRADICTING.has(field));
}

const CONTRADICTING: ReadonlySet<string> = new Set(['firstName', 'surname', 'organisation', 'birthday']);
