/** Whether everything is saved, sent, and what needs a person. */
import { z } from 'zod';
import { OPERATION_STATES } from '../../domain/operation.ts';
import { ROLES } from '../../domain/role.ts';
import { command, query } from '../procedure.ts';
import { done, instantSchema, nothing, sentenceSchema } from '../values.ts';

export const syncStatusSchema = z.object({
  /** `offline`: the CRM could not be reached. `stopped`: it answers, but refuses us (key, rights, another organisation). */
  state: z.enum(['idle', 'running', 'offline', 'stopped', 'unconnected']),
  /** Changes that are kept here and not yet in the CRM. */
  waiting: z.int(),
  /** Changes that a person must look at: refused, or in conflict. */
  attention: z.int(),
  /** Changes that reached the CRM, ever. */
  applied: z.int(),
  lastSuccessAt: instantSchema.nullable(),
  /** What is the matter, what is safe, what to do; null when nothing is. */
  problem: sentenceSchema.nullable(),
});
export type SyncStatus = z.infer<typeof syncStatusSchema>;

const attentionItem = z.object({
  operationId: z.string(),
  state: z.enum(OPERATION_STATES),
  donorName: sentenceSchema,
  /** "E-mailadres: jan@voorbeeld.nl". */
  what: sentenceSchema,
  recordedAt: instantSchema,
  recordedBy: z.string(),
  /** Why it waits, or why the CRM did not take it. */
  why: sentenceSchema,
  /** The CRM's own words, when it gave any. */
  crmWords: z.string().nullable(),
  nextTryAt: instantSchema.nullable(),
});

export const syncProcedures = {
  'sync.status': query(ROLES, nothing, syncStatusSchema),
  'sync.run': command(ROLES, nothing, done),
  /** Everything that waits or needs attention, what needs attention first. */
  'sync.operations': query(ROLES, nothing, z.object({ operations: z.array(attentionItem) })),
  'sync.retry': command(['coordinator', 'director', 'caller'], z.object({ operationId: z.uuid() }), done),
  /** Ends an operation that the CRM refuses: it stays in the history, and is not sent again. */
  'sync.withdraw': command(['coordinator'], z.object({ operationId: z.uuid() }), done),
};
