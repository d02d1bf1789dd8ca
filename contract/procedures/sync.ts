/** Whether everything is saved, sent, and what needs a person. */
import { z } from 'zod';
import { CHECK_METHODS } from '../../domain/correction.ts';
import { ROLES } from '../../domain/role.ts';
import { command, query } from '../procedure.ts';
import { attentionItemSchema, settlementSchema } from './attention-item.ts';
import { correctionInputSchema } from './call.ts';
import { done, instantSchema, nothing, sentenceSchema } from '../values.ts';

export const syncStatusSchema = z.object({
  /** `offline`: the CRM could not be reached. `stopped`: it answers, but refuses us (key, rights, another organisation). */
  state: z.enum(['idle', 'running', 'offline', 'stopped', 'unconnected']),
  /** Changes that are kept here and not yet in the CRM. */
  waiting: z.int(),
  /**
   * What a person must look at: changes in conflict, refused, or waiting longer than a day, and for a coordinator what
   * verifiers proposed. A coordinator's are all, anybody else's are their own.
   */
  attention: z.int(),
  /** Changes that reached the CRM, ever. */
  applied: z.int(),
  lastSuccessAt: instantSchema.nullable(),
  /** What is the matter, what is safe, what to do; null when nothing is. */
  problem: sentenceSchema.nullable(),
  /** Signing in once more at Koppelen mends it, and nothing else does. */
  needsSignIn: z.boolean(),
});
export type SyncStatus = z.infer<typeof syncStatusSchema>;

export const syncProcedures = {
  'sync.status': query(ROLES, nothing, syncStatusSchema),
  'sync.run': command(ROLES, nothing, done),
  /** Everything that waits or needs attention, what needs attention first: a coordinator's whole page, else one's own. */
  'sync.operations': query(ROLES, nothing, z.object({ operations: z.array(attentionItemSchema) })),
  'sync.retry': command(ROLES, z.object({ operationId: z.uuid() }), done),
  /** Ends an operation that waits or that the CRM refuses: it stays in the history, and is not sent again. */
  'sync.withdraw': command(ROLES, z.object({ operationId: z.uuid() }), done),
  /**
   * Decides a conflict, once. Answers `out-of-date` when it was decided already, or when the CRM has another value by
   * now than the one that was seen; `refused` with a sentence when what was typed cannot be right.
   */
  'sync.settle': command(
    ROLES,
    z.object({ operationId: z.uuid(), conflictId: z.int(), settlement: settlementSchema }),
    done,
  ),
  /** Sends a correction that the CRM refused with another value. The refused one stays in the history. */
  'sync.mend': command(
    ROLES,
    z.object({ operationId: z.uuid(), correction: correctionInputSchema, checkedBy: z.enum(CHECK_METHODS) }),
    done,
  ),
};
