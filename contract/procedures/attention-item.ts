/** One operation that is not in the CRM yet, with everything that a person needs to decide about it. */
import { z } from 'zod';
import { CHECK_METHODS, DETAIL_FIELDS } from '../../domain/correction.ts';
import { OPERATION_KINDS, OPERATION_STATES } from '../../domain/operation.ts';
import { WAYS_OUT } from '../../domain/ways-out.ts';
import { daySchema, instantSchema, sentenceSchema } from '../values.ts';
import { correctionInputSchema } from './call.ts';

/** The lines of a value, the one that is read first in front. */
const valueLines = z.array(z.string());

const conflict = z.object({
  /** Names what was seen: a decision about anything else is refused. */
  conflictId: z.int(),
  /** As it was before either side changed it; null when there was nothing. */
  was: valueLines.nullable(),
  mine: valueLines,
  /** Null: it was removed in the CRM. */
  theirs: valueLines.nullable(),
  /** When the CRM says that the donor last changed; null when it does not say. */
  theirsAt: instantSchema.nullable(),
  foundAt: instantSchema,
});

export const attentionItemSchema = z.object({
  operationId: z.string(),
  kind: z.enum(OPERATION_KINDS),
  state: z.enum(OPERATION_STATES),
  /** In conflict, refused, or waiting longer than a day; the others go by themselves. */
  needsPerson: z.boolean(),
  donorName: sentenceSchema,
  /** "E-mailadres: jan@voorbeeld.nl". */
  what: sentenceSchema,
  recordedAt: instantSchema,
  recordedBy: z.string(),
  /** The call in which it was recorded; null for one that was recorded elsewhere. */
  call: z.object({ programme: sentenceSchema, day: daySchema }).nullable(),
  checkedBy: z.enum(CHECK_METHODS).nullable(),
  /** Why it waits, or why the CRM did not take it. */
  why: sentenceSchema,
  /** The CRM's own words, when it gave any. */
  crmWords: z.string().nullable(),
  nextTryAt: instantSchema.nullable(),
  waysOut: z.array(z.enum(WAYS_OUT)),
  conflict: conflict.nullable(),
  /** The value to start typing from; null for what carries no value. */
  typed: z.object({ field: z.enum(DETAIL_FIELDS), label: sentenceSchema, input: correctionInputSchema }).nullable(),
});
export type AttentionItem = z.infer<typeof attentionItemSchema>;

export const settlementSchema = z.discriminatedUnion('keep', [
  z.object({ keep: z.literal('mine') }),
  z.object({ keep: z.literal('theirs') }),
  z.object({ keep: z.literal('other'), correction: correctionInputSchema, checkedBy: z.enum(CHECK_METHODS) }),
]);
