/** The trail of this workstation. For the coordinator. */
import { z } from 'zod';
import { AUDIT_KINDS } from '../../domain/audit/actions.ts';
import { query } from '../procedure.ts';
import { instantSchema, sentenceSchema } from '../values.ts';

const COORDINATOR = ['coordinator'] as const;

const lineSchema = z.object({
  id: z.int(),
  at: instantSchema,
  day: sentenceSchema,
  /** "18:40". */
  time: z.string(),
  /** Null for the command line and for whoever was not signed in. */
  who: z.string().nullable(),
  /** Follows the name: "bekeek donateur 2016". */
  what: sentenceSchema,
  kind: z.enum(AUDIT_KINDS).nullable(),
  donorId: z.int().nullable(),
  /** What was typed with it; null when nothing was, or when the donor was erased. */
  words: z.string().nullable(),
});
export type AuditLine = z.infer<typeof lineSchema>;

export const auditProcedures = {
  /** Newest first. The whole chain is gone through with the first page. */
  'audit.list': query(
    COORDINATOR,
    z.object({
      personId: z.int().nullable().default(null),
      kind: z.enum(AUDIT_KINDS).nullable().default(null),
      /** The donor's number here or in the CRM; empty for everybody. */
      donor: z.string().trim().max(60).default(''),
      /** Lines from before this one; null for the newest. */
      before: z.int().nullable().default(null),
    }),
    z.object({
      lines: z.array(lineSchema),
      /** What to ask for the lines before these; null when these are the oldest. */
      olderThan: z.int().nullable(),
      /** False when nobody has that number here. */
      isDonorKnown: z.boolean(),
      /** Null with a page that is not the first. */
      chain: z.object({ isWhole: z.boolean(), sentence: sentenceSchema }).nullable(),
      people: z.array(z.object({ id: z.int(), name: z.string() })),
    }),
  ),
};
